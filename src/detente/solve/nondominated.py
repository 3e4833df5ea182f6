"""Which of many integer vectors are strictly dominated."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[Any]

_BLOCK = 128
_WORK = 20_000_000


def codes(column: Ints) -> NDArray[np.int64]:
    """Return dense ranks of a column, 0 for its smallest value; order and ties are kept."""
    return np.unique(column, return_inverse=True)[1].astype(np.int64).reshape(-1)


def dominated(
    objectives: NDArray[np.int64],
    slack: NDArray[np.int64],
    group: NDArray[np.int64],
    *,
    exact: bool,
) -> NDArray[np.bool_]:
    """Mark vectors that another of the same group strictly dominates.

    A vector is dominated when another is at least as large in every objective and in all slack,
    and larger in at least one *objective*: with equal objectives both stay, so that nothing that
    reaches an efficient point is lost.

    Parameters
    ----------
    objectives
        Shape (n, p): ranks, larger is better.
    slack
        Shape (n, m): ranks, larger is freer.
    group
        Shape (n,): only vectors of one group are compared.
    exact
        Mark all of them; otherwise stop when a budget of comparisons is spent, which leaves some
        unmarked and never marks a vector wrongly.

    Returns
    -------
    ndarray of bool, shape (n,)

    Notes
    -----
    One or two objectives without slack take a sort and a sweep, O(n log n); otherwise the vectors
    with the largest sums cull the others block by block, O(n²) at worst.
    """
    if not objectives.shape[1] or objectives.shape[0] < 2:
        return np.zeros(objectives.shape[0], dtype=bool)
    if not slack.shape[1] and objectives.shape[1] <= 2:
        return _sweep(objectives, group)
    return _cull(objectives, slack, group, exact=exact)


def _sweep(objectives: NDArray[np.int64], group: NDArray[np.int64]) -> NDArray[np.bool_]:
    first = objectives[:, 0]
    second = objectives[:, -1]
    order = np.lexsort((-second, -first, group))
    g, a, b = codes(group)[order], first[order], codes(second)[order]
    height = b + g * (int(b.max()) + 2)
    floor = g * (int(b.max()) + 2) - 1
    best = np.maximum.accumulate(height)
    fresh = np.ones(len(g), dtype=bool)
    fresh[1:] = (g[1:] != g[:-1]) | (a[1:] != a[:-1])
    start = np.maximum.accumulate(np.where(fresh, np.arange(len(g)), 0))
    before = np.where(start > 0, best[np.maximum(start - 1, 0)], -1)
    better_first = np.maximum(before, floor)
    lost = (better_first >= height) | (height < height[start])
    mask = np.zeros(len(g), dtype=bool)
    mask[order] = lost
    return mask


def _cull(
    objectives: NDArray[np.int64],
    slack: NDArray[np.int64],
    group: NDArray[np.int64],
    *,
    exact: bool,
) -> NDArray[np.bool_]:
    count = objectives.shape[0]
    everything = np.concatenate([objectives, slack], axis=1)
    order = np.argsort(-everything.sum(axis=1), kind="stable")
    alive = order
    lost = np.zeros(count, dtype=bool)
    budget = _WORK
    position = 0
    while position < len(alive) and (exact or budget > 0):
        pivots = alive[position : position + _BLOCK]
        rest = alive[position:]
        budget -= len(pivots) * len(rest)
        reach = group[pivots][:, None] == group[rest][None, :]
        for column in range(everything.shape[1]):
            reach &= everything[pivots, column][:, None] >= everything[rest, column][None, :]
        strict = np.zeros_like(reach)
        for column in range(objectives.shape[1]):
            strict |= objectives[pivots, column][:, None] > objectives[rest, column][None, :]
        lost[rest[(reach & strict).any(axis=0)]] = True
        done = alive[: position + len(pivots)]
        kept = done[~lost[done]]
        alive = np.concatenate(
            [kept, alive[position + len(pivots) :][~lost[alive[position + len(pivots) :]]]]
        )
        position = len(kept)
    return lost
