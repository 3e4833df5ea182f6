"""Points spread evenly over a convex body: hit-and-run (Smith 1984), many chains at once.

From a point a direction is drawn, and the next point evenly on the chord that the direction cuts
out of the body. Directions are drawn at random among those that lead to the body's corners, so that
a body that is long in one way and thin in another is crossed as easily as a round one; a law of
directions that does not ask where the chain stands leaves the even law as it is (Bélisle, Romeijn
and Smith 1993).

Points of one chain resemble each other. Chains are independent, though, and what is found in them
is as sure as their means agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.solve.hull import Hull
from detente.solve.law import Floats

CHAINS = 100
"""Chains that run side by side, each from the centre of the body, with draws of its own."""

LEAST = 100
"""Steps that a chain takes before its first point is kept, at least."""


@dataclass(frozen=True, eq=False)
class Sample:
    """Points of a body.

    Attributes
    ----------
    points
        Shape (chains, kept, variables).
    burn, thin
        Steps before the first point that is kept, and from one that is kept to the next.
    """

    points: Floats
    burn: int
    thin: int


@dataclass(frozen=True)
class Mean:
    """A mean over a sample, and how sure it is.

    Attributes
    ----------
    value
        The mean.
    error
        Its standard error, from how far the means of the chains lie apart.
    worth
        How many independent points it is worth; at most as many as there are. ``None`` where all
        points agree.
    """

    value: float
    error: float
    worth: float | None


def pace(dimensions: int) -> tuple[int, int]:
    """Return how many steps are taken before the first point is kept, and between two.

    Of d dimensions, d³ and d² / 2: in a body that is about round a chain forgets its start in
    some d³ steps at most, up to logarithms (Lovász and Vempala 2006). The factor is not known; what
    resemblance is left is counted in the error.

    Examples
    --------
    >>> pace(1), pace(3), pace(10)
    ((100, 1), (100, 5), (1000, 50))
    """
    return max(LEAST, dimensions**3), max(1, -(-(dimensions**2) // 2))


def hit_and_run(body: Hull, count: int, rng: np.random.Generator) -> Sample:
    """Return points spread evenly over a body, within its hull.

    Parameters
    ----------
    body
        The body. One of no dimension is the same point every time.
    count
        How many points, 1 or more; rounded up to as many in each of 100 chains.
    rng
        Where randomness comes from: the same state gives the same points.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from detente.solve.hull import hull
    >>> from detente.solve.linear import Region
    >>> body = hull(Region(2, (), (((Fraction(1),) * 2, Fraction(1)),)))
    >>> found = hit_and_run(body, 400, np.random.Generator(np.random.PCG64(1))).points
    >>> found.shape, bool((found >= 0).all() and (abs(found.sum(axis=2) - 1) < 1e-12).all())
    ((100, 4, 2), True)
    """
    kept, size = -(-count // CHAINS), len(body.centre)
    burn, thin = pace(len(body.free))
    points = np.empty((CHAINS, kept, size))
    if not body.free:
        points[:] = [float(value) for value in body.centre]
        return Sample(points, 0, 1)
    at = np.tile([float(body.centre[place]) for place in body.free], (CHAINS, 1))
    ways = np.array(
        [[float(corner[p] - body.centre[p]) for p in body.free] for corner in body.corners]
    )
    rows = np.array([[float(entry) for entry in row] for row, _ in body.rows])
    ends = np.array([float(least) for _, least in body.rows])
    for turn in range(kept):
        for _ in range(thin if turn else burn):
            at = _stepped(at, ways, rows, ends, rng)
        points[:, turn] = _all(body, at)
    return Sample(points, burn, thin)


def _stepped(
    at: Floats, ways: Floats, rows: Floats, ends: Floats, rng: np.random.Generator
) -> Floats:
    """Return where each chain stands after one step; shape (chains, coordinates)."""
    direction = rng.standard_normal((len(at), len(ways))) @ ways
    speed, room = direction @ rows.T, np.maximum(at @ rows.T - ends, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        reach = -room / speed
    far = np.where(speed < 0, reach, np.inf).min(axis=1)
    back = np.where(speed > 0, reach, -np.inf).max(axis=1)
    length = back + (far - back) * rng.random(len(at))
    return np.asarray(at + length[:, None] * direction)


def _all(body: Hull, at: Floats) -> Floats:
    """Return all variables of points given by the free ones; none falls below 0 by rounding."""
    found = np.empty((len(at), len(body.centre)))
    found[:, body.free] = at
    for place, (coefficients, constant) in body.bound.items():
        found[:, place] = at @ np.array([float(c) for c in coefficients]) + float(constant)
    return np.maximum(found, 0)


def mean_of(values: Floats | NDArray[np.bool_]) -> Mean:
    """Return the mean of what is found at the points of a sample, and how sure it is.

    The chains are batches: with m their means, the standard error is the standard deviation of m
    over the root of their number. A mean is worth as many independent points as would have that
    error.

    Parameters
    ----------
    values
        Shape (chains, kept), of two chains or more.

    Examples
    --------
    >>> found = mean_of(np.array([[0.0, 1.0], [1.0, 1.0], [0.0, 0.0]]))
    >>> found.value, round(found.error, 3), round(found.worth, 2)
    (0.5, 0.289, 3.0)
    """
    numbers = np.asarray(values, dtype=np.float64)
    chains, spread = numbers.mean(axis=1), float(numbers.var())
    error = float(np.sqrt(chains.var(ddof=1) / len(chains)))
    if spread == 0:
        return Mean(float(numbers.flat[0]), 0.0, None)
    worth = min(float(numbers.size), spread / error**2) if error else float(numbers.size)
    return Mean(float(numbers.mean()), error, worth)
