"""The warming index: how far the recent tone stands from the tone before."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.record.bootstrap import Interval, memory_raised, moving, percentile, spread_by_memory

Floats = NDArray[np.float64]

FEWEST = 8
"""Periods with events that either span must hold."""

LEAST_EVENTS = 24
"""Events that either span must hold."""


@dataclass(frozen=True, slots=True)
class Warming:
    """The warming index of a relation.

    Attributes
    ----------
    verdict
        `warms` or `cools` if the whole range lies on that side; `no clear change`;
        `too little to tell`.
    index
        Recent mean intensity less that before, in spreads of a period; with its range. None where
        too little is known.
    recent, before
        The two mean intensities, −10 to 10; None where too little is known.
    spread
        Spread of a period's mean intensity about its span's; None where too little is known.
    periods
        Periods with events, before and recent.
    events
        Events, before and recent.
    method
        What was computed.
    """

    verdict: Literal["warms", "cools", "no clear change", "too little to tell"]
    index: Interval | None
    recent: float | None
    before: float | None
    spread: float | None
    periods: tuple[int, int]
    events: tuple[int, int]
    method: str = "warming index (weighted means of two spans, bootstrap stretched for memory)"


def warming(
    intensities: Floats,
    events: Floats,
    recent: int,
    *,
    level: float = 0.9,
    draws: int = 999,
    seed: int = 0,
) -> Warming:
    r"""Return the warming index of a series of mean intensities.

    .. math:: W = \frac{m_1 - m_0}{s}, \qquad
              m_j = \frac{\sum_{i \in j} k_i x_i}{\sum_{i \in j} k_i}, \qquad s^2 = \frac{\sum_i k_i
              (x_i - m_{j(i)})^2}{\sum_i k_i}

    with :math:`x_i` the mean intensity of a period, :math:`k_i` its events, span 1 the last
    `recent` periods and span 0 those before. W is 1 when the tone has moved by as much as a period
    typically lies off its span's mean. Its range is of bootstraps of the periods of either span by
    itself. The distance of a draw from the mean is stretched by √(n / (n − 2)) for what the mean
    itself took, n being the effective number of periods (Σk)² / Σk², and by the root of
    :func:`spread_by_memory`, with the correlation of neighbours about the means of both spans
    together: blocks drawn from a short span would hold too little of it.

    Too little is known if either span holds fewer than 8 periods with events or 24 events, or all
    periods have one intensity.

    Parameters
    ----------
    intensities
        Shape (n,); NaN where a period has no events or is missing.
    events
        Shape (n,); events behind each; NaN where missing.
    recent
        Length of the recent span in periods, at least 1 and below n.
    level, draws, seed
        Of the range.

    Raises
    ------
    ValueError
        If the shapes differ, a count is below 0, or `recent` leaves either span empty.

    References
    ----------
    Cohen (1988), section 2.2, for a difference in spreads; Marriott & Pope (1954) for memory.
    """
    if intensities.ndim != 1 or intensities.shape != events.shape or np.any(events < 0):
        raise ValueError("events are counts, one for each intensity")
    if not 1 <= recent < len(intensities):
        raise ValueError("the recent span is a part of the series")
    told = np.isfinite(intensities) & np.isfinite(events) & (events > 0)
    split = len(intensities) - recent
    spans = [np.flatnonzero(told[:split]), split + np.flatnonzero(told[split:])]
    periods = (len(spans[0]), len(spans[1]))
    counted = (int(events[spans[0]].sum()), int(events[spans[1]].sum()))
    little = Warming("too little to tell", None, None, None, None, periods, counted)
    if min(periods) < FEWEST or min(counted) < LEAST_EVENTS:
        return little
    rest = np.full(len(intensities), np.nan)
    means = [float(np.average(intensities[span], weights=events[span])) for span in spans]
    for span, mean in zip(spans, means, strict=True):
        rest[span] = intensities[span] - mean
    rho = memory_raised(rest)
    rng = np.random.default_rng(seed)
    offs, drawn = 0.0, []
    for span, mean in zip(spans, means, strict=True):
        x, k = intensities[span], events[span]
        offs += float(np.sum(k * (x - mean) ** 2))
        effective = float(k.sum() ** 2 / np.sum(k**2))
        lost = effective / max(effective - 2, 1.0)
        index = moving(len(x), 1, draws, rng)
        sampled = (x[index] * k[index]).sum(axis=1) / k[index].sum(axis=1)
        drawn.append((sampled - mean) * math.sqrt(lost * spread_by_memory(rho, len(x))))
    spread = math.sqrt(offs / sum(counted))
    if spread <= 1e-12 * (1.0 + abs(means[0]) + abs(means[1])):
        return little
    value = (means[1] - means[0]) / spread
    interval = percentile(value, value + (drawn[1] - drawn[0]) / spread, level)
    verdict: Literal["warms", "cools", "no clear change"] = (
        "warms" if interval.sign > 0 else "cools" if interval.sign < 0 else "no clear change"
    )
    return Warming(verdict, interval, means[1], means[0], spread, periods, counted)
