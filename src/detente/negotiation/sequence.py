"""Sequences: the steps to a package as a schedule in whole numbers, and its answer in dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import lcm

from detente.base.errors import NotProved
from detente.negotiation.course import FINE, Course, accepts, calls, month_weights
from detente.negotiation.payoff import Payoffs, no_agreement
from detente.negotiation.steps import Candidate, may_follow, starts
from detente.solve.schedule import Amount, Pairs, Rule, Schedule, Task, Term, World
from detente.solve.stated import SAFE

CHANGING = 6
"""Most steps whose effects bear on one plan: their sets are looked at one by one."""


@dataclass(frozen=True)
class Compiled:
    """A course as a schedule.

    Attributes
    ----------
    schedule
        What is to be solved.
    unit
        A share of 1 in every month is this, times what a principal's months add up to.
    exact
        Whether amounts are exact shares; otherwise each is rounded to the unit.
    changing
        Steps whose completion changes what comes after.
    """

    schedule: Schedule
    unit: int
    exact: bool
    changing: tuple[str, ...]


def compiled(course: Course) -> Compiled:
    """Return a course as a schedule in whole numbers.

    Shares are exact if they fit 64 bits. Otherwise every amount is rounded to a millionth of M,
    which a share can miss by half as many millionths as amounts make up a state.

    Raises
    ------
    NotProved
        When effects of more than ``CHANGING`` steps bear on the plan.
    """
    changing, situations = _situations(course)
    unit = lcm(
        *(
            (top * lcm(*(_unit(payoffs, p) for payoffs in situations))).numerator
            for p, top in course.tops.items()
            if top > 0
        )
    )
    found = _Builder(course, changing, situations, unit, exact=True).schedule()
    if found.largest < SAFE:
        return Compiled(found, unit, True, changing)
    rough = _Builder(course, changing, situations, FINE, exact=False).schedule()
    return Compiled(rough, FINE, False, changing)


def _situations(course: Course) -> tuple[tuple[str, ...], list[Payoffs]]:
    """Return the steps whose effects bear on a plan, and the case after each set of them.

    A step is left out where, whichever others are completed, it changes nobody's gain nor assent.
    """
    able = course.able
    if len(able) > CHANGING:
        raise NotProved(f"effects of {len(able)} steps may bear on the plan, more than {CHANGING}")
    compiled_ = {
        frozenset(done): course.after.after(done)
        for size in range(len(able) + 1)
        for done in combinations(able, size)
    }
    alike = {done: _bearing(course, payoffs) for done, payoffs in compiled_.items()}
    changing = tuple(
        name for name in able if any(alike[done] != alike[done ^ {name}] for done in alike)
    )
    sets = [
        frozenset(name for bit, name in enumerate(changing) if number >> bit & 1)
        for number in range(2 ** len(changing))
    ]
    return changing, [compiled_[done] for done in sets]


def _bearing(course: Course, payoffs: Payoffs) -> tuple[object, ...]:
    """Return everything of a situation that a plan rests on."""
    case = payoffs.case
    principals = [payoffs.worth[p] for p in case.principals]
    accepted = [accepts(payoffs, ratifier, course.package) for ratifier in course.asked]
    exposures = [p.exposure for p in case.principals.values()]
    wishes = [(w.party, w.first, w.then, w.points.mode) for w in case.wishes.values()]
    promises = [(p.by, p.kind, p.options) for p in case.commitments.values()]
    rules = [(c.if_, c.requires, c.excludes) for c in case.constraints.values()]
    return (
        principals,
        accepted,
        exposures,
        wishes,
        promises,
        rules,
        payoffs.links,
        payoffs.prices,
    )


def _unit(payoffs: Payoffs, principal: str) -> int:
    """Return a whole number by which a principal's amounts and wishes become whole."""
    points = [w.points.mode for w in payoffs.case.wishes.values() if w.party == principal]
    exposure = payoffs.case.principals[principal].exposure
    points += [exposure.mode] if exposure is not None else []
    return lcm(payoffs.scale[principal], *(amount.denominator for amount in points))


