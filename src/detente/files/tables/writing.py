"""A case written as tables: every sheet that the case needs, or all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.files.tables.cells import encoded, guarded
from detente.files.tables.column import Column, Sheet
from detente.files.tables.estimates import parts_of
from detente.files.tables.patches import change_rows
from detente.files.tables.sheets import BY_NAME, OWNERS, PARTY_NUMBERS, SHEETS
from detente.files.tables.table import Cell

Cells = dict[str, Cell]


@dataclass(frozen=True)
class Filled:
    """A sheet with its rows, each its cells by column; ``columns`` are those shown."""

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]


def as_tables(case: Case) -> tuple[Filled, ...]:
    """Return the sheets of a case; those with no row are left out.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> sheets = {filled.sheet.name: filled for filled in as_tables(two_issue_case())}
    >>> sheets["weights"].rows[0]["mode"], [*sheets][:2]
    (70, ['case', 'signers'])
    """
    value = written(case)
    filled = (_filled(sheet, tuple(_rows(sheet, value))) for sheet in SHEETS)
    return tuple(sheet for sheet in filled if sheet.rows)


def empty_tables(name: str) -> tuple[Filled, ...]:
    """Return every sheet without a row, but for the form and the id of a new case."""
    rows = _case_rows(BY_NAME["case"], {"detente": 1, "id": name, "no_agreement": "status_quo"}, {})
    return tuple(_filled(s, tuple(rows) if s.name == "case" else ()) for s in SHEETS)


def _filled(sheet: Sheet, rows: tuple[Cells, ...]) -> Filled:
    if sheet.name == "case":
        return Filled(sheet, CASE_COLUMNS, rows)
    used = {name for row in rows for name in row}
    columns = tuple(c for c in sheet.header if not c.rare or c.name in used)
    return Filled(sheet, columns, rows)


CASE_COLUMNS = (
    Column("key", "line", "What is said about the case.", required=True),
    Column("value", "text", "What it is."),
    Column("_meaning", "text", "What the key means; not read."),
)
"""The columns of the sheet case, which has one key a row."""


def _rows(sheet: Sheet, value: Mapping[str, Any]) -> Iterator[Cells]:
    if sheet.name == "case":
        yield from _case_rows(sheet, value, value.get("chronology", {}))
        return
    if not sheet.place:
        yield from _changes(value)
        return
    for keys, element in _placed(sheet, value):
        cells: Cells = {
            column.name: encoded(column.kind, key) if column.kind != "id" else key
            for column, key in zip(sheet.keys, keys, strict=False)
        }
        if len(keys) == len(sheet.keys):
            cells |= _cells(sheet, element)
        yield cells


def _case_rows(
    sheet: Sheet, value: Mapping[str, Any], chronology: Mapping[str, Any]
) -> Iterator[Cells]:
    flat = {**value, **{f"chronology_{key}": inner for key, inner in chronology.items()}}
    for column in sheet.columns:
        row: Cells = {"key": column.name, "_meaning": guarded(column.meaning)}
        if column.name in flat:
            row["value"] = encoded(column.kind, flat[column.name])
        yield row


def _placed(sheet: Sheet, value: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the elements of a sheet with their keys, the parties' rooms one after the other."""
    if sheet.place[0] != "{party}":
        yield from _elements(sheet.place, value)
        return
    for room in ("principals", "ratifiers"):
        if value.get(room):
            yield from _elements(sheet.place, value[room])


def _elements(place: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the elements of a sheet with their keys; fewer keys where a mapping is empty."""
    if not place:
        yield (), value
        return
    step, rest = place[0], place[1:]
    if step == "[]":
        for item in value:
            yield (), item
    elif step in ("{number}", "{use}"):
        names = PARTY_NUMBERS if step == "{number}" else ("events", "without")
        for name in names:
            if name in value:
                for keys, element in _elements(rest, value[name]):
                    yield (name, *keys), element
    elif step.startswith("{"):
        if not value:
            yield (), None
        for key, inner in value.items():
            for keys, element in _elements(rest, inner):
                yield (str(key), *keys), element
    elif isinstance(value, Mapping) and step in value:
        yield from _elements(rest, value[step])


def _cells(sheet: Sheet, element: Any) -> Cells:
    cells: Cells = {}
    for column in sheet.columns:
        value = _at(element, column.place)
        if value is not None and column.part:
            value = parts_of(value).get(column.part)
        if value is not None:
            cells[column.name] = encoded(column.kind, value)
    return cells


def _at(element: Any, place: tuple[str, ...]) -> Any:
    if isinstance(element, int) and place == ("code",):
        return element
    for key in place:
        if not isinstance(element, Mapping):
            return None
        element = element.get(key)
    return element


def _changes(value: Mapping[str, Any]) -> Iterator[Cells]:
    for of, place in OWNERS.items():
        for keys, changes in _elements(place, value):
            if changes is not None:
                for row in change_rows(changes):
                    yield {"of": of, "owner": ".".join(keys), **row}
