"""How far: the largest share of its most that an agreement can bring to every principal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm

from detente.case.case import Case
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted, Point, Question, Row, obstacles, zone


def most(payoffs: Payoffs) -> dict[str, Fraction]:
    """Return M: each principal's largest gain over feasible packages, every obstacle lifted.

    It is fixed once for a case, so that J can be compared as obstacles are lifted. A principal
    for which nothing is feasible has 0.
    """
    return {p: top(answer(payoffs, largest(payoffs.case, p))) for p in payoffs.case.principals}


def largest(case: Case, principal: str) -> Question:
    """Return the question for one principal's M."""
    return Question((Row(principal),), lifted=frozenset(obstacles(case)))


def top(best: tuple[Point, ...]) -> Fraction:
    """Return the value of a single row's best point; 0 where nothing is feasible."""
    return best[0].values[0] if best else Fraction(0)


def is_open(points: tuple[Point, ...]) -> bool:
    """Whether efficient points of a zone make it open: one gives every principal more than 0."""
    return any(all(value > 0 for value in point.values) for point in points)


def how_far(
    points: tuple[Point, ...], tops: Mapping[str, Fraction]
) -> tuple[Fraction, Point | None]:
    """Return J and the point that attains it.

    J is the maximum over the zone of the least gain / M among principals; 0 and no point where the
    zone is not open. A principal whose M is 0 or less, to whom the case itself offers nothing, is
    left out: a zone can be open to it only in another situation.

    Parameters
    ----------
    points
        Efficient points of the zone, values in the order of ``tops``.
    tops
        M of each principal.
    """
    if not is_open(points):
        return Fraction(0), None
    giving = [point for point in points if is_open((point,))]
    shares = _shares(giving, [*tops.values()])
    best = max(shares)
    tied = [point for point, share in zip(giving, shares, strict=True) if share == best]
    chosen = min(tied, key=lambda point: tuple(point.package.values()))
    of_each = [v / m for v, m in zip(chosen.values, tops.values(), strict=True) if m > 0]
    return min(of_each, default=Fraction(0)), chosen


def _shares(points: Sequence[Point], tops: Sequence[Fraction]) -> list[int]:
    """Return each point's least share of the tops, as whole numbers of one unit."""
    kept = [(place, m) for place, m in enumerate(tops) if m > 0]
    unit = lcm(*[point.values[place].denominator for point in points for place, _ in kept])
    common = lcm(*[m.numerator for _, m in kept])
    factors = [(place, unit * m.denominator * (common // m.numerator)) for place, m in kept]
    return [
        min(
            [
                point.values[place].numerator * factor // point.values[place].denominator
                for place, factor in factors
            ],
            default=0,
        )
        for point in points
    ]


def reach(
    payoffs: Payoffs,
    tops: Mapping[str, Fraction],
    lifted: Lifted = NOTHING,
    least: Fraction = Fraction(0),
) -> Fraction:
    """Return J with some obstacles lifted.

    Parameters
    ----------
    payoffs
        The compiled case.
    tops
        M of each principal.
    lifted
        The obstacles.
    least
        What J is known to be at least: J with fewer of them lifted. Only packages that bring every
        principal so large a share of its M are looked at.
    """
    return how_far(answer(payoffs, farther(zone(payoffs.case, lifted), tops, least)), tops)[0]


def farther(asked: Question, tops: Mapping[str, Fraction], least: Fraction) -> Question:
    """Return a question narrowed to packages that bring every principal a share of its M."""
    floors = tuple((Row(p), least * m) for p, m in tops.items() if m > 0 and least > 0)
    return replace(asked, floors=(*asked.floors, *floors)) if floors else asked
