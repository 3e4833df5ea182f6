from datetime import date
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.store.readers.chronology import COLUMNS, Chronology
from tests.store.readers.reading import CHRONOLOGY, read, table, told


def _row(day: str, actor: str, target: str, kind: str, topic: str = "economy") -> list[str]:
    return [day, actor, target, kind, topic, 'They "met", at last', "https://a.example", "high"]


def test_actor_target_and_kind_are_read_together(tmp_path: Path) -> None:
    text = table(
        COLUMNS,
        _row("2016-05-06", "Japan", "Russia", "leader_visit", "territory"),
        _row("2015-08-22", "Russia", "disputed_islands", "leader_visit", "territory"),
        _row("2017-01-20", "Russia", "Japan", "military_activity", "security"),
        _row("2014-07-31", "European_Union", "Russia", "sanction", "sanctions"),
        _row("2017-02-12", "North_Korea", "Japan", "external_shock", "fishing"),
    )
    rows = read(Chronology(), text, tmp_path)

    assert told(rows, "actor", "target", "code", "kind", "quad", "topic") == [
        ("JPN", "RUS", "leader_visit", "consult", 1, "security"),
        ("RUS", None, "leader_visit", None, None, "security"),
        ("RUS", "JPN", "military_activity", None, None, "security"),
        (None, "RUS", "sanction", "sanction", 4, "economy"),
        ("PRK", "JPN", "external_shock", None, None, "other"),
    ]
    assert told(rows, "actor_track", "target_track") == [
        ("leaders", "leaders"), ("leaders", None), (None, None), (None, None), (None, None)
    ]  # fmt: skip
    assert told(rows[:1], "date", "actor_name", "intensity", "given", "url") == [
        (date(2016, 5, 6), "Japan", None, None, "https://a.example")
    ]


def test_an_event_known_to_the_month_stands_on_no_day(tmp_path: Path) -> None:
    days = ("2014-08", "2014", "2014-13", "soon", "")
    text = table(COLUMNS, *(_row(day, "Japan", "Russia", "protest") for day in days))

    assert told(read(Chronology(), text, tmp_path), "reason") == [
        "no day", "no day", "date", "date", "date"
    ]  # fmt: skip


def test_a_chronology_is_hand_selected() -> None:
    assert Chronology().hand_selected


def test_a_column_that_is_lacking(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"R920.*confidence"):
        read(Chronology(), "date,actor,target,kind,topic,summary,source_url\n", tmp_path)


def test_the_chronology_of_japan_and_russia(tmp_path: Path) -> None:
    rows = read(Chronology(), CHRONOLOGY.read_bytes(), tmp_path)
    good = [r for r in rows if r["reason"] is None]

    assert Chronology().recognises(CHRONOLOGY.read_bytes()[:200])
    assert (len(rows), len(good)) == (105, 94)
    assert {r["reason"] for r in rows} == {None, "no day"}
    assert len({r["event_id"] for r in good}) == 94
