"""One event in several rows counts once, by a rule that knows no order of adding."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from detente.store.entry import Entry
from detente.store.repeats import may_share
from detente.store.store import Store
from tests.store.own import OWN, Event, kept, several, written


@pytest.mark.parametrize("number_of", [3, pytest.param(1, marks=pytest.mark.slow)])
def test_an_event_counts_once_whatever_the_order_of_adding(number_of: int, tmp_path: Path) -> None:
    files = several(tmp_path / "in", 2, rows=12, shared=6)
    files += [written(tmp_path / "in" / "whole.tab", _differing(files))]
    answers = []
    for number, order in enumerate([*itertools.permutations(files)][::number_of]):
        store = Store(tmp_path / f"store-{number}")
        for path in order:
            store.add(path, OWN)
        events = store.answer(store.events("own").order_by("event_id"))
        answers.append(events.select(["event_id", "date", "code", "file", "row"]).to_pylist())
        pairs = store.answer(store.repeats("own").select("file", "row").distinct())
        assert len(events) + len(pairs) == sum(entry.rows for entry in store.entries())

    assert len(answers[0]) == len({(e["event_id"], e["date"]) for e in answers[0]}) == 18
    assert all(answer == answers[0] for answer in answers)


def _differing(files: list[Path]) -> list[Event]:
    """Return a few events of files told otherwise, and one of them twice."""
    lines = files[1].read_text().splitlines()[1:-1:5]
    told = [Event(*line.split("\t"))._replace(code="190") for line in lines]
    return [*told, told[0]._replace(code="010")]


def test_the_first_row_of_a_file_counts(tmp_path: Path) -> None:
    events = [Event("1", "2018-10-04", code="040"), Event("2", "2018-10-04")]
    again = [
        events[0],
        Event("1", "2018-10-05", code="050"),
        Event("1", "2018-10-04", code="060"),
    ]
    store = Store(tmp_path / "store")

    added = store.add(written(tmp_path / "own.tab", [*events, *again]), OWN)

    assert kept(store) == [
        ("1", "2018-10-04", "040"),
        ("1", "2018-10-05", "050"),
        ("2", "2018-10-04", "040"),
    ]
    pairs = store.answer(store.repeats("own").order_by("row")).to_pylist()
    assert [(p["row"], p["by_row"], p["equal"]) for p in pairs] == [(4, 2, True), (6, 2, False)]
    assert (added.entry.rows, added.entry.repeated) == (5, 2)


def _entry(first: str, last: str, first_id: str, last_id: str, sign: str = "a") -> Entry:
    return Entry(
        key=f"own-{sign * 64}", source="own", table="events", name="f", sha256=sign * 64,
        size=1, lines=1, rows=1, aside=0, first=date.fromisoformat(first),
        last=date.fromisoformat(last), first_id=first_id, last_id=last_id, days={}, parquet={},
    )  # fmt: skip


def test_only_files_whose_days_and_ids_meet_are_compared() -> None:
    one = _entry("2018-10-04", "2018-10-06", "100", "200")

    assert may_share(one, _entry("2018-10-06", "2018-10-09", "200", "300", "b"))
    assert not may_share(one, _entry("2018-10-06", "2018-10-09", "201", "300", "b"))
    assert not may_share(one, _entry("2018-10-07", "2018-10-09", "100", "300", "b"))
    assert not may_share(one, one)


def test_what_says_the_same_is_told_from_what_says_otherwise(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    early = written(tmp_path / "early", [Event("1", "2018-10-04"), Event("2", "2018-10-04")])
    late = written(
        tmp_path / "late",
        [Event("1", "2018-10-04"), Event("2", "2018-10-04", code="190"), Event("3", "2018-10-05")],
    )
    store.add(late, OWN)

    store.add(early, OWN)

    pairs = store.answer(store.repeats("own").order_by("row")).to_pylist()
    assert [(p["row"], p["by_row"], p["equal"]) for p in pairs] == [(2, 2, True), (3, 3, False)]
    assert {p["file"] for p in pairs} == {e.file for e in store.entries() if e.name == "late"}
    assert [event[2] for event in kept(store)] == ["040", "040", "040"]
