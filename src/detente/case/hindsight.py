"""Hindsight: what became known only after the case's own date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from detente.base.day import to_day
from detente.base.partial_date import PartialDate
from detente.case.case import Case
from detente.case.finding import Finding, Path


def hindsight(case: Case) -> Iterator[Finding]:
    """Yield what became known only after ``as_of``: elements, numbers, and facts by their dates.

    The day on which somebody judged is no hindsight: a judgement made later may rest on what was
    known then. What changes say is walked as well.
    """
    for path, day in _known(case, ()):
        if day > case.as_of:
            yield _late(case, path, day, "became known on")
    for fact_id, fact in case.facts.items():
        if fact.date is None:
            continue
        path = ("facts", fact_id, "date")
        try:
            parsed = PartialDate.parse(fact.date)
        except ValueError as error:
            yield Finding("C106", path, f"facts.{fact_id}.date: {error}")
            continue
        if parsed.first > case.as_of:
            yield _late(case, path, parsed, "is dated")


def _late(case: Case, path: Path, day: object, verb: str) -> Finding:
    place = ".".join(path[:-1])
    return Finding(
        "C501", path, f"{place} {verb} {day}, after the case's date {case.as_of}", about=place
    )


def _known(element: Any, path: Path) -> Iterator[tuple[Path, date]]:
    """Yield every day from which something could be known, with the path of that day."""
    if isinstance(element, BaseModel):
        for name, info in type(element).model_fields.items():
            value = getattr(element, name)
            here = (*path, info.alias or name)
            if name == "known_from" and value is not None:
                yield here, value
            elif isinstance(value, BaseModel | Mapping | tuple):
                yield from _known(value, here)
    elif isinstance(element, Mapping):
        for key, value in element.items():
            here = (*path, str(key))
            day = _day(value) if key == "known_from" else None
            if day is not None:
                yield here, day
            elif isinstance(value, BaseModel | Mapping | tuple | list):
                yield from _known(value, here)
    elif isinstance(element, tuple | list):
        for place, value in enumerate(element):
            yield from _known(value, (*path, str(place)))


def _day(value: Any) -> date | None:
    """Return a day that stands in changes; what is none is told where the changes are made."""
    try:
        day = to_day(value)
    except ValueError:
        return None
    return day if isinstance(day, date) else None
