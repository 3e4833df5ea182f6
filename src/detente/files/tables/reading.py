"""Tables read as the nested value of a case file, with the place of every element."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from detente.files.set_aside import aside
from detente.files.tables.cells import CellError, decoded
from detente.files.tables.column import Column, Sheet
from detente.files.tables.estimates import estimate_of
from detente.files.tables.gathered import Gathered, short
from detente.files.tables.headings import known, whole
from detente.files.tables.patches import change_value, owner_path, split_path
from detente.files.tables.sheets import BY_NAME, SHEETS
from detente.files.tables.table import Refused, Row, Table, tidy


def gather(tables: Iterable[Table]) -> Gathered:
    """Return the case that tables hold, as plain values that the form of a case can judge.

    Parameters
    ----------
    tables
        Sheets of a workbook or files of a folder, in any order.
    """
    found = Gathered()
    held: dict[str, Table] = {}
    for table in tables:
        known(tidy(table.name), table, held, found)
    found.places.value = {}
    for sheet in SHEETS:
        table = held.get(sheet.name, Table(sheet.name, "", (), ()))
        if not table.header or not whole(sheet, table, found):
            continue
        if sheet.name == "case":
            _case(sheet, table, found)
        else:
            _rows(sheet, table, found)
    return found


def _case(sheet: Sheet, table: Table, found: Gathered) -> None:
    columns = {column.name: column for column in sheet.columns}
    found.places.mark((), table.file, 1)
    seen: dict[str, int] = {}
    for row in table.rows:
        name = tidy(row.cells.get("key"))
        column = columns.get(name)
        if "value" not in row.cells and (column is not None or not name):
            continue
        if not name:
            found.tell("T710", "the row has no key", table, row.number)
        elif column is None:
            near = difflib.get_close_matches(name, columns, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"keys: {', '.join(columns)}"
            found.tell("T708", f"there is no key `{name}` in case", table, row.number, hint)
            found.broken = found.broken or bool(near)
        elif name in seen:
            _twice(f"the key `{name}`", table, row, seen[name], found)
        else:
            seen[name] = row.number
            cells = {name: row.cells["value"]}
            _fill(found, (), (column,), Row(row.number, cells), table)


def _rows(sheet: Sheet, table: Table, found: Gathered) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        for name in row.cells:
            if name.startswith("column "):
                hint = "name the column, or quote a cell that holds a comma"
                found.tell("T708", f"{name} has no name in the first row", table, row.number, hint)
        read = sheet.header if not sheet.place else sheet.keys
        if any(isinstance(row.cells.get(column.name), Refused) for column in read):
            found.broken = True
            continue
        keys = _keys(sheet, table, row, found)
        if keys is None:
            continue
        if "[]" not in sheet.place and any(keys):
            if keys in seen:
                _twice(" ".join(keys), table, row, seen[keys], found)
                continue
            seen[keys] = row.number
        if not sheet.place:
            _change(keys, row, table, found)
            continue
        path = _path(sheet, keys, row, table, found)
        if path is not None:
            _element(sheet, path, row, table, found)


def _twice(what: str, table: Table, row: Row, first: int, found: Gathered) -> None:
    found.tell("T711", f"{short(what)} stands here again, first in row {first}", table, row.number)


def _keys(sheet: Sheet, table: Table, row: Row, found: Gathered) -> tuple[str, ...] | None:
    """Return the keys of a row; a row that ends with blank ones says that there is nothing."""
    keys = []
    for column in sheet.keys:
        cell = row.cells.get(column.name)
        keys.append("" if cell is None else str(decoded(column.kind, cell)).strip())
    filled = any(column.name in row.cells for column in sheet.columns)
    missing = next((n for n, key in enumerate(keys) if not key), len(keys))
    empty = missing >= max(1, sheet.within) and not any(keys[missing:]) and not filled
    if missing < len(keys) and not empty:
        name = sheet.keys[missing].name
        if not (name == "path" and not filled):
            found.tell("T710", f"the row has no `{name}`", table, row.number)
            return None
    return tuple(keys)


def _path(
    sheet: Sheet, keys: tuple[str, ...], row: Row, table: Table, found: Gathered
) -> tuple[str, ...] | None:
    """Return the path of a row's element, or ``None`` when what it belongs to is not there."""
    path: list[str] = []
    value: Any = found.places.value
    rest = iter(keys)
    number = 0
    for step in sheet.place:
        key = next(rest) if step.startswith("{") else step
        if not key:
            break
        if step == "{party}" and not path:
            room = "ratifiers" if key in value.get("ratifiers", {}) else "principals"
            room = "principals" if key in value.get("principals", {}) else room
            path.append(room)
            value = value.get(room, {})
        number += step.startswith("{")
        if step.startswith("{") and number <= sheet.within and key not in value:
            _absent(sheet.keys[number - 1].name, key, tuple(path), row, table, found)
            return None
        path.append(key)
        value = value.get(key, {}) if isinstance(value, Mapping) else {}
    return tuple(path)


