"""Whether an agreement that passes a bar can be decided on a day, and which is the Nash one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.negotiation.bargaining import nash
from detente.negotiation.bars import Choices
from detente.negotiation.compiler import answer
from detente.negotiation.feasibility import blockers
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point, Question, choosable
from detente.negotiation.reach import is_open
from detente.negotiation.target import Target, question

Package = Mapping[str, str]


def barred(case: Case, day: date) -> dict[str, frozenset[str]]:
    """Return the options that the calendar bars on a day, by issue.

    An entry of one day bars on that day. What holds without agreement is never barred, since
    nobody decides it.
    """
    found: dict[str, frozenset[str]] = {}
    for entry in case.calendar.values():
        if entry.from_ <= day < (entry.until or entry.from_ + timedelta(days=1)):
            for issue, options in entry.bars.items():
                kept = {o for o in options if o != case.issues[issue].status_quo}
                found[issue] = found.get(issue, frozenset()) | kept
    return found


@dataclass(frozen=True, eq=False)
class Opened:
    """A bar that an agreement must pass, beside giving every principal a gain.

    Packages found for one situation are tried in the next before anything is solved.

    Attributes
    ----------
    choices
        Options of which the agreement must hold one, in a case; ``None`` where any will do.
    target
        What else is asked of it.
    """

    choices: Callable[[Case], Choices] | None = None
    target: Target = field(default_factory=Target)
    _found: list[Package] = field(default_factory=list)
    _named_in: dict[str, Any] = field(default_factory=dict)

    def open(self, payoffs: Payoffs, day: date) -> bool:
        """Whether the zone holds such an agreement that can be decided on a day.

        Examples
        --------
        >>> from detente.negotiation.payoff import compile_case
        >>> from detente.testing import two_issue_case
        >>> Opened().open(compile_case(two_issue_case()), date(2017, 5, 11))
        True
        """
        bars = barred(payoffs.case, day)
        if any(self._passes(payoffs, package, bars) for package in self._found):
            return True
        for points in self._points(payoffs, bars):
            giving = [
                point
                for point in points
                if is_open((point,)) and self._named(payoffs.case, point.package)
            ]
            if giving:
                self._found.insert(0, giving[0].package)
                return True
        return False

    def nash(self, payoffs: Payoffs, day: date) -> dict[str, Fraction]:
        """Return each principal's gain from that Nash package; none where none passes."""
        found = self.best(payoffs, day)
        return (
            {} if found is None else dict(zip(payoffs.case.principals, found.values, strict=True))
        )

    def best(self, payoffs: Payoffs, day: date) -> Point | None:
        """Return the Nash package of those that pass, ``None`` if none does; ties by option ids."""
        bars = barred(payoffs.case, day)
        principals = tuple(payoffs.case.principals)
        reserves = tuple(payoffs.reserve[p] for p in principals)
        found: list[Point] = []
        for number, points in enumerate(self._points(payoffs, bars)):
            found += [p for p in points if self._named(payoffs.case, p.package)]
            if not number and is_open(tuple(found)):
                best = nash(points, reserves).point
                if self._named(payoffs.case, best.package):  # none that passes can be better
                    return best
        return nash(found, reserves).point if is_open(tuple(found)) else None

    def _named(self, case: Case, package: Package) -> bool:
        """Whether a package holds one of the options needed."""
        if self.choices is None:
            return True
        if self._named_in.get("issues") is not case.issues:
            self._named_in.update(issues=case.issues, choices=self.choices(case))
        needed: Choices = self._named_in["choices"]
        return any(package[issue] in options for issue, options in needed.items())

    def _passes(
        self, payoffs: Payoffs, package: Package, bars: Mapping[str, frozenset[str]]
    ) -> bool:
        """Whether a package passes in a situation, where third parties' options may be others."""
        case = payoffs.case
        held: dict[str, str] = {}
        for issue, option in package.items():
            element = case.issues[issue]
            theirs = any(c in case.third_parties for c in element.options[option].controller)
            kept = element.status_quo if theirs else option
            if kept is None or kept in bars.get(issue, ()):
                return False
            held[issue] = kept
        if any(held[i] != option for i, option in self.target.require.items()):
            return False
        if not self._named(case, held) or blockers(payoffs, held, case.principals):
            return False
        gains = {p: payoffs.gain(p, held) for p in (*case.principals, *self.target.gain)}
        return all(
            gains[p] > 0 and gains[p] >= payoffs.reserve[p] for p in case.principals
        ) and all(gains[p] >= least for p, least in self.target.gain.items())

    def _points(
        self, payoffs: Payoffs, bars: Mapping[str, frozenset[str]]
    ) -> Iterator[Sequence[Point]]:
        """Yield efficient points: first of the zone, then of the zone with each option needed."""
        case = payoffs.case
        whole = question(case, self.target)
        allowed = {
            issue: tuple(
                o
                for o in whole.allowed.get(issue, choosable(case, issue))
                if o not in bars.get(issue, ())
            )
            for issue in {*whole.allowed, *bars}
        }
        whole = replace(whole, allowed={i: allowed[i] for i in case.issues if i in allowed})
        yield self._answer(payoffs, whole)
        if self.choices is not None:
            for issue, options in self.choices(case).items():
                held = tuple(o for o in options if o in allowed.get(issue, options))
                yield self._answer(payoffs, replace(whole, allowed={**whole.allowed, issue: held}))

    def _answer(self, payoffs: Payoffs, asked: Question) -> Sequence[Point]:
        if not all(asked.allowed.values()):
            return ()
        return answer(payoffs, asked)
