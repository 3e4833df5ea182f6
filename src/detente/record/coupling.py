"""Coupling: whether one dyad moves with another, at once or some periods behind."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FEWEST = 40
"""Periods known in both series below which nothing is said."""


@dataclass(frozen=True, slots=True)
class Lag:
    """The correlation at one lag.

    Attributes
    ----------
    lag
        Periods by which b follows a; below 0, a follows b.
    correlation
        Of what is new in a with what is new in b so many periods later, −1 to 1.
    pairs
        Pairs behind it.
    corrected
        Probability of so large a correlation at any lag, without coupling.
    """

    lag: int
    correlation: float
    pairs: int
    corrected: float


@dataclass(frozen=True, slots=True)
class Coupling:
    """The coupling of two series.

    Attributes
    ----------
    verdict
        `a leads`, `b leads`, `together`, `no clear coupling`, or `too little to tell`.
    lag
        The lag of the strongest correlation; below 0 where a follows b. None where too little is
        known.
    correlation
        At that lag; 0 where too little is known.
    p_value
        Probability of so strong a correlation at any of the lags, without coupling.
    lags
        All lags, from −most to most.
    periods
        Periods known in both series.
    orders
        Lags of the autoregressions that were taken out of a and of b.
    block
        Neighbours that are moved together in the permutations.
    method
        What was computed.
    """

    verdict: Literal["a leads", "b leads", "together", "no clear coupling", "too little to tell"]
    lag: int | None
    correlation: float
    p_value: float
    lags: tuple[Lag, ...]
    periods: int
    orders: tuple[int, int]
    block: int
    method: str = (
        "cross-correlation of prewhitened series, permutation of blocks, largest over lags"
    )


def coupling(
    a: Floats,
    b: Floats,
    *,
    most: int = 7,
    level: float = 0.95,
    draws: int = 999,
    seed: int = 0,
) -> Coupling:
    r"""Return how what is new in a goes with what is new in b, up to `most` periods apart.

    Each series gives up what it owes to its own past (an autoregression, its order of 0 to 8 by
    Akaike's criterion with the correction for few data): two series that only remember correlate at
    many lags without any tie. What is left is correlated at every lag, and the largest
    :math:`|r_k| \sqrt{n_k}` is compared with the largest when blocks of a, or of b in every other
    draw, are put in random order: that pays for the looking at many lags, and keeps what memory is
    left within a block. Swapping a and b mirrors the lags and changes nothing else.

    The direct form was chosen over a regression on distributed lags because it takes both
    directions alike and needs no choice which series explains the other.

    Parameters
    ----------
    a, b
        Shape (n,); NaN where missing.
    most
        Largest lag, ≥ 0.
    level
        Confidence of the verdict.
    draws, seed
        Of the permutations; an odd number of draws becomes even.

    Raises
    ------
    ValueError
        If the series differ in shape, hold infinite numbers, or `most` is below 0.

    References
    ----------
    Haugh (1976); Hurvich & Tsai (1989) for the order; Westfall & Young (1993) for the largest over
    lags.
    """
    if a.ndim != 1 or a.shape != b.shape or most < 0:
        raise ValueError("two series of one length, and a largest lag of at least 0")
    if np.any(np.isinf(a)) or np.any(np.isinf(b)):
        raise ValueError("numbers are finite, NaN where missing")
    periods = int((np.isfinite(a) & np.isfinite(b)).sum())
    little = Coupling("too little to tell", None, 0.0, 1.0, (), periods, (0, 0), 0)
    if periods < max(FEWEST, 4 * most):
        return little
    new_a, order_a = whitened(a)
    new_b, order_b = whitened(b)
    block = max(1, round(len(a) ** (1 / 3)))
    strength, pairs = _correlations(new_a, new_b[None, :], most)
    if not pairs.any() or not np.isfinite(strength).all() or not strength.any():
        return little
    rng = np.random.default_rng(seed)
    # The same permutations serve a in one half and b in the other, so that a swap mirrors all.
    orders = np.array([_shuffled(len(a), block, rng) for _ in range(-(-draws // 2))])
    first, pairs_a = _correlations(new_a, new_b[orders], most)
    second, pairs_b = _correlations(new_b, new_a[orders], most)
    largest = np.concatenate(
        [
            np.max(np.abs(first) * np.sqrt(pairs_a), axis=1),
            np.max(np.abs(second) * np.sqrt(pairs_b), axis=1),
        ]
    )
    weighed = np.abs(strength[0]) * np.sqrt(pairs[0])
    corrected = [(1 + int(np.sum(largest >= w - 1e-12))) / (1 + len(largest)) for w in weighed]
    lags = tuple(
        Lag(k, float(strength[0, k + most]), int(pairs[0, k + most]), corrected[k + most])
        for k in range(-most, most + 1)
    )
    # Ties: the lag nearest to 0.
    best = max(lags, key=lambda one: (round(weighed[one.lag + most], 12), -abs(one.lag)))
    verdict: Literal["a leads", "b leads", "together", "no clear coupling"]
    if best.corrected > 1 - level:
        verdict = "no clear coupling"
    else:
        verdict = "together" if best.lag == 0 else "a leads" if best.lag > 0 else "b leads"
    return Coupling(
        verdict,
        best.lag,
        best.correlation,
        best.corrected,
        lags,
        periods,
        (order_a, order_b),
        block,
    )


def whitened(values: Floats, most: int = 8) -> tuple[Floats, int]:
    """Return what is new in a series, and the order of the autoregression that was taken out.

    Least squares on the periods whose `most` predecessors are known, the same for all orders; where
    these are fewer than four times `most`, the mean alone is taken out. A period without its
    predecessors is missing in what is returned.
    """
    n = len(values)
    mean_only = values - np.nanmean(values), 0
    past = np.full((n, most), np.nan)
    for k in range(1, most + 1):
        past[k:, k - 1] = values[:-k]
    full = np.isfinite(values) & np.isfinite(past).all(axis=1)
    m = int(full.sum())
    if m < 4 * most or np.ptp(values[full]) <= 0:
        return mean_only
    best = (math.inf, 0, np.zeros(1))
    for order in range(most + 1):
        x = np.column_stack([np.ones(m), past[full, :order]])
        beta = np.linalg.lstsq(x, values[full], rcond=None)[0]
        variance = float(np.mean((values[full] - x @ beta) ** 2))
        if variance <= 1e-20 * float(np.ptp(values[full])) ** 2:
            return mean_only
        score = m * math.log(variance) + 2 * (order + 2) * m / (m - order - 3)
        if score < best[0] - 1e-9:
            best = (score, order, beta)
    _, order, beta = best
    if not order:
        return mean_only
    return values - beta[0] - past[:, :order] @ beta[1:], order


def _correlations(one: Floats, many: Floats, most: int) -> tuple[Floats, Floats]:
    """Return correlations of ``one[t]`` with each ``many[:, t + k]``, and the pairs behind them."""
    n = len(one)
    x, known_x = np.nan_to_num(one - np.nanmean(one)), np.isfinite(one).astype(float)
    known = np.isfinite(many).astype(float)
    y = np.nan_to_num(many - np.nanmean(many, axis=1, keepdims=True))
    found, pairs = [], []
    for k in range(-most, most + 1):
        left, right = slice(max(0, -k), n - max(0, k)), slice(max(0, k), n + min(0, k))
        both = known_x[left] * known[:, right]
        cross = (x[left] * y[:, right]).sum(axis=1)
        size = np.sqrt((x[left] ** 2 * both).sum(axis=1) * (y[:, right] ** 2 * both).sum(axis=1))
        found.append(np.divide(cross, size, out=np.zeros_like(cross), where=size > 0))
        pairs.append(both.sum(axis=1))
    return np.column_stack(found), np.column_stack(pairs)


def _shuffled(n: int, block: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return indices of a series whose blocks stand in random order, from a random offset on."""
    turned = (np.arange(n) + int(rng.integers(n))) % n
    blocks = np.array_split(turned, max(1, n // block))
    return np.concatenate([blocks[i] for i in rng.permutation(len(blocks))])
