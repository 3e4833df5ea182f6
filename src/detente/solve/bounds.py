"""What labels of two objectives can still become, and what is known already: who may be dropped.

A label may be dropped when everything it can still become is strictly dominated by a known point.
What it can become is bounded by the frontier of the later variables with all ties and gates
forgotten (a relaxation, added to the label's own values); what is known is a staircase of points
that solutions attain. Sources: bound sets of Ehrgott & Gandibleux (2007); their use within a
dynamic programme, Bazgan, Hugot & Vanderpooten (2009).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.stages import Staged

Ints = NDArray[Any]

_THIN = 512
_GRID = 2048
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


@dataclass(slots=True)
class Known:
    """Points that solutions are known to attain, two objectives, as a staircase."""

    stairs: Ints = field(default_factory=lambda: np.zeros((0, 2), dtype=np.int64))

    def learn(self, points: Ints) -> None:
        """Add points, shape (n, 2)."""
        self.stairs = staircase(np.concatenate([self.stairs, points]))

    def height(self, at: Ints) -> Ints:
        """Return the largest known second value among points whose first is at least each of some.

        Far below every value where there is none.
        """
        below = -(2**62)
        heights = np.concatenate([self.stairs[:, 1], [below]])
        found: Ints = heights[np.searchsorted(self.stairs[:, 0], at, side="left")]
        return found

    def hopeless(self, first: Ints, second: Ints, future: Ints) -> Ints:
        """Mark labels whose every future is strictly dominated by a known point.

        Parameters
        ----------
        first, second
            Values of the labels in both objectives, shape (n,).
        future
            What they may still gain: shape (m, 2).
        """
        if not len(self.stairs) or not len(first):
            return np.zeros(len(first), dtype=bool)
        low, high = int(first.min()), int(first.max())
        width = (high - low) // _GRID + 1
        grid = low + width * np.arange((high - low) // width + 2)
        heights = self.height((grid[:, None] + future[None, :, 0]).reshape(-1))
        needed = (heights.reshape(len(grid), -1) - future[None, :, 1]).min(axis=1)
        # The need falls as the first value rises: the next point of the grid asks no more.
        lost: Ints = second < needed[(first - low + width - 1) // width]
        return lost


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


def out_of_reach(
    weights: NDArray[np.float64], limits: NDArray[np.float64], asked: NDArray[np.float64]
) -> NDArray[np.bool_]:
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
    reach = np.zeros(limits.shape[1], dtype=np.int64)  # corners below are out of reach
    for way, limit in zip(weights, limits, strict=True):
        level = asked @ way
        peak = int(np.argmax(level))
        left = np.minimum.accumulate(level[peak::-1])[::-1]
        right = np.minimum.accumulate(level[peak:])
        low = np.searchsorted(left, limit, side="right")
        high = peak + len(right) - np.searchsorted(right[::-1], limit, side="right")
        reach = np.where((low <= reach) & (high > reach), high, reach)
    lost: NDArray[np.bool_] = reach >= len(asked)
    return lost
