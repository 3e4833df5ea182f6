"""Numbers of GENIUS files: decimals read exactly, and written exactly where a decimal can be."""

from __future__ import annotations

import re
from fractions import Fraction

DIGITS = 300
"""Most signs of a number."""

POWER = 120
"""The largest power of ten that a number may be multiplied or divided by."""

_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")


def exact(text: str) -> Fraction:
    """Read a decimal, with an exponent or without one, as the rational it says.

    Raises
    ------
    ValueError
        When the text is no finite decimal, has over ``DIGITS`` signs, or a power of ten beyond
        ``POWER``.

    Examples
    --------
    >>> exact("3.5E-2"), exact("12")
    (Fraction(7, 200), Fraction(12, 1))
    """
    plain = text.strip()
    if len(plain) > DIGITS or not _DECIMAL.fullmatch(plain):
        raise ValueError(f"'{plain[:40]}' is no number")
    power = plain.lower().partition("e")[2]
    if power and abs(int(power)) > POWER:
        raise ValueError(f"'{plain[:40]}' has a power of ten beyond {POWER}")
    return Fraction(plain)


def decimal(value: Fraction) -> str | None:
    """Return a rational as a decimal without an exponent; ``None`` where its digits never end.

    Examples
    --------
    >>> decimal(Fraction(7, 200)), decimal(Fraction(-12)), decimal(Fraction(1, 3))
    ('0.035', '-12', None)
    """
    twos, rest = _times(value.denominator, 2)
    fives, rest = _times(rest, 5)
    if rest != 1:
        return None
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return f"{'-' if value < 0 else ''}{whole}{'.' if part else ''}{part}"


def nearest(value: Fraction) -> str:
    """Return a rational as a decimal: exactly, or else as the nearest double.

    Examples
    --------
    >>> nearest(Fraction(1, 3)), nearest(Fraction(1, 4))
    ('0.3333333333333333', '0.25')
    """
    return decimal(value) or repr(float(value))


def _times(number: int, prime: int) -> tuple[int, int]:
    """Return how often a prime divides a number, and what is left."""
    found = 0
    while number % prime == 0:
        number, found = number // prime, found + 1
    return found, number
