"""A day of the calendar, written YYYY-MM-DD."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from detente.base.partial_date import PartialDate


def to_day(value: Any) -> Any:
    """Read a full date from its text; what is no text is left to the form's own check.

    Raises
    ------
    ValueError
        When the text is no day of the calendar, or names a month or a year only.

    Examples
    --------
    >>> to_day("2017-05-11")
    datetime.date(2017, 5, 11)
    """
    if isinstance(value, int):
        raise ValueError("a date is text, YYYY-MM-DD")
    if not isinstance(value, str):
        return value
    parsed = PartialDate.parse(value)
    if not parsed.day:
        raise ValueError("a full date is needed, YYYY-MM-DD")
    return parsed.first


Day = Annotated[date, BeforeValidator(to_day)]
"""A day, read from ``YYYY-MM-DD``."""


def months_later(day: date, months: int) -> date:
    """Return the same day of the month some months on; the month's last where it has no such day.

    Examples
    --------
    >>> months_later(date(2017, 5, 11), 9), months_later(date(2024, 1, 31), 1)
    (datetime.date(2018, 2, 11), datetime.date(2024, 2, 29))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
