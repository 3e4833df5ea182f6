"""Which of many integer vectors are strictly dominated."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[Any]

_FEW = 200  # pair by pair is faster up to about here
_SUMS = 2**48
_EXACT = 2**53


def codes(column: Ints) -> NDArray[np.int64]:
    """Return dense ranks of a column, 0 for its smallest value; order and ties are kept."""
    return np.unique(column, return_inverse=True)[1].astype(np.int64).reshape(-1)


def dominated(
    objectives: NDArray[np.int64],
    slack: NDArray[np.int64],
    group: NDArray[np.int64],
    *,
    exact: bool,  # noqa: ARG001
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
        Mark all of them; otherwise some may be left unmarked, and never is one marked wrongly.
        All are marked at present either way.

    Returns
    -------
    ndarray of bool, shape (n,)

    Notes
    -----
    One or two objectives without slack take a sort and a sweep; few vectors are compared pair by
    pair; more of them go to moocore as dense ranks, which floats hold exactly.
    """
    count = objectives.shape[0]
    if not objectives.shape[1] or count < 2:
        return np.zeros(count, dtype=bool)
    if slack.shape[1]:
        slack = slack[:, (slack != slack[0]).any(axis=0)]
    if not slack.shape[1] and objectives.shape[1] <= 2:
        return swept(objectives, group)
    if count <= _FEW:
        return _pairs(objectives, slack, group)
    return _moocore(objectives, slack, group)


def efficient(points: Ints) -> NDArray[np.bool_]:
    """Mark the points that no other dominates; equal ones are all marked.

    Parameters
    ----------
    points
        Shape (n, p): 64-bit or Python integers, larger is better.

    Examples
    --------
    >>> efficient(np.array([[1, 3, 0], [1, 2, 0], [0, 0, 9]])).tolist()
    [True, False, True]
    """
    size = points.shape[0]
    if size < 2 or not points.shape[1]:
        return np.ones(size, dtype=bool)
    return _kept([_float(column) for column in points.T])


def _pairs(objectives: Ints, slack: Ints, group: Ints) -> NDArray[np.bool_]:
    reach = group[:, None] == group
    strict = np.zeros_like(reach)
    for column in objectives.T:
        reach &= (column[:, None] >= column).astype(bool)
        strict |= (column[:, None] > column).astype(bool)
    for column in slack.T:
        reach &= (column[:, None] >= column).astype(bool)
    reach &= strict
    return np.asarray(reach.any(axis=0))


def _moocore(objectives: Ints, slack: Ints, group: Ints) -> NDArray[np.bool_]:
    # With columns (objectives, slack, g, -g, u), where u ranks (sum of objectives, minus sum of
    # slack) lexicographically, plain Pareto dominance is ours. If y beats x in ours, its
    # sum of objectives is larger, so u is too: it beats x in all columns. If y beats x in all
    # columns and their objectives were equal, y has no less slack, so u(y) >= u(x) asks for equal
    # sums of slack, hence equal slack: then nothing is strictly larger, a contradiction.
    goals = [_small(column) for column in objectives.T]
    free = [_small(column) for column in slack.T]
    columns = [*goals, *free]
    if free:
        first, second = np.sum(goals, axis=0), -np.sum(free, axis=0)
        order = np.lexsort((second, first))
        first, second = first[order], second[order]
        higher = np.ones(len(order), dtype=np.int64)
        higher[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.cumsum(higher)
        columns.append(rank)
    g = _small(group)
    if (g != g[0]).any():
        columns += [g, -g]
    return ~_kept([column.astype(np.float64) for column in columns])


def _small(column: Ints) -> NDArray[np.int64]:
    """Return a column as it is, or its ranks where sums of it might not be exact in floats."""
    if column.dtype == object or int(column.max()) >= _SUMS or int(column.min()) <= -_SUMS:
        return codes(column)
    return column


def _float(column: Ints) -> NDArray[np.float64]:
    if column.dtype == object or int(column.max()) >= _EXACT or int(column.min()) <= -_EXACT:
        column = codes(column)
    return column.astype(np.float64)


def _kept(columns: list[NDArray[np.float64]]) -> NDArray[np.bool_]:
    # Loaded at first use: most questions never need it.
    import moocore  # type: ignore[import-untyped]  # noqa: PLC0415

    table = np.stack(columns, axis=1)
    return np.asarray(moocore.is_nondominated(table, maximise=True, keep_weakly=True), dtype=bool)


def swept(objectives: NDArray[np.int64], group: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Mark what :func:`dominated` does, for one or two objectives without slack."""
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
