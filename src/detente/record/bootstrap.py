"""Draws of a series that keep its memory: block bootstraps, and the intervals they give."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


MOST_MEMORY = 0.9
"""Neighbours are never taken to be more alike than this."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A number and the range it may lie in.

    Attributes
    ----------
    value
        The estimate.
    low, high
        Ends of the range, low ≤ high.
    level
        Share of such ranges that should hold the truth, as 0.9.
    """

    value: float
    low: float
    high: float
    level: float

    @property
    def sign(self) -> int:
        """1 if the whole range lies above 0, −1 if below, 0 otherwise."""
        return 1 if self.low > 0 else -1 if self.high < 0 else 0


def block_length(values: Floats) -> int:
    r"""Return the length of blocks for a series: the longer its memory, the longer.

    .. math:: b = \left\lceil \left(\frac{\sqrt 6 \, |\rho|}{1 - \rho^2}\right)^{2/3} n^{1/3}
              \right\rceil

    with ρ the correlation of neighbours, at most 0.9 in size; 1 to n / 3. This is the rule of
    Politis & White for a series that forgets by a constant factor, so that its sums are known in
    closed form.

    Parameters
    ----------
    values
        Shape (n,); NaN where missing. Neighbours of which one is missing are left out.

    References
    ----------
    Politis & White (2004), section 3, with the correction of Patton, Politis & White (2009).
    """
    n = int(np.isfinite(values).sum())
    rho = min(abs(memory(values)), 0.9)
    length = math.ceil((math.sqrt(6) * rho / (1 - rho**2)) ** (2 / 3) * n ** (1 / 3))
    return int(max(1, min(length, n // 3)))


def memory(values: Floats) -> float:
    """Return the correlation of neighbours, −1 to 1; 0 where fewer than three pairs are known."""
    left, right = values[:-1], values[1:]
    both = np.isfinite(left) & np.isfinite(right)
    if both.sum() < 3:
        return 0.0
    centred = values - np.nanmean(values)
    spread = float(np.nanmean(centred**2))
    if spread <= 0.0:
        return 0.0
    pairs = float(np.mean(centred[:-1][both] * centred[1:][both]))
    return max(-1.0, min(1.0, pairs / spread))


def memory_raised(values: Floats) -> float:
    r"""Return the correlation of neighbours raised for its bias, 0 to 0.9.

    In a short series it is too low by about :math:`(1 + 4 \rho) / n`; where it is below 0, 0.

    References
    ----------
    Marriott & Pope (1954).
    """
    rho = memory(values)
    n = int(np.isfinite(values).sum())
    return float(min(rho + (1 + 4 * rho) / n, MOST_MEMORY)) if rho > 0 else 0.0


def spread_by_memory(rho: float, n: int) -> float:
    r"""Return by how much memory raises the variance of a mean of n values.

    .. math:: 1 + 2 \sum_{k=1}^{n-1} (1 - k/n) \rho^k
    """
    lags = np.arange(1, n)
    return 1.0 + 2.0 * float(np.sum((1 - lags / n) * rho**lags))


def moving(n: int, length: int, draws: int, rng: np.random.Generator) -> Indices:
    """Return indices of a moving block bootstrap, shape (draws, n).

    Every draw joins blocks of `length` neighbours, all starts equally likely, and is cut at n.

    References
    ----------
    Künsch (1989).
    """
    _check(n, length)
    blocks = -(-n // length)
    starts = rng.integers(0, n - length + 1, size=(draws, blocks))
    return (starts[:, :, None] + np.arange(length)).reshape(draws, -1)[:, :n]


def stationary(n: int, length: int, draws: int, rng: np.random.Generator) -> Indices:
    """Return indices of a stationary bootstrap, shape (draws, n).

    Blocks of random length, geometric with mean `length`, on a circle: after each element a new
    block begins with probability 1 / `length`.

    References
    ----------
    Politis & Romano (1994), section 2.
    """
    _check(n, length)
    fresh = rng.random((draws, n)) < 1.0 / length
    fresh[:, 0] = True
    starts = rng.integers(0, n, size=(draws, n))
    at = np.arange(n)
    since = np.maximum.accumulate(np.where(fresh, at, 0), axis=1)
    return (np.take_along_axis(starts, since, axis=1) + at - since) % n


def percentile(value: float, drawn: Floats, level: float = 0.9) -> Interval:
    """Return the range that holds the middle `level` of what was drawn; NaN is left out.

    Raises
    ------
    ValueError
        If nothing was drawn, or `level` is not between 0 and 1.
    """
    known = drawn[np.isfinite(drawn)]
    if not known.size or not 0 < level < 1:
        raise ValueError("an interval needs draws and a level between 0 and 1")
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(value), float(low), float(high), level)


def mean_interval(
    values: Floats,
    weights: Floats | None = None,
    *,
    level: float = 0.9,
    draws: int = 999,
    seed: int = 0,
) -> Interval:
    """Return a weighted mean with its range over a stationary bootstrap of the series.

    Each draw's distance from the mean is stretched by √(n / (n − 1)), n being the number of values,
    since a draw knows their mean and not the true one.

    Parameters
    ----------
    values, weights
        Shape (n,); NaN where missing, and a weight of 0 tells nothing. Weights are 1 where not
        given.

    Raises
    ------
    ValueError
        If fewer than two values are known.
    """
    parts = np.ones_like(values) if weights is None else np.where(np.isfinite(weights), weights, 0)
    kept = np.isfinite(values) & (parts > 0)
    x, w = values[kept], parts[kept]
    if len(x) < 2:
        raise ValueError("a range needs at least two values")
    mean = float(np.average(x, weights=w))
    drawn = stationary(len(x), block_length(x), draws, np.random.default_rng(seed))
    means = (x[drawn] * w[drawn]).sum(axis=1) / w[drawn].sum(axis=1)
    return percentile(mean, mean + (means - mean) * math.sqrt(len(x) / (len(x) - 1)), level)


def _check(n: int, length: int) -> None:
    if not 1 <= length <= n:
        raise ValueError("a block is at least 1 long and at most as long as the series")
