"""The frontier of two objectives, hoped for before it is known.

Somewhat below what the bounds leave open a staircase of points is *hoped for*, as if solutions
attained them. A pass drops what can become nothing that these points do not dominate, which is
nearly everything; what it finds is exact above them. Where the points found cover those hoped for,
the hope was true, and all that was dropped is behind a solution: there the frontier is proved.
Elsewhere the next pass hopes for less, and seeks only what lies between.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.bounds import Sought, covered, left_open, staircase, thinned
from detente.solve.lagrange import Relaxation
from detente.solve.program import Frontier, Vector

Floats = NDArray[np.float64]
Ints = NDArray[Any]

DEPTH = 2.0**-11
"""How far below the bounds the first hopes lie, as a share of what the frontier spans."""

FARTHER = 2.0
"""How many times as far those of the next pass lie."""

DEEPEST = 1.0
"""From this depth on nothing is hoped for beyond what is known."""

SAMPLES = 2048
"""How many points are hoped for, by each objective."""

_FAR = 2**61


class Hopes:
    """What is hoped for, what is known, and what is still sought.

    Parameters
    ----------
    relaxation
        Bounds of the program.

    Attributes
    ----------
    asked
        Corners that the next pass is to seek, the first objective ascending, shape (m, 2); none
        where the frontier is proved.
    """

    def __init__(self, relaxation: Relaxation) -> None:
        self._relaxation = relaxation
        self._depth = DEPTH
        self._known = np.zeros((0, 2), dtype=np.int64)
        self._packages: dict[Vector, tuple[int, ...]] = {}
        self._counts: dict[Vector, int] = {}
        self._passed: Ints | None = None
        self._hoped = self._hopes()
        self.asked = left_open(self._hoped)

    def sought(self) -> Sought:
        """Return what the next pass is to seek."""
        return Sought(self._relaxation.ways, self.asked, self._relaxation.most)

    def learn(self, found: Frontier, *, whole: bool) -> None:
        """Learn what a pass found, and what is to be sought then.

        Parameters
        ----------
        found
            The best that the pass met.
        whole
            Whether it met everything that was asked; it did not when time was over.
        """
        points = np.array(found.points, dtype=np.int64).reshape(-1, 2)
        self._known = staircase(np.concatenate([self._known, points]))
        met = reached(points, self.asked) & whole
        for point, package, count, sure in zip(
            found.points, found.packages, found.counts, met, strict=True
        ):
            if point not in self._counts:
                self._packages[point] = package
                if sure and count is not None:
                    self._counts[point] = count
        if whole:
            self._passed = self._hoped
            self.asked = self._next(self._hoped)

    def _next(self, passed: Ints) -> Ints:
        """Hope for less where hopes have not come true, and return what is then asked."""
        asked = np.zeros((0, 2), dtype=np.int64)
        while not covered(self._known, passed).all() and not len(asked):
            if self._depth >= DEEPEST:
                break
            self._depth *= FARTHER
            self._hoped = self._hopes()
            corners = left_open(self._hoped)
            # What the last pass did not find is behind what it hoped for.
            place = np.minimum(np.searchsorted(passed[:, 0], corners[:, 0]), len(passed) - 1)
            same = (passed[place] == corners).all(axis=1)
            asked = corners[covered(passed, corners) & ~same]
        return asked

    def _hopes(self) -> Ints:
        """Return what is known and, at a depth below the bounds, what is hoped for."""
        levels = self._relaxation.most - self._depth
        if self._depth >= DEEPEST or not np.isfinite(levels).all():
            return self._known
        points = np.floor(_edge(self._relaxation.ways, levels)).astype(np.int64)
        return staircase(np.concatenate([self._known, points]))

    def frontier(self) -> Frontier:
        """Return what is known: the frontier, where nothing is asked any more."""
        points = [(int(one), int(two)) for one, two in self._known[::-1].tolist()]
        proved = not len(self.asked)
        return Frontier(
            points=tuple(points),
            packages=tuple([self._packages[point] for point in points]),
            counts=tuple([self._counts.get(point) for point in points]),
            proved=proved,
            bounds=() if proved else self._bounds(),
        )

    def _bounds(self) -> tuple[Vector, ...]:
        """Return points of which one is at least whatever is not behind what is known."""
        tops = self._passed
        if tops is None:
            edge = np.ceil(_edge(self._relaxation.ways, self._relaxation.most))
            stairs = staircase(edge.astype(np.int64))
            tops = np.concatenate([stairs[:1], stairs[1:]])
            tops[1:, 1] = stairs[:-1, 1]
            tops = staircase(tops)
        tops = thinned(tops[~covered(self._known, tops)])
        return tuple([(int(one), int(two)) for one, two in tops.tolist()])


def reached(points: Ints, corners: Ints) -> NDArray[np.bool_]:
    """Mark the points that are at least some corner in both values.

    Parameters
    ----------
    points
        Shape (n, 2).
    corners
        The first value ascending, the second descending, shape (m, 2).
    """
    least = np.concatenate([[2**62], corners[:, 1]])
    found: NDArray[np.bool_] = (
        least[np.searchsorted(corners[:, 0], points[:, 0], side="right")] <= points[:, 1]
    )
    return found


def _edge(ways: Floats, levels: Floats) -> Floats:
    """Return points on the edge of what lies below some levels in some directions.

    The first direction weighs the second value alone, the last one the first.
    """
    slanted, level = ways[1:-1].T[:, :, None], levels[1:-1, None]
    high = np.array([levels[-1] / ways[-1, 0], levels[0] / ways[0, 1]])

    def other(side: int, at: Floats) -> Floats:
        """Return the other value at some values of one side."""
        cut = (level - slanted[side] * at) / slanted[1 - side]
        found: Floats = np.minimum(cut.min(axis=0, initial=np.inf), high[1 - side])
        return found

    first = np.linspace(other(1, high[1:])[0], high[0], SAMPLES)
    second = np.linspace(other(0, high[:1])[0], high[1], SAMPLES)
    along = np.stack([first, other(0, first)], axis=1)
    across = np.stack([other(1, second), second], axis=1)
    edge: Floats = np.clip(np.concatenate([along, across]), -_FAR, _FAR)
    return edge
