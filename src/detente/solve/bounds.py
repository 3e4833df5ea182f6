"""What labels of two objectives can still become, and who may be dropped for it.

A label may be dropped when nothing that it can still become is sought. What is sought are the
corners that a staircase of points leaves open; what a label can become is bounded in several
directions. Sources: bound sets of Ehrgott & Gandibleux (2007); their use within a dynamic
programme, Bazgan, Hugot & Vanderpooten (2009).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.stages import Staged

Ints = NDArray[Any]
Floats = NDArray[np.float64]

_THIN = 512
_GRID = 2048
_NEVER = 2**62
_FAR = 4.0e18


def staircase(points: Ints) -> Ints:
    """Return the non-dominated among points, shape (n, 2), the first objective ascending.

    >>> staircase(np.array([[3, 1], [1, 3], [1, 1], [2, 2], [2, 2]])).tolist()
    [[1, 3], [2, 2], [3, 1]]
    """
    order = np.lexsort((-points[:, 1], -points[:, 0]))
    ordered = points[order]
    best = np.maximum.accumulate(ordered[:, 1])
    keep = np.ones(len(order), dtype=bool)
    keep[1:] = ordered[1:, 1] > best[:-1]
    return ordered[keep][::-1]


def thinned(stairs: Ints, size: int = _THIN) -> Ints:
    """Return at most ``size`` points of which one is at least each point of a staircase."""
    if len(stairs) <= size:
        return stairs
    ends = np.linspace(0, len(stairs), size + 1).astype(np.int64)
    # Of a run of stairs the last is highest in the first objective, the first in the second.
    return np.stack([stairs[ends[1:] - 1, 0], stairs[ends[:-1], 1]], axis=1)


def covered(stairs: Ints, points: Ints) -> NDArray[np.bool_]:
    """Mark the points, shape (n, 2), that are at most some point of a staircase.

    >>> covered(np.array([[1, 3], [3, 1]]), np.array([[1, 2], [2, 2], [3, 1]])).tolist()
    [True, False, True]
    """
    heights = np.concatenate([stairs[:, 1], [-(2**62)]])
    found: NDArray[np.bool_] = (
        heights[np.searchsorted(stairs[:, 0], points[:, 0], side="left")] >= points[:, 1]
    )
    return found


def relaxed(staged: Staged) -> tuple[Ints, ...]:
    """Return, for each step, a thinned frontier of what later steps can bring both objectives.

    Terms that are still open bring the most that they might, as charges do.
    """
    first, second = staged.program.objectives
    rows = [first, second]
    found = [np.zeros((1, 2), dtype=np.int64)]
    for step in range(len(staged.stages) - 1, 0, -1):
        stage = staged.stages[step]
        options = [staged.program.unary[stage.joint.variable][o] for o in stage.domain]
        table = np.array([[vector[row] for row in rows] for vector in options], dtype=np.int64)
        extra = staged.most[step - 1][rows] - staged.most[step][rows] - table.max(axis=0)
        sums = (found[-1][:, None, :] + table[None, :, :] + extra).reshape(-1, 2)
        found.append(thinned(staircase(sums), 4 * _THIN))
    return tuple(thinned(stairs) for stairs in reversed(found))


def corners(stairs: NDArray[Any]) -> NDArray[np.float64]:
    """Return the corners that a staircase of known points leaves open.

    What is not strictly dominated by a known point is at least one corner in both values.

    Parameters
    ----------
    stairs
        Known points, the first value ascending, shape (m, 2).
    """
    found = np.empty((len(stairs) + 1, 2))
    found[1:, 0] = stairs[:, 0]
    found[:-1, 1] = stairs[:, 1]
    found[0, 0] = found[-1, 1] = -_FAR
    return found


def left_open(stairs: Ints) -> Ints:
    """Return the corners that a staircase leaves open in whole numbers, its points among them.

    What no point of the staircase strictly dominates is at least one corner in both values.

    >>> left_open(np.array([[1, 3], [4, 1]]))[1:-1].tolist()
    [[1, 3], [2, 2], [4, 1]]
    """
    size = len(stairs)
    found = np.full((2 * size + 1, 2), -int(_FAR), dtype=np.int64)
    found[1::2] = stairs
    found[2::2, 0] = stairs[:, 0] + 1
    found[:-1:2, 1] = stairs[:, 1] + 1
    return found


class Sought:
    """Corners that are sought, by the levels they have in several directions.

    Parameters
    ----------
    weights
        Directions, none negative, shape (k, 2); the share of the first value ascending.
    asked
        Corners, the first value ascending and the second descending, shape (m, 2).
    most
        The most that anything attains in each direction, shape (k,), where that is known.
    """

    def __init__(self, weights: Floats, asked: NDArray[Any], most: Floats | None = None) -> None:
        self.asked = asked
        levels = asked.astype(np.float64) @ weights.T
        self._sides = []
        for level in levels.T:
            peak = int(np.argmax(level))
            left = np.minimum.accumulate(level[peak::-1])[::-1]
            right = np.minimum.accumulate(level[peak:])[::-1]
            self._sides.append((peak, left.copy(), right.copy()))
        # Each corner is left to one direction: that in which it lies highest, most put aside.
        self._least = np.full(len(weights), -np.inf)
        if most is not None:
            own = (levels - most).argmax(axis=1)
            self._least = np.full(len(weights), np.inf)
            np.minimum.at(self._least, own, levels[np.arange(len(levels)), own])

    def missed(self, limits: Floats) -> NDArray[np.bool_]:
        """Mark what cannot reach any corner: for each, some direction's limit is below it.

        Parameters
        ----------
        limits
            The most that each candidate can attain in each direction, shape (k, n).
        """
        lost: NDArray[np.bool_] = np.all(limits < self._least[:, None], axis=0)
        rest = np.flatnonzero(~lost)
        reach = np.zeros(len(rest), dtype=np.int64)  # corners below are out of reach
        for (peak, left, right), limit in zip(self._sides, limits[:, rest], strict=True):
            low = np.searchsorted(left, limit, side="right")
            high = peak + len(right) - np.searchsorted(right, limit, side="right")
            reach = np.where((low <= reach) & (high > reach), high, reach)
        lost[rest] = reach >= len(self.asked)
        return lost


def hopeless(asked: Ints, now: Ints, future: Ints) -> NDArray[np.bool_]:
    """Mark labels of which no future is at least any corner that is asked.

    Parameters
    ----------
    asked
        Corners, the first value ascending and the second descending, shape (m, 2).
    now
        Values of the labels, shape (2, n).
    future
        What they may still gain, shape (f, 2).
    """
    if not now.shape[1]:
        return np.zeros(0, dtype=bool)
    low, high = int(now[0].min()), int(now[0].max())
    width = (high - low) // min(_GRID, now.shape[1]) + 1
    grid = low + width * np.arange((high - low) // width + 2)
    least = np.concatenate([[_NEVER], asked[:, 1]])
    heights = least[
        np.searchsorted(asked[:, 0], (grid[:, None] + future[None, :, 0]).reshape(-1), side="right")
    ]
    needed = (heights.reshape(len(grid), -1) - future[None, :, 1]).min(axis=1)
    # The need falls as the first value rises: the next point of the grid asks no more.
    lost: NDArray[np.bool_] = now[1] < needed[(now[0] - low + width - 1) // width]
    return lost


def out_of_reach(weights: Floats, limits: Floats, asked: Floats) -> NDArray[np.bool_]:
    """Mark what cannot reach any corner: for each corner some direction's limit is below it.

    Parameters
    ----------
    weights
        Directions, none negative, shape (k, 2).
    limits
        The most that each candidate can attain in each direction, shape (k, n).
    asked
        Corners, the first value ascending, shape (m, 2).
    """
    return Sought(weights, asked).missed(limits)
