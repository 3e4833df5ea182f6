"""Where the relation stands: the chronology counted by quarter, kind and topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from detente.base.event import Event
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.counting import Count, counts_as


class Tally(Result):
    """How many events a quarter, a kind or a topic holds."""

    key: str
    name: str
    cooperative: int = 0
    conflictual: int = 0
    context: int = 0

    @property
    def total(self) -> int:
        """All events."""
        return self.cooperative + self.conflictual + self.context


class CountedEvent(Result):
    """One event of the chronology, as it was counted."""

    row: int
    date: str
    quarter: str | None
    actor: str
    target: str
    kind: str
    topic: str
    summary: str
    source: str
    confidence: str
    counts: Count


class Year(Result):
    """The twelve months that end on a day."""

    first: str
    last: str
    cooperative: int
    conflictual: int


class RelationResult(Result):
    """Where the relation stands, by a hand-selected chronology.

    Attributes
    ----------
    selection
        How the events were chosen; counts of a selection measure the selection too.
    by_quarter
        Every quarter from the first event to the last, empty ones included.
    undated
        Events known to the year alone, which no quarter holds.
    latest, before
        The twelve months that end at the case's date, and the twelve before them. An event known
        to the month belongs to a span that holds its first day.
    """

    selection: str
    events: tuple[CountedEvent, ...]
    by_quarter: tuple[Tally, ...]
    by_kind: tuple[Tally, ...]
    by_topic: tuple[Tally, ...]
    undated: int
    latest: Year
    before: Year
    provenance: Provenance


def relation(case: Case, events: Iterable[Event], input_hash: str = "") -> RelationResult | None:
    """Count a case's events; ``None`` when it has no chronology.

    Parameters
    ----------
    case
        The case, whose rules say how events are counted.
    events
        Its chronology.
    input_hash
        SHA-256 of the files read.
    """
    if case.chronology is None:
        return None
    names = case.chronology.names
    counted = tuple(_counted(case, event) for event in events)
    ordered = tuple(sorted(counted, key=lambda event: (event.date, event.row)))
    return RelationResult(
        selection=case.chronology.selection,
        events=ordered,
        by_quarter=_quarters(ordered),
        by_kind=_tallies(((e.kind, e) for e in ordered), names),
        by_topic=_tallies(((e.topic, e) for e in ordered), names),
        undated=sum(event.quarter is None for event in ordered),
        latest=_year(ordered, case.as_of),
        before=_year(ordered, _year_before(case.as_of)),
        provenance=Provenance(method="relation", input_hash=input_hash),
    )


def _counted(case: Case, event: Event) -> CountedEvent:
    counts = counts_as(case, event)
    if counts is None:
        raise ValueError(f"no rule counts the event of row {event.row}")
    return CountedEvent(
        row=event.row,
        date=str(event.date),
        quarter=event.date.quarter,
        actor=event.actor,
        target=event.target,
        kind=event.kind,
        topic=event.topic,
        summary=event.summary,
        source=event.source,
        confidence=event.confidence,
        counts=counts,
    )


def _tally(key: str, name: str, events: Iterable[CountedEvent]) -> Tally:
    found = Counter(event.counts for event in events)
    return Tally(
        key=key,
        name=name,
        cooperative=found["cooperative"],
        conflictual=found["conflictual"],
        context=found["context"],
    )


def _tallies(pairs: Iterable[tuple[str, CountedEvent]], names: object) -> tuple[Tally, ...]:
    groups: dict[str, list[CountedEvent]] = {}
    for key, event in pairs:
        groups.setdefault(key, []).append(event)
    words = names if isinstance(names, dict) else {}
    tallies = [
        _tally(key, words.get(key, key.replace("_", " ")), group) for key, group in groups.items()
    ]
    return tuple(sorted(tallies, key=lambda tally: (-tally.total, tally.name)))


def _quarters(events: tuple[CountedEvent, ...]) -> tuple[Tally, ...]:
    groups: dict[str, list[CountedEvent]] = {}
    for event in events:
        if event.quarter is not None:
            groups.setdefault(event.quarter, []).append(event)
    if not groups:
        return ()
    first, last = min(groups), max(groups)
    year, quarter = int(first[:4]), int(first[-1])
    found = []
    while (key := f"{year}Q{quarter}") <= last:
        found.append(_tally(key, f"{year} Q{quarter}", groups.get(key, [])))
        year, quarter = (year, quarter + 1) if quarter < 4 else (year + 1, 1)
    return tuple(found)


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _year(events: tuple[CountedEvent, ...], last: date) -> Year:
    first = _year_before(last) + timedelta(days=1)
    inside = [e for e in events if e.quarter and first <= _first_day(e) <= last]
    found = Counter(event.counts for event in inside)
    return Year(
        first=first.isoformat(),
        last=last.isoformat(),
        cooperative=found["cooperative"],
        conflictual=found["conflictual"],
    )


def _first_day(event: CountedEvent) -> date:
    text = event.date if event.date.count("-") == 2 else f"{event.date}-01"
    return date.fromisoformat(text)
