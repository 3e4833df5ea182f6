"""A ceiling: whether one dyad's relation cannot rise above what another leaves room for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.record.bootstrap import Interval, block_length, percentile, stationary
from detente.record.quantile import quantile_regression

Floats = NDArray[np.float64]
Verdict = Literal["binds", "common movement only", "no ceiling", "too little to tell"]

FEWEST = 20
"""Periods known in all series below which nothing is said."""

LEAST = 0.5
"""Where a range reaches this slope, in spreads by spread, a ceiling is not excluded."""

TAIL = 4.0
"""With fewer periods than this beyond either quantile a ceiling is never excluded."""

MOSTLY = 0.7
"""Correlation above which the common movement is most of what A does: half of its variance."""


@dataclass(frozen=True, slots=True)
class Tails:
    """How the tails of A follow one series, in spreads of A by spreads of that series.

    Attributes
    ----------
    name
        The series: `given`, or the placebo's name.
    upper, lower
        Slopes of the upper and of the lower quantile, with their ranges.
    asymmetry
        The upper less the lower.
    """

    name: str
    upper: Interval
    lower: Interval
    asymmetry: Interval


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Whether B (the given dyad) is a ceiling for A.

    Attributes
    ----------
    verdict
        `binds`, `common movement only`, `no ceiling`, or `too little to tell`.
    reason
        Why, in a sentence.
    periods
        Periods known in all series.
    parameters
        The two quantiles, and the level, draws and seed of the ranges.
    block
        Mean length of the bootstrap's blocks; 0 where nothing was drawn.
    raw
        Tails of A on B alone, then on each placebo alone.
    net
        The same with the common movement of the other series partialled out.
    margin
        Net asymmetry of B less the largest among the placebos; None without placebos.
    lead
        Net upper slope of B less the largest among the placebos; None without placebos.
    common
        Correlation of A with the common movement of the placebos, −1 to 1; None without placebos.
    shared
        Correlation of B with it: how much of B is the common movement; None without placebos.
    method
        What was computed.
    """

    verdict: Verdict
    reason: str
    periods: int
    parameters: tuple[tuple[str, float], ...]
    block: int = 0
    raw: tuple[Tails, ...] = ()
    net: tuple[Tails, ...] = ()
    margin: Interval | None = None
    lead: Interval | None = None
    common: Interval | None = None
    shared: Interval | None = None
    method: str = (
        "ceiling (quantile regression net of common movement, placebos, stationary bootstrap)"
    )


