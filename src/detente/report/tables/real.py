"""Measured numbers as people read them."""

from __future__ import annotations

from detente.study.recorded_result import Measure


def real(value: float | None, digits: int = 2, *, sign: bool = False) -> str:
    """Return a number with a true minus sign; an empty text where there is none.

    Examples
    --------
    >>> real(-1.708, 1), real(3.392, sign=True), real(None)
    ('−1.7', '+3.39', '')
    """
    if value is None:
        return ""
    text = f"{abs(value):,.{digits}f}"
    if value < 0 and float(text.replace(",", "")) != 0:
        return f"−{text}"
    return f"+{text}" if sign and value > 0 else text


def ranged(value: Measure, digits: int = 2, *, sign: bool = False) -> str:
    """Return a number with its interval behind it.

    Examples
    --------
    >>> ranged(Measure(value=1.5, low=-0.25, high=3.0), 1)
    '1.5 (−0.2 to 3.0)'
    """
    text = real(value.value, digits, sign=sign)
    if not text or value.low is None or value.high is None:
        return text
    return f"{text} ({real(value.low, digits)} to {real(value.high, digits)})"


def per_cent(value: float | None) -> str:
    """Return a share of 0…1 in whole per cent; an empty text where there is none.

    Examples
    --------
    >>> per_cent(0.654), per_cent(None)
    ('65 %', '')
    """
    return "" if value is None else f"{100 * value:.0f} %"
