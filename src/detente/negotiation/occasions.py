"""The days on which a case may change, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from detente.case.case import Case
from detente.case.course import Chances, Move, moves
from detente.case.situation import States

Cause = Literal["dated", "calendar", "hazard", "settled"]


@dataclass(frozen=True)
class Occasion:
    """A day on which the case may change, and why.

    Attributes
    ----------
    day
        The day.
    cause
        Dated entries begin or end (``dated``); calendar entries begin or end to bar options, or are
        over (``calendar``); a month has gone by (``hazard``); a shock is settled (``settled``).
    names
        The dated entries, the calendar entries, or the shock.
    move
        How a shock moves then; ``None`` where none does.
    """

    day: date
    cause: Cause
    names: tuple[str, ...]
    move: Move | None = None

    @property
    def event(self) -> str:
        """What is the same event: cause and names, whatever the day."""
        return " ".join((self.cause, *self.names))


def occasions(
    case: Case,
    since: date,
    until: date,
    *,
    chances: Chances | None = None,
    held: States | None = None,
) -> tuple[Occasion, ...]:
    """Return what may change the case after one day and up to another, in order.

    On one day dated entries come first, then what the calendar bars, then the shocks.
    """
    found: list[tuple[date, int, Occasion]] = []
    spans: tuple[tuple[int, Cause, Mapping[str, tuple[date, ...]]], ...] = (
        (0, "dated", _dated(case)),
        (1, "calendar", barring(case)),
    )
    for rank, cause, changes in spans:
        days = {day for pair in changes.values() for day in pair if since < day <= until}
        for day in days:
            names = tuple(name for name, pair in changes.items() if day in pair)
            found.append((day, rank, Occasion(day, cause, names)))
    found += [
        (move.day, 2, Occasion(move.day, move.cause, (move.name,), move))
        for move in moves(case, since, until, chances=chances, held=held)
    ]
    return tuple(one for _, _, one in sorted(found, key=lambda item: item[:2]))


def _dated(case: Case) -> dict[str, tuple[date, ...]]:
    return {
        name: (entry.from_,) if entry.until is None else (entry.from_, entry.until)
        for name, entry in case.dated.items()
    }


def barring(case: Case) -> dict[str, tuple[date, date]]:
    """Return the calendar entries that bar options, each with its first day and the day after."""
    return {
        name: (entry.from_, entry.until or entry.from_ + timedelta(days=1))
        for name, entry in case.calendar.items()
        if entry.bars
    }


def moving(case: Case, since: date) -> bool:
    """Whether anything may change a case after a day."""
    later = [day for pair in (*_dated(case).values(), *barring(case).values()) for day in pair]
    return bool(case.shocks) or any(day > since for day in later)