class _Builder:
    """A course put into whole numbers: variables are the issues that steps set."""

    def __init__(
        self,
        course: Course,
        changing: tuple[str, ...],
        situations: Sequence[Payoffs],
        unit: int,
        *,
        exact: bool,
    ) -> None:
        self._course = course
        self._changing = changing
        self._situations = situations
        self._unit = unit
        self._exact = exact
        self._held = no_agreement(course.case)
        self._values: dict[str, list[str]] = {}
        for step in course.steps:
            options = self._values.setdefault(step.issue, [self._held[step.issue]])
            if step.option not in options:
                options.append(step.option)
        self._place = {issue: place for place, issue in enumerate(self._values)}

    def schedule(self) -> Schedule:
        course = self._course
        names = [step.name for step in course.steps]
        weights = month_weights(course)
        goal = {
            place: options.index(course.package[issue])
            for place, (issue, options) in enumerate(self._values.items())
            if course.reach and course.package[issue] in options
        }
        return Schedule(
            dates=course.dates,
            sizes=tuple(len(options) for options in self._values.values()),
            tasks=tuple(self._task(place, step) for place, step in enumerate(course.steps)),
            worlds=tuple(self._world(payoffs) for payoffs in self._situations),
            weights=tuple(weights[p] for p in course.counted),
            changers=tuple(names.index(name) for name in self._changing),
            capacity=tuple(p.capacity for p in course.case.principals.values()),
            goal=goal,
        )

    def _task(self, place: int, step: Candidate) -> Task:
        course, case = self._course, self._course.case
        names = [one.name for one in course.steps]
        asked = calls(case, step)
        controllers = case.issues[step.issue].options[step.option].controller
        accepting = frozenset(
            number
            for number, payoffs in enumerate(self._situations)
            if all(accepts(payoffs, ratifier, course.package) for ratifier in asked)
        )
        return Task(
            variable=self._place[step.issue],
            value=self._values[step.issue].index(step.option),
            length=step.length,
            after=tuple(names.index(name) for name in step.after),
            never_after=tuple(
                other
                for other, found in enumerate(course.steps)
                if other != place
                and found.issue == step.issue
                and not may_follow(course.after.payoffs, course.steps, other, place)
            ),
            starts=starts(case, step, course.dates),
            carriers=tuple(n for n, p in enumerate(case.principals) if p in controllers),
            worlds=accepting if asked else None,
        )

    def _world(self, payoffs: Payoffs) -> World:
        case = payoffs.case
        floors = []
        for principal, party in case.principals.items():
            if party.exposure is not None:
                unit = _unit(payoffs, principal)
                least = -party.exposure.mode * unit
                floors.append((self._amount(payoffs, principal, Fraction(unit)), int(least)))
        return World(
            rules=tuple(self._rules(payoffs)),
            floors=tuple(floors),
            values=tuple(
                self._amount(payoffs, p, self._unit / self._course.tops[p], wishes=True)
                for p in self._course.counted
            ),
        )

    def _rules(self, payoffs: Payoffs) -> Iterator[Rule]:
        for rule in payoffs.case.constraints.values():
            held = [self._pairs({issue: options}) for issue, options in rule.if_.items()]
            needs = [self._pairs({issue: options}) for issue, options in rule.requires.items()]
            bars = [self._pairs({issue: options}) for issue, options in rule.excludes.items()]
            yield from self._rule(held, needs, bars)
        for promise in payoffs.case.commitments.values():
            if promise.kind == "hard":
                yield from self._rule([], [], [self._pairs(promise.options)])

    def _rule(
        self,
        held: Sequence[Pairs | bool],
        needs: Sequence[Pairs | bool],
        bars: Sequence[Pairs | bool],
    ) -> Iterator[Rule]:
        """Yield a rule without what is settled: issues that no step sets stay as they are."""
        if any(pairs is False for pairs in held):
            return
        impossible = any(p is False for p in needs) or any(p is True for p in bars)
        premises = tuple(p for p in held if not isinstance(p, bool))
        if impossible:
            yield Rule(premises, needs=(frozenset(),))
            return
        left = tuple(p for p in needs if not isinstance(p, bool))
        out = tuple(p for p in bars if not isinstance(p, bool))
        if left or out:
            yield Rule(premises, left, out)

    def _pairs(self, selection: Mapping[str, Iterable[str]]) -> Pairs | bool:
        """Return whether one of several options holds, as pairs; settled where no step bears."""
        found = set()
        for issue, options in selection.items():
            if issue not in self._values:
                if self._held[issue] in options:
                    return True
                continue
            known = self._values[issue]
            found |= {(self._place[issue], known.index(o)) for o in options if o in known}
        return frozenset(found) or False

    def _amount(
        self, payoffs: Payoffs, principal: str, factor: Fraction, *, wishes: bool = False
    ) -> Amount:
        """Return what a state is worth to a principal, times a factor; less its wishes' costs."""
        case = payoffs.case
        worth = payoffs.worth[principal]
        unary = tuple(
            tuple(self._whole(worth[issue][option] * factor) for option in options)
            for issue, options in self._values.items()
        )
        constant = sum(
            self._whole(worth[issue][option] * factor)
            for issue, option in self._held.items()
            if issue not in self._values
        )
        conditions: list[tuple[list[Pairs | bool], list[Pairs | bool], Fraction]] = []
        for name, linkage in case.linkages.items():
            points = payoffs.links[name].get(principal, Fraction(0))
            when = [self._pairs({issue: options}) for issue, options in linkage.when.items()]
            conditions.append((when, [], points))
        for name, price in payoffs.prices.items():
            promise = case.commitments[name]
            if promise.by == principal:
                conditions.append(([self._pairs(promise.options)], [], -price))
        for wish in case.wishes.values() if wishes else ():
            if wish.party == principal:
                unmet = [self._pairs(wish.then)], [self._pairs(wish.first)]
                conditions.append((*unmet, -wish.points.mode))
        terms = []
        for held, absent, points in conditions:
            if False in held or True in absent or not points:
                continue
            terms.append(
                Term(
                    tuple(p for p in held if not isinstance(p, bool)),
                    tuple(p for p in absent if not isinstance(p, bool)),
                    self._whole(points * factor),
                )
            )
        return Amount(unary, tuple(terms), constant)

    def _whole(self, amount: Fraction) -> int:
        if self._exact and amount.denominator != 1:
            raise ValueError(f"{amount} is not whole")
        return round(amount)
