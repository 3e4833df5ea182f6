"""Bargaining solutions over the zone of agreement, exact, with every tied point.

The disagreement point is the reserves. Each solution picks among the efficient points of the zone:
a package that none dominates attains each of the four maxima, so nothing is lost.

Sources: Nash (1950); Kalai & Smorodinsky (1975), on a discrete set by leximin; Kalai (1977) for the
egalitarian solution, refined by leximin; the utilitarian maximises the sum of gains.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod
from typing import Any

from detente.negotiation.question import Point

Gains = tuple[Fraction, ...]


@dataclass(frozen=True)
class Solution:
    """A named solution.

    Attributes
    ----------
    point
        The canonical point: of those tied, the one whose package comes first by option ids.
    tied
        All points that attain the maximum.
    """

    point: Point
    tied: tuple[Point, ...]


def solutions(points: Sequence[Point], reserves: Gains) -> dict[str, Solution]:
    """Return the four solutions over the efficient points of a zone.

    Parameters
    ----------
    points
        Efficient points of the zone.
    reserves
        The disagreement point, in the order of the points' values.

    Returns
    -------
    dict
        ``nash``, ``kalai_smorodinsky``, ``egalitarian`` and ``utilitarian``; empty when the zone
        is empty, for then there is nothing to choose from.

    Examples
    --------
    >>> four, two, one, nothing = (Fraction(n) for n in (4, 2, 1, 0))
    >>> a, b = Point((four, one), {"x": "p"}, 1), Point((two, two), {"x": "q"}, 1)
    >>> for name, found in solutions([a, b], (nothing, nothing)).items():
    ...     print(name, found.point.package["x"], len(found.tied))
    nash p 2
    kalai_smorodinsky p 2
    egalitarian q 1
    utilitarian p 1
    """
    if not points:
        return {}
    product = nash(points, reserves)
    ideal = tuple(max(column) for column in zip(*(point.values for point in points), strict=True))
    rules: dict[str, Callable[[Gains], Any]] = {
        "kalai_smorodinsky": lambda v: _shares(v, reserves, ideal),
        "egalitarian": lambda v: tuple(sorted(_less(v, reserves))),
        "utilitarian": lambda v: sum(v, Fraction(0)),
    }
    return {"nash": product, **{name: _best(points, rule) for name, rule in rules.items()}}


def nash(points: Sequence[Point], reserves: Gains) -> Solution:
    """Return the Nash solution over the efficient points of a zone, of which there is one or more.

    Most parties above their reserve first, then the product of what those have above it; compared
    in whole numbers of one unit.
    """
    values = [value for point in points for value in point.values]
    unit = lcm(*[value.denominator for value in (*values, *reserves)])
    floors = [r.numerator * (unit // r.denominator) for r in reserves]

    def mark(point: Point) -> tuple[int, int]:
        excess = [
            value.numerator * (unit // value.denominator) - floor
            for value, floor in zip(point.values, floors, strict=True)
        ]
        positive = [value for value in excess if value > 0]
        return len(positive), prod(positive)

    return _chosen(points, [mark(point) for point in points])


def _less(values: Gains, reserves: Gains) -> Gains:
    return tuple(value - reserve for value, reserve in zip(values, reserves, strict=True))


def _shares(values: Gains, reserves: Gains, ideal: Gains) -> Gains:
    """Each party's share of its range, worst first; parties without a range are left out."""
    return tuple(
        sorted(
            (value - reserve) / (best - reserve)
            for value, reserve, best in zip(values, reserves, ideal, strict=True)
            if best != reserve
        )
    )


def _best(points: Sequence[Point], rule: Callable[[Gains], Any]) -> Solution:
    return _chosen(points, [rule(point.values) for point in points])


def _chosen(points: Sequence[Point], marks: Sequence[Any]) -> Solution:
    top = max(marks)
    tied = sorted(
        (point for point, mark in zip(points, marks, strict=True) if mark == top),
        key=lambda point: tuple(point.package.values()),
    )
    return Solution(tied[0], tuple(tied))
