"""How a compiled case stands: open or not, how far it can go, and the Nash package.

What :func:`detente.negotiation.reach.how_far` and :func:`detente.negotiation.bargaining.nash` say
of the points of the zone, worked out in whole numbers and without naming every package: for cases
that are asked in hundreds of variants.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod

from detente.negotiation.compiler import frontier_of
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import zone
from detente.solve.program import Frontier


@dataclass(frozen=True, slots=True)
class Stand:
    """How a case stands.

    Attributes
    ----------
    open
        Whether the zone gives every principal more than nothing.
    j
        The largest share of its most that the zone brings to every principal; 0 where not open.
    nash
        The Nash package, the canonical one of several; ``None`` where the zone is empty.
    gains
        What it brings each principal; empty where there is none.
    """

    open: bool
    j: Fraction
    nash: Mapping[str, str] | None
    gains: Mapping[str, Fraction]


def stand(payoffs: Payoffs, tops: Mapping[str, Fraction]) -> Stand:
    """Return how a compiled case stands.

    Parameters
    ----------
    payoffs
        The compiled case.
    tops
        M of each principal, by which J is measured; those without any are left out of it.

    Raises
    ------
    NotProved
        When the case is too large for the engine.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.negotiation.reach import most
    >>> from detente.testing import two_issue_case
    >>> payoffs = compile_case(two_issue_case())
    >>> found = stand(payoffs, most(payoffs))
    >>> found.open, found.j, found.nash
    (True, Fraction(1, 3), {'price': 'high', 'delivery': 'early'})
    """
    found = frontier_of(payoffs, zone(payoffs.case))
    if not found.points:
        return Stand(False, Fraction(0), None, {})
    units = [payoffs.scale[p] for p in payoffs.case.principals]
    giving = [point for point in found.points if min(point) > 0]
    place = _nash(payoffs, found, units)
    named = zip(payoffs.layout.options.items(), found.packages[place], strict=True)
    gains = zip(payoffs.case.principals, found.points[place], units, strict=True)
    return Stand(
        open=bool(giving),
        j=_share(giving, units, [*tops.values()]) if giving else Fraction(0),
        nash={issue: options[number] for (issue, options), number in named},
        gains={p: Fraction(value, unit) for p, value, unit in gains},
    )


def _share(points: list[tuple[int, ...]], units: list[int], tops: list[Fraction]) -> Fraction:
    kept = [(place, top) for place, top in enumerate(tops) if top > 0]
    if not kept:
        return Fraction(0)
    common = lcm(*[units[place] * top.numerator for place, top in kept])
    factors = [
        (place, top.denominator * (common // (units[place] * top.numerator))) for place, top in kept
    ]
    best = max(min([point[place] * factor for place, factor in factors]) for point in points)
    return Fraction(best, common)


def _nash(payoffs: Payoffs, found: Frontier, units: list[int]) -> int:
    """Return the place of the Nash point: most above their reserve, then their product."""
    common = lcm(*units)
    floors = [payoffs.whole_reserve[p] for p in payoffs.case.principals]
    terms = [(floor, common // unit) for floor, unit in zip(floors, units, strict=True)]
    marks = []
    for point in found.points:
        above = [
            (value - floor) * factor
            for value, (floor, factor) in zip(point, terms, strict=True)
            if value > floor
        ]
        marks.append((len(above), prod(above)))
    best = max(marks)
    tied = [place for place, mark in enumerate(marks) if mark == best]
    ids = payoffs.layout.order
    return min(tied, key=lambda at: [of[o] for of, o in zip(ids, found.packages[at], strict=True)])
