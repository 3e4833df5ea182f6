"""Columns and sheets: what stands where in a case, and what it means."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from detente.case.form import Id
from detente.case.shape import bare

Kind = Literal[
    "id", "ids", "line", "text", "words", "number", "whole", "flag", "day", "choice", "selection"
]
"""What the cells of a column hold; :data:`KINDS` says it in words."""

KINDS: dict[Kind, str] = {
    "id": "an id",
    "ids": "ids, as `A | B`",
    "line": "a line of text",
    "text": "text",
    "words": "words, as `one | two`",
    "number": "a number, or a fraction such as 2/15",
    "whole": "a whole number",
    "flag": "yes or no",
    "day": "a day, YYYY-MM-DD",
    "choice": "one of",
    "selection": "options, as `issue = option | option; issue2 = option`",
}
"""Each kind of cell in words."""

Part = Literal[
    "", "low", "mode", "high", "reason", "fact", "signer", "sourced", "date", "known_from"
]
"""Which part of an estimate a column holds; none where the column is no part of one."""


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes
    ----------
    name, kind, meaning
        Its heading, what its cells hold, and what that means.
    place
        Where its value stands below the row's element: the keys of the case file. For a part of
        an estimate, where the estimate stands.
    required
        Whether every row needs it.
    choices
        The values of a ``choice``.
    refers
        The sheet whose ids it names, where there is one.
    part
        The part of an estimate that it holds.
    rare
        Whether it is left out of what is written as long as no row uses it.
    """

    name: str
    kind: Kind
    meaning: str
    place: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: str = ""
    part: Part = ""
    rare: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet: each row is an element of the case, found by its keys.

    Attributes
    ----------
    name, meaning
        Its name, and what its rows are.
    place
        The path of a row's element: ``{key}`` stands for a key column, ``{party}`` for a
        principal or ratifier with its room, ``[]`` for the next item of a list.
    keys, columns
        The columns that find the element, and those that fill it.
    within
        How many of the keys name elements that other sheets hold.
    basic
        Whether a first case needs it.
    """

    name: str
    meaning: str
    place: tuple[str, ...]
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    within: int = 0
    basic: bool = False

    @property
    def header(self) -> tuple[Column, ...]:
        """All columns, the keys first."""
        return (*self.keys, *self.columns)


def kind_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Kind | None:
    """Return the kind of cell that holds values of a type; ``None`` when one cell cannot.

    Parameters
    ----------
    annotation, metadata
        The type of a key of the case file, and the constraints pydantic keeps beside it.

    Examples
    --------
    >>> from detente.case.form import Ids, Line, Selection
    >>> kind_of(Line), kind_of(Ids), kind_of(Selection), kind_of(bool)
    ('line', 'ids', 'selection', 'flag')
    """
    form = bare(annotation)
    origin, inner = get_origin(form), get_args(form)
    if origin is Literal:
        return "choice" if isinstance(inner[0], str) else "whole"
    if origin is tuple:
        item = inner[0]
        return {"id": "ids", "line": "words"}.get(str(kind_of(item)))  # type: ignore[return-value]  # both are kinds
    if origin is Mapping:
        return "selection" if _is_id(inner[0]) and kind_of(inner[1]) in ("id", "ids") else None
    if form is str:
        limits = (*metadata, *_metadata(annotation))
        patterns = {getattr(limit, "pattern", None) for limit in limits}
        if _ID_PATTERN in patterns:
            return "id"
        return (
            "text" if any(getattr(limit, "max_length", 0) == 4000 for limit in limits) else "line"
        )
    simple: dict[Any, Kind] = {bool: "flag", int: "whole", date: "day", Fraction: "number"}
    return simple.get(form)


def _metadata(annotation: Any) -> tuple[Any, ...]:
    found: tuple[Any, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            found = (*found, *annotation.__metadata__)
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return found


_ID_PATTERN = _metadata(Id)[0].pattern


def _is_id(annotation: Any) -> bool:
    return kind_of(annotation) == "id"
