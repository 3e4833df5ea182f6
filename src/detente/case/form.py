"""What every element of a case file shares: closed forms, identifiers, option selections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema


class Form(BaseModel):
    """An element of a case file: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


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
