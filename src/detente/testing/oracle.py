"""The answers by the definitions, from a table of every package: slow, exact, easy to check.

Frontiers, solutions, and how far the case goes; what one principal can offer another stands in
``oracle_offers``. Nothing here shares code with the rooms it checks. The canonical package among
several is the smallest tuple of option ids, in the case's order of issues.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.solve.exhaustive import Vector, arg_max, efficient, leximin
from detente.testing.oracle_offers import Most, Offer, gift, most, offers
from detente.testing.oracle_table import (
    NOTHING,
    Package,
    Row,
    Table,
    called_on,
    gain,
    is_feasible,
    removable,
    reserve,
    score,
    tabulate,
)

__all__ = [
    "EMPTY_ZONE",
    "NOTHING",
    "SOLUTIONS",
    "Most",
    "Offer",
    "Package",
    "Point",
    "Row",
    "Sizes",
    "Solution",
    "Table",
    "called_on",
    "feasible_frontier",
    "gain",
    "gift",
    "how_far",
    "is_feasible",
    "is_open",
    "largest_gains",
    "most",
    "offers",
    "removable",
    "reserve",
    "score",
    "sizes",
    "solution",
    "solutions",
    "tabulate",
    "zone_frontier",
]

SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
"""The bargaining solutions, in the order of :func:`solutions`."""

EMPTY_ZONE = "the zone of agreement is empty"
"""The reason why there is no solution."""


@dataclass(frozen=True)
class Point:
    """Gains of the principals, with all packages that bring them, sorted."""

    gains: Vector
    packages: tuple[Package, ...]
    canonical: Package


@dataclass(frozen=True)
class Solution:
    """All tied points of a bargaining solution, by ascending gains, and the canonical one."""

    name: str
    points: tuple[Point, ...]
    canonical: Point | None
    reason: str | None = None


@dataclass(frozen=True)
class Sizes:
    """How many packages are feasible, in each principal's win-set, and in the zone."""

    feasible: int
    win_sets: Mapping[str, int]
    zone: int


def is_open(table: Table) -> bool:
    """Return whether the zone holds a package that gives every principal more than nothing."""
    return any(all(v > 0 for v in table.vector(row)) for row in table.zone)


def sizes(table: Table) -> Sizes:
    """Count the feasible packages, those of each win-set, and those of the zone."""
    wins = {p: sum(p in row.accepting for row in table.rows) for p in table.principals}
    return Sizes(len(table.feasible), wins, len(table.zone))


def _point(gains: Vector, rows: Iterable[Row]) -> Point:
    packages = tuple(sorted(row.package for row in rows))
    return Point(gains, packages, packages[0])


def feasible_frontier(table: Table) -> tuple[Point, ...]:
    """Return the points efficient among feasible packages, by ascending gains."""
    return tuple(_point(v, rows) for v, rows in efficient(table.feasible, table.vector))


def zone_frontier(table: Table) -> tuple[Point, ...]:
    """Return the points efficient within the zone, by ascending gains.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [point.canonical for point in zone_frontier(tabulate(two_issue_case()))]
    [('middle', 'early'), ('high', 'early')]
    """
    return tuple(_point(v, rows) for v, rows in efficient(table.zone, table.vector))


def solution(table: Table, name: str) -> Solution:
    """Return one bargaining solution over the zone, the reserves being the point of departure.

    Parameters
    ----------
    table
        The case, evaluated.
    name
        One of :data:`SOLUTIONS`. ``nash`` maximises how many principals are above their
        reserves, then the product of their v − d. ``kalai_smorodinsky`` is the leximin of
        (v − d) / (ideal − d), principals without a range left out; ``egalitarian`` the leximin
        of v − d; ``utilitarian`` the largest sum of v.

    Raises
    ------
    KeyError
        When the name is none of these.
    """
    d = tuple(reserve(table.case, p) for p in table.principals)
    zone = table.zone
    ideal = tuple(
        max((row.gains[p] for row in zone), default=Fraction(0)) for p in table.principals
    )

    def above(row: Row) -> Vector:
        return tuple(v - low for v, low in zip(table.vector(row), d, strict=True))

    def nash(row: Row) -> tuple[int, Fraction]:
        positive = [x for x in above(row) if x > 0]
        return len(positive), math.prod(positive, start=Fraction(1))

    def kalai_smorodinsky(row: Row) -> Vector:
        ranges = [top - low for top, low in zip(ideal, d, strict=True)]
        return leximin(x / r for x, r in zip(above(row), ranges, strict=True) if r)

    keys: dict[str, Callable[[Row], Any]] = {
        "nash": nash,
        "kalai_smorodinsky": kalai_smorodinsky,
        "egalitarian": lambda row: leximin(above(row)),
        "utilitarian": lambda row: sum(table.vector(row)),
    }
    best = arg_max(zone, keys[name])
    if not best:
        return Solution(name, (), None, EMPTY_ZONE)
    vectors = sorted({table.vector(row) for row in best})
    points = tuple(_point(v, (r for r in best if table.vector(r) == v)) for v in vectors)
    return Solution(name, points, min(points, key=lambda point: point.canonical))


def solutions(table: Table) -> dict[str, Solution]:
    """Return every bargaining solution over the zone, by name.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> solutions(tabulate(two_issue_case()))["nash"].canonical.packages
    (('high', 'early'),)
    """
    return {name: solution(table, name) for name in SOLUTIONS}


def largest_gains(case: Case) -> dict[str, Fraction | None]:
    """Return M_p: each principal's largest gain over feasible packages, all obstacles lifted.

    Only obstacles marked removable are lifted. ``None`` where nothing is feasible.
    """
    table = tabulate(case, removable(case))
    return {p: max((row.gains[p] for row in table.feasible), default=None) for p in case.principals}


def how_far(table: Table, largest: Mapping[str, Fraction | None] | None = None) -> Fraction:
    """Return J: the largest min_p gain_p / M_p over the zone; 0 where the zone is not open.

    Parameters
    ----------
    table
        The case, evaluated under the obstacles lifted.
    largest
        M_p, to be computed once where several tables of one case are compared.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> how_far(tabulate(two_issue_case()))
    Fraction(1, 3)
    """
    if not is_open(table):
        return Fraction(0)
    known = largest_gains(table.case) if largest is None else largest
    top = {p: m for p, m in known.items() if m is not None}
    return max(min(row.gains[p] / top[p] for p in table.principals) for row in table.zone)
