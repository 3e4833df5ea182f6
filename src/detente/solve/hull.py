"""The affine hull of a region: coordinates in which it has an inside, and a point inside it.

Rows that hold with equality in every point of the region are found by linear programs, all in
rationals. What is left of the variables, the free ones, are coordinates of the hull; the others
follow from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.solve.linear import Linear, Region, Row, Vector, dot


@dataclass(frozen=True)
class Hull:
    """A bounded region in the coordinates of its hull.

    Attributes
    ----------
    free
        The variables that are coordinates; as many as the region has dimensions.
    bound
        Each other variable, as ``(coefficients of the free ones, constant)``.
    rows
        Rows ``(a, b)`` over the free variables: a·y ≥ b in the region, and above b at the centre.
    centre
        A point inside the region, all variables.
    corners
        Vertices of the region that span it, all variables; the centre is their mean.
    """

    free: tuple[int, ...]
    bound: dict[int, Row]
    rows: tuple[Row, ...]
    centre: Vector
    corners: tuple[Vector, ...]


def hull(region: Region, program: Linear | None = None) -> Hull:
    """Return the hull of a region that holds a point and is bounded.

    Parameters
    ----------
    region
        The region.
    program
        The region made ready, where it is already.

    Raises
    ------
    UnboundedError
        When a row can be exceeded without end.
    ValueError
        When the region is empty.

    Examples
    --------
    >>> one, half = Fraction(1), Fraction(1, 2)
    >>> found = hull(Region(3, (((one, -one, one * 0), half),), (((one,) * 3, one),)))
    >>> found.free, found.centre
    ((1, 2), (Fraction(3, 4), Fraction(1, 12), Fraction(1, 6)))
    """
    ready = program or Linear(region)
    if not ready.feasible:
        raise ValueError("an empty region has no inside")
    axes = [(_unit(place, region.size), Fraction(0)) for place in range(region.size)]
    tight, loose, corners = [], [], {}
    for row, least in (*axes, *region.at_least):
        best = ready.maximum(row)
        if best.value == least:
            tight.append((row, least))
        else:
            loose.append((row, least))
            corners[best.point] = True
    free, bound = _solved([*region.equal, *tight], region.size)
    if not corners:
        corners[ready.minimum(_unit(0, region.size)).point] = True
    while (across := _across([*corners], free)) is not None:
        direction = _spread(across, free, region.size)
        corners[ready.minimum(direction).point] = True
        corners[ready.maximum(direction).point] = True
    share = Fraction(1, len(corners))
    centre = tuple(share * sum(values) for values in zip(*corners, strict=True))
    return Hull(free, bound, tuple(_shortened(loose, free, bound)), centre, tuple(corners))


def _unit(place: int, size: int) -> Vector:
    return tuple(Fraction(place == other) for other in range(size))


def _spread(direction: Sequence[Fraction], free: Sequence[int], size: int) -> list[Fraction]:
    found = [Fraction(0)] * size
    for place, value in zip(free, direction, strict=True):
        found[place] = value
    return found


def _reduced(matrix: list[list[Fraction]], columns: int) -> list[int]:
    """Reduce the rows of a matrix in place (Gauss and Jordan); return the pivots' columns."""
    pivots: list[int] = []
    for column in range(columns):
        done = len(pivots)
        place = next((n for n in range(done, len(matrix)) if matrix[n][column]), None)
        if place is None:
            continue
        matrix[done], matrix[place] = matrix[place], matrix[done]
        head = matrix[done][column]
        matrix[done] = [entry / head for entry in matrix[done]]
        for n, row in enumerate(matrix):
            if n != done and row[column]:
                factor = row[column]
                matrix[n] = [a - factor * b for a, b in zip(row, matrix[done], strict=True)]
        pivots.append(column)
    return pivots


def _solved(equal: Sequence[Row], size: int) -> tuple[tuple[int, ...], dict[int, Row]]:
    """Return the free variables of equations, and the others by them."""
    matrix = [[*row, value] for row, value in equal]
    pivots = _reduced(matrix, size)
    free = tuple(column for column in range(size) if column not in pivots)
    return free, {
        pivot: (tuple(-matrix[n][column] for column in free), matrix[n][-1])
        for n, pivot in enumerate(pivots)
    }


def _across(corners: Sequence[Vector], free: Sequence[int]) -> Vector | None:
    """Return a direction in which no two corners differ; ``None`` when there is none."""
    first = corners[0]
    matrix = [[corner[place] - first[place] for place in free] for corner in corners[1:]]
    pivots = _reduced(matrix, len(free))
    if len(pivots) == len(free):
        return None
    loose = next(column for column in range(len(free)) if column not in pivots)
    found = [Fraction(0)] * len(free)
    found[loose] = Fraction(1)
    for n, pivot in enumerate(pivots):
        found[pivot] = -matrix[n][loose]
    return tuple(found)


def _shortened(rows: Sequence[Row], free: Sequence[int], bound: dict[int, Row]) -> list[Row]:
    """Return rows over the free variables alone; those that say nothing of them are left out."""
    found = []
    for row, least in rows:
        short, left = [row[place] for place in free], least
        for place, (coefficients, constant) in bound.items():
            if row[place]:
                short = [a + row[place] * b for a, b in zip(short, coefficients, strict=True)]
                left -= row[place] * constant
        if any(short):
            found.append((tuple(short), left))
    return found


def whole(found: Hull, free: Sequence[Fraction]) -> Vector:
    """Return all variables of a point that is given by the free ones.

    Examples
    --------
    >>> one = Fraction(1)
    >>> found = hull(Region(2, (), (((one, one), one),)))
    >>> whole(found, (Fraction(1, 3),))
    (Fraction(2, 3), Fraction(1, 3))
    """
    values = dict(zip(found.free, free, strict=True))
    for place, (coefficients, constant) in found.bound.items():
        values[place] = constant + dot(coefficients, free)
    return tuple(values[place] for place in sorted(values))
