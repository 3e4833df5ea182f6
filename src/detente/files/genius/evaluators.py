"""What the values of an issue are worth to a party, by the evaluators that GENIUS knows.

Follows the evaluators of GENIUS 10 (Lin et al. 2014, *Computational Intelligence* 30(1)): a
discrete issue by its table, each evaluation divided by the largest; numbers by a function of the
value, which is not divided by anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from detente.files.genius.decimals import exact
from detente.files.genius.elements import Element

ONE, NONE = Fraction(1), Fraction(0)


def shares_of_largest(evaluations: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Return evaluations divided by the largest; all 0 where the largest is 0.

    Raises
    ------
    ValueError
        When some are below 0 and none is above.

    Examples
    --------
    >>> [str(value) for value in shares_of_largest([Fraction(12), Fraction(30)])]
    ['2/5', '1']
    """
    largest = max(evaluations)
    if largest > 0:
        return tuple(value / largest for value in evaluations)
    if any(evaluations):
        raise ValueError("no evaluation is above 0, so none can be divided by the largest")
    return tuple(evaluations)


def function_of_value(
    evaluator: Element, values: Sequence[Fraction], lowest: Fraction, kind: str
) -> tuple[Fraction, ...]:
    """Return what an evaluator gives to the values of an integer or real issue.

    Parameters
    ----------
    evaluator
        The element ``evaluator``.
    values
        The values of the issue.
    lowest
        The issue's lower bound: the ``slope`` of an integer issue counts from there, and
        ``parameter1`` from 0.
    kind
        ``integer`` or ``real``.

    Raises
    ------
    ValueError
        When the function is none that GENIUS knows, or one of its numbers is missing or no number.
    """
    form = (evaluator.get("ftype") or "linear").lower()
    if form == "linear" or (kind == "integer" and evaluator.get("slope") is not None):
        return _linear(evaluator, values, lowest if kind == "integer" else NONE)
    if form in ("constant", "uniform"):
        level = _number(evaluator, "parameter0", "offset")
        return tuple(level for _ in values)
    if form == "triangular":
        start, end = _number(evaluator, "parameter0"), _number(evaluator, "parameter1")
        top = _number(evaluator, "parameter2")
        if not start <= top <= end:
            raise ValueError("the top of a triangle lies between its ends")
        return tuple(_triangle(value, start, top, end) for value in values)
    raise ValueError(f"'{form}' is no evaluator that is known: linear, constant, triangular")


def by_table(items: Mapping[str, Fraction], names: Sequence[str]) -> tuple[Fraction, ...]:
    """Return the evaluations of an issue's values by a table, each divided by the largest.

    Raises
    ------
    ValueError
        When the table lacks a value, or none of its evaluations is above 0 and some are below.
    """
    missing = [name for name in names if name not in items]
    if missing:
        raise ValueError(f"there is no evaluation of {_listed(missing)}")
    return shares_of_largest([items[name] for name in names])


def _linear(
    evaluator: Element, values: Sequence[Fraction], lowest: Fraction
) -> tuple[Fraction, ...]:
    if evaluator.get("slope") is not None:
        slope, level = _number(evaluator, "slope"), _number(evaluator, "offset", absent=NONE)
        level -= slope * lowest
    else:
        slope, level = _number(evaluator, "parameter1"), _number(evaluator, "parameter0")
    return tuple(min(ONE, max(NONE, slope * value + level)) for value in values)


def _triangle(value: Fraction, start: Fraction, top: Fraction, end: Fraction) -> Fraction:
    if not start <= value < end:
        return NONE
    if value < top:
        return (value - start) / (top - start)
    return (end - value) / (end - top)


def _number(evaluator: Element, *names: str, absent: Fraction | None = None) -> Fraction:
    for name in names:
        text = evaluator.get(name)
        if text is not None:
            return exact(text)
    if absent is not None:
        return absent
    raise ValueError(f"the evaluator has no `{names[0]}`")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"'{name}'" for name in names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown
