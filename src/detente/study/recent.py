"""The recent span of a record beside the one before it: whether tone and topics have moved."""

from __future__ import annotations

from datetime import date

import numpy as np

from detente.record.coverage import Coverage
from detente.record.measured import Measured
from detente.record.period import By, period_of
from detente.record.schema import TOPICS
from detente.record.topic import topic_shift
from detente.record.trend import trend
from detente.record.warming import warming
from detente.study.recorded_result import (
    Measure,
    TopicResult,
    TopicShiftResult,
    WarmingResult,
    measure,
)

SHARE, MOST = 4, 365
"""The recent span is one part in so many of what is covered, and so many days at most."""

SHORT, MIDDLE = 400, 5 * 366
"""Days of a span up to which warming is looked for by day, and by week; beyond, by month."""

DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12}
BLOCKS = {"day": 7, "week": 1, "month": 1}
"""Neighbouring periods whose topics belong together: a week's days."""


def fine_of(first: date, last: date) -> By:
    """Return the length of periods in which a span is looked at for moves.

    Examples
    --------
    >>> fine_of(date(2018, 10, 4), date(2018, 12, 31))
    'day'
    """
    span = (last - first).days + 1
    return "day" if span <= SHORT else "week" if span <= MIDDLE else "month"


def recent_of(covered: Coverage, first: date, last: date, fine: By) -> date | None:
    """Return the first day of the recent span: a quarter of what is covered, a year at most."""
    days = covered.days
    days = days[(days >= np.datetime64(first, "D")) & (days <= np.datetime64(last, "D"))]
    if len(days) < SHARE:
        return None
    start = days[max(len(days) - len(days) // SHARE, len(days) - MOST)].item()
    return period_of(start, fine).first


def _spans(parts: Measured, recent: date) -> tuple[tuple[str, str], tuple[str, str]]:
    split = _split(parts, recent)
    first, last = parts.periods[0].first, parts.periods[-1].last
    return (
        (first.isoformat(), parts.periods[split - 1].last.isoformat()),
        (parts.periods[split].first.isoformat(), last.isoformat()),
    )


def _split(parts: Measured, recent: date) -> int:
    return sum(period.first < recent for period in parts.periods)


def warming_of(parts: Measured, recent: date | None, fine: By, seed: int) -> WarmingResult:
    """Return whether tone is warmer in the recent span than before, and its trend.

    Parameters
    ----------
    parts
        The dyad's measures by fine periods.
    recent
        First day of the recent span; ``None`` where there is none.
    fine, seed
        The length of these periods; seed of the draws behind ranges.
    """
    slope = trend(parts.intensity())
    per_year = measure(slope.slope, 365.25 / DAYS[fine])
    split = 0 if recent is None else _split(parts, recent)
    if recent is None or not 0 < split < len(parts.periods):
        nothing = Measure(value=None, low=None, high=None)
        return WarmingResult(
            verdict="too little to tell", index=nothing, slope=per_year, recent=None, before=None
        )
    found = warming(
        parts.intensity(), parts.sums["intensity_n"], len(parts.periods) - split, seed=seed
    )
    before, after = _spans(parts, recent)
    return WarmingResult(
        verdict=found.verdict,
        index=measure(found.index),
        slope=per_year,
        recent=after,
        before=before,
    )


def topics_of(parts: Measured, recent: date | None, fine: By, seed: int) -> TopicShiftResult | None:
    """Return how topics shifted from the span before to the recent one; ``None`` without both.

    Parameters
    ----------
    parts, recent, fine, seed
        As :func:`warming_of` takes them.
    """
    split = 0 if recent is None else _split(parts, recent)
    if recent is None or not 0 < split < len(parts.periods):
        return None
    found = topic_shift(parts.topics(), split, block=BLOCKS[fine], seed=seed)
    before, after = _spans(parts, recent)
    return TopicShiftResult(
        before=before,
        after=after,
        distance=found.distance,
        expected=found.expected,
        p=found.p_value if found.distance is not None else None,
        verdict=found.verdict,
        topics=tuple(
            TopicResult(
                topic=TOPICS[share.topic],
                before=measure(share.before),
                after=measure(share.after),
                p=share.corrected,
                moved=share.moved,
            )
            for share in found.shares
        ),
    )
