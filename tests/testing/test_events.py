"""What the strategies draw are tables of events, and the same from the same seed."""

from __future__ import annotations

from hypothesis import find, given, settings

from detente.record.dyad import Dyad
from detente.record.schema import EVENTS, KINDS, TOPICS, TRACKS
from detente.testing.events import FIRST, STATES, Event, dyads, events, random_events

WORDS = {
    "actor": STATES,
    "target": STATES,
    "actor_track": TRACKS,
    "target_track": TRACKS,
    "kind": KINDS,
    "quad": (1, 2, 3, 4),
    "topic": TOPICS,
}


@given(events())
def test_drawn_rows_have_the_columns_of_events_and_their_words(rows: list[Event]) -> None:
    for row in rows:
        assert [*row] == [column.name for column in EVENTS]
        assert all(row[name] is None or row[name] in words for name, words in WORDS.items())
        assert row["intensity"] is None or -10 <= row["intensity"] <= 10
        assert row["date"] >= FIRST
        for column in EVENTS:
            assert column.empty or row[column.name] is not None


@given(dyads())
def test_drawn_dyads_are_of_the_states(dyad: Dyad) -> None:
    assert {dyad.a, *dyad.others} <= {*STATES}


def test_events_shrink_to_one_on_the_first_day() -> None:
    steady = settings(derandomize=True, database=None, max_examples=200)

    [row] = find(events(), bool, settings=steady)

    assert row["date"] == FIRST


def test_a_seed_stands_for_a_table() -> None:
    assert random_events(5) == random_events(5) != random_events(6)
    assert {row["file"] for row in random_events(5)} == {"5"}
    many = [row for seed in range(300) for row in random_events(seed)]
    for name, words in WORDS.items():
        assert {row[name] for row in many} == {*words, None}
