"""Sentences and how they are written: parts, days, points and shares in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from detente.base.result import Result
from detente.study.robustness_share import Share

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


NAMED = 8
"""Options named in a sentence before the rest are counted; one more is named as well."""


class Part(Result):
    """A piece of a sentence: words, or a number with the section that shows how it came about."""

    text: str
    section: str | None = None


class Sentence(Result):
    """One sentence: what it is about, and its parts in order.

    ``holds`` says of the weakest of its claims in how many draws it holds; ``None`` where no claim
    of the sentence is asked of draws.
    """

    topic: str
    parts: tuple[Part, ...]
    holds: Share | None = None

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(part.text for part in self.parts)


class Writer:
    """Collects the parts of one sentence."""

    def __init__(self, topic: str, section: str) -> None:
        self._topic = topic
        self._section = section
        self._parts: list[Part] = []

    def say(self, text: str) -> Writer:
        """Add words."""
        self._parts.append(Part(text=text))
        return self

    def number(self, text: str, section: str | None = None) -> Writer:
        """Add a number, with the section that shows how it came about."""
        self._parts.append(Part(text=text, section=section or self._section))
        return self

    def names(self, found: Sequence[str], section: str | None = None) -> Writer:
        """Add names one after the other; of many, the rest are counted."""
        shown = found if len(found) <= NAMED + 1 else found[:NAMED]
        self.say("; ".join(shown))
        if len(shown) < len(found):
            self.say("; and ").number(f"{len(found) - len(shown)} more", section)
        return self

    def end(self) -> Sentence:
        """Return the sentence, its first letter large."""
        first = self._parts[0]
        capital = first.model_copy(update={"text": first.text[:1].upper() + first.text[1:]})
        return Sentence(topic=self._topic, parts=(capital, *self._parts[1:]))


def date_text(iso: str) -> str:
    """Return a day in words, from its ISO form.

    Examples
    --------
    >>> date_text("2017-05-11")
    '11 May 2017'
    """
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def points_text(value: Fraction) -> str:
    """Return points to one decimal, with a true minus sign; never ``-0.0``."""
    rounded = round(value * 10) / 10 if value else 0.0
    text = f"{abs(float(rounded)):,.1f}"
    return f"−{text}" if rounded < 0 else text


def signed_text(value: Fraction) -> str:
    """Return points with their sign, also above 0.

    Examples
    --------
    >>> signed_text(Fraction(11, 10)), signed_text(Fraction(-63, 2)), signed_text(Fraction(0))
    ('+1.1', '−31.5', '0.0')
    """
    text = points_text(value)
    return text if text == points_text(Fraction(0)) or value < 0 else f"+{text}"


def share_text(value: Fraction, digits: int = 0) -> str:
    """Return a share in per cent; what is not 0 is not shown as 0, nor 100 what is not.

    Examples
    --------
    >>> share_text(Fraction(1, 3)), share_text(Fraction(1, 3), 1), share_text(Fraction(1, 999))
    ('33 %', '33.3 %', 'under 1 %')
    """
    least = Fraction(1, 10 ** (digits + 2))
    if 0 < value < least:
        return f"under {float(least * 100):.{digits}f} %"
    if 1 - least < value < 1:
        return f"over {float(100 - least * 100):.{digits}f} %"
    return f"{float(round(value * 100, digits)):.{digits}f} %"


def difference_text(value: Fraction) -> str:
    """Return the difference of two shares in percentage points, to one decimal, without the unit.

    Examples
    --------
    >>> difference_text(Fraction(1, 30)), difference_text(Fraction(-1, 4))
    ('3.3', '−25.0')
    >>> difference_text(Fraction(1, 9999)), difference_text(Fraction(0))
    ('under 0.1', '0.0')
    """
    if 0 < abs(value) < Fraction(1, 1000):
        return f"{'−' if value < 0 else ''}under 0.1"
    return points_text(value * 100)


def joined(parts: Sequence[str]) -> str:
    """Return a list in words.

    Examples
    --------
    >>> joined(["a"]), joined(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last


def quoted(name: str) -> str:
    """Return a name to stand in a sentence: in quotation marks where it is a sentence itself."""
    return f"“{name}”" if name.endswith((".", "!", "?")) else name


def inside(name: str) -> str:
    """Return a name to stand within a sentence: its article small, in quotation marks if need be.

    Examples
    --------
    >>> inside("The council"), inside("Theatre"), inside("A promised.")
    ('the council', 'Theatre', '“A promised.”')
    """
    first, space, rest = name.partition(" ")
    if first in ("The", "An") and space and not name.endswith((".", "!", "?")):
        return f"{first.lower()} {rest}"
    return quoted(name)
