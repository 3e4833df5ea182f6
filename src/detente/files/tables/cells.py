"""Cells: a value of the case file as a cell holds it, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from detente.base.exact import RATIONAL
from detente.files.tables.column import Kind
from detente.files.tables.table import Cell

NULL = "null"
JSON = "json:"
_INTEGER = re.compile(r"^[+-]?[0-9]{1,30}$")
_DECIMAL = re.compile(r"^[+-]?(?:[0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30})$")
_RUNS = ("=", "+", "-", "@", "\t", "\r", "'")
_FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_BETWEEN = re.compile(r"\s*[|,\n]\s*")
_EXACT = 15
DEPTH = 16
"""Levels of a path or of a value that a change may have."""


class CellError(ValueError):
    """A cell that cannot be read; ``hint`` says how it is written."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula: an apostrophe before what it might.

    Examples
    --------
    >>> guarded("=1+1"), guarded("-5"), guarded("'tis")
    ("'=1+1", '-5', "''tis")
    """
    stands = bool(text.strip()) and not text.startswith(_RUNS)
    return text if stands or RATIONAL.match(text) else f"'{text}"


def unguarded(text: str) -> str:
    """Return the text that was guarded; others as they are."""
    rest = text[1:]
    mark = text.startswith("'") and (not rest.strip() or rest.startswith(_RUNS))
    return rest if mark else text


def encoded(kind: Kind, value: Any) -> Cell:
    """Return the cell of a value as the case file has it.

    Examples
    --------
    >>> encoded("ids", ["A", "B"]), encoded("flag", True), encoded("number", "2/15")
    ('A | B', 'yes', '2/15')
    """
    if kind == "flag":
        return "yes" if value else "no"
    if kind in ("number", "whole"):
        return _numeral(value)
    if kind == "ids":
        return " | ".join([value] if isinstance(value, str) else value)
    if kind == "words":
        items = [value] if isinstance(value, str) else value
        return guarded(" | ".join(re.sub(r"[\\|]", r"\\\g<0>", str(item)) for item in items))
    if kind == "selection":
        return "; ".join(
            f"{issue} = {encoded('ids', options)}".rstrip() for issue, options in value.items()
        )
    return guarded(str(value))


def _numeral(value: Any) -> Cell:
    """Return a number as a cell holds it exactly: as a text where binary would not."""
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        short = Decimal(repr(float(value)))
        return (
            value
            if str(short) == str(value) and len(value.as_tuple().digits) <= _EXACT
            else format(value, "f")
        )
    if isinstance(value, int) and len(str(abs(value))) > _EXACT:
        return str(value)
    return value if isinstance(value, int) else str(value)


def decoded(kind: Kind, cell: Cell) -> Any:
    """Return the value of a cell as the case file would have it.

    What no cell of the kind can mean is refused; whether the value is allowed, the form of the
    case says.

    Raises
    ------
    CellError
        When the cell cannot be read.

    Examples
    --------
    >>> decoded("selection", "water = quota | notice; power = spot")
    {'water': ['quota', 'notice'], 'power': 'spot'}
    >>> decoded("number", "0.10"), decoded("number", "2/15"), decoded("ids", "A|B")
    (Decimal('0.10'), '2/15', ['A', 'B'])
    """
    if kind in ("number", "whole"):
        return _number(cell)
    text = _text(cell)
    if kind == "flag":
        if text.strip().lower() not in _FLAGS:
            raise CellError(f"'{text}' is neither yes nor no", "write yes or no")
        return _FLAGS[text.strip().lower()]
    if kind == "ids":
        return [part for part in _BETWEEN.split(text.strip()) if part]
    if kind == "words":
        return _words(unguarded(text))
    if kind == "selection":
        return _selection(text)
    return text.strip() if kind in ("id", "day", "choice") else unguarded(text)


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _number(cell: Cell) -> Any:
    if isinstance(cell, bool):
        raise CellError("a number is needed, not true or false", "write a number")
    if not isinstance(cell, str):
        return cell
    text = unguarded(cell).strip().replace("\N{MINUS SIGN}", "-")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        hint = "format the cell as text; a spreadsheet takes 2/15 for a date"
        raise CellError(f"a number is needed, and {text} is a date", hint)
    if _INTEGER.match(text):
        return int(text)
    return Decimal(text) if _DECIMAL.match(text) else text


def _words(text: str) -> list[str]:
    parts = [""]
    signs = iter(text)
    for sign in signs:
        if sign == "\\":
            parts[-1] += next(signs, "\\")
        elif sign == "|":
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def _selection(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in re.split(r"[;\n]", text):
        if not part.strip():
            continue
        issue, sign, options = part.partition("=")
        named = decoded("ids", options)
        if not sign or not issue.strip() or "=" in options:
            raise CellError(f"'{part.strip()}' is not written `issue = option`", _SELECTION)
        if issue.strip() in found:
            raise CellError(f"'{issue.strip()}' stands twice in one cell", _SELECTION)
        found[issue.strip()] = named[0] if len(named) == 1 else named
    return found


_SELECTION = "write `issue = option | option; issue2 = option`"


def as_json(value: Any) -> str:
    """Return any value of a case file as ``json:`` text; decimals stay exact."""
    return f"{JSON} {_json(value)}"


def _json(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(
            f"{json.dumps(str(k), ensure_ascii=False)}: {_json(v)}" for k, v in value.items()
        )
        return f"{{{inner}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_json(item) for item in value)}]"
    return (
        format(value, "f") if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
    )


def from_json(text: str) -> Any:
    """Return the value of a ``json:`` text.

    Raises
    ------
    CellError
        When it is not JSON.

    Examples
    --------
    >>> from_json(as_json({"value": [1, 2, 3]}))
    {'value': [1, 2, 3]}
    """
    try:
        found = json.loads(
            text.strip().removeprefix(JSON), parse_float=_plain, parse_constant=_plain
        )
    except (ValueError, RecursionError) as error:
        raise CellError("what follows `json:` is not JSON", "write the value as JSON") from error
    level = [found]
    for _ in range(DEPTH):
        level = [inner for value in level for inner in _inner(value)]
    if level:
        raise CellError(f"what follows `json:` nests deeper than {DEPTH} levels", "write it flat")
    return found


def _plain(text: str) -> Decimal:
    if not _DECIMAL.match(text):
        raise ValueError("no plain decimal")
    return Decimal(text)


def _inner(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []
