"""The window: whether the zone is open at each date, over all that may happen to the case.

Shocks move the case from state to state (:mod:`detente.case.course`), dated entries change it, and
the calendar bars options for a time. Each situation is answered once, by the engine that answers
the case itself; how likely each is, and what is open throughout, is a chain
(:mod:`detente.solve.chain`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import Literal

from detente.base.day import months_later
from detente.case.case import Case
from detente.case.course import Chances, Move, months, moves
from detente.case.situation import States, in_force, present
from detente.negotiation.opened import Opened
from detente.negotiation.question import choosable
from detente.negotiation.situations import Situations
from detente.solve.chain import Course, Row, State, Step, course

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
    spans: tuple[tuple[int, Cause, dict[str, tuple[date, ...]]], ...] = (
        (0, "dated", _dated(case)),
        (1, "calendar", _barring(case)),
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


def _barring(case: Case) -> dict[str, tuple[date, ...]]:
    return {
        name: (entry.from_, entry.until or entry.from_ + timedelta(days=1))
        for name, entry in case.calendar.items()
        if entry.bars
    }


def moving(case: Case, since: date) -> bool:
    """Whether anything may change a case after a day."""
    later = [
        day for days in (_dated(case), _barring(case)) for pair in days.values() for day in pair
    ]
    return bool(case.shocks) or any(day > since for day in later)


@dataclass(frozen=True, eq=False)
class Window:
    """The window of a case over a span of days.

    Attributes
    ----------
    situations
        The case.
    since, until
        The first day and the last.
    start
        The state of every shock on the first day.
    held
        Shocks that are settled already.
    """

    situations: Situations
    since: date
    until: date
    start: States
    held: States

    @property
    def case(self) -> Case:
        """The case."""
        return self.situations.case

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """What may change the case, in order."""
        return occasions(self.case, self.since, self.until, held=self.held)

    def course(self, bar: Opened, chances: Chances | None = None) -> Course:
        """Return how likely an agreement that passes a bar is possible, day by day.

        Parameters
        ----------
        bar
            What an agreement must be.
        chances
            Probabilities in place of the modes, by key.
        """
        found = (
            self.occasions
            if chances is None
            else occasions(self.case, self.since, self.until, chances=chances, held=self.held)
        )
        days = [day.toordinal() for day in (*months(self.since, self.until), self.until)]
        return course(
            {self._first: Fraction(1)},
            self.since.toordinal(),
            self._open(bar, self.since, self.since),
            [*self._steps(found, bar)],
            days,
        )

    def expected(self, bar: Opened, day: date) -> dict[str, Fraction]:
        """Return what each principal can expect on a day: its Nash gain, and what holds without.

        The gain is 0 where no agreement passes the bar; the baseline is added.
        """
        spread: Mapping[State, Fraction] = {self._first: Fraction(1)}
        if day > self.since:
            found = occasions(self.case, self.since, day, held=self.held)
            steps = [
                Step(o.day.toordinal(), o.event, self._row(o.move), lambda _: True) for o in found
            ]
            spread = course(spread, self.since.toordinal(), lambda _: True, steps).states
        total = dict.fromkeys(self.case.principals, Fraction(0))
        for state, mass in spread.items():
            payoffs = self.situations.on(day, self._states(state))
            gains = bar.nash(payoffs, day)
            for principal in total:
                base = payoffs.values.get(f"principals.{principal}.baseline", Fraction(0))
                total[principal] += mass * (gains.get(principal, Fraction(0)) + base)
        return total

    def delay(self, bar: Opened) -> dict[str, Fraction]:
        """Return what a month's delay costs each principal: gain forgone, and fall of baseline."""
        now = self.expected(bar, self.since)
        then = self.expected(bar, months_later(self.since, 1))
        return {principal: now[principal] - then[principal] for principal in now}

    def package(self, bar: Opened) -> dict[str, str] | None:
        """Return what principals would settle by the Nash package of the first day; or ``None``.

        Issues in which they have no choice are left out: there holds what the situation brings.
        """
        payoffs = self.situations.on(self.since, self._states(self._first))
        found = bar.best(payoffs, self.since)
        if found is None:
            return None
        case = payoffs.case
        return {i: o for i, o in found.package.items() if len(choosable(case, i)) > 1}

    @property
    def _first(self) -> tuple[str, ...]:
        return tuple({**present(self.case), **self.start}[name] for name in self.case.shocks)

    def _states(self, state: State) -> States:
        return dict(zip(self.case.shocks, state, strict=True))

    def _steps(self, found: tuple[Occasion, ...], bar: Opened) -> list[Step]:
        barred = self.since
        steps = []
        for one in found:
            if one.cause != "dated":
                barred = one.day
            steps.append(
                Step(
                    one.day.toordinal(),
                    one.event,
                    self._row(one.move),
                    self._open(bar, one.day, barred),
                )
            )
        return steps

    def _open(self, bar: Opened, day: date, barred: date) -> Callable[[State], bool]:
        known = self._answers.setdefault((id(bar), in_force(self.case, day), barred), {})

        def is_open(state: State) -> bool:
            if state not in known:
                known[state] = bar.open(self.situations.on(day, self._states(state)), barred)
            return known[state]

        return is_open

    @cached_property
    def _answers(self) -> dict[object, dict[State, bool]]:
        return {}

    def _row(self, move: Move | None) -> Callable[[State], Row | None]:
        if move is None:
            return lambda _: None
        names = [*self.case.shocks]
        mine = names.index(move.shock)
        given = self.case.shocks[move.shock].given
        other = None if given is None else names.index(given)

        def row(state: State) -> Row | None:
            stands: tuple[str, ...] = state
            found = move.rows.get(("" if other is None else stands[other], stands[mine]))
            if found is None:
                return None
            return {(*stands[:mine], to, *stands[mine + 1 :]): p for to, p in found.items()}

        return row


def window(
    situations: Situations,
    until: date,
    since: date | None = None,
    held: States | None = None,
) -> Window:
    """Return the window of a case from one day to another.

    Parameters
    ----------
    situations
        The case.
    until
        The last day.
    since
        The first day, on which shocks stand as they do now; the case's own without it.
    held
        Shocks that stand otherwise on the first day, with their states. Where they have no
        transitions they are settled so.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> found = window(Situations(two_issue_case()), date(2018, 5, 11))
    >>> [str(day.survival) for day in found.course(Opened()).days][-1]
    '1'
    """
    stands = dict(held or {})
    return Window(situations, since or situations.case.as_of, until, stands, stands)
