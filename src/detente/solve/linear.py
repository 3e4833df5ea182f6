"""Linear programs in rationals: the least and the most of a linear function, exactly.

A tableau of whole numbers with one common denominator (Edmonds 1967; Bareiss 1968) is pivoted by
Bland's rule (1977), which cannot run in circles. Nothing is rounded, so that "never below" means
never. It is made for small programs, of some twenty variables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

Vector = tuple[Fraction, ...]
Row = tuple[Vector, Fraction]
"""Coefficients, and the number that their sum is compared with."""


@dataclass(frozen=True)
class Region:
    """A convex region: every variable at least 0, and rows that hold.

    Attributes
    ----------
    size
        How many variables there are.
    at_least
        Rows ``(a, b)`` with a·x ≥ b.
    equal
        Rows with a·x = b.
    """

    size: int
    at_least: tuple[Row, ...] = ()
    equal: tuple[Row, ...] = ()

    def holds(self, point: Sequence[Fraction]) -> bool:
        """Whether a point lies in the region, exactly."""
        return (
            all(x >= 0 for x in point)
            and all(dot(row, point) >= least for row, least in self.at_least)
            and all(dot(row, point) == value for row, value in self.equal)
        )


@dataclass(frozen=True)
class Optimum:
    """The least, or the most, of a linear function over a region, and a vertex that attains it."""

    value: Fraction
    point: Vector


class UnboundedError(ValueError):
    """A linear function has no least value, or no largest, over a region."""


class Linear:
    """A region made ready to be asked for the least and the most of linear functions.

    Parameters
    ----------
    region
        The region.

    Attributes
    ----------
    feasible
        Whether the region holds a point.

    Notes
    -----
    Tie rule: every question starts from the same vertex, and of several vertices that attain a
    value the one that Bland's rule comes to first is given. It depends on the region and the
    function alone.

    Examples
    --------
    >>> one = Fraction(1)
    >>> simplex = Linear(Region(2, ((( one, -2 * one), Fraction(0)),), (((one, one), one),)))
    >>> simplex.feasible, simplex.minimum((one, Fraction(0)))
    (True, Optimum(value=Fraction(2, 3), point=(Fraction(2, 3), Fraction(1, 3))))
    """

    def __init__(self, region: Region) -> None:
        self._size = region.size
        self._table, self._basis = _begun(region)
        self._denominator = 1
        columns = len(self._table[0]) - 1 if self._table else region.size
        self._real = columns - sum(b < 0 for b in self._basis)
        self.feasible = self._first_phase(columns)

    def minimum(self, costs: Sequence[Fraction]) -> Optimum:
        """Return the least value of Σ costs · x, and where it is attained.

        Raises
        ------
        UnboundedError
            When it falls without end.
        ValueError
            When the region is empty.
        """
        if not self.feasible:
            raise ValueError("an empty region has no least value")
        unit = lcm(*(Fraction(cost).denominator for cost in costs))
        whole = [int(cost * unit) for cost in costs] + [0] * (self._real - self._size)
        table = [[*row] for row in self._table]
        basis = [*self._basis]
        objective = [self._denominator * cost for cost in whole] + [0]
        for row, place in zip(table, basis, strict=True):
            if whole[place]:
                objective = [a - whole[place] * b for a, b in zip(objective, row, strict=True)]
        denominator = _bland(table, basis, objective, self._denominator, self._real)
        found = [Fraction(0)] * self._real
        for row, place in zip(table, basis, strict=True):
            found[place] = Fraction(row[-1], denominator)
        point = tuple(found[: self._size])
        return Optimum(dot(costs, point), point)

    def maximum(self, costs: Sequence[Fraction]) -> Optimum:
        """Return the largest value of Σ costs · x, and where it is attained; see ``minimum``."""
        found = self.minimum([-cost for cost in costs])
        return Optimum(-found.value, found.point)

    def _first_phase(self, columns: int) -> bool:
        """Drive the artificial variables to zero; return whether that is possible."""
        table, basis = self._table, self._basis
        made = [n for n, place in enumerate(basis) if place < 0]
        for place, n in enumerate(made):
            basis[n] = self._real + place
        objective = [0] * (columns + 1)
        for n in made:
            objective = [a - b for a, b in zip(objective, table[n], strict=True)]
        for column in range(self._real, columns):
            objective[column] = 0
        denominator = _bland(table, basis, objective, 1, columns)
        if objective[-1]:
            return False
        kept: list[int] = []
        for n in range(len(table)):
            if basis[n] >= self._real:
                column = next((c for c in range(self._real) if table[n][c]), -1)
                if column < 0:
                    continue  # the row repeats others
                if table[n][column] < 0:
                    table[n] = [-entry for entry in table[n]]
                denominator = _pivot(table, [], n, column, denominator)
                basis[n] = column
            kept.append(n)
        self._table = [[*table[n][: self._real], table[n][-1]] for n in kept]
        self._basis = [basis[n] for n in kept]
        self._denominator = denominator
        return True


def dot(one: Iterable[Fraction], other: Iterable[Fraction]) -> Fraction:
    """Return the sum of products of two rows of numbers.

    Examples
    --------
    >>> dot((Fraction(1), Fraction(2)), (Fraction(3), Fraction(4)))
    Fraction(11, 1)
    """
    return sum((a * b for a, b in zip(one, other, strict=True) if a and b), Fraction(0))


def _begun(region: Region) -> tuple[list[list[int]], list[int]]:
    """Return the rows in whole numbers, and each row's basic column: −1 where it has to be made."""
    rows: list[tuple[list[int], int, int]] = []
    for place, (row, value) in enumerate((*region.at_least, *region.equal)):
        unit = lcm(*(Fraction(entry).denominator for entry in (*row, value)))
        whole, right = [int(entry * unit) for entry in row], int(value * unit)
        slack = -1 if place < len(region.at_least) else 0
        if right < 0 or (right == 0 and slack):
            whole, right, slack = [-entry for entry in whole], -right, -slack
        rows.append((whole, right, slack))
    slacks = len(region.at_least)
    made = [n for n, (_, _, slack) in enumerate(rows) if slack < 1]
    table, basis = [], []
    for n, (whole, right, slack) in enumerate(rows):
        own = [slack if n == column else 0 for column in range(slacks)]
        artificial = [int(n == other) for other in made]
        table.append([*whole, *own, *artificial, right])
        basis.append(region.size + n if slack == 1 else -1)
    return table, basis


