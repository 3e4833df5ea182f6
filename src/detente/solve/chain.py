"""A finite chain, step by step and exact: where it is, how long it stays open, what closes it.

The chain knows states, steps and days, and nothing of what they mean. Probabilities are carried as
whole numbers over one denominator: nothing is rounded, and no fraction is reduced under way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Any

State = Any
"""Whatever tells one state from another; hashable."""

Row = Mapping[State, Fraction]
_Labelled = dict[tuple[State, str | None], int]


@dataclass(frozen=True)
class Step:
    """Something that happens on a day: states pass into states, and what is open may change.

    Attributes
    ----------
    day
        The day, as a number; steps of one day happen in their order.
    event
        What it is called when it closes.
    row
        Where a state passes, with what probability, adding up to 1; ``None`` where it stays.
    open
        Whether a state is open from this step on.
    """

    day: int
    event: str
    row: Callable[[State], Row | None]
    open: Callable[[State], bool]


@dataclass(frozen=True)
class DayOpen:
    """One day.

    Attributes
    ----------
    day
        The day, as a number.
    open
        The probability that the chain is open at its end.
    survival
        The probability that it has been open at the end of every day up to this one.
    closed
        The probability that it first closes on this day, by event.
    """

    day: int
    open: Fraction
    survival: Fraction
    closed: Mapping[str, Fraction]


@dataclass(frozen=True)
class Course:
    """A chain over time.

    Attributes
    ----------
    days
        The first day, and every day asked for or on which there is a step, in order.
    states
        Where the chain is at the end of the last day: ``{state: probability}``.
    """

    days: tuple[DayOpen, ...]
    states: Mapping[State, Fraction]

    @property
    def half_life(self) -> int | None:
        """The first day by which, given open at first, it has closed with one half or more.

        ``None`` where no day is, or where it is closed with certainty at first.
        """
        first = self.days[0].survival
        for found in self.days:
            if first and 2 * found.survival <= first:
                return found.day
        return None

    @property
    def closed(self) -> dict[str, Fraction]:
        """The probability that each event is the first to close it, in order of occurrence."""
        total: dict[str, Fraction] = {}
        for found in self.days:
            for event, mass in found.closed.items():
                total[event] = total.get(event, Fraction(0)) + mass
        return total


def course(
    start: Row,
    first: int,
    open_first: Callable[[State], bool],
    steps: Sequence[Step],
    days: Sequence[int] = (),
) -> Course:
    """Follow a chain through steps.

    A path closes on the first day at whose end it is not open: what opens again within the day has
    not closed. It closes by the last step of that day that found it open and left it closed.

    Parameters
    ----------
    start
        Where the chain is at first; adds up to 1.
    first
        The first day.
    open_first
        Whether a state is open on it.
    steps
        What happens after the first day, in order.
    days
        Further days to tell of.

    Raises
    ------
    ValueError
        When the steps are not in order, or a row does not add up to 1.

    Notes
    -----
    Time grows with steps × pairs of states that a step joins; the numbers grow by the digits of one
    common denominator a step.

    Examples
    --------
    A thing that breaks with one tenth a month:

    >>> wear = {"whole": {"whole": Fraction(9, 10), "broken": Fraction(1, 10)}}
    >>> steps = [Step(m, "wear", wear.get, "whole".__eq__) for m in (1, 2, 3)]
    >>> found = course({"whole": Fraction(1)}, 0, "whole".__eq__, steps)
    >>> [str(day.survival) for day in found.days], found.closed, found.half_life
    (['1', '9/10', '81/100', '729/1000'], {'wear': Fraction(271, 1000)}, None)
    """
    if any(a.day > b.day for a, b in pairwise(steps)) or (steps and steps[0].day <= first):
        raise ValueError("the steps come after the first day, in order")
    unit = lcm(*[mass.denominator for mass in start.values()])
    masses = {s: m.numerator * (unit // m.denominator) for s, m in start.items() if m}
    alive: _Labelled = {(s, None): m for s, m in masses.items() if open_first(s)}
    survival = Fraction(sum(alive.values()), unit)
    told = [DayOpen(first, survival, survival, {})]
    of_day: dict[int, list[Step]] = {day: [] for day in days if day > first}
    for step in steps:
        of_day.setdefault(step.day, []).append(step)
    is_open = open_first
    kernels: dict[object, _Kernel] = {}
    for day in sorted(of_day):
        for step in of_day[day]:
            kernel = kernels.setdefault(step.row, _Kernel(step))
            kernel.meet(masses)
            rows, scale = kernel.rows, kernel.scale
            masses = _passed(masses, rows, scale)
            alive = _watched(alive, rows, scale, step)
            unit *= scale
            is_open = step.open
        lost: dict[str, int] = {}
        for (_, event), mass in alive.items():
            if event is not None:
                lost[event] = lost.get(event, 0) + mass
        alive = {key: mass for key, mass in alive.items() if key[1] is None}
        told.append(
            DayOpen(
                day,
                Fraction(sum(m for s, m in masses.items() if is_open(s)), unit),
                Fraction(sum(alive.values()), unit),
                {event: Fraction(mass, unit) for event, mass in lost.items()},
            )
        )
    return Course(tuple(told), {s: Fraction(m, unit) for s, m in masses.items()})


class _Kernel:
    """Where states pass on one kind of step: worked out once for each state that is met."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._seen: dict[State, Row | None] = {}
        self.scale = 1
        self.rows: dict[State, dict[State, int]] = {}

    def meet(self, states: Iterable[State]) -> None:
        """Make room for states, in whole numbers that add up to the scale."""
        new = [state for state in states if state not in self._seen]
        if not new:
            return
        for state in new:
            row = self._step.row(state)
            if row is not None and (sum(row.values()) != 1 or min(row.values()) < 0):
                raise ValueError(
                    f"the row of {state!r} at {self._step.event!r} does not add up to 1"
                )
            self._seen[state] = row
        moving = {state: row for state, row in self._seen.items() if row is not None}
        self.scale = lcm(*[p.denominator for row in moving.values() for p in row.values()])
        self.rows = {
            state: {to: p.numerator * (self.scale // p.denominator) for to, p in row.items() if p}
            for state, row in moving.items()
        }


def _passed(
    masses: Mapping[State, int], rows: Mapping[State, Mapping[State, int]], scale: int
) -> dict[State, int]:
    after: dict[State, int] = {}
    for state, mass in masses.items():
        for to, share in rows.get(state, {state: scale}).items():
            after[to] = after.get(to, 0) + mass * share
    return after


def _watched(
    alive: _Labelled, rows: Mapping[State, Mapping[State, int]], scale: int, step: Step
) -> _Labelled:
    """Return the masses that have been open, with the step of the day that closed each, if any."""
    after: _Labelled = {}
    for (state, closed), mass in alive.items():
        for to, share in rows.get(state, {state: scale}).items():
            key = (to, None if step.open(to) else closed or step.event)
            after[key] = after.get(key, 0) + mass * share
    return after
