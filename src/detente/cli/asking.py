"""Questions in the terminal: each asked again until its answer can be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Annotated, TypeVar

import click
from pydantic import StringConstraints, TypeAdapter, ValidationError

from detente.base.exact import to_fraction

Answer = TypeVar("Answer")

PROSE = 3000
"""Characters of a reason that is asked for."""

_PROSE: TypeAdapter[str] = TypeAdapter(
    Annotated[
        str,
        StringConstraints(
            strip_whitespace=True,
            min_length=1,
            max_length=PROSE,
            pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$",
        ),
    ]
)


def choice(question: str, count: int, *, none: bool = False) -> int | None:
    """Ask for the number of one of several things.

    Parameters
    ----------
    question
        The question.
    count
        How many things there are, numbered from 1.
    none
        Whether 0 is an answer too.

    Returns
    -------
    int or None
        The index of the thing, from 0; ``None`` for the answer 0.
    """
    first = 0 if none else 1

    def read(said: str) -> int:
        if not said.isascii() or not said.isdigit() or not first <= int(said[:9]) <= count:
            raise ValueError(f"a whole number from {first} to {count} is needed")
        return int(said)

    number = _ask(f"{question} [{first}-{count}]", read)
    return number - 1 if number else None


def number(question: str, low: Fraction, high: Fraction, *, above: bool = False) -> Fraction:
    """Ask for an exact number, such as ``60``, ``12.5`` or ``200/3``.

    Parameters
    ----------
    question
        The question.
    low, high
        The least and the largest answer.
    above
        Whether the answer must be more than ``low``.
    """

    def read(said: str) -> Fraction:
        found = to_fraction(said)
        if not low <= found <= high or (above and found == low):
            more = f"more than {low}" if above else f"{low} or more"
            raise ValueError(f"a number is needed: {more}, and {high} at most")
        return found

    return _ask(question, read)


def ends(
    question: str, mode: Fraction, known: tuple[Fraction, Fraction]
) -> tuple[Fraction, Fraction]:
    """Ask for the two ends of a range around a number, 0 and 100 being the widest.

    Parameters
    ----------
    question
        The question.
    mode
        The number; it lies within the range.
    known
        The answer where nothing is said.
    """

    def read(said: str) -> tuple[Fraction, Fraction]:
        if said == shown_known:
            return known
        parts = said.replace(",", " ").split()
        if len(parts) != 2:
            raise ValueError("two numbers are needed, such as `20 35`")
        low, high = map(to_fraction, parts)
        if not 0 <= low <= mode <= high <= 100:
            raise ValueError(f"the range begins at 0 or more, holds {shown(mode)}, ends by 100")
        return low, high

    shown_known = f"{shown(known[0])} {shown(known[1])}"
    return _ask(question, read, default=shown_known)


def prose(question: str, default: str | None = None) -> str:
    """Ask for a text of one line."""

    def read(said: str) -> str:
        try:
            return _PROSE.validate_python(said)
        except ValidationError as error:
            told = f"a line of text is needed, {PROSE} characters at most, all of them printable"
            raise ValueError(told) from error

    return _ask(question, read, default=default)


def listed(rows: Sequence[str]) -> None:
    """Print things with their numbers, from 1."""
    for place, row in enumerate(rows, 1):
        click.echo(f"  {place:>2}  {row}")


def shown(value: Fraction) -> str:
    """Return a number in decimals, ``about`` before it where one decimal hides something.

    Examples
    --------
    >>> shown(Fraction(50)), shown(Fraction(5, 2)), shown(Fraction(200, 3))
    ('50', '2.5', 'about 66.7')
    """
    rounded = Fraction(round(value * 10), 10)
    text = f"{float(rounded):g}" if abs(rounded) < 10**5 else f"{float(rounded):.1f}"
    return text if rounded == value else f"about {text}"


def _ask(question: str, read: Callable[[str], Answer], default: str | None = None) -> Answer:
    def proc(said: str) -> Answer:
        try:
            return read(said.strip())
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    answer: Answer = click.prompt(question, default=default, value_proc=proc)
    return answer
