"""Where a series is best cut: the optimal partition under a price for each cut, by PELT."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Cost = Callable[[NDArray[np.int64], int], Floats]
"""Costs of the segments ``[start, end)`` for an array of starts and one end; each ≥ 0."""


def squares(values: Floats, weights: Floats) -> Cost:
    r"""Return the cost of a segment about its own mean.

    .. math:: C(s, t) = \sum_{i=s}^{t-1} w_i z_i^2
              - \frac{(\sum_{i=s}^{t-1} w_i z_i)^2}{\sum_{i=s}^{t-1} w_i}

    Twice the fall of a Gaussian log-likelihood whose variances are :math:`\sigma^2 / w_i`, in units
    of :math:`\sigma^2`.

    Parameters
    ----------
    values, weights
        Both of shape (n,), finite; weights above 0.
    """
    centred = values - np.average(values, weights=weights)
    weight, first, second = (
        np.concatenate(([0.0], np.cumsum(part)))
        for part in (weights, weights * centred, weights * centred**2)
    )

    def cost(starts: NDArray[np.int64], end: int) -> Floats:
        sums = first[end] - first[starts]
        held = second[end] - second[starts] - sums**2 / (weight[end] - weight[starts])
        return np.asarray(np.maximum(held, 0.0))

    return cost


def pelt(cost: Cost, n: int, penalty: float, shortest: int = 1) -> tuple[int, ...]:
    r"""Return the cuts that minimise :math:`\sum_j C(s_j, s_{j+1}) + \beta K`, exactly.

    A start :math:`s` that cannot win any more is left out: if :math:`F(s) + C(s, t) > F(t)`, it is
    beaten by :math:`t` at every end that :math:`t` can serve, those from `t + shortest` on, for the
    cost of a segment never rises when it is cut.

    Parameters
    ----------
    cost
        Cost of segments, which does not rise when a segment is cut in two.
    n
        Length of the series.
    penalty
        Price β of a cut, ≥ 0.
    shortest
        Least length of a segment.

    Returns
    -------
    tuple of int
        First indices of the segments but the first, rising. Ties: the earliest last cut.

    Raises
    ------
    ValueError
        If `shortest` is below 1 or the penalty below 0.

    References
    ----------
    Killick, Fearnhead & Eckley (2012), section 3, theorem 3.1.
    """
    if shortest < 1 or penalty < 0:
        raise ValueError("a segment has at least one element and a cut no negative price")
    if n < 2 * shortest:
        return ()
    best = np.full(n + 1, np.inf)
    best[0] = -penalty
    last = np.zeros(n + 1, dtype=np.int64)
    starts = np.zeros(0, dtype=np.int64)
    until = np.zeros(0, dtype=np.int64)  # the first end that a start no longer serves
    for end in range(shortest, n + 1):
        kept = until > end
        starts, until = starts[kept], until[kept]
        if np.isfinite(best[end - shortest]):
            starts = np.append(starts, end - shortest)
            until = np.append(until, n + 1)
        without = best[starts] + cost(starts, end)
        winner = int(np.argmin(without))
        best[end] = without[winner] + penalty
        last[end] = starts[winner]
        beaten = without > best[end] + 1e-9 * (1.0 + abs(best[end]))
        until[beaten] = np.minimum(until[beaten], end + shortest)
    cuts: list[int] = []
    at = int(last[n])
    while at > 0:
        cuts.append(at)
        at = int(last[at])
    return tuple(reversed(cuts))


def dearest(cost: Cost, n: int, shortest: int = 1) -> float:
    r"""Return the largest price of a cut at which :func:`pelt` still makes one, 0 if none.

    .. math:: \beta^* = \max_{K \ge 1} \frac{C_0 - C_K}{K}

    with :math:`C_K` the least cost with :math:`K` cuts; found by Dinkelbach's steps, each a run of
    :func:`pelt` at the ratio of the last.
    """
    whole = float(cost(np.zeros(1, dtype=np.int64), n)[0])
    price = 0.0
    if n < 2 * shortest:
        return price
    price = max(
        whole - float(cost(np.zeros(1, dtype=np.int64), at)[0] + cost(np.array([at]), n)[0])
        for at in range(shortest, n - shortest + 1)
    )
    while True:
        cuts = pelt(cost, n, price * (1 + 1e-9) + 1e-12, shortest)
        if not cuts:
            return price
        bounds = (0, *cuts, n)
        total = sum(float(cost(np.array([low]), high)[0]) for low, high in pairwise(bounds))
        price = (whole - total) / len(cuts)
