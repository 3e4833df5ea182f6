"""Which record a command reads, and how its words are read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from detente.base.errors import InputError
from detente.cli.at_hand import (
    NO_SPAN,
    Arguments,
    events_at_hand,
    from_store,
    keys_hash,
    pair_of,
    portions,
    sources,
    span_of,
    state_of,
    states_of,
    yearly_at_hand,
)
from detente.record.dyad import Dyad
from detente.store.entry import Entry, key_of
from detente.store.readers import READERS
from detente.store.store import Store
from tests.study.made_record import event_files

JAPAN_RUSSIA = Dyad("JPN", ("RUS",))
CHRONOLOGY = """date,actor,target,kind,topic,summary,source_url,confidence
2016-05-06,Japan,Russia,leader_visit,economy,A visit,https://example.org/a,high
"""
DAY = date(2018, 10, 4)


def _entry(sha: str, keep: tuple[str, ...] | None = None, **other: Any) -> Entry:
    told: dict[str, Any] = {
        "key": key_of("icews", sha * 64, None if keep is None else frozenset(keep)),
        "source": "icews",
        "table": "events",
        "name": f"{sha}.tab",
        "sha256": sha * 64,
        "size": 1,
        "lines": 1,
        "rows": 1,
        "aside": 0,
        "first": DAY,
        "last": DAY,
        "days": {DAY: 60},
        "keep": keep,
        "parquet": {},
    }
    return Entry(**{**told, **other})


def _problems(call: Callable[[], object]) -> list[tuple[str, str, str | None]]:
    with pytest.raises(InputError) as told:
        call()
    return [(one.code, one.message, one.hint) for one in told.value.problems]


@pytest.mark.parametrize(
    ("said", "state"),
    [("JPN", "JPN"), (" jpn ", "JPN"), ("Russia", "RUS"), ("united states", "USA"), ("SUN", "SUN")],
)
def test_a_state_is_named_by_code_or_name(said: str, state: str) -> None:
    assert state_of(said) == state


def test_what_is_no_state_is_told_with_what_is_near() -> None:
    ((code, message, hint),) = _problems(lambda: state_of("JPM"))

    assert (code, message) == ("R963", "'JPM' is no state")
    assert hint is not None
    assert hint.startswith("did you mean JPN or ")
    assert (_problems(lambda: state_of("Rusia"))[0][2] or "").startswith("did you mean RUS")
    assert _problems(lambda: state_of("!!!")) == [
        ("R963", "'!!!' is no state", "write its code, as JPN")
    ]


@pytest.mark.parametrize("said", ["JPN", "", "JPN,JPN", "JPN,Japan", "JPN,RUS,USA", ","])
def test_a_pair_is_of_two_different_states(said: str) -> None:
    assert _problems(lambda: pair_of(said)) == [
        ("R964", f"'{said}' is no pair of states", "as USA,RUS")
    ]


def test_a_pair_keeps_its_order() -> None:
    assert pair_of("usa, Russia") == ("USA", "RUS")


def test_states_are_named_with_commas_or_apart_each_once() -> None:
    assert states_of(("JPN,RUS", "rus", "DEU,")) == ("JPN", "RUS", "DEU")
    assert states_of(()) == ()


def test_every_word_that_is_no_state_is_told() -> None:
    for call in (lambda: states_of(("JPX,RUS", "ZZZ")), lambda: pair_of("JPX,ZZZ")):
        assert [message for _, message, _ in _problems(call)] == [
            "'JPX' is no state",
            "'ZZZ' is no state",
        ]


def test_all_parts_are_read_before_any_is_refused_and_each_problem_is_told_once() -> None:
    given = Arguments()

    assert given.read("", state_of, "JPX") == ""
    assert given.read("", state_of, "JPX") == ""
    assert given.read(NO_SPAN, span_of, "soon", None) == (None, None)
    assert given.read("", state_of, "JPN") == "JPN"
    assert [code for code, _, _ in _problems(given.done)] == ["R963", "R965"]
    Arguments().done()


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2018-10-05", "2018-10-04", ["R965"]),
        ("soon", "later", ["R965", "R965"]),
        ("2018-02-30", None, ["R965"]),
    ],
)
def test_a_span_that_is_none_is_refused(
    since: str | None, until: str | None, told: list[str]
) -> None:
    assert [code for code, _, _ in _problems(lambda: span_of(since, until))] == told


def test_a_span_may_be_open() -> None:
    assert span_of(None, None) == (None, None)
    assert span_of("2018-10-04", "2018-10-04") == (DAY, DAY)


def test_nothing_kept_is_told_with_the_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        events_at_hand(str(tmp_path / "none"), None, None)

    (problem,) = told.value.problems
    assert (problem.code, problem.file) == ("R960", str(tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def test_a_source_that_is_not_kept_is_told_with_those_that_are(made_store: Path) -> None:
    assert _problems(lambda: events_at_hand(str(made_store), None, "gdelt1")) == [
        ("R962", "no events of gdelt1 are kept", "there are events of icews")
    ]


def test_of_several_sources_one_is_named(monkeypatch: pytest.MonkeyPatch, made_store: Path) -> None:
    entries = Store(made_store).entries()
    other = _entry("a", source="gdelt1", key=key_of("gdelt1", "a" * 64, None))
    monkeypatch.setattr(Store, "entries", lambda _: (*entries, other))

    assert _problems(lambda: events_at_hand(str(made_store), None, None)) == [
        ("R961", "events of gdelt1, icews are kept", "name one with --source")
    ]
    assert events_at_hand(str(made_store), None, "icews").source == "icews"


def test_a_backend_needs_a_source() -> None:
    assert _problems(lambda: events_at_hand(None, "duckdb:///x", None)) == [
        ("R961", "--backend needs --source", "name the source")
    ]


def test_the_only_source_needs_no_name(made_store: Path) -> None:
    events = events_at_hand(str(made_store), None, None)

    assert (events.source, events.files) == ("icews", 3)
    assert sorted(events.names.values()) == ["made-1.tab", "made-2.tab", "made-3.tab"]
    assert sources(Store(made_store)) == ("icews",)
    assert [one.source for one in yearly_at_hand(Store(made_store))] == [
        "ideal_points",
        "alliances",
        "sanctions",
    ]


def test_a_file_that_declares_its_days_adds_none_by_volume() -> None:
    span = (DAY, date(2018, 10, 6))

    one, other = portions([_entry("a", covers=span), _entry("b", ("JPN",))])

    assert (one.keep, one.daily, one.spans) == (None, {}, (span,))
    assert (other.keep, other.daily, other.spans) == (frozenset({"JPN"}), {DAY: 60}, ())
    assert (one.content, other.content) == ("a" * 64, "b" * 64)


def test_the_hash_depends_on_the_files_and_not_on_their_order() -> None:
    assert keys_hash(["a", "b"]) == keys_hash(iter(["b", "a"]))
    assert keys_hash(["a"]) != keys_hash(["b"])


@pytest.mark.slow
def test_a_file_kept_whole_and_in_part_counts_once(tmp_path: Path) -> None:
    path = next(iter(event_files(tmp_path)))
    whole, both = Store(tmp_path / "whole"), Store(tmp_path / "both")
    reader, keep = READERS["icews"], frozenset({"JPN"})
    whole.add(path, reader)
    both.add(path, reader, keep=keep)
    kept = from_store(both, "icews")
    china = Dyad("CHN", ("RUS",))
    assert kept.coverage(china).span is None
    assert not len(kept.rows(china, "year")["volume"])

    both.add(path, reader)
    found, expected = from_store(both, "icews"), from_store(whole, "icews")

    for dyad in (JAPAN_RUSSIA, china):
        one, other = (events.rows(dyad, "month") for events in (found, expected))
        assert one["volume"].tolist() == other["volume"].tolist()
        assert found.coverage(dyad).days.tolist() == expected.coverage(dyad).days.tolist()


@pytest.mark.slow
def test_the_quarter_of_icews_is_kept_whole(icews_store: Path) -> None:
    entries = Store(icews_store).entries()

    assert len(entries) == 86
    assert sum(entry.rows for entry in entries) == 163_949
    assert sum(entry.aside for entry in entries) == 0


@pytest.mark.slow
def test_chosen_events_are_known_to_be_chosen(tmp_path: Path, made_store: Path) -> None:
    store = Store(tmp_path / "store")
    chronology = tmp_path / "chronology.csv"
    chronology.write_text(CHRONOLOGY, encoding="utf-8")
    store.add(chronology, READERS["chronology"], covers=(date(2016, 1, 1), date(2016, 12, 31)))

    assert events_at_hand(str(store.folder), None, None).hand_selected is True
    assert events_at_hand(str(made_store), None, None).hand_selected is False