def _absent(
    what: str, key: str, path: tuple[str, ...], row: Row, table: Table, found: Gathered
) -> None:
    value = found.places.value
    for step in path:
        value = value.get(step, {})
    there = [*value]
    if what == "party":
        there = [
            *found.places.value.get("principals", {}),
            *found.places.value.get("ratifiers", {}),
        ]
    near = difflib.get_close_matches(key, there, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(there) or 'none'}"
    found.tell("T713", f"there is no {what} '{short(key)}'", table, row.number, hint)
    for name in near:
        rooms = ("principals", "ratifiers") if what == "party" else ("",)
        found.gone.extend(aside((*((room,) if room else path), name)) for room in rooms)


def _element(sheet: Sheet, path: tuple[str, ...], row: Row, table: Table, found: Gathered) -> None:
    if path[-1] == "[]":
        held = _within(found.places.value, path[:-2]).setdefault(path[-2], [])
        if not isinstance(held, list):
            return
        held.append({})
        _fill(found, (*path[:-1], len(held) - 1), sheet.columns, row, table)
        return
    _fill(found, path, sheet.columns, row, table)


def _fill(
    found: Gathered,
    path: tuple[str | int, ...],
    columns: tuple[Column, ...],
    row: Row,
    table: Table,
) -> None:
    """Put the cells of a row into its element."""
    for length in range(len(path) + 1):  # what holds the element stands where its first row does
        found.places.mark(path[:length], table.file, row.number)
    root = _within(found.places.value, path)
    estimates: dict[tuple[str, ...], dict[str, Any]] = {}
    for column in columns:
        if column.name not in row.cells:
            continue
        here = (*path, *column.place)
        found.places.mark(here, table.file, row.number)
        if isinstance(row.cells[column.name], Refused):
            found.gone.append(aside(here))
            estimates.pop(column.place, None)
            continue
        try:
            value = decoded(column.kind, row.cells[column.name])
        except CellError as error:
            said = f"`{column.name}`: {error.message}"
            found.tell("T712", short(said, 200), table, row.number, error.hint)
            found.gone.append(aside(here))
            estimates.pop(column.place, None)
            continue
        if column.part:
            if aside(here) not in found.gone:
                estimates.setdefault(column.place, {})[column.part] = value
        elif column.place:
            _within(root, column.place[:-1])[column.place[-1]] = value
        else:
            _within(found.places.value, path[:-1])[path[-1]] = value
    for place, parts in estimates.items():
        here = (*path, *place)
        try:
            value = estimate_of(parts)
        except CellError as error:
            found.tell("T712", error.message, table, row.number, error.hint)
            found.gone.append(aside(here))
            continue
        _within(found.places.value, here[:-1])[here[-1]] = value
    if path and not root and aside(path) in found.gone:  # nothing is left of a refused number
        del _within(found.places.value, path[:-1])[path[-1]]


def _within(value: Any, path: tuple[str | int, ...]) -> Any:
    """Return the mapping at a path, made where it is not there."""
    for step in path:
        value = value[step] if isinstance(step, int) else value.setdefault(step, {})
    return value


def _change(keys: tuple[str, ...], row: Row, table: Table, found: Gathered) -> None:
    of, owner, dotted = keys
    try:
        root = owner_path(of, owner)
        path = split_path(dotted) if dotted else ()
        names = {column.name for column in BY_NAME["changes"].columns}
        cells = {name: cell for name, cell in row.cells.items() if name in names}
        value = change_value(path, cells) if path else {}
    except CellError as error:
        found.tell("T712", error.message, table, row.number, error.hint)
        return
    owned: Any = found.places.value
    for step in root[:-1]:
        owned = owned.get(step) if isinstance(owned, dict) else None
    if not isinstance(owned, dict):
        found.tell("T713", f"there is no {of} '{short(owner)}'", table, row.number)
        return
    found.places.mark(root, table.file, row.number)
    changes = owned.setdefault(root[-1], {})
    for step in path[:-1]:
        changes = changes.setdefault(step, {})
        if not isinstance(changes, dict):
            said = f"a row above replaces `{short(dotted)}` as a whole"
            found.tell("T711", said, table, row.number)
            return
    if path:
        found.places.mark((*root, *path), table.file, row.number)
        if path[-1] in changes:
            found.tell("T711", f"a row above is about `{short(dotted)}`", table, row.number)
            return
        changes[path[-1]] = value
