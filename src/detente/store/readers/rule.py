"""Rules on the values of a column: each distinct value is asked about once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

FIRST, LAST = 1900, 2100
"""Years in which an event can be; a date outside them is no date."""

KEPT = 500_000
"""Answers that a rule remembers before it forgets them all."""

_DAY = re.compile(r"(\d{4})(-?)(\d\d)\2(\d\d)", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,2})?", re.ASCII)
_EMPTY = frozenset({"", "NULL", "None"})
_JOINT = "\t"


class Rule:
    """A function of a text, applied to columns.

    A column is asked value by value, each distinct one once, and answers are remembered from one
    part of a file to the next: what a rule costs does not grow with the rows.

    Parameters
    ----------
    answer
        From a text to a value of `kind`, or None. It must not raise.
    kind
        Arrow type of the answers.
    """

    def __init__(self, answer: Callable[[str], Any], kind: Any) -> None:
        self._answer = answer
        self._kind = kind
        self._known: dict[str, Any] = {}

    def __call__(self, values: Any) -> Any:
        """Return the answers of a column of texts; null where it is null."""
        return self.of(values.dictionary_encode())

    def of(self, coded: Any) -> Any:
        """Return the answers of a column that is dictionary-encoded already."""
        if len(self._known) > KEPT:
            self._known.clear()
        known = self._known
        answers = []
        for value in coded.dictionary.to_pylist():
            if value not in known:
                known[value] = self._answer(value)
            answers.append(known[value])
        return pa.array(answers, self._kind).take(coded.indices)


class JointRule:
    """A function of several texts, applied to as many columns; otherwise like :class:`Rule`."""

    def __init__(self, answer: Callable[..., Any], kind: Any) -> None:
        self._rule = Rule(lambda joint: answer(*joint.split(_JOINT)), kind)

    def __call__(self, *columns: Any) -> Any:
        """Return the answers of columns of texts without tabs; a null is an empty text."""
        texts = [pc.fill_null(c, "") for c in columns]
        return self._rule(pc.binary_join_element_wise(*texts, _JOINT))


def to_day(text: str) -> date | None:
    """Read a day, ``YYYY-MM-DD`` or ``YYYYMMDD``, from 1900 to 2100; None for anything else.

    Examples
    --------
    >>> to_day("20181125"), to_day("2018-02-30"), to_day("1066-10-14")
    (datetime.date(2018, 11, 25), None, None)
    """
    match = _DAY.fullmatch(text)
    if match is None or not FIRST <= int(match[1]) <= LAST:
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def to_number(text: str) -> float | None:
    """Read a decimal number: None for an empty cell, not-a-number for what is none.

    Examples
    --------
    >>> to_number("-4.0"), to_number(""), to_number("minus 4")
    (-4.0, None, nan)
    """
    if text in _EMPTY:
        return None
    return float(text) if _NUMBER.fullmatch(text) else float("nan")


def day_rule() -> Rule:
    """Return a rule that reads days."""
    return Rule(to_day, pa.date32())


def number_rule(least: float | None = None, most: float | None = None) -> Rule:
    """Return a rule that reads numbers; not-a-number also for those outside the range."""

    def read(text: str) -> float | None:
        number = to_number(text)
        if number is None or (
            (least is None or number >= least) and (most is None or number <= most)
        ):
            return number
        return float("nan")

    return Rule(read, pa.float64())


def no_number(numbers: Any) -> Any:
    """Return where a column of a number rule holds what is no number."""
    return pc.fill_null(pc.is_nan(numbers), False)


def present(values: Any) -> Any:
    """Return texts with null where they are empty, ``NULL`` or ``None``."""
    empty = pc.is_in(values, value_set=pa.array(sorted(_EMPTY)))
    return pc.if_else(empty, pa.scalar(None, pa.string()), values)
