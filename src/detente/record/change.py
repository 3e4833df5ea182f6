"""Change points: since when the volume or the tone of a dyad is another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.record.bootstrap import Interval, mean_interval
from detente.record.noise import cycle_of, noise
from detente.record.pelt import pelt, squares
from detente.record.penalty import PRICE

Floats = NDArray[np.float64]

SHORTEST = 7
"""A level lasts at least so many periods; what is shorter is an incident, no change."""

FEWEST = 30
"""Periods below which nothing is said."""

_ALIKE = (0.0, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
_PLACE = 7.352  # −2 ln(1 − √0.95): 95 % of the places of a change


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A change of level.

    Attributes
    ----------
    index
        First period of the new level.
    first, last
        Between these indices the change lies with a confidence of 95 %.
    before, after
        Means of the segments on either side, with their 90 % ranges.
    direction
        `up` or `down`.
    gain
        What the cut is worth by itself, in units of its price: above 1 as a rule.
    """

    index: int
    first: int
    last: int
    before: Interval
    after: Interval
    direction: Literal["up", "down"]
    gain: float


@dataclass(frozen=True, slots=True)
class Changes:
    """The change points of a series.

    Attributes
    ----------
    verdict
        `changes`, `no change`, or `too little to tell`.
    points
        In order of time.
    periods
        Periods that tell something.
    penalty
        Price of a cut, in units of the noise's long-run variance; 0 where nothing is said.
    memory
        Correlation of neighbours that the noise was taken to have.
    method, parameters
        What was computed.
    """

    verdict: Literal["changes", "no change", "too little to tell"]
    points: tuple[ChangePoint, ...]
    periods: int
    penalty: float
    memory: float
    method: str
    parameters: tuple[tuple[str, float], ...]


def volume_changes(
    counts: Floats, *, cycle: int = 7, shortest: int = SHORTEST, seed: int = 0
) -> Changes:
    r"""Return the change points of a series of counts.

    Counts become :math:`z = \frac{2}{\sqrt\varphi} \operatorname{arsinh} \sqrt{\varphi (y + 3/8)}`,
    whose noise hardly depends on the level when counts have variance :math:`\mu + \varphi \mu^2`; φ
    is measured from neighbours. The cycle (:func:`cycle_of`) is taken out, and the rest is cut at
    least cost (:func:`pelt`), each cut at the price of :data:`detente.record.penalty.PRICE`.

    Parameters
    ----------
    counts
        Shape (n,), ≥ 0; NaN where missing. A period without events counts as 0, and a missing one
        not at all.
    cycle
        Periods of a round, as 7 for the week in a daily series; 1 for none.
    shortest
        Least number of known periods that a level lasts.
    seed
        Of the draws behind the means' ranges.

    Raises
    ------
    ValueError
        If a count is below 0 or infinite, or the shape is not (n,).

    References
    ----------
    Killick, Fearnhead & Eckley (2012); Anscombe (1948) for the scale; Eo & Morley (2015) for
    places.
    """
    _one_row(counts)
    if np.any(counts < 0):
        raise ValueError("counts are at least 0")
    kept = np.flatnonzero(np.isfinite(counts))
    scaled = stabilised(counts)
    levels = (scaled - cycle_of(scaled, cycle))[kept]
    return _changes(
        levels,
        np.ones(len(kept)),
        counts,
        np.ones_like(counts),
        kept,
        shortest,
        seed,
        "change points in volume (PELT on variance-stabilised counts)",
        (("cycle", float(cycle)), ("shortest", float(shortest)), ("seed", float(seed))),
    )


def tone_changes(
    intensities: Floats, events: Floats, *, shortest: int = SHORTEST, seed: int = 0
) -> Changes:
    r"""Return the change points of a series of mean intensities.

    A period of :math:`k` events weighs :math:`k / (1 + (k - 1) \kappa)`: fully by its events if
    they are independent (κ = 0), as one if all repeat the same (κ = 1). κ is that of seven values
    under which the steps between neighbours are most likely. Periods without events tell nothing.

    Parameters
    ----------
    intensities
        Shape (n,), mean intensity of a period; NaN where it has none or is missing.
    events
        Shape (n,), number of events behind it.
    shortest
        Least number of periods with events that a level lasts.
    seed
        Of the draws behind the means' ranges.

    Raises
    ------
    ValueError
        If the shapes differ or are not (n,), a number is infinite, or a count is below 0.
    """
    _one_row(intensities)
    _one_row(events)
    if intensities.shape != events.shape or np.any(events < 0):
        raise ValueError("events are counts, one for each intensity")
    kept = np.flatnonzero(np.isfinite(intensities) & np.isfinite(events) & (events > 0))
    alike, weights = event_weights(intensities[kept], events[kept])
    return _changes(
        intensities[kept],
        weights,
        intensities,
        events,
        kept,
        shortest,
        seed,
        "change points in tone (PELT on mean intensity weighted by events)",
        (("alike", alike), ("shortest", float(shortest)), ("seed", float(seed))),
    )


