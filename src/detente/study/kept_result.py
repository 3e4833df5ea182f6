"""What the record holds for a case: which sources cover its dates, and what they say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from detente.base.result import Result
from detente.base.state import STATES
from detente.case.case import Case
from detente.study.recorded_result import RecordedResult, YearlyResult

Use = Literal["used", "later", "earlier", "elsewhere"]


class KeptSource(Result):
    """A source of events in the record, and whether it covers the case's dates.

    Attributes
    ----------
    first, last
        First and last day that it covers; ``None`` where it covers none.
    use
        ``used`` where it covers a day of the span; ``later`` where all it covers comes after the
        case's date, which is then left out as hindsight; ``earlier`` where it covers days before
        the span and none of it;
        ``elsewhere`` where it covers no day of these states' dealings.
    """

    source: str
    files: int
    first: str | None
    last: str | None
    use: Use


class KeptResult(Result):
    """What the record holds for a case.

    Attributes
    ----------
    states
        The principals that are states; the record is asked about the first two.
    since, until
        The span that is asked for: the twelve months that end at the case's date.
    sources
        Every source of events that is kept.
    measured
        What each source that covers the span says, cut at the case's date.
    yearly
        Yearly facts of the two and between them, of years that were over at the case's date.
    """

    states: tuple[str, ...]
    since: str
    until: str
    sources: tuple[KeptSource, ...]
    measured: tuple[RecordedResult, ...]
    yearly: tuple[YearlyResult, ...]


def nothing_kept(case: Case) -> KeptResult:
    """Return what an empty record holds for a case: nothing."""
    since, until = span_of(case.as_of)
    return KeptResult(
        states=states_of(case),
        since=since.isoformat(),
        until=until.isoformat(),
        sources=(),
        measured=(),
        yearly=(),
    )


def span_of(as_of: date) -> tuple[date, date]:
    """Return the first and the last of the twelve months that end on a day.

    Examples
    --------
    >>> [day.isoformat() for day in span_of(date(2017, 5, 11))]
    ['2016-05-12', '2017-05-11']
    """
    leap = (as_of.month, as_of.day) == (2, 29)
    before = as_of.replace(year=as_of.year - 1, day=28 if leap else as_of.day)
    return before + timedelta(days=1), as_of


def states_of(case: Case) -> tuple[str, ...]:
    """Return the principals whose ids are codes of states, in the case's order."""
    return tuple(name for name in case.principals if name in STATES)
