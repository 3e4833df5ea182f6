"""The chronology: a CSV file of dated events, every row read or reported."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from detente.base.event import Event
from detente.base.partial_date import PartialDate
from detente.base.problem import Problem

COLUMNS = ("date", "actor", "target", "kind", "topic", "summary", "source_url", "confidence")
_CONFIDENCE = ("high", "medium", "low")
_FORMULA = ("=", "+", "-", "@")
_CELL = 4_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def parse_chronology(
    text: str, file: str, as_of: date
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read the events of a case.

    Parameters
    ----------
    text
        CSV with the columns of ``COLUMNS`` in that order, one event a row.
    file
        Name of the file, for the problems' places.
    as_of
        Date of the case; later events are refused as hindsight. An event known to the month or
        the year is refused only when it cannot have happened by then.

    Returns
    -------
    tuple of Event, tuple of Problem

    Examples
    --------
    >>> events, problems = parse_chronology("date,actor", "events.csv", date(2017, 5, 11))
    >>> events, problems[0].code
    ((), 'E502')
    """
    problems: list[Problem] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    events, more = parse_rows(_rows(reader, file, problems), file, as_of)
    return events, tuple(sorted((*problems, *more), key=lambda p: p.line))


def parse_rows(
    rows: Iterable[tuple[int, list[str]]], file: str, as_of: date
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read the events of a case from rows with their numbers; see :func:`parse_chronology`."""
    events: list[Event] = []
    problems: list[Problem] = []
    began = False
    for row, cells in rows:
        if not began:
            began = True
            header = tuple(cell.strip() for cell in cells)
            if header != COLUMNS:
                return (), (_columns(header, file),)
            continue
        if not cells:
            continue
        event = _event(cells, row, file, problems)
        if event is None:
            continue
        if event.date.first > as_of:
            problems.append(
                Problem(
                    "E504",
                    f"{event.date} is after the case's date, {as_of}",
                    file,
                    event.row,
                    hint="remove the row, or move the case's date",
                )
            )
        events.append(event)
    if not began:
        problems.append(_columns((), file))
    return tuple(events), tuple(problems)


def _columns(header: tuple[str, ...], file: str) -> Problem:
    said = f"the columns are {', '.join(header) or 'none'}"
    return Problem("E502", said, file, 1, hint=f"they must be {','.join(COLUMNS)}")


def _rows(reader: Any, file: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line each begins on; after one that is unreadable go on."""
    while True:
        row = reader.line_num + 1
        try:
            yield row, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(Problem("E503", f"unreadable row: {error}", file, row))


def _event(cells: list[str], row: int, file: str, problems: list[Problem]) -> Event | None:
    if len(cells) != len(COLUMNS):
        problems.append(
            Problem(
                "E503",
                f"{len(cells)} cells instead of {len(COLUMNS)}",
                file,
                row,
                hint="quote a cell that holds a comma",
            )
        )
        return None
    values = [cell.strip() for cell in cells]
    before = len(problems)
    for column, value in zip(COLUMNS, values, strict=True):
        if not value:
            problems.append(Problem("E503", f"the cell `{column}` is empty", file, row))
        elif len(value) > _CELL or _CONTROLS.search(value):
            problems.append(
                Problem("E503", f"the cell `{column}` is too long or not plain text", file, row)
            )
        elif value.startswith(_FORMULA):
            problems.append(
                Problem("E506", f"the cell `{column}` begins with {value[0]}", file, row)
            )
    day, actor, target, kind, topic, summary, source, confidence = values
    if confidence and confidence not in _CONFIDENCE:
        problems.append(
            Problem(
                "E503", f"confidence '{confidence}' is none of {', '.join(_CONFIDENCE)}", file, row
            )
        )
    try:
        parsed = PartialDate.parse(day) if day else None
    except ValueError as error:
        problems.append(Problem("E503", str(error), file, row))
        parsed = None
    if parsed is None or len(problems) > before:
        return None
    return Event(parsed, actor, target, kind, topic, summary, source, confidence, row)


def event_cells(event: Event) -> tuple[str, ...]:
    """Return an event as the cells of a chronology's row."""
    return (
        str(event.date), event.actor, event.target, event.kind, event.topic, event.summary,
        event.source, event.confidence,
    )  # fmt: skip