def stabilised(counts: Floats) -> Floats:
    r"""Return counts on a scale on which their noise hardly depends on their level.

    φ is measured from neighbours, :math:`\sum ((a - b)^2 / 2 - (a + b) / 2)` over the sum of their
    squared levels, and held between 0.01 and 1.
    """
    known = counts[np.isfinite(counts)]
    left, right = known[:-1], known[1:]
    level, variance = (left + right) / 2, (left - right) ** 2 / 2
    squared = float(np.sum(level**2 - variance / 2))
    excess = float(np.sum(variance - level)) / squared if squared > 0 else 0.0
    phi = min(max(excess, 0.01), 1.0)
    return np.asarray(2 / np.sqrt(phi) * np.arcsinh(np.sqrt(phi * (counts + 0.375))))


def event_weights(values: Floats, events: Floats) -> tuple[float, Floats]:
    """Return how alike events of one period are (κ), and the periods' weights.

    Both of shape (n,), finite, with at least one event each; see :func:`tone_changes`.
    """
    steps = np.diff(values) ** 2
    best, alike, weights = -np.inf, 0.0, events.astype(float)
    if not np.any(steps > 0):
        return alike, weights
    for guess in _ALIKE:
        tried = events / (1 + (events - 1) * guess)
        variance = 1 / tried[1:] + 1 / tried[:-1]
        fit = -len(steps) * float(np.log(np.mean(steps / variance))) - float(np.log(variance).sum())
        if fit > best + 1e-9:
            best, alike, weights = fit, guess, tried
    return alike, weights


def _changes(
    levels: Floats,
    weights: Floats,
    raw: Floats,
    raw_weights: Floats,
    kept: NDArray[np.int64],
    shortest: int,
    seed: int,
    method: str,
    parameters: tuple[tuple[str, float], ...],
) -> Changes:
    """Cut the known periods, and tell each cut on the series' own scale and indices."""
    n = len(levels)
    little = Changes("too little to tell", (), n, 0.0, 0.0, method, parameters)
    if n < max(FEWEST, 2 * shortest) or np.ptp(levels) <= 0:
        return little
    heard = noise(levels, weights)
    if heard.variance <= 0:
        return little
    unit = heard.long_run
    cost = squares(levels, weights)
    cuts = pelt(cost, n, PRICE * unit, shortest)
    bounds = (0, *cuts, n)
    points = []
    for low, at, high in zip(bounds, cuts, bounds[2:], strict=False):
        places = np.arange(low + shortest, high - shortest + 1)
        whole = float(cost(np.array([low]), high)[0])
        split = np.array(
            [float(cost(np.array([low]), int(p))[0] + cost(np.array([p]), high)[0]) for p in places]
        )
        near = places[split - split.min() <= _PLACE * unit]
        before, after = (
            mean_interval(raw[kept[part]], raw_weights[kept[part]], seed=seed)
            for part in (slice(low, at), slice(at, high))
        )
        rise = np.average(levels[at:high], weights=weights[at:high]) - np.average(
            levels[low:at], weights=weights[low:at]
        )
        points.append(
            ChangePoint(
                int(kept[at]),
                int(kept[min(int(near[0]), at)]),
                int(kept[max(int(near[-1]), at)]),
                before,
                after,
                "up" if rise > 0 else "down",
                (whole - float(split.min())) / (PRICE * unit),
            )
        )
    verdict: Literal["changes", "no change"] = "changes" if points else "no change"
    return Changes(verdict, tuple(points), n, PRICE, heard.memory, method, parameters)


def _one_row(values: Floats) -> None:
    if values.ndim != 1 or np.any(np.isinf(values)):
        raise ValueError("a series is one row of finite numbers, NaN where missing")
