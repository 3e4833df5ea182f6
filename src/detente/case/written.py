"""A case as its file would have it: mappings, lists, texts and numbers, and no default."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from detente.base.estimate import Estimate
from detente.case.issue import Code, Option


def written(element: Any) -> Any:
    """Return an element of a case, or a whole case, in the form of the case file.

    Reading it gives the same element again. Numbers are whole, decimals that are exact, or texts
    ``p/q``; keys at their default are left out, and so are the shares that the program adds.

    Examples
    --------
    >>> from detente.case.case import Case
    >>> from detente.testing import two_issue_case
    >>> case = two_issue_case()
    >>> Case.model_validate(written(case)) == case
    True
    """
    if isinstance(element, Estimate):
        return _estimate(element)
    if isinstance(element, BaseModel):
        found = _fields(element)
        return found["code"] if isinstance(element, Code) and [*found] == ["code"] else found
    if isinstance(element, Mapping):
        return {
            key: written(value)
            for key, value in element.items()
            if not (isinstance(value, Option) and value.between is not None)
        }
    if isinstance(element, tuple):
        return [written(item) for item in element]
    if isinstance(element, Fraction):
        return number(element)
    return element.isoformat() if isinstance(element, date) else element


def _fields(element: BaseModel) -> dict[str, Any]:
    return {
        info.alias or name: written(getattr(element, name))
        for name, info in type(element).model_fields.items()
        if info.is_required()
        or getattr(element, name) != info.get_default(call_default_factory=True)
    }


def _estimate(estimate: Estimate) -> Any:
    ends = (estimate.low, estimate.mode, estimate.high)
    value: Any = number(estimate.mode) if len({*ends}) == 1 else [number(end) for end in ends]
    rest = {
        name: written(getattr(estimate, name))
        for name, info in Estimate.model_fields.items()
        if not info.is_required() and getattr(estimate, name) != info.default
    }
    return {"value": value, **rest} if rest else value


def number(value: Fraction) -> int | float | str:
    """Return a rational as a whole number, as an exact decimal, or as the text ``p/q``.

    Examples
    --------
    >>> number(Fraction(4, 2)), number(Fraction(5, 2)), number(Fraction(2, 15))
    (2, 2.5, '2/15')
    """
    if value.denominator == 1:
        return value.numerator
    decimal = float(value)
    text = repr(decimal)
    return decimal if "e" not in text and Fraction(text) == value else str(value)
