"""Changes as rows: one for each thing that is otherwise, and what replaces it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.issue import Code
from detente.case.shape import form_at
from detente.files.tables.cells import (
    DEPTH,
    JSON,
    NULL,
    CellError,
    as_json,
    decoded,
    encoded,
    from_json,
    guarded,
    unguarded,
)
from detente.files.tables.column import Kind, kind_of
from detente.files.tables.estimates import estimate_of, parts_of
from detente.files.tables.sheets import OWNERS, PARTS
from detente.files.tables.table import Cell

_KINDS: dict[str, Kind] = {part: kind for part, kind, _ in PARTS}


def owner_path(of: str, owner: str) -> tuple[str, ...]:
    """Return where an owner keeps its changes.

    Raises
    ------
    CellError
        When the owner is of no known kind, or not written as one of its kind.

    Examples
    --------
    >>> owner_path("state", "war.begun")
    ('shocks', 'war', 'states', 'begun', 'changes')
    """
    if of not in OWNERS:
        raise CellError(f"'{of}' is no kind of owner", f"write one of {', '.join(OWNERS)}")
    ids = owner.split(".")
    place = OWNERS[of]
    if len(ids) != place.count("{id}") or not all(ids):
        form = "shock.state" if of == "state" else "an id"
        raise CellError(f"'{owner}' is no owner of kind {of}", f"write {form}")
    rest = iter(ids)
    return tuple(next(rest) if step == "{id}" else step for step in place)


def split_path(text: str) -> tuple[str, ...]:
    r"""Return the keys of a dotted path; ``\.`` is a full stop within a key.

    Raises
    ------
    CellError
        When it has more keys than a case has levels.

    Examples
    --------
    >>> split_path(r"principals.AST.a\.b")
    ('principals', 'AST', 'a.b')
    """
    keys = re.findall(r"(?:\\.|[^.\\])+", text.strip())
    if len(keys) > DEPTH:
        raise CellError(f"the path has over {DEPTH} keys", "write the place in the case")
    return tuple(re.sub(r"\\(.)", r"\1", key).strip() for key in keys)


def join_path(path: tuple[str, ...]) -> str:
    """Return a path as one text."""
    return ".".join(re.sub(r"[\\.]", r"\\\g<0>", key) for key in path)


def change_rows(
    changes: Mapping[str, Any], path: tuple[str, ...] = ()
) -> Iterator[dict[str, Cell]]:
    """Yield the cells of the rows that say what changes set or take away.

    Examples
    --------
    >>> list(change_rows({"principals": {"A": {"reserve": [1, 2, 3], "adjective": None}}}))
    ... # doctest: +NORMALIZE_WHITESPACE
    [{'path': 'principals.A.reserve', 'low': 1, 'mode': 2, 'high': 3},
     {'path': 'principals.A.adjective', 'value': 'null'}]
    """
    if not changes:
        yield {"path": join_path(path), "value": as_json({})} if path else {}
    for key, value in changes.items():
        here = (*path, str(key))
        if isinstance(value, Mapping) and value and form_at(Case, here) not in (Estimate, Code):
            yield from change_rows(value, here)
        else:
            yield {"path": guarded(join_path(here)), **_cells(here, value)}


def _cells(path: tuple[str, ...], value: Any) -> dict[str, Cell]:
    cells = _readable(path, value)
    if cells is not None:
        try:
            again = change_value(path, cells)
        except CellError:
            again = ...
        if _same(again, value):
            return cells
    return {"value": as_json(value)}


def _readable(path: tuple[str, ...], value: Any) -> dict[str, Cell] | None:
    form = form_at(Case, path)
    if value is None:
        return {"value": NULL}
    if form in (Estimate, Code):
        parts = parts_of(_coded(value) if form is Code else value)
        if not parts.keys() <= _KINDS.keys():
            return None
        return {
            part: encoded(_KINDS[part], item)
            for part, item in parts.items()
            if isinstance(item, str | int | float | Decimal)
        }
    kind = kind_of(form)
    listed = isinstance(value, list | tuple)
    if isinstance(value, Mapping) or (listed and kind not in ("ids", "words")) or kind is None:
        return None
    cell = encoded(kind, value)
    return {"value": f"'{cell}" if cell == NULL or str(cell).startswith(JSON) else cell}


def _coded(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {"value" if key == "code" else key: inner for key, inner in value.items()}


def _same(one: Any, other: Any) -> bool:
    """Whether two values are alike to the last type, whole numbers apart from decimals."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return [*one] == [*other] and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, Decimal) and isinstance(other, float):
        return str(one) == repr(other)
    return type(one) is type(other) and bool(one == other)


def change_value(path: tuple[str, ...], cells: Mapping[str, Cell]) -> Any:
    """Return what a row puts at a path: a value, or ``None`` to take away what stands there.

    Parameters
    ----------
    path
        Keys below the changes.
    cells
        The row's cells by column, without those that find its path.

    Raises
    ------
    CellError
        When a cell cannot be read, or the row gives both a value and a number, or nothing.
    """
    parts = {name: decoded(_KINDS[name], cell) for name, cell in cells.items() if name in _KINDS}
    value = cells.get("value")
    if value is None:
        if not parts:
            hint = f"give `mode` or `value`; `{NULL}` takes away what stands there"
            raise CellError("the row gives no value", hint)
        estimate = estimate_of(parts)
        if form_at(Case, path) is Code and isinstance(estimate, dict):
            return {"code" if key == "value" else key: item for key, item in estimate.items()}
        return estimate
    if parts:
        raise CellError("the row gives both a value and a number", "leave one of them empty")
    if isinstance(value, str):
        text = value.strip()
        if text == NULL:
            return None
        if text.startswith(JSON):
            return from_json(text)
        if text.startswith("'") and (text[1:] == NULL or text[1:].startswith(JSON)):
            value = text[1:]
    form = form_at(Case, path)
    kind: Kind | None = "number" if form in (Estimate, Code) else kind_of(form)
    if kind is None:
        return unguarded(value) if isinstance(value, str) else value
    found = decoded(kind, value)
    return found[0] if kind == "ids" and len(found) == 1 else found
