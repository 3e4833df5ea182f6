"""Sequences by the definitions: every plan is looked at, date by date, from the case itself.

Shares no code with the rooms it checks. A plan is, for each step that may be taken, the month in
which it ends, or ``None``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

from detente.testing.oracle_table import Package, chosen, gain, is_feasible, reserve
from detente.testing.oracle_walk import Walk, may_follow

Ends = tuple[int | None, ...]
Quality = tuple[int, tuple[Fraction, ...], int, int]
"""Options of the package in force at the end, the shares from the least, less steps and ends."""

PARTS = 10**6


def _weights(walk: Walk, principal: str) -> list[int]:
    rates = {p: form.impatience for p, form in walk.case.principals.items() if walk.most[p] > 0}
    if all(rate is None or rate.mode == 0 for rate in rates.values()):
        return [1] * walk.months
    rate = rates[principal]
    factor = float(1 - (rate.mode if rate is not None else Fraction(0)) / 100) ** (1 / 12)
    bounds = [0.0]
    for month in range(walk.months):
        bounds.append(bounds[-1] + factor**month)
    marks = [round(PARTS * bound / bounds[-1]) for bound in bounds]
    return [marks[month + 1] - marks[month] for month in range(walk.months)]


def state(walk: Walk, ends: Ends, month: int) -> tuple[frozenset[str], Package]:
    """Return the steps completed by a month, and what is then in force."""
    done = sorted(
        (end, place) for place, end in enumerate(ends) if end is not None and end <= month
    )
    package = dict(walk.held)
    for _, place in done:
        package[walk.ways[place].issue] = walk.ways[place].option
    return frozenset(walk.ways[place].name for _, place in done), tuple(package.values())


def faults(walk: Walk, ends: Ends) -> Iterator[str]:
    """Yield what a plan breaks: order, bars, capacity, assent, and what must hold each month."""
    yield from _order_faults(walk, ends)
    yield from _assent_faults(walk, ends)
    for month in range(walk.months + 1):
        at = state(walk, ends, month)
        if at not in walk.broken:
            walk.broken[at] = [*_state_faults(walk, *at)]
        yield from (f"month {month}: {fault}" for fault in walk.broken[at])
        for principal, form in walk.case.principals.items():
            carried = sum(
                end is not None
                and end - way.months <= month < end
                and principal in walk.case.issues[way.issue].options[way.option].controller
                for end, way in zip(ends, walk.ways, strict=True)
            )
            if form.capacity is not None and carried > form.capacity:
                yield f"month {month}: {principal} carries {carried} steps"


def _state_faults(walk: Walk, done: frozenset[str], package: Package) -> Iterator[str]:
    case = walk.after(done)
    if not is_feasible(case, package):
        yield "a constraint is broken"
    for name, promise in case.commitments.items():
        if promise.kind == "hard" and any(chosen(case, package, promise.options)):
            yield f"{name} is broken"
    for principal, form in case.principals.items():
        if form.exposure is not None and -gain(case, principal, package) > form.exposure.mode:
            yield f"{principal} is exposed"


def _order_faults(walk: Walk, ends: Ends) -> Iterator[str]:
    taken = {
        way.name: (end - way.months, end, way)
        for end, way in zip(ends, walk.ways, strict=True)
        if end is not None
    }
    for name, (begin, end, way) in taken.items():
        if begin < 0 or end > walk.months:
            yield f"{name} lies outside the plan"
        for other in way.after:
            if other not in taken or taken[other][1] > begin:
                yield f"{name} begins before {other} is done"
        for month in (begin, end):
            for entry, event in walk.case.calendar.items():
                until = event.until or event.from_ + timedelta(days=1)
                on_it = event.from_ <= walk.day(month) < until
                if on_it and way.option in event.bars.get(way.issue, ()):
                    yield f"{entry} bars {name}"
        for other, (_, other_end, later) in taken.items():
            if other == name or later.issue != way.issue or other_end < end:
                continue
            if other_end == end or not may_follow(walk, way, later):
                yield f"{other} takes back {name}"


def _assent_faults(walk: Walk, ends: Ends) -> Iterator[str]:
    package = tuple(walk.package.values())
    for end, way in zip(ends, walk.ways, strict=True):
        if end is None:
            continue
        done, _ = state(walk, ends, end - way.months)
        case = walk.after(done)
        for ratifier in walk.case.issues[way.issue].options[way.option].calls:
            if ratifier in case.ratifiers and gain(case, ratifier, package) < reserve(
                case, ratifier
            ):
                yield f"{ratifier} has not accepted {way.name}"


def flow(walk: Walk, principal: str, done: frozenset[str], package: Package) -> Fraction:
    """Return a principal's gain in a month, less what its violated wishes cost it."""
    key = (principal, done, package)
    if key not in walk.seen:
        case = walk.after(done)
        total = gain(case, principal, package)
        for wish in case.wishes.values():
            if wish.party == principal and any(chosen(case, package, wish.then)):
                total -= 0 if any(chosen(case, package, wish.first)) else wish.points.mode
        walk.seen[key] = total
    return walk.seen[key]


def shares(walk: Walk, ends: Ends) -> dict[str, Fraction]:
    """Return each principal's share of its most, over all months; those with a most above 0."""
    found = {}
    states = [state(walk, ends, month) for month in range(walk.months)]
    for principal, most in walk.most.items():
        if most > 0:
            weights = _weights(walk, principal)
            total = sum(
                (w * flow(walk, principal, *s) for w, s in zip(weights, states, strict=True)),
                Fraction(0),
            )
            found[principal] = total / (sum(weights) * most)
    return found


def quality(walk: Walk, ends: Ends) -> Quality:
    """Return how good a plan is: of two the larger is better."""
    _, package = state(walk, ends, walk.months)
    settable = {way.issue for way in walk.ways}
    aims = {w.issue for w in walk.ways if w.option == walk.package[w.issue]} | {
        issue for issue in settable if walk.package[issue] == walk.held[issue]
    }
    reached = sum(
        option == walk.package[issue]
        for issue, option in zip(walk.case.issues, package, strict=True)
        if issue in aims
    )
    taken = [end for end in ends if end is not None]
    return (
        reached if walk.leaders else 0,
        tuple(sorted(shares(walk, ends).values())),
        -len(taken),
        -sum(taken),
    )


def plans(walk: Walk) -> Iterator[Ends]:
    """Yield every plan that breaks nothing."""
    spans: Sequence[tuple[int | None, ...]] = [
        (None, *range(way.months, walk.months + 1)) for way in walk.ways
    ]
    for ends in itertools.product(*spans):
        if next(faults(walk, ends), None) is None:
            yield ends


def best(walk: Walk) -> Quality:
    """Return the quality of the best plan."""
    return max(quality(walk, ends) for ends in plans(walk))
