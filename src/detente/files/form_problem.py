"""What pydantic found wrong with the form of a case, told as problems of the file."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic_core import ErrorDetails

from detente.base.estimate import Estimate
from detente.base.problem import Problem
from detente.case.case import Case
from detente.case.shape import form_at, is_model
from detente.files.yaml_tree import Path, Tree

_KINDS = {
    "dict_type": "should be a mapping",
    "mapping_type": "should be a mapping",
    "model_type": "should be a mapping",
    "tuple_type": "should be a list",
    "string_type": "should be text",
}
_ESTIMATE = ("value", "reason", "fact", "signer", "sourced", "date", "known_from")


def real_path(value: Any, loc: Sequence[str | int]) -> Path:
    """Return the part of a pydantic location that exists in the document.

    Examples
    --------
    >>> real_path({"issues": {"water": 3}}, ("issues", "water", "name"))
    ('issues', 'water')
    """
    path: list[str | int] = []
    for key in loc:
        if isinstance(value, dict) and str(key) in value:
            value = value[str(key)]
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            break
        path.append(key)
    return tuple(path)


def form_problem(tree: Tree, detail: ErrorDetails) -> Problem:
    """Return one of pydantic's findings as a problem with its code, line and hint."""
    loc = detail["loc"]
    path = real_path(tree.value, loc)
    line = tree.line(path)
    kind = detail["type"]
    dotted = ".".join(map(str, path)) or "the case"
    if kind == "missing":
        return Problem("C101", f"{dotted} has no `{loc[-1]}`", line=line, path=dotted)
    if kind == "extra_forbidden":
        key = str(loc[-1])
        known = fields_at(loc[:-1])
        near = difflib.get_close_matches(key, known, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"known keys: {', '.join(known)}"
        return Problem("C102", f"there is no key `{key}` here", line=line, path=dotted, hint=hint)
    return Problem(_code(kind, loc), f"{dotted}: {_said(detail)}", line=line, path=dotted)


def fields_at(loc: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys that the element at a location may have; none where ids are free.

    Examples
    --------
    >>> fields_at(("facts", "flow"))
    ('text', 'source', 'signer', 'confidence', 'date', 'known_from')
    """
    form = form_at(Case, loc)
    if not is_model(form):
        return ()
    if form is Estimate:
        return _ESTIMATE
    names = [info.alias or name for name, info in form.model_fields.items()]
    return tuple(sorted(names, key=lambda name: name == "known_from"))  # what all share comes last


def _said(detail: ErrorDetails) -> str:
    message = detail["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    if detail["type"] == "string_pattern_mismatch":
        pattern = str(detail.get("ctx", {}).get("pattern", ""))
        if "202a" in pattern:
            return "the text holds control characters or, on one line, a line end"
        if "csv" in pattern:
            return "the chronology is a .csv file in the case's own folder"
        return "an id is a letter, then letters, digits, _ or -, 64 characters at most"
    coded = "codes" in detail["loc"][-4:-2]
    if coded and (detail["loc"][-1] == "code" or detail["type"] in ("model_type", "dict_type")):
        return "a code is a whole number from -3 to 3"
    if detail["type"] in _KINDS:
        return _KINDS[detail["type"]]
    if message != detail["msg"] and detail["type"] != "value_error":
        return f"should be {message}"
    return message[:1].lower() + message[1:]


def _code(kind: str, loc: Sequence[str | int]) -> str:
    if kind == "value_error":
        return "C106" if form_at(Case, loc) is date else "C105"
    if kind.endswith("_type") or kind == "int_from_float":
        return "C103"
    return "C104"
