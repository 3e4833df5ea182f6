"""Whether what two states deal in has shifted: the topics of two spans compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.record.bootstrap import Interval
from detente.record.looks import holm

Floats = NDArray[np.float64]

FEWEST = 5
"""Periods with events that either span must hold."""


@dataclass(frozen=True, slots=True)
class Share:
    """The share of one topic in two spans.

    Attributes
    ----------
    topic
        Its column.
    before, after
        Shares with their ranges, 0 to 1.
    p_value, corrected
        Of no shift, and the same after Holm's correction for all topics.
    moved
        Whether the corrected value is at most 1 − level.
    """

    topic: int
    before: Interval
    after: Interval
    p_value: float
    corrected: float
    moved: bool


@dataclass(frozen=True, slots=True)
class TopicShift:
    """The shift of topics between two spans.

    Attributes
    ----------
    verdict
        `shifted`, `no clear shift`, or `too little to tell`.
    distance
        Jensen–Shannon divergence of the two spans' shares, in bits, 0 to 1; None where too little
        is known.
    expected
        Its mean when periods are put into the spans at random: what chance alone shows.
    p_value
        Share of such draws with at least this distance, itself among them.
    shares
        One a topic, in order of columns.
    periods, events
        Periods with events, and events: before and after.
    crowding
        How many events of one period count as one, ≥ 1: their counts' variance over that of
        independent events.
    method
        What was computed.
    """

    verdict: Literal["shifted", "no clear shift", "too little to tell"]
    distance: float | None
    expected: float | None
    p_value: float
    shares: tuple[Share, ...]
    periods: tuple[int, int]
    events: tuple[int, int]
    crowding: float
    method: str = "Jensen–Shannon divergence of topics, permutation of whole periods"


def topic_shift(
    counts: Floats,
    split: int,
    *,
    block: int = 1,
    level: float = 0.95,
    draws: int = 999,
    seed: int = 0,
) -> TopicShift:
    r"""Return how the topics before and from `split` on differ, and which moved.

    Shares are those of all events of a span, with Jeffreys' prior:
    :math:`\mathrm{Dirichlet}(c_j / \delta + 1/2)`, where δ is the crowding. The distance is

    .. math:: D = H\!\left(\frac{p + q}{2}\right) - \frac{H(p) + H(q)}{2}

    of the plain shares, H in bits. Events come in bursts, so that periods and not events are
    shuffled: whole periods, or blocks of `block` neighbours, are put into the spans at random.

    Parameters
    ----------
    counts
        Shape (n, topics); events by period and topic. A row with a NaN is missing.
    split
        First period of the second span.
    block
        Neighbouring periods that are moved together.
    level
        Confidence of ranges and of the verdict, 0 to 1.
    draws, seed
        Of the permutations and of the ranges.

    Raises
    ------
    ValueError
        If a count is below 0, the split leaves a span empty, or the shape is not (n, topics ≥ 2).

    References
    ----------
    Lin (1991); Good (2005) for permutation; Rao & Scott (1981) for crowding; Holm (1979).
    """
    if counts.ndim != 2 or counts.shape[1] < 2 or np.any(counts < 0) or block < 1:
        raise ValueError("counts stand by period and topic, two topics at least")
    if not 0 < split < len(counts):
        raise ValueError("a split leaves periods on either side")
    kept = np.flatnonzero(np.isfinite(counts).all(axis=1) & (counts.sum(axis=1) > 0))
    table = counts[kept]
    late = kept >= split
    periods = (int((~late).sum()), int(late.sum()))
    events = (int(table[~late].sum()), int(table[late].sum()))
    if min(periods) < FEWEST or -(-len(kept) // block) < 2 * FEWEST:
        return TopicShift("too little to tell", None, None, 1.0, (), periods, events, 1.0)
    rng = np.random.default_rng(seed)
    place = np.arange(len(kept)) // block
    last = int(place[-1])
    # The blocks in a random order, and the first periods of that order become the first span.
    ranks = rng.permuted(np.tile(np.arange(last + 1), (draws, 1)), axis=1)[:, place]
    order = np.argsort(ranks, axis=1, kind="stable")
    members = np.vstack([np.flatnonzero(~late)[None, :], order[:, : periods[0]]])
    first = table[members].sum(axis=1)
    second = table.sum(axis=0) - first
    p = first / first.sum(axis=1, keepdims=True)
    q = second / second.sum(axis=1, keepdims=True)
    distances = divergence(p, q)
    moves = np.abs(q - p)
    p_value = _tail(distances)
    by_topic = [_tail(moves[:, topic]) for topic in range(table.shape[1])]
    corrected = holm(by_topic)
    crowding = _crowding(table, late)
    ranges = []
    for total in (first[0], second[0]):
        drawn = rng.dirichlet(total / crowding + 0.5, size=draws)
        ranges.append(np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0))
    shares = tuple(
        Share(
            topic,
            _interval(float(p[0, topic]), ranges[0][:, topic], level),
            _interval(float(q[0, topic]), ranges[1][:, topic], level),
            by_topic[topic],
            corrected[topic],
            corrected[topic] <= 1 - level,
        )
        for topic in range(table.shape[1])
    )
    verdict: Literal["shifted", "no clear shift"] = (
        "shifted" if p_value <= 1 - level else "no clear shift"
    )
    return TopicShift(
        verdict,
        float(distances[0]),
        float(distances[1:].mean()),
        p_value,
        shares,
        periods,
        events,
        crowding,
    )


def divergence(p: Floats, q: Floats) -> Floats:
    """Return the Jensen–Shannon divergence of shares along the last axis, in bits, 0 to 1."""
    apart = _entropy((p + q) / 2) - (_entropy(p) + _entropy(q)) / 2
    return np.asarray(np.clip(apart, 0.0, 1.0))


def _entropy(p: Floats) -> Floats:
    return np.asarray(-np.sum(p * np.log2(np.where(p > 0, p, 1.0)), axis=-1))


def _tail(found: Floats) -> float:
    """Return the share of draws that reach the first, itself among them; equal within rounding."""
    return float(np.mean(found >= found[0] - 1e-12))


def _interval(value: float, ends: Floats, level: float) -> Interval:
    """Return the range of a share, which holds the share itself."""
    return Interval(value, min(value, float(ends[0])), max(value, float(ends[1])), level)


def _crowding(table: Floats, late: NDArray[np.bool_]) -> float:
    """Return Pearson's statistic of periods by topics within spans, by its degrees of freedom."""
    statistic, freedom = 0.0, 0
    for span in (~late, late):
        rows = table[span]
        expected = rows.sum(axis=1, keepdims=True) * rows.sum(axis=0) / rows.sum()
        seen = expected > 0
        statistic += float(np.sum((rows[seen] - expected[seen]) ** 2 / expected[seen]))
        freedom += (len(rows) - 1) * (int((rows.sum(axis=0) > 0).sum()) - 1)
    return max(1.0, statistic / freedom) if freedom else 1.0