def ceiling(
    a: Floats,
    given: Floats,
    placebos: Mapping[str, Floats],
    *,
    high: float = 0.9,
    low: float = 0.1,
    level: float = 0.9,
    draws: int = 399,
    seed: int = 0,
) -> Ceiling:
    r"""Return whether the series `given` (B) is a ceiling for the series `a` (A).

    Larger is closer in all series: turn distances round first. Placebos are dyads that share the
    state which A and B share, and that nobody takes for a ceiling of A. All series are put in
    units of their spread. With :math:`M_X` the mean of all series but A and X (for B, of the
    placebos), that is, the movement that the shared state brings to all of its dyads,

    .. math:: Q_\tau(A \mid X, M_X) = \alpha_\tau + \beta_\tau X + \gamma_\tau M_X

    is fitted for the upper and the lower quantile (:func:`quantile_regression`). B **binds** if the
    low ends of three ranges lie above 0: of :math:`\beta_{high}`, of the asymmetry
    :math:`\beta_{high} - \beta_{low}`, and of the margin by which B's asymmetry exceeds the largest
    of the placebos'. Otherwise, if A's upper quantile follows B alone, but net of the common
    movement follows it no more than it follows some placebo, while A goes with the common movement,
    it is **common movement only**. **No ceiling**: the upper quantile does not follow B, or the
    lower one follows it about as much. Both must exclude a ceiling: slopes of 0.5 lie outside the
    ranges, and 4 periods lie beyond either quantile. One exception: where the correlation of A with
    the common movement is above 0.7 in its whole range, it is common movement only, and the reason
    says that a ceiling besides is not excluded. **Too little to tell**: fewer than 20 periods, no
    placebo, a series that never moves, and all that is left.

    The common movement is measured by few dyads and therefore with error, so that some of it stays
    in the net slopes; it stays in those of the placebos alike, which is why B must beat them.

    Ranges are of a stationary block bootstrap of whole periods, of all series together.

    Parameters
    ----------
    a, given
        Shape (n,); NaN where missing.
    placebos
        Series of the same shape, by name.
    high, low
        The two quantiles, 0 < low < high < 1.
    level, draws, seed
        Of the ranges; at 0.9 each end is passed by chance one time in twenty.

    Raises
    ------
    ValueError
        If shapes differ, numbers are infinite, or the quantiles are not in order.

    References
    ----------
    Koenker & Bassett (1978); Koenker (2005), section 3.9, for resampling; Politis & Romano (1994).
    """
    series = {"given": given, **placebos}
    if "given" in placebos or not 0 < low < high < 1:
        raise ValueError("no placebo is named `given`, and quantiles rise between 0 and 1")
    if a.ndim != 1 or any(x.shape != a.shape for x in series.values()):
        raise ValueError("all series are one row of one length")
    table = np.column_stack([a, *series.values()])
    if np.any(np.isinf(table)):
        raise ValueError("numbers are finite, NaN where missing")
    table = table[np.isfinite(table).all(axis=1)]
    n = len(table)
    asked = (("high", high), ("low", low), ("level", level), ("draws", float(draws)))
    parameters = (*asked, ("seed", float(seed)))

    def answer(verdict: Verdict, reason: str, block: int = 0) -> Ceiling:
        return Ceiling(verdict, reason, n, parameters, block)

    if n < FEWEST:
        return answer("too little to tell", f"{n} periods are known in all series, {FEWEST} needed")
    spread = table.std(axis=0)
    if np.any(spread <= 1e-12 * (1.0 + np.abs(table).max(axis=0))):
        return answer("too little to tell", "a series never moves")
    table = (table - table.mean(axis=0)) / spread
    block = max(block_length(table[:, 0]), block_length(table[:, 1]))
    drawn = stationary(n, block, draws, np.random.default_rng(seed))
    weights = np.ones((draws + 1, n))
    for row, draw in enumerate(drawn, start=1):
        weights[row] = np.bincount(draw, minlength=n)

    def tails(name: str, *regressors: Floats) -> tuple[Tails, Floats, Floats]:
        x = np.column_stack([np.ones(n), *regressors])
        top, bottom = (quantile_regression(x, table[:, 0], q, weights)[:, 1] for q in (high, low))
        gap = top - bottom
        ranges = [percentile(float(s[0]), s[1:], level) for s in (top, bottom, gap)]
        return Tails(name, *ranges), top, gap

    columns = {name: table[:, at] for at, name in enumerate(series, start=1)}
    raw = tuple(tails(name, x)[0] for name, x in columns.items())
    if not placebos:
        bare = answer("too little to tell", "no placebo shares the state", block)
        return replace(bare, raw=raw)
    others = {
        name: np.mean([y for other, y in columns.items() if other != name], axis=0)
        for name in columns
    }
    fits = [tails(name, x, others[name]) for name, x in columns.items()]
    net = tuple(one for one, _, _ in fits)
    tops, gaps = (np.column_stack(part) for part in zip(*(fit[1:] for fit in fits), strict=True))
    lead, margin = (
        percentile(float(ahead[0]), ahead[1:], level)
        for ahead in (part[:, 0] - part[:, 1:].max(axis=1) for part in (tops, gaps))
    )
    common, shared = (
        _correlation(x, others["given"], weights, level) for x in (table[:, 0], columns["given"])
    )
    verdict, reason = _judged(raw[0], net[0], margin, lead, common, n * min(low, 1 - high))
    return Ceiling(verdict, reason, n, parameters, block, raw, net, margin, lead, common, shared)


def _judged(
    raw: Tails, net: Tails, margin: Interval, lead: Interval, common: Interval, tail: float
) -> tuple[Verdict, str]:
    """Return the verdict and why; ``tail`` is how many periods lie beyond the nearer quantile."""
    if min(net.upper.sign, net.asymmetry.sign, margin.sign) > 0:
        return (
            "binds",
            "the upper tail follows the given dyad more than the lower one does, net of the common "
            "movement, and more than it follows any placebo",
        )
    few = tail < TAIL
    open_still = few or (net.upper.high > LEAST and net.asymmetry.high > LEAST)
    if raw.upper.sign <= 0:
        if few or raw.upper.high > LEAST:
            return (
                "too little to tell",
                "whether the upper tail follows the given dyad is not clear",
            )
        return "no ceiling", "the upper tail does not follow the given dyad"
    if lead.sign <= 0:
        if common.low <= (MOSTLY if open_still else 0.0):
            return (
                "too little to tell",
                "the upper tail follows the given dyad no more than a placebo, and a ceiling is "
                "not excluded",
            )
        reason = (
            "the upper tail follows the given dyad no more than the placebos: as far as all dyads "
            "of the shared state move together"
        )
        doubt = "; a ceiling besides is not excluded by so few periods"
        return "common movement only", reason + (doubt if open_still else "")
    if few or (open_still and margin.high > LEAST):
        return (
            "too little to tell",
            "the upper tail follows the given dyad more than the placebos; whether the lower one "
            "follows it less is not clear",
        )
    return "no ceiling", "the lower tail follows the given dyad about as the upper one does"


def _correlation(x: Floats, y: Floats, weights: Floats, level: float) -> Interval:
    """Return a correlation with its range over the draws; the first weighting is the series."""
    share = weights / weights.sum(axis=1, keepdims=True)
    mean_x, mean_y = share @ x, share @ y
    cross = share @ (x * y) - mean_x * mean_y
    size = np.sqrt((share @ x**2 - mean_x**2) * (share @ y**2 - mean_y**2))
    found = np.divide(cross, size, out=np.zeros_like(cross), where=size > 0)
    return percentile(float(found[0]), found[1:], level)