def _bland(
    table: list[list[int]], basis: list[int], objective: list[int], denominator: int, columns: int
) -> int:
    """Pivot until no column lowers the objective; return the denominator it ends with."""
    while True:
        column = next((c for c in range(columns) if objective[c] < 0), None)
        if column is None:
            return denominator
        chosen = None
        for n, row in enumerate(table):
            if row[column] <= 0:
                continue
            if chosen is not None:
                best = table[chosen]
                apart = row[-1] * best[column] - best[-1] * row[column]
                if apart > 0 or (apart == 0 and basis[n] > basis[chosen]):
                    continue
            chosen = n
        if chosen is None:
            raise UnboundedError("the function falls without end")
        denominator = _pivot(table, objective, chosen, column, denominator)
        basis[chosen] = column


def _pivot(
    table: list[list[int]], objective: list[int], chosen: int, column: int, denominator: int
) -> int:
    """Bring a column into the basis; every division is exact. Returns the new denominator."""
    pivot_row = table[chosen]
    pivot = pivot_row[column]
    for n, row in enumerate(table):
        if n != chosen:
            table[n] = _less(row, pivot_row, pivot, row[column], denominator)
    if objective:
        objective[:] = _less(objective, pivot_row, pivot, objective[column], denominator)
    return pivot


def _less(row: list[int], other: list[int], pivot: int, factor: int, denominator: int) -> list[int]:
    if not factor:
        return [entry * pivot // denominator for entry in row]
    return [
        (entry * pivot - factor * held) // denominator
        for entry, held in zip(row, other, strict=True)
    ]
