"""Which days of a record are covered, by a rule that looks at volume and at nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.record.period import Period

Standing = Literal["covered", "partial", "missing"]
"""All days of a period are covered, some, none."""

Span = tuple[date, date]
"""First and last day, both within."""

Days = NDArray[np.datetime64]
"""Days in order, each once, shape (n,), of type ``datetime64[D]``."""

SHARE = 4
"""A covered day has at least one part in so many of the volume that is usual around it."""

AROUND = 183
"""How many days either side are looked at for what is usual."""

FLOORS: Mapping[str, tuple[tuple[date, int], ...]] = MappingProxyType(
    {
        "icews": ((date.min, 100),),
        "gdelt1": ((date.min, 500), (date(2013, 4, 1), 5_000)),
        "gdelt2": ((date.min, 20_000),),
        "polecat": ((date.min, 100),),
    }
)
"""The least rows of a covered day, by source, each from a day on.

Without a floor, days that only the edge of another day's file touches would look like days of a
thinner record: GDELT dates some rows a year or ten years back. ICEWS's is measured on a quarter of
daily files (full days have 992 rows or more, days before the first file 65 or fewer), GDELT 2.0's
on one of the 96 files of a day, which has some two thousand; the others are set with care and
measured on nothing.
"""


@dataclass(frozen=True)
class Coverage:
    """The days that a source covers.

    Attributes
    ----------
    source
        The source, as `icews`.
    days
        The covered days.
    rule
        Why these, in words for the reader.
    """

    source: str
    days: Days
    rule: str

    def __post_init__(self) -> None:
        self.days.flags.writeable = False

    @property
    def span(self) -> Span | None:
        """The first and the last covered day; ``None`` where there is none."""
        if not len(self.days):
            return None
        return self.days[0].item(), self.days[-1].item()

    def covers(self, day: date) -> bool:
        """Return whether a day is covered."""
        return bool(np.isin(np.datetime64(day, "D"), self.days))

    def count(self, periods: Sequence[Period]) -> NDArray[np.int64]:
        """Return how many days of each period are covered, shape (periods,)."""
        first = np.array([period.first for period in periods], dtype="datetime64[D]")
        last = np.array([period.last for period in periods], dtype="datetime64[D]")
        before = np.searchsorted(self.days, first, side="left")
        until = np.searchsorted(self.days, last, side="right")
        return (until - before).astype(np.int64)

    def standing(self, periods: Sequence[Period]) -> tuple[Standing, ...]:
        """Return of each period whether all its days are covered, some or none."""
        return tuple(
            "missing" if not n else "covered" if n == period.days else "partial"
            for n, period in zip(self.count(periods).tolist(), periods, strict=True)
        )

    def until(self, day: date) -> Coverage:
        """Return what is covered up to a day, that day within."""
        kept = self.days[self.days <= np.datetime64(day, "D")]
        return Coverage(self.source, kept, f"{self.rule}; days after {day} are left out")


def coverage(
    source: str,
    daily: Mapping[date, int],
    spans: Iterable[Span] = (),
) -> Coverage:
    """Return which days a source covers.

    A day is covered if it lies in a declared span; or if its rows reach a quarter of what is usual
    around it, and the floor of the source. Usual is the volume of the day on which the median event
    falls, of the events within 183 days either side, days in the order of their volume. It follows
    growth over decades; weekends, which have half of a weekday, pass; a few stray rows of a day
    whose file is missing do not. A source without a floor is covered where a span says so and
    nowhere else.

    Parameters
    ----------
    source
        The source, as `icews`.
    daily
        Rows a day, of all states, by the day on which the events happened. Rows of files that
        declare a span are left out of it by who asks.
    spans
        The declared spans: first and last day, both within.

    Raises
    ------
    ValueError
        Where a span ends before it begins.
    """
    declared = tuple(spans)
    for first, last in declared:
        if last < first:
            raise ValueError(f"the span ends on {last}, before it begins on {first}")
    floors = FLOORS.get(source, ())
    parts = [_between(*span) for span in declared]
    if floors:
        parts.append(_by_volume(daily, floors))
    days = np.unique(np.concatenate([_between(), *parts]))
    return Coverage(source, days, _words(source, declared, floors))


def usual_volume(daily: Mapping[date, int]) -> dict[date, int]:
    """Return, for every day with rows, the volume of the day on which the median event falls.

    Of the events within 183 days either side, days in the order of their volume; of an even number
    of events the lower of the two in the middle counts.

    Examples
    --------
    >>> usual = usual_volume({date(2018, 10, 1): 4, date(2018, 10, 2): 900, date(2018, 10, 3): 990})
    >>> {day.isoformat(): rows for day, rows in usual.items()}
    {'2018-10-01': 990, '2018-10-02': 990, '2018-10-03': 990}
    """
    found = sorted(day for day, rows in daily.items() if rows > 0)
    when = np.array([day.toordinal() for day in found], dtype=np.int64)
    rows = np.array([daily[day] for day in found], dtype=np.int64)
    starts = np.searchsorted(when, when - AROUND, side="left")
    ends = np.searchsorted(when, when + AROUND, side="right")
    return {
        day: _median_day(rows[start:end])
        for day, start, end in zip(found, starts.tolist(), ends.tolist(), strict=True)
    }


def _median_day(rows: NDArray[np.int64]) -> int:
    ordered = np.sort(rows)
    reached = np.cumsum(ordered)
    return int(ordered[np.searchsorted(2 * reached, reached[-1], side="left")])


def _by_volume(daily: Mapping[date, int], floors: tuple[tuple[date, int], ...]) -> Days:
    return _array(
        day
        for day, usual in usual_volume(daily).items()
        if SHARE * daily[day] >= usual and daily[day] >= _floor(floors, day)
    )


def _floor(floors: tuple[tuple[date, int], ...], day: date) -> int:
    return max((since, rows) for since, rows in floors if since <= day)[1]


def _between(*span: date) -> Days:
    if not span:
        return np.array([], dtype="datetime64[D]")
    first, last = span
    return np.arange(np.datetime64(first, "D"), np.datetime64(last, "D") + 1)


def _array(days: Iterable[date]) -> Days:
    return np.array([*days], dtype="datetime64[D]")


def _words(source: str, spans: tuple[Span, ...], floors: tuple[tuple[date, int], ...]) -> str:
    told = []
    if spans:
        listed = ", ".join(f"{first} to {last}" for first, last in spans)
        told.append(f"declared for {listed}")
    if floors:
        least = " and ".join(
            f"{rows:,} rows" + (f" from {since}" if since > date.min else "")
            for since, rows in floors
        )
        told.append(
            f"by volume: a day is covered if its rows, of all states, reach one quarter of what is "
            f"usual within {AROUND} days either side, and {least}"
        )
    return "; ".join(told) or f"nothing is declared for {source}, and it has no rule by volume"
