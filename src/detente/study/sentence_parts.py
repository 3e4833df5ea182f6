"""Sentences and how they are written: parts, days, points and shares in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from detente.base.result import Result

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


class Part(Result):
    """A piece of a sentence: words, or a number with the section that shows how it came about."""

    text: str
    section: str | None = None


class Sentence(Result):
    """One sentence: what it is about, and its parts in order."""

    topic: str
    parts: tuple[Part, ...]

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


def quoted(name: str) -> str:
    """Return a name to stand in a sentence: in quotation marks where it is a sentence itself."""
    return f"“{name}”" if name.endswith((".", "!", "?")) else name
