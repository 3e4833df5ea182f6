"""Small tables of events: Hypothesis strategies, and many at once from a seed.

Needs the extra ``testing``. The oracle that measures them is in ``detente.testing.oracle_events``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from detente.record.dyad import Direction, Dyad
from detente.record.schema import KINDS, TOPICS, TRACKS

Event = dict[str, Any]
"""A row, by the columns of ``detente.record.schema.EVENTS``."""

Draw = Callable[[int, int], int]
"""Draws a whole number between two, both within."""

STATES = ("JPN", "RUS", "USA", "CHN")
"""The states of the tables, beside actors and targets that are none."""

DIRECTIONS: tuple[Direction, ...] = ("both", "from", "to")

FIRST = date(2018, 12, 20)
"""The first day on which a drawn event may fall: an ISO year and a year end soon after it."""


def build_events(draw: Draw, most: int = 12, days: int = 120, file: str = "made") -> list[Event]:
    """Return the rows of a table, drawn one whole number at a time.

    Parameters
    ----------
    draw
        Draws a whole number between two.
    most
        How many rows at most.
    days
        In how many days from ``FIRST`` on they fall.
    file
        The file that they are said to come from.
    """
    return [_event(draw, row, days, file) for row in range(1, draw(0, most) + 1)]


def random_events(seed: int, most: int = 12, days: int = 120) -> list[Event]:
    """Return the rows of the table that a seed stands for; its file is named by the seed."""
    return build_events(random.Random(seed).randint, most, days, str(seed))  # noqa: S311


@st.composite
def events(draw: st.DrawFn, most: int = 12, days: int = 120) -> list[Event]:
    """Draw tables of events, which shrink towards few of them on the first day.

    Examples
    --------
    >>> from hypothesis import given
    >>> @given(events())
    ... def test_every_event_has_a_day(rows):
    ...     assert all(row["date"] >= FIRST for row in rows)
    """
    return build_events(lambda low, high: draw(st.integers(low, high)), most, days)


@st.composite
def dyads(draw: st.DrawFn) -> Dyad:
    """Draw a state, none to all of the others, and a direction."""
    a, *rest = draw(st.permutations(STATES))
    return Dyad(a, tuple(rest[: draw(st.integers(0, 3))]), draw(st.sampled_from(DIRECTIONS)))


def _event(draw: Draw, row: int, days: int, file: str) -> Event:
    def one(words: Sequence[str]) -> str | None:
        """Draw one of some words, or none at all."""
        return [*words, None][draw(0, len(words))]

    actor, target = one(STATES), one(STATES)
    return {
        "source": "made",
        "file": file,
        "row": row,
        "event_id": str(row),
        "date": FIRST + timedelta(days=draw(0, days - 1)),
        "actor": actor,
        "target": target,
        "actor_name": actor,
        "target_name": target,
        "actor_track": one(TRACKS),
        "target_track": one(TRACKS),
        "code": None,
        "kind": "consult" if draw(0, 1) else one(KINDS),
        "quad": [1, 2, 3, 4, None][draw(0, 4)],
        "intensity": [draw(-100, 100) / 10, None][draw(0, 9) // 9],
        "given": None,
        "topic": one(TOPICS),
        "url": None,
    }
