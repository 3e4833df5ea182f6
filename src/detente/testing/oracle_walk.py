"""What is asked of a sequence, and which steps may be taken, by the definitions.

Shares no code with the rooms it checks.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil

from detente.case.case import Case
from detente.testing.oracle_changes import altered
from detente.testing.oracle_table import Package, score


@dataclass(frozen=True)
class Way:
    """One step that may be taken: what it carries out, how long it takes, and after which."""

    name: str
    issue: str
    option: str
    months: int
    after: tuple[str, ...]
    stated: bool


@dataclass(frozen=True)
class Walk:
    """What is asked: the case, where to, how long, and what counts.

    Attributes
    ----------
    case, package, months
        The case, a package, and how many months a plan has.
    most
        The largest gain of each principal: what its share is measured against.
    leaders, effects
        Whether leaders' steps may be taken, and whether steps change what comes after. Without
        leaders it does not count how much of the package is in force at the end.
    """

    case: Case
    package: Mapping[str, str]
    months: int
    most: Mapping[str, Fraction]
    leaders: bool = True
    effects: bool = True

    @cached_property
    def held(self) -> dict[str, str]:
        """What holds without agreement."""
        return {i: str(issue.status_quo) for i, issue in self.case.issues.items()}

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The steps that may be taken, in the order of the file."""
        return tuple(_ways(self))

    def day(self, month: int) -> date:
        """Return the day that is so many months after the case's own."""
        start = self.case.as_of
        count = start.year * 12 + start.month - 1 + month
        year, place = count // 12, count % 12 + 1
        return date(year, place, min(start.day, calendar.monthrange(year, place)[1]))

    @cached_property
    def known(self) -> dict[frozenset[str], Case]:
        """The case after steps, as far as it was asked for."""
        return {}

    @cached_property
    def seen(self) -> dict[tuple[str, frozenset[str], Package], Fraction]:
        """Gains less the costs of wishes, as far as they were asked for."""
        return {}

    @cached_property
    def broken(self) -> dict[tuple[frozenset[str], Package], list[str]]:
        """What is broken in a month, as far as it was asked for."""
        return {}

    def after(self, done: frozenset[str]) -> Case:
        """Return the case after some steps."""
        if not self.effects:
            return self.case
        able = frozenset(n for n in done if n in self.case.steps and self.case.steps[n].effects)
        if able not in self.known:
            made = [step.effects for name, step in self.case.steps.items() if name in able]
            self.known[able] = altered(self.case, made) if made else self.case
        return self.known[able]


def _between(case: Case, issue: str, option: str, farther: str) -> bool:
    """Whether an option is part of the way to another for every principal."""
    for party in case.principals:
        weight = case.parties[party].weights.points.get(issue)
        if weight is None or not weight.mode:
            continue
        here, there = score(case, party, issue, option), score(case, party, issue, farther)
        if abs(here) > abs(there) or here * there < 0:
            return False
    return True


def _earlier(case: Case, name: str) -> set[str]:
    found = {*case.steps[name].after}
    for other in case.steps[name].after:
        found |= _earlier(case, other)
    return found


def _ways(walk: Walk) -> Iterator[Way]:
    case, held = walk.case, walk.held
    moved = {i: o for i, o in walk.package.items() if o != held[i]}

    def what(name: str) -> tuple[str, str]:
        [(issue, options)] = case.steps[name].option.items()
        return issue, options[0]

    def choosable(issue: str, option: str) -> bool:
        return not {*case.issues[issue].options[option].controller} & {*case.third_parties}

    def allowed(issue: str, option: str) -> bool:
        track = case.issues[issue].options[option].track
        return choosable(issue, option) and (walk.leaders or track not in (None, "leaders"))

    wanted: set[str] = set()
    for name in case.steps:
        issue, option = what(name)
        if issue in moved and _between(case, issue, option, moved[issue]):
            wanted |= {name} | _earlier(case, name)
    usable: set[str] = set()
    for name in wanted:
        chain = {name} | _earlier(case, name)
        if all(allowed(*what(n)) and what(n)[1] != held[what(n)[0]] for n in chain):
            usable.add(name)
    for name, step in case.steps.items():
        if name in usable:
            months = step.months.mode if step.months is not None else Fraction(0)
            yield Way(name, *what(name), max(1, ceil(months)), step.after, True)
    for issue, option in moved.items():
        if allowed(issue, option) and (issue, option) not in {what(name) for name in case.steps}:
            yield Way(f"{issue}={option}", issue, option, 1, (), False)


def may_follow(walk: Walk, first: Way, second: Way) -> bool:
    """Whether of two steps of one issue the second may be completed after the first."""
    if second.stated and first.name in _earlier(walk.case, second.name):
        return True
    if first.stated and second.name in _earlier(walk.case, first.name):
        return False
    onward = _between(walk.case, first.issue, first.option, second.option)
    backward = _between(walk.case, first.issue, second.option, first.option)
    in_file = walk.ways.index(first) < walk.ways.index(second)
    return onward and (in_file or not backward)
