"""What every element of a case file shares: closed forms, identifiers, option selections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from detente.base.day import Day


class Form(BaseModel):
    """An element of a case file: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Element(Form):
    """An element that could be known from some day on; never later than the case's date."""

    known_from: Day | None = Field(
        None, description="The day from which it could be known; after `as_of` it is refused."
    )


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,63}$")]
"""An identifier: a letter, then letters, digits, ``_`` or ``-``, 64 characters at most."""

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400, pattern=rf"^[^{_CONTROLS}\n]*$"),
]
"""One line of prose, without control characters."""

Prose = Annotated[
    str, StringConstraints(min_length=1, max_length=4000, pattern=rf"^[^{_CONTROLS}]*$")
]
"""A paragraph of prose, without control characters other than line ends and tabs."""


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        mode="validation",
    ),
]
"""One identifier, or a list of them."""

Words = Annotated[
    tuple[Line, ...],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        mode="validation",
    ),
]
"""One word, or a list of them."""

Selection = Mapping[Id, Ids]
"""Options of some issues: ``{issue: option}`` or ``{issue: [option, option]}``."""

Changes = Mapping[str, Mapping[Id, Any]]
"""What is otherwise than in the file: room, element, and its keys with their new values.

It follows the shape of the case file (a merge patch, RFC 7386): keys that are absent stay, a
value of null takes the key away, and an estimate, a code or a list is replaced as a whole.
"""
