"""Comparisons of a party's swing weights: a ranking, a ratio at least, issues that count alike."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pydantic import Field

from detente.base.day import Day
from detente.base.exact import Exact
from detente.case.form import Element, Id, Ids, Prose

ONCE = Fraction(1)


class Comparison(Element):
    """What is known of a party's swing weights besides numbers, said in one of three ways.

    With ``more`` and ``than``: the weights of the issues of ``more`` together are at least
    ``times`` those of the issues of ``than`` together. With ``ranking``: each issue counts at least
    as much as the next. With ``alike``: all issues count the same. The modes of the weights must
    keep it.
    """

    more: Ids = Field((), description="Issues that together count at least so much more.")
    than: Ids = Field((), description="The issues that they are compared with.")
    times: Exact = Field(ONCE, description="How many times as much, at least; 1 if absent.")
    ranking: Ids = Field((), description="Issues, the one that counts most first.")
    alike: Ids = Field((), description="Issues that count the same.")
    reason: Prose | None = None
    fact: Id | None = None
    signer: Id | None = None
    date: Day | None = Field(None, description="The day on which it was judged.")

    @property
    def issues(self) -> tuple[str, ...]:
        """Every issue that it names."""
        return (*self.more, *self.than, *self.ranking, *self.alike)

    @property
    def leading(self) -> tuple[str, ...]:
        """The issues that it says count: together they cannot count nothing."""
        return self.more or self.ranking[:1] or self.alike[:1]


@dataclass(frozen=True)
class Condition:
    """A sum over weights that is at least 0, or 0.

    Attributes
    ----------
    factors
        The factor of each issue's weight.
    equal
        Whether the sum is 0; otherwise it is 0 or more.
    """

    factors: Mapping[str, Fraction]
    equal: bool = False

    def excess(self, weights: Mapping[str, Fraction]) -> Fraction:
        """Return the sum at some weights, in points; weights that are not given are 0."""
        return sum((f * weights.get(i, Fraction(0)) for i, f in self.factors.items()), Fraction(0))

    def holds(self, weights: Mapping[str, Fraction]) -> bool:
        """Whether it holds at some weights."""
        excess = self.excess(weights)
        return excess == 0 if self.equal else excess >= 0


def conditions(comparison: Comparison) -> Iterator[Condition]:
    """Yield what a comparison comes to.

    Examples
    --------
    >>> said = Comparison.model_validate({"more": "a", "than": ["b", "c"], "times": 2})
    >>> [{i: int(f) for i, f in one.factors.items()} for one in conditions(said)]
    [{'a': 1, 'b': -2, 'c': -2}]
    >>> said = Comparison.model_validate({"ranking": ["a", "b", "c"]})
    >>> [[*one.factors] for one in conditions(said)]
    [['a', 'b'], ['b', 'c']]
    """
    if comparison.more:
        yield Condition(
            dict.fromkeys(comparison.more, ONCE) | dict.fromkeys(comparison.than, -comparison.times)
        )
    for listed, equal in ((comparison.ranking, False), (comparison.alike, True)):
        for one, other in itertools.pairwise(listed):
            yield Condition({one: ONCE, other: -ONCE}, equal)


def in_words(comparison: Comparison, names: Mapping[str, str]) -> str:
    """Return a comparison in words.

    Examples
    --------
    >>> said = Comparison.model_validate({"more": "a", "than": ["b", "c"], "times": 2})
    >>> in_words(said, {"a": "Trade", "b": "Visas", "c": "Fish"})
    'Trade counts at least 2 times as much as Visas and Fish together'
    """

    def listed(issues: tuple[str, ...]) -> str:
        said = [names.get(issue, issue) for issue in issues]
        return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"

    if comparison.ranking:
        most, *others = (names.get(issue, issue) for issue in comparison.ranking)
        return f"{most} counts at least as much as {', and that at least as much as '.join(others)}"
    if comparison.alike:
        return f"{listed(comparison.alike)} count the same"
    times = comparison.times
    factor = "" if times == 1 else f"{times if times.denominator == 1 else _decimal(times)} times "
    count = "counts" if len(comparison.more) == 1 else "together count"
    together = "" if len(comparison.than) == 1 else " together"
    return (
        f"{listed(comparison.more)} {count} at least {factor}as much as "
        f"{listed(comparison.than)}{together}"
    )


def _decimal(value: Fraction) -> str:
    short = f"{float(value):g}"
    return short if Fraction(short) == value else str(value)
