"""Which of many integer vectors are strictly dominated by another of their small group."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.nondominated import swept

Ints = NDArray[Any]


def behind(objectives: Ints, slack: Ints, group: Ints) -> Ints:
    """Mark vectors that another of the same group strictly dominates, many groups at a time.

    The relation is that of :func:`detente.solve.nondominated.dominated`. Vectors are sorted by
    group and, within it, by objectives, so that whatever dominates a vector stands before it; each
    is then compared with the one before it, the one before that, and so on, and what is dominated
    is left out as soon as it is known to be.

    Parameters
    ----------
    objectives
        Shape (p, n), larger is better.
    slack
        Shape (m, n), larger is freer.
    group
        Shape (n,).

    Returns
    -------
    ndarray of bool, shape (n,)

    Notes
    -----
    Time: the number of vectors times the size of the largest group that is left, at worst.

    Examples
    --------
    >>> goals, free, group = np.array([[2, 1, 1], [2, 2, 1]]), np.zeros((0, 3)), np.array([0, 0, 1])
    >>> behind(goals, free, group).tolist()
    [False, True, False]
    """
    count = len(group)
    lost = np.zeros(count, dtype=bool)
    if count < 2 or not len(objectives):
        return lost
    if len(objectives) <= 2 and not len(slack):
        return swept(objectives.T, group)
    held = np.lexsort((*-objectives[::-1], group))
    mine, goals, free = group[held], objectives[:, held], slack[:, held]
    out = np.zeros(count, dtype=bool)
    back, look = 0, 1
    while back + 1 < len(mine):
        back += 1
        near = mine[back:] == mine[:-back]
        if not near.any():
            break
        out[_worse(goals, free, near, back)] = True
        if back >= look:
            look *= 2
            if out.any():
                # Those that are left have moved together: they are compared from the start.
                lost[held[out]] = True
                kept = ~out
                held, mine, goals, free = held[kept], mine[kept], goals[:, kept], free[:, kept]
                out = np.zeros(len(mine), dtype=bool)
                back = 0
    lost[held[out]] = True
    return lost


def _worse(goals: Ints, free: Ints, near: Ints, back: int) -> Ints:
    """Return the places of those that the one so far before them dominates."""
    for column in goals[1:2]:
        near = near & (column[:-back] >= column[back:])
    at = np.flatnonzero(near)
    for column in (*goals[2:], *free):
        at = at[column[at] >= column[at + back]]
    strict = goals[0][at] > goals[0][at + back]
    for column in goals[1:]:
        strict |= column[at] > column[at + back]
    return np.asarray(at[strict] + back)
