"""How shocks move over time: the occasions on which each may pass from state to state, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain
from typing import Literal

from detente.base.day import months_later
from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.dated import CalendarEntry
from detente.case.scenario import Shock
from detente.case.situation import States

Cause = Literal["hazard", "calendar", "settled"]
Chances = Mapping[str, Fraction]
"""Probabilities by key, in place of the modes: ``shocks.SHOCK.transitions.NAME.hazard``."""


@dataclass(frozen=True)
class Move:
    """An occasion on which one shock may pass from state to state.

    Attributes
    ----------
    day
        The day.
    cause
        Why then: a month has gone by (``hazard``), a calendar entry is over (``calendar``), or it
        is the day that the probabilities of the shock's states are about (``settled``).
    name
        The calendar entry; otherwise the shock.
    shock
        The shock that moves.
    rows
        ``{(state of the shock it is given, its own state): {new state: probability}}``, the first
        ``""`` where it is given none. Each row adds up to 1; a row that is absent stays.
    """

    day: date
    cause: Cause
    name: str
    shock: str
    rows: Mapping[tuple[str, str], Mapping[str, Fraction]]


def moves(
    case: Case,
    since: date,
    until: date,
    *,
    chances: Chances | None = None,
    held: States | None = None,
) -> tuple[Move, ...]:
    """Return the occasions after one day and up to another on which shocks may move, in order.

    A shock with transitions moves by them alone: by its hazards whenever a full month has gone by
    since the first day, and at a calendar entry on the first day after it (``until``, or ``from``
    where it has none). A shock without transitions is settled: until the day ``by`` it stands as
    now, and from that day on its states have their probabilities. Without ``by`` that is the day
    after ``since``; and a shock that is given another is settled no earlier than that one. On one
    day hazards come first, then the calendar in its order, then what is settled, each in the order
    of the file.

    Parameters
    ----------
    case
        A consistent case.
    since, until
        The days.
    chances
        Probabilities in place of the modes.
    held
        Shocks that have been settled already, with their states.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> moves(two_issue_case(), date(2017, 5, 11), date(2018, 5, 11))
    ()
    """
    table = chances or {}
    found = chain(
        _hazards(case, since, until, table),
        _events(case, since, until, table),
        _settled(case, since, until, table, held or {}),
    )
    return tuple(sorted(found, key=lambda move: move.day))


def months(since: date, until: date) -> tuple[date, ...]:
    """Return the days on which a full month has gone by since the first, up to the last.

    Examples
    --------
    >>> [str(day) for day in months(date(2017, 5, 11), date(2017, 7, 20))]
    ['2017-06-11', '2017-07-11']
    """
    count = (until.year - since.year) * 12 + until.month - since.month
    days = (months_later(since, number) for number in range(1, count + 1))
    return tuple(day for day in days if day <= until)


def over(entry: CalendarEntry) -> date:
    """Return the day from which what a calendar entry decides is known: the first after it.

    An entry of one day decides on that day.
    """
    return entry.until or entry.from_


def settling(case: Case, shock: str, since: date) -> date | None:
    """Return the day on which a shock is settled; ``None`` where it moves by transitions."""
    found = case.shocks[shock]
    if found.transitions:
        return None
    day = found.by or since + timedelta(days=1)
    other = settling(case, found.given, since) if found.given else None
    return max(day, other) if other else day


def _hazards(case: Case, since: date, until: date, table: Chances) -> Iterator[Move]:
    rows = {name: _rows(case, name, None, table) for name in case.shocks}
    for day in months(since, until):
        for name, found in rows.items():
            if found:
                yield Move(day, "hazard", name, name, found)


def _events(case: Case, since: date, until: date, table: Chances) -> Iterator[Move]:
    for entry_id, entry in case.calendar.items():
        if since < over(entry) <= until:
            for name in case.shocks:
                rows = _rows(case, name, entry_id, table)
                if rows:
                    yield Move(over(entry), "calendar", entry_id, name, rows)


def _rows(
    case: Case, shock_id: str, at: str | None, table: Chances
) -> dict[tuple[str, str], dict[str, Fraction]]:
    """Return how a shock moves at a calendar entry, or in a month."""
    shock = case.shocks[shock_id]
    part = "hazard" if at is None else "probability"
    found: dict[tuple[str, str], dict[str, Fraction]] = {}
    for name, passage in shock.transitions.items():
        estimate: Estimate | None = getattr(passage, part)
        if passage.at != at or estimate is None:
            continue
        key = f"shocks.{shock_id}.transitions.{name}.{part}"
        chance = table.get(key, estimate.mode)
        for other in _others(case, shock):
            if passage.given in (None, other):
                row = found.setdefault((other, passage.from_), {passage.from_: Fraction(1)})
                row[passage.from_] -= chance
                row[passage.to] = row.get(passage.to, Fraction(0)) + chance
    return found


def _settled(case: Case, since: date, until: date, table: Chances, held: States) -> Iterator[Move]:
    for name, shock in case.shocks.items():
        day = settling(case, name, since)
        if day is None or not since < day <= until or name in held:
            continue
        rows: dict[tuple[str, str], Mapping[str, Fraction]] = {}
        for other in _others(case, shock):
            row = {state: _chance(shock, name, state, other, table) for state in shock.states}
            rows |= {(other, state): row for state in shock.states}
        yield Move(day, "settled", name, name, rows)


def _chance(shock: Shock, shock_id: str, state: str, other: str, table: Chances) -> Fraction:
    found = shock.states[state]
    estimate = found.probabilities.get(other) if shock.given else found.probability
    rest = f"probabilities.{other}" if shock.given else "probability"
    mode = estimate.mode if estimate is not None else Fraction(0)
    return table.get(f"shocks.{shock_id}.states.{state}.{rest}", mode)


def _others(case: Case, shock: Shock) -> tuple[str, ...]:
    return tuple(case.shocks[shock.given].states) if shock.given else ("",)
