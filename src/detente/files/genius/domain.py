"""The domain of a GENIUS scenario: its issues, and the values of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from detente.files.genius.decimals import decimal, exact
from detente.files.genius.elements import Element
from detente.files.genius.told import Told

Kind = Literal["discrete", "integer", "real"]
VALUES = 1_000
"""Most values of an issue."""

STEPS = 20
"""Equal steps in which a real issue is taken: 21 values, as GENIUS itself takes it apart."""


@dataclass(frozen=True)
class DomainIssue:
    """An issue: its name, its values by their names, and for numbers the values themselves."""

    name: str
    kind: Kind
    line: int
    values: tuple[str, ...]
    numbers: tuple[Fraction, ...] = ()


def read_domain(root: Element, say: Told) -> tuple[DomainIssue, ...]:
    """Return the issues of a domain; what is wrong with one is told, and the issue left out.

    Parameters
    ----------
    root
        The element ``negotiation_template``.
    say
        Tells a problem: G805 for names that stand twice, G806 for numbers, G808 for an issue of
        too many values.
    """
    found: list[DomainIssue] = []
    for element in root.within("issue"):
        issue = _issue(element, say)
        if issue is None:
            continue
        if any(issue.name == other.name for other in found):
            say("G805", f"two issues are called '{issue.name}'", element.line)
            continue
        found.append(issue)
    return tuple(found)


def kind_of(element: Element) -> str:
    """Return the kind of an issue; discrete where it says none, as in GENIUS."""
    said = next((element.get(key) for key in ("type", "etype", "vtype") if element.get(key)), None)
    return (said or "discrete").lower()


def bounds(element: Element) -> tuple[Fraction, Fraction] | None:
    """Return the bounds of a numeric issue, its own or those of its ``range``.

    Raises
    ------
    ValueError
        When one is missing or no number, or they stand the wrong way round.
    """
    for place in (*element.named("range"), element):
        texts = place.get("lowerbound"), place.get("upperbound")
        if texts == (None, None):
            continue
        if texts[0] is None or texts[1] is None:
            raise ValueError("one of the bounds is missing")
        lower, upper = exact(texts[0]), exact(texts[1])
        if lower > upper:
            raise ValueError(f"the bounds run from {texts[0]} down to {texts[1]}")
        return lower, upper
    return None


def _issue(element: Element, say: Told) -> DomainIssue | None:
    name, kind = element.get("name"), kind_of(element)
    if name is None:
        say("G805", "an issue has no name", element.line)
        return None
    if kind == "discrete":
        return _discrete(element, name, say)
    if kind not in ("integer", "real"):
        said = f"'{name}' is of type '{kind}'"
        say("G805", said, element.line, "issues are discrete, integer or real")
        return None
    try:
        ends = bounds(element)
        if ends is None:
            raise ValueError("there are no bounds")
        if kind == "integer":
            return _integer(element, name, ends, say)
    except ValueError as error:
        say("G806", f"'{name}': {error}", element.line)
        return None
    steps = STEPS if ends[0] < ends[1] else 0
    width = (ends[1] - ends[0]) / steps if steps else Fraction(0)
    numbers = tuple(ends[0] + width * step for step in range(steps + 1))
    return DomainIssue(name, "real", element.line, _shown(numbers), numbers)


def _discrete(element: Element, name: str, say: Told) -> DomainIssue | None:
    items = element.named("item")
    bare = next((item for item in items if item.get("value") is None), None)
    if bare is not None or not items:
        line = bare.line if bare is not None else element.line
        said = f"'{name}' has {'an item without a value' if items else 'no item'}"
        say("G805", said, line)
        return None
    values = tuple(dict.fromkeys(item.attributes["value"] for item in items))
    if _too_many(len(values), name, element.line, say):
        return None
    return DomainIssue(name, "discrete", element.line, values)


def _integer(
    element: Element, name: str, ends: tuple[Fraction, Fraction], say: Told
) -> DomainIssue | None:
    lower, upper = ends
    if lower.denominator != 1 or upper.denominator != 1:
        raise ValueError("the bounds of an integer issue are whole numbers")
    if _too_many(int(upper - lower) + 1, name, element.line, say):
        return None
    numbers = tuple(map(Fraction, range(int(lower), int(upper) + 1)))
    return DomainIssue(name, "integer", element.line, _shown(numbers), numbers)


def _too_many(count: int, name: str, line: int, say: Told) -> bool:
    if count > VALUES:
        said = f"'{name}' has {count:,} values, and {VALUES:,} are read"
        say("G808", said, line, "take it in larger steps")
    return count > VALUES


def _shown(numbers: Sequence[Fraction]) -> tuple[str, ...]:
    return tuple(decimal(number) or str(number) for number in numbers)
