"""Dates known to the day, the month or the year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the month and the day, may be unknown.

    Parts that are unknown are 0, so that ``2017-04`` sorts before ``2017-04-01``.

    Examples
    --------
    >>> PartialDate.parse("2017-04").last
    datetime.date(2017, 4, 30)
    >>> PartialDate.parse("2017-04").quarter
    '2017Q2'
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises
        ------
        ValueError
            When the text has another shape or names no day of the calendar.
        """
        match = _SHAPE.match(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a date (YYYY-MM-DD, YYYY-MM or YYYY)")
        year, month, day = (int(part) if part else 0 for part in match.groups())
        parsed = cls(year, month, day)
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            raise ValueError(f"{text!r} is no day of the calendar") from None
        if (match.group(2) and not month) or (match.group(3) and not day):
            raise ValueError(f"{text!r} is no day of the calendar")
        return parsed

    @property
    def first(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def quarter(self) -> str | None:
        """The calendar quarter as ``2017Q2``; ``None`` when only the year is known."""
        if not self.month:
            return None
        return f"{self.year}Q{(self.month - 1) // _MONTHS_A_QUARTER + 1}"

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"
