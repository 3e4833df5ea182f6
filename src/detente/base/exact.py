"""Exact numbers: decimals and fractions read as rationals, and written back in both forms."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

RATIONAL = re.compile(r"^[+-]?(?:\d{1,18}(?:\.\d{1,18})?|\d{1,1000}/[1-9]\d{0,999})$")
"""A rational as text: ``7``, ``-2.5`` or ``2/15``.

A fraction may have more digits than anybody judges: shares of numbers of other formats do.
"""

MAGNITUDE = 10**18
DIGITS = 36


def to_fraction(value: object) -> Fraction:
    """Read a number exactly.

    Parameters
    ----------
    value
        An ``int``, ``Decimal``, ``Fraction``, or text such as ``"2/15"``. A binary ``float`` is
        read by its shortest decimal form, so that 0.1 means one tenth.

    Raises
    ------
    ValueError
        When the value is no finite number, or is larger or finer than a judgement can be.

    Examples
    --------
    >>> to_fraction("2/15")
    Fraction(2, 15)
    """
    if isinstance(value, bool):
        raise ValueError("a number is needed, not true or false")
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str):
        if not RATIONAL.match(value.strip()):
            raise ValueError(f"{value!r} is not a number")
        value = Fraction(value.strip())
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError("a finite number is needed")
        if abs(value.adjusted()) > DIGITS or len(value.as_tuple().digits) > DIGITS:
            raise ValueError("the number has too many digits")
        value = Fraction(value)
    if isinstance(value, int):
        value = Fraction(value)
    if not isinstance(value, Fraction):
        raise ValueError("a number is needed")
    if abs(value) > MAGNITUDE:
        raise ValueError("the number is too large")
    return value


def to_text(value: Fraction) -> str:
    """Write a rational as ``p/q``, or as ``p`` when it is whole.

    Examples
    --------
    >>> to_text(Fraction(2, 15)), to_text(Fraction(4, 2))
    ('2/15', '2')
    """
    return str(value)


def to_json(value: Fraction) -> dict[str, Any]:
    """Write a rational for JSON: the exact ``p/q`` beside the nearest double."""
    return {"exact": to_text(value), "value": float(value)}


Exact = Annotated[
    Fraction,
    BeforeValidator(to_fraction),
    PlainSerializer(to_json, return_type=dict, when_used="json"),
    WithJsonSchema({"type": "number"}, mode="validation"),
    WithJsonSchema(
        {
            "type": "object",
            "properties": {
                "exact": {"type": "string", "description": "the rational p/q"},
                "value": {"type": "number", "description": "the nearest double"},
            },
            "required": ["exact", "value"],
        },
        mode="serialization",
    ),
]
"""A rational: read exactly, carried exactly, written in both forms."""
