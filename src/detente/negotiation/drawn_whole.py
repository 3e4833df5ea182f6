"""A party's amounts in many draws as whole numbers, exact wherever a common unit fits.

In each draw a party's amounts have a least common unit: the weights are tenths of a point, a score
is a ratio of whole numbers. Where that unit, and all that is added up in it, fits in 64 bits, the
amounts are exact. Elsewhere they are rounded to a millionth of a point, and a gain that falls short
of a reserve by no more than rounding can explain counts as reaching it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

import numpy as np

from detente.case.case import Package
from detente.case.numbers import party_key, score_key
from detente.negotiation.drawn import Bools, Drawn, Whole
from detente.solve.law import Floats

GRID = 1_000_000
"""Parts of a point to which amounts are rounded where they are not exact."""

FITS = 2.0**58
"""What sums must stay below in magnitude."""

Amount = tuple[Whole, Whole | int]
"""Numerators in every draw, shape (n,), and their denominator, one for all or (n,)."""


@dataclass(frozen=True, eq=False)
class WholeParty:
    """One party's amounts in every draw, in whole numbers of ``unit`` parts of a point.

    Attributes
    ----------
    drawn
        The case in many draws.
    party
        The party.
    """

    drawn: Drawn
    party: str

    @cached_property
    def unit(self) -> Whole:
        """By what amounts are multiplied to be whole: shape (n,)."""
        return self._unit[0]

    @property
    def exact(self) -> Bools:
        """In which draws the amounts are exact, not rounded: shape (n,)."""
        return self._unit[1]

    @cached_property
    def worth(self) -> dict[str, Whole]:
        """For each issue, what its options are worth: shape (options, n)."""
        return {
            issue: np.stack([self._at(amount, points[name]) for name, amount in amounts.items()])
            for issue, amounts in self._worth.items()
            for points in (self.drawn.worth(self.party, issue),)
        }

    @cached_property
    def links(self) -> dict[str, Whole]:
        """The points of each linkage that touches the party: (n,) each."""
        return {
            name: self.amount(f"linkages.{name}.points.{self.party}")
            for name, linkage in self.drawn.case.linkages.items()
            if self.party in linkage.points
        }

    @cached_property
    def prices(self) -> dict[str, Whole]:
        """The price of each priced commitment that the party gave: (n,) each."""
        return {
            name: self.amount(f"commitments.{name}.price")
            for name, promise in self.drawn.case.commitments.items()
            if promise.kind == "priced" and promise.by == self.party
        }

    @cached_property
    def outside(self) -> Whole:
        """What it has without agreement: shape (n,)."""
        return self.amount(f"{self._root}.outside")

    @cached_property
    def reserve(self) -> Whole:
        """The least gain it accepts, less what rounding may take away: shape (n,)."""
        lines = len(self.drawn.case.issues) + len(self.links) + len(self.prices) + 2
        return self.amount(f"{self._root}.reserve") - np.where(self.exact, 0, lines)

    def gain(self, package: Package) -> Whole:
        """Return its gain from a package: shape (n,)."""
        case = self.drawn.case
        total = -self.outside
        for issue, option in package.items():
            total = total + self.worth[issue][[*case.issues[issue].options].index(option)]
        for name, points in self.links.items():
            if all(package[i] in options for i, options in case.linkages[name].when.items()):
                total = total + points
        for name, price in self.prices.items():
            if any(package[i] in options for i, options in case.commitments[name].options.items()):
                total = total - price
        return total

    def amount(self, key: str) -> Whole:
        """Return one of its numbers, in points, in every draw: shape (n,); 0 where none stands."""
        return self._at(self._given(key), self.drawn.number(key))

    @property
    def _root(self) -> str:
        return party_key(self.drawn.case, self.party)

    def _at(self, amount: Amount | None, points: Floats) -> Whole:
        rounded = np.rint(points * GRID).astype(np.int64)
        if amount is None:
            return rounded
        over, under = amount
        # Where the unit does not fit, what this gives is not looked at.
        return np.where(self.exact, over * (self.unit // under), rounded)

    @cached_property
    def _unit(self) -> tuple[Whole, Bools]:
        amounts = [amount for found in self._worth.values() for amount in found.values()]
        amounts += [self._given(key) for key in self._keys]
        count = len(self.drawn.draws)
        if any(amount is None for amount in amounts):
            return np.full(count, GRID), np.zeros(count, dtype=np.bool_)
        unit, fits = _common([amount[1] for amount in amounts if amount is not None], count)
        fits &= unit * self._size < FITS
        return np.where(fits, unit, GRID), fits

    @property
    def _keys(self) -> list[str]:
        return [
            f"{self._root}.reserve",
            f"{self._root}.outside",
            *(f"linkages.{name}.points.{self.party}" for name in self.drawn.case.linkages),
            *(
                f"commitments.{name}.price"
                for name, promise in self.drawn.case.commitments.items()
                if promise.by == self.party
            ),
        ]

    @property
    def _size(self) -> Floats:
        """Return more than any sum of amounts can be, in points: shape (n,)."""
        total = np.ones(len(self.drawn.draws))
        for issue in self._worth:
            points = self.drawn.worth(self.party, issue)
            total += np.max(np.abs(np.stack([*points.values()])), axis=0)
        return total + sum((np.abs(self.drawn.number(key)) for key in self._keys), 0.0)

    @cached_property
    def _worth(self) -> dict[str, dict[str, Amount | None]]:
        return {issue: self._issue(issue) for issue in self.drawn.case.issues}

    def _issue(self, issue: str) -> dict[str, Amount | None]:
        """Return weight × score / 100 of every option, as fractions."""
        drawn, options = self.drawn, self.drawn.case.issues[issue].options
        weight = self._given(f"{self._root}.weights.points.{issue}")
        written = [name for name, option in options.items() if option.between is None]
        if weight is None:
            return dict.fromkeys(options)
        given: dict[str, Amount | None] = {}
        if any(self.party in option.codes for option in options.values()):
            raw = drawn.raw(self.party, issue)
            top = np.max(np.abs(np.stack([*raw.values()])), axis=0)
            divisor = np.gcd.reduce(np.stack([*raw.values()]), axis=0)
            divisor, top = np.where(divisor == 0, 1, divisor), np.where(top == 0, 1, top)
            given = {name: (raw[name] // divisor, top // divisor) for name in written}
        else:
            scores = {n: self._given(score_key(issue, n, self.party)) for n in written}
            for name, found in scores.items():
                given[name] = None if found is None else (found[0], found[1] * 100)
        values: dict[str, Amount | None] = {
            name: None if found is None else (weight[0] * found[0], weight[1] * found[1])
            for name, found in given.items()
        }
        for name, option in options.items():
            if option.between is not None:
                least, most = (options[mark].share or Fraction(0) for mark in option.between)
                part = ((option.share or Fraction(0)) - least) / (most - least)
                low, high = option.between
                values[name] = _between(values[low], values[high], part)
        return {name: values[name] for name in options}

    def _given(self, key: str) -> Amount | None:
        """Return a number as a fraction; ``None`` where it is too fine or too large for that."""
        draws = self.drawn.draws
        if key not in draws.places:
            return np.zeros(len(draws), dtype=np.int64), 1
        unit = draws.unit(key)
        try:
            return draws.whole(key, unit), unit
        except ValueError:
            return None


def _between(low: Amount | None, high: Amount | None, part: Fraction) -> Amount | None:
    if low is None or high is None:
        return None
    if isinstance(low[1], int) and isinstance(high[1], int) and low[1] != high[1]:
        low, high = (low[0] * high[1], low[1] * high[1]), (high[0] * low[1], low[1] * high[1])
    # Coded options of one issue have one denominator.
    over = low[0] * (part.denominator - part.numerator) + high[0] * part.numerator
    return over, low[1] * part.denominator


def _common(units: Sequence[Whole | int], count: int) -> tuple[Whole, Bools]:
    """Return the least common multiple in every draw, and where it fits."""
    total = np.ones(count, dtype=np.int64)
    fits = np.ones(count, dtype=np.bool_)
    fixed = lcm(*[found for found in units if isinstance(found, int)])
    if fixed >= FITS:
        return total, ~fits
    varied = [found for found in units if not isinstance(found, int)]
    for unit in (np.full(count, fixed), *varied):
        factor = unit // np.gcd(total, unit)
        fits &= total * factor.astype(np.float64) < FITS
        total = np.where(fits, total * factor, 1)
    return total, fits
