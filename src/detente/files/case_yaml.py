"""A case written as a case file: YAML in blocks, ``detente: 1`` first."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.files.yaml_text import block


def case_yaml(case: Case) -> str:
    """Return the text of a case file that reads as this case.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> case_yaml(two_issue_case()).splitlines()[0]
    'detente: 1'
    """
    lines: list[str] = []
    for key, value in written(case).items():
        room = isinstance(value, Mapping)
        if room and lines:
            lines.append("")
        lines.extend(_room(key, value) if room else block(key, _exact(value), 0))
    return "\n".join(lines) + "\n"


def _room(key: str, value: Mapping[str, Any]) -> list[str]:
    """Return the lines of a room: its elements each on lines of their own, however short."""
    found = _exact(value)
    if not found:
        return block(key, found, 0)
    return [f"{key}:", *(row for k, v in found.items() for row in block(str(k), v, 2))]


def _exact(value: Any) -> Any:
    """Return a value with decimals in place of binary numbers."""
    if isinstance(value, Mapping):
        return {key: _exact(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(inner) for inner in value]
    return Decimal(repr(value)) if isinstance(value, float) else value
