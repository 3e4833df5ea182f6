"""Plain values written as YAML, in the layout that people give a case file."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import yaml

WIDTH = 100
"""Columns of a line that is written."""

SHORT = 60
"""Characters of a mapping or list that still stands on the line of its key."""

_NUMBER = re.compile(r"^[+-]?[0-9.]+$")
_DAY = re.compile(
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
)  # text to a case's reader, and unquoted by custom
_FOLDS = re.compile(r"^[^\s#&*!|>'\"%@`-]\S*(?: \S+)+$")


def flow(value: Any) -> str:
    """Return a value on one line.

    Parameters
    ----------
    value
        A mapping, list, text, number (``int`` or ``Decimal``), truth value or ``None``.

    Examples
    --------
    >>> flow({"value": [20, Decimal("22.5"), 30], "reason": "No, never", "code": "007"})
    "{value: [20, 22.5, 30], reason: 'No, never', code: '007'}"
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(str(k))}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, Decimal)):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, str):
        return _text(value)
    raise TypeError(f"{type(value).__name__} cannot be written into a case file")


def block(key: str, value: Any, indent: int) -> list[str]:
    r"""Return the lines of a key and its value, the longer parts on lines of their own.

    Parameters
    ----------
    key, value
        The key, and its value as in :func:`flow`.
    indent
        Spaces before the key.

    Examples
    --------
    >>> print("\n".join(block("water", {"name": "Water in the dry months of the year",
    ...     "options": {"as_now": {"name": "As now"}}}, 2)))
      water:
        name: Water in the dry months of the year
        options: {as_now: {name: As now}}
    """
    head = f"{' ' * indent}{_text(key)}:"
    line = flow(value)
    if isinstance(value, (Mapping, list, tuple)):
        if not value or len(line) <= SHORT:
            return [f"{head} {line}"]
        if isinstance(value, Mapping):
            return [head, *(row for k, v in value.items() for row in block(str(k), v, indent + 2))]
        return [head, *(f"{' ' * indent}  - {flow(item)}" for item in value)]
    if isinstance(value, str) and len(head) + len(line) >= WIDTH and _FOLDS.match(value):
        pad = " " * (indent + 2)
        rows = textwrap.wrap(
            value,
            max(WIDTH - len(pad), SHORT // 2),
            break_long_words=False,
            break_on_hyphens=False,
        )
        return [f"{head} >-", *(pad + row for row in rows)]
    return [f"{head} {_text(value, within=False) if isinstance(value, str) else line}"]


def settled(value: Any) -> Any:
    """Return a value whose fractions are whole numbers, decimals, or texts ``p/q``, all exact.

    Examples
    --------
    >>> from fractions import Fraction
    >>> settled([Fraction(4, 2), Fraction(5, 2), Fraction(2, 15)])
    [2, Decimal('2.5'), '2/15']
    """
    if isinstance(value, Mapping):
        return {key: settled(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [settled(item) for item in value]
    if not isinstance(value, Fraction):
        return value
    if value.denominator == 1:
        return value.numerator
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return decimal if Fraction(decimal) == value else str(value)


def _text(value: str, *, within: bool = True) -> str:
    """Return a text with quotes where it needs them, within braces or brackets or outside."""
    if _NUMBER.match(value):
        return f"'{value}'"
    if _DAY.match(value):
        return value
    # a list of one, "[…]" or "- …", without its signs
    dumped = yaml.safe_dump([value], default_flow_style=within, allow_unicode=True, width=10**6)
    return dumped.strip()[1:-1] if within else dumped.strip()[2:]
