"""How far: the largest share of its most that an agreement can bring to every principal."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted, Point, Question, Row, obstacles, zone


def most(payoffs: Payoffs) -> dict[str, Fraction]:
    """Return M: each principal's largest gain over feasible packages, every obstacle lifted.

    It is fixed once for a case, so that J can be compared as obstacles are lifted. A principal
    for which nothing is feasible has 0.
    """
    lifted = frozenset(obstacles(payoffs.case))
    found: dict[str, Fraction] = {}
    for principal in payoffs.case.principals:
        best = answer(payoffs, Question((Row(principal),), lifted=lifted))
        found[principal] = best[0].values[0] if best else Fraction(0)
    return found


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
    shares = [
        min(
            (v / m for v, m in zip(point.values, tops.values(), strict=True) if m > 0),
            default=Fraction(0),
        )
        for point in giving
    ]
    top = max(shares)
    tied = [point for point, share in zip(giving, shares, strict=True) if share == top]
    return top, min(tied, key=lambda point: tuple(point.package.values()))


def reach(payoffs: Payoffs, tops: Mapping[str, Fraction], lifted: Lifted = NOTHING) -> Fraction:
    """Return J with some obstacles lifted."""
    return how_far(answer(payoffs, zone(payoffs.case, lifted)), tops)[0]
