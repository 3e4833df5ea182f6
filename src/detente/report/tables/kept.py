"""What the record holds for a case: which sources cover its dates, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from detente.report.tables.recorded import pair_text, recorded_sheets, warming_text
from detente.report.tables.sheet import Sheet
from detente.report.tables.yearly import yearly_sheet
from detente.report.words import date_text
from detente.study.kept_result import KeptResult, KeptSource

TITLE = "Where the relation stands: what the record says"
PERIODS = 1
"""Of a source's tables, the one after its answer: the measures by period."""


def kept_sheets(result: KeptResult) -> Iterator[Sheet]:
    """Yield what each source that covers the dates says, and what no source does."""
    yield Sheet(TITLE, tuple(kept_notes(result)), (), [])
    for found in result.measured:
        yield from list(recorded_sheets(found))[PERIODS : PERIODS + 1]
    if result.yearly:
        yield yearly_sheet(result.yearly)


def kept_notes(result: KeptResult) -> Iterator[str]:
    """Yield in words what is kept, what of it is used, and what is not there."""
    span = f"{date_text(result.since)} to {date_text(result.until)}"
    if len(result.states) < 2:
        yield "The record is of states; this case has no two principals that are states."
        return
    if not any(found.use == "used" for found in result.sources):
        yield f"No event file that is kept covers {span}: nothing is measured for these dates."
    for found in result.sources:
        if found.use != "used":
            yield _not_used(found)
    for measured in result.measured:
        total = sum(period.events or 0 for period in measured.periods)
        events = "1 event" if total == 1 else f"{total:,} events"
        yield (
            f"{measured.source}: {events} of {pair_text(measured)}, up to "
            f"{date_text(result.until)}. {warming_text(measured)}"
        )
    if result.yearly:
        years = {one.year for one in result.yearly}
        yield f"Yearly tables are read up to {max(years)}: later years were not over."


def _not_used(found: KeptSource) -> str:
    if found.first is None or found.last is None:
        return f"{found.source} covers no day of what these states did: it is not used."
    covers = f"{found.source} covers {date_text(found.first)} to {date_text(found.last)}"
    return {
        "later": f"{covers}, after the case's date: it is not used.",
        "earlier": f"{covers}, and no day of these dates: it is not used.",
    }[found.use]
