"""Periods: days, ISO weeks, months, quarters and years, and the one in which an event falls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from ibis.expr.types import DateValue

By = Literal["day", "week", "month", "quarter", "year"]
"""How long a period is. A week is an ISO week: it begins on Monday."""

BYS: tuple[By, ...] = get_args(By)

_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period, by its first day.

    Raises
    ------
    ValueError
        Where no such period begins on that day.

    Examples
    --------
    >>> week = period_of(date(2018, 12, 2), "week")
    >>> week.name, week.first, week.last
    ('2018-W48', datetime.date(2018, 11, 26), datetime.date(2018, 12, 2))
    """

    first: date
    by: By

    def __post_init__(self) -> None:
        if self.first != _first(self.first, self.by):
            raise ValueError(f"no {self.by} begins on {self.first}")

    @property
    def last(self) -> date:
        """The last day."""
        return _next(self.first, self.by) - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def name(self) -> str:
        """How it is written: 2018-11-28, 2018-W48, 2018-11, 2018 Q4, 2018."""
        year = f"{self.first.year:04}"
        match self.by:
            case "day":
                return self.first.isoformat()
            case "week":
                iso = self.first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}"
            case "month":
                return f"{year}-{self.first.month:02}"
            case "quarter":
                return f"{year} Q{(self.first.month + 2) // 3}"
            case "year":
                return year


def period_of(day: date, by: By) -> Period:
    """Return the period in which a day falls."""
    return Period(_first(day, by), by)


def periods_of(first: date, last: date, by: By) -> tuple[Period, ...]:
    """Return every period that holds a day of a span, in order.

    The first and the last may reach beyond the span: periods are whole.

    Raises
    ------
    ValueError
        Where the span ends before it begins.
    """
    if last < first:
        raise ValueError(f"the span ends on {last}, before it begins on {first}")
    found = []
    start = _first(first, by)
    while start <= last:
        found.append(Period(start, by))
        start = _next(start, by)
    return tuple(found)


def first_day(days: DateValue, by: By) -> DateValue:
    """Return, as an expression, the first day of the period in which each day falls.

    It is a date on every engine, also where the engine's own truncation gives a time.
    """
    if by == "day":
        return days
    return days.truncate(_UNITS[by]).cast("date")


def _first(day: date, by: By) -> date:
    match by:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case "year":
            return date(day.year, 1, 1)


def _next(first: date, by: By) -> date:
    if by == "day":
        return first + timedelta(days=1)
    if by == "week":
        return first + timedelta(weeks=1)
    year, month = divmod(first.month - 1 + _MONTHS[by], 12)
    return date(first.year + year, month + 1, 1)
