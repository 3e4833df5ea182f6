"""A dyad's measures over a span, one entry a period: what is missing, and what is told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.record.coverage import Coverage, Standing
from detente.record.interval import LEVEL, Floats, Interval, of_mean, of_ratio, wilson
from detente.record.period import By, Period, periods_of
from detente.record.schema import KINDS, TOPICS

Side = Literal["from", "to"]

QUADS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Reciprocity:
    """How far two sides treat each other alike.

    Attributes
    ----------
    correlation
        Pearson's, of the mean intensities of both sides in one period; NaN where fewer than three
        periods have both, or one side does not vary.
    periods
        How many periods have both.
    gap
        Mean intensity of the acts of `a` less that of the acts towards it, shape (periods,); NaN
        where one of them is missing.
    """

    correlation: float
    periods: int
    gap: Floats


@dataclass(frozen=True)
class Measured:
    """Measures of a dyad, one entry a period of the span.

    Attributes
    ----------
    by
        How long a period is.
    periods
        Every period of the span, in order, whole.
    standing
        Of each, whether its days are covered, some or none.
    covered
        How many days of each are covered.
    sums
        The columns of ``record.measure``, by name, each of shape (periods,): NaN where a period is
        missing, 0 where it is covered and nothing happened.
    outside
        Events that stand in missing periods, and so in no number, shape (periods,).
    beyond
        Events before the first period or after the last.
    """

    by: By
    periods: tuple[Period, ...]
    standing: tuple[Standing, ...]
    covered: NDArray[np.int64]
    sums: Mapping[str, Floats]
    outside: NDArray[np.int64]
    beyond: int

    def __post_init__(self) -> None:
        for array in (self.covered, self.outside, *self.sums.values()):
            array.flags.writeable = False

    @property
    def first(self) -> NDArray[np.datetime64]:
        """The first day of each period, as ``datetime64[D]``."""
        return np.array([period.first for period in self.periods], dtype="datetime64[D]")

    def volume(self, side: Side | None = None) -> Floats:
        """Return how many events, of both sides or of one."""
        return self.sums[_of("volume", side)]

    def intensity(self, side: Side | None = None) -> Floats:
        """Return the mean intensity, of both sides or of one; NaN without events."""
        return _over(self.sums[_of("intensity_sum", side)], self.sums[_of("intensity_n", side)])

    @property
    def intensity_sd(self) -> Floats:
        """The standard deviation of the intensities (n − 1); NaN for fewer than two events."""
        n, total = self.sums["intensity_n"], self.sums["intensity_sum"]
        squared = np.maximum(self.sums["intensity_squares"] - _over(total, n) * total, 0)
        return np.sqrt(_over(squared, n - 1))

    def intensity_interval(self, level: float = LEVEL) -> Interval:
        """Return the interval of the mean intensity.

        Over days, since the events of a day go together; where periods are days, or the measure
        `clusters` was left out, events are taken as independent, and the interval is too narrow for
        news that come in bursts. ``Interval.method`` says which.
        """
        n, total = self.sums["intensity_n"], self.sums["intensity_sum"]
        if self.by == "day" or "intensity_days" not in self.sums:
            return of_mean(n, total, self.sums["intensity_squares"], level=level)
        products = (self.sums[f"intensity_day_{name}"] for name in ("tt", "tn", "nn"))
        return of_ratio(self.sums["intensity_days"], total, n, *products, level=level)

    @property
    def share_cooperative(self) -> Floats:
        """Events of quad classes 1 and 2 over those of all four; NaN without any."""
        return _over(self._cooperative, self._told)

    def cooperative_interval(self, level: float = LEVEL) -> Interval:
        """Return Wilson's interval of the share cooperative.

        Where days are known, for as many events as would tell as much if they were independent: the
        number of events over the design effect, which is the squared error over days over that of
        independent events, and at least 1 (Korn & Graubard 1998).
        """
        hits, n = self._cooperative, self._told
        if self.by == "day" or "quad_days" not in self.sums:
            return wilson(hits, n, level=level)
        share, days = _over(hits, n), self.sums["quad_days"]
        tt, tn, nn = (self.sums[f"quad_day_{name}"] for name in ("tt", "tn", "nn"))
        spread = np.maximum(tt - 2 * share * tn + share**2 * nn, 0)
        apart = _over(days * spread, (days - 1) * n**2)
        alike = _over(share * (1 - share), n)
        effect = np.fmax(np.nan_to_num(_over(apart, alike), nan=1.0), 1.0)
        found = wilson(hits / effect, n / effect, level=level)
        method = "Wilson's, events of a day go together: their number over the design effect"
        return Interval(found.low, found.high, level, method)

    @property
    def contacts(self) -> Floats:
        """High-level contacts as the source counts them: a meeting may stand from both sides."""
        return self.sums["contacts"]

    @property
    def contact_days(self) -> Floats:
        """Days with a high-level contact."""
        return self.sums["contact_days"]

    def quads(self) -> Floats:
        """Return events by quad class, shape (periods, 4)."""
        return self._stacked(f"quad_{quad}" for quad in QUADS)

    def kinds(self) -> Floats:
        """Return events by kind, shape (periods, 16), in the order of ``schema.KINDS``."""
        return self._stacked(f"kind_{kind}" for kind in KINDS)

    def topics(self) -> Floats:
        """Return events by topic, shape (periods, 8), in the order of ``schema.TOPICS``."""
        return self._stacked(f"topic_{topic}" for topic in TOPICS)

    def topic_shares(self) -> Floats:
        """Return each topic's share of the events that have one; NaN where none has."""
        found = self.topics()
        return _over(found, np.broadcast_to(found.sum(axis=1, keepdims=True), found.shape))

    def reciprocity(self) -> Reciprocity:
        """Return how far the two sides treat each other alike.

        The correlation of both sides' mean intensities in the same period, as in the literature on
        reciprocity between states (Goldstein & Freeman 1990). Meetings are told from both sides and
        push it upwards. Who follows whom is a question of lags: see ``record.coupling``.
        """
        ours, theirs = self.intensity("from"), self.intensity("to")
        gap = ours - theirs
        both = ~np.isnan(gap)
        return Reciprocity(_pearson(ours[both], theirs[both]), int(both.sum()), gap)

    @property
    def _cooperative(self) -> Floats:
        return self.sums["quad_1"] + self.sums["quad_2"]

    @property
    def _told(self) -> Floats:
        return self._cooperative + self.sums["quad_3"] + self.sums["quad_4"]

    def _stacked(self, names: Iterable[str]) -> Floats:
        return np.column_stack([self.sums[name] for name in names])


