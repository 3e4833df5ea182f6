"""The window: whether the zone is open at each date, over all that may happen to the case.

Shocks move the case from state to state (:mod:`detente.case.course`), dated entries change it, and
the calendar bars options for a time. Each situation is answered once, by the engine that answers
the case itself; how likely each is, and what is open throughout, is a chain
(:mod:`detente.solve.chain`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from detente.base.day import months_later
from detente.case.case import Case
from detente.case.course import Chances, Move, months
from detente.case.situation import States, in_force, present
from detente.negotiation.occasions import Occasion, barring, occasions
from detente.negotiation.opened import Opened
from detente.negotiation.question import choosable
from detente.negotiation.situations import Situations
from detente.solve.chain import Course, Row, State, Step, course


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
        key = (bar, in_force(self.case, day), self._barring(barred))
        known = self._answers.setdefault(key, {})

        def is_open(state: State) -> bool:
            if state not in known:
                known[state] = bar.open(self.situations.on(day, self._states(state)), barred)
            return known[state]

        return is_open

    def _barring(self, day: date) -> object:
        """Return what tells the days apart on which the calendar bars the same."""
        if self._moved_calendar:
            return day
        found = barring(self.case).items()
        return tuple(name for name, (first, after) in found if first <= day < after)

    @cached_property
    def _moved_calendar(self) -> bool:
        """Whether a state or a dated entry changes the calendar itself."""
        changes = [
            *(s.changes for shock in self.case.shocks.values() for s in shock.states.values()),
            *(entry.changes for entry in self.case.dated.values()),
        ]
        return any("calendar" in one for one in changes)

    @cached_property
    def _answers(self) -> dict[object, dict[State, bool]]:
        return {}

    def _row(self, move: Move | None) -> Callable[[State], Row | None]:
        """Return where a move takes a state: the same for all moves of the same rows."""
        if move is None:
            return _still
        return self._rows.setdefault((move.shock, id(move.rows)), (move, self._moved(move)))[1]

    @cached_property
    def _rows(self) -> dict[object, tuple[Move, Callable[[State], Row | None]]]:
        return {}

    def _moved(self, move: Move) -> Callable[[State], Row | None]:
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


def _still(_: State) -> Row | None:
    return None


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