def join(
    rows: Mapping[str, ArrayLike], by: By, coverage: Coverage, first: date, last: date
) -> Measured:
    """Join the rows of periods with what is covered.

    Parameters
    ----------
    rows
        The columns of ``measure.measured``, by name, each of the same length: `period`, the first
        days, each once and in any order, and numbers, `volume` among them.
    by
        How long a period is.
    coverage
        Which days are covered.
    first, last
        The span; its first and its last period are taken whole.

    Returns
    -------
    Measured
        An entry for every period of the span. Where no day is covered its numbers are NaN, and the
        events that stand there are counted in `outside`.

    Raises
    ------
    ValueError
        Where a row's day begins no period, or two rows have one period.
    """
    periods = periods_of(first, last, by)
    starts = np.array([period.first for period in periods], dtype="datetime64[D]")
    given = np.asarray(rows["period"], dtype="datetime64[D]")
    _check(given, by)
    place = np.searchsorted(starts, given)
    within = (place < len(starts)) & (starts[np.minimum(place, len(starts) - 1)] == given)
    standing = coverage.standing(periods)
    missing = np.array([each == "missing" for each in standing])
    sums: dict[str, Floats] = {}
    for name, column in rows.items():
        if name != "period":
            spread = np.zeros(len(periods))
            spread[place[within]] = np.asarray(column, dtype=np.float64)[within]
            sums[name] = spread
    volume = sums["volume"].astype(np.int64)
    beyond = np.asarray(rows["volume"], dtype=np.int64)[~within]
    for column in sums.values():
        column[missing] = np.nan
    return Measured(
        by,
        periods,
        standing,
        coverage.count(periods),
        MappingProxyType(sums),
        np.where(missing, volume, 0),
        int(beyond.sum()),
    )


def _check(given: NDArray[np.datetime64], by: By) -> None:
    days: Sequence[date] = given.tolist()
    for day in days:
        Period(day, by)
    if len({*days}) < len(days):
        raise ValueError("two rows have one period")


def _of(name: str, side: Side | None) -> str:
    return name if side is None else f"{name}_{side}"


def _pearson(ours: Floats, theirs: Floats) -> float:
    if len(ours) < 3 or np.ptp(ours) == 0 or np.ptp(theirs) == 0:
        return float("nan")
    return float(np.corrcoef(ours, theirs)[0, 1])


def _over(above: Floats, below: Floats) -> Floats:
    found = np.full(np.shape(above), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found
