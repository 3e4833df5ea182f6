"""Seeded draws from all estimates of a case, each a whole table of numbers to compile it with.

Every number has a random stream of its own, begun from the seed and the number's key: the first
draws are the same however many are asked for, and an element that is added to a case leaves the
draws of the others as they are. Numbers that share out a total, a party's weights and the
probabilities of a shock's states, are drawn together, given what they add up to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from math import lcm

import numpy as np
from numpy.typing import NDArray

from detente.case.case import Case
from detente.case.issue import CODE_LIMIT
from detente.case.numbers import Number, numbers
from detente.case.outlook_numbers import own_numbers
from detente.solve.conditioned import conditioned
from detente.solve.law import Floats, Law, Shape, law

FINE = Fraction(1, 10_000)
"""The grid of points, as a share of what a party's weights add up to: a hundredth of a point."""

SHARED = Fraction(1, 1_000)
"""The grid of numbers drawn under a sum, as a share of it: a tenth of a point, or 0.1 %."""

HUNDREDTH = Fraction(1, 100)
"""The grid of scores, importances, months and wishes."""

CODED: dict[Shape, tuple[float, float, float]] = {
    "pert": (53 / 512, 406 / 512, 53 / 512),
    "triangular": (1 / 8, 6 / 8, 1 / 8),
}
"""How often a code is one lower, itself, one higher: the law on [code − 1, code + 1], rounded."""

EXACT = 2**53


@dataclass(frozen=True, eq=False)
class Draws:
    """Draws of every number of a case.

    Attributes
    ----------
    case
        The case.
    seed, shape
        What they were drawn with.
    numbers
        The numbers, in the order of the file.
    grid
        For each number, the width of its step.
    steps
        Shape (n, numbers). How many steps each draw is from the number's mode.
    """

    case: Case
    seed: int
    shape: Shape
    numbers: tuple[Number, ...]
    grid: tuple[Fraction, ...]
    steps: NDArray[np.int64]

    def __len__(self) -> int:
        """Return how many draws there are."""
        return len(self.steps)

    @cached_property
    def places(self) -> dict[str, int]:
        """The column of each number, by its key."""
        return {number.key: place for place, number in enumerate(self.numbers)}

    def values(self, row: int, places: Sequence[int] | None = None) -> dict[str, Fraction]:
        """Return one draw as a table ``{key: number}``, exact, to compile the case with.

        Parameters
        ----------
        row
            Which draw.
        places
            Columns of the numbers wanted; all of them without it.
        """
        return {
            self.numbers[place].key: self.numbers[place].mode
            + self.grid[place] * int(self.steps[row, place])
            for place in (range(len(self.numbers)) if places is None else places)
        }

    def whole(self, key: str, unit: int) -> NDArray[np.int64]:
        """Return one number in every draw times ``unit``, which makes it whole; shape (n,).

        Raises
        ------
        ValueError
            When the product is not whole, or not exact in floating point.
        """
        place = self.places[key]
        mode, step = self.numbers[place].mode * unit, self.grid[place] * unit
        moved = self.steps[:, place]
        far = int(np.abs(moved).max(initial=0))
        if far == 0:
            step = Fraction(0)
        if mode.denominator != 1 or step.denominator != 1:
            raise ValueError(f"{key} times {unit} is not whole")
        if abs(mode) + step * far >= EXACT:
            raise ValueError(f"{key} is too large or too fine to be drawn")
        return mode.numerator + step.numerator * moved

    def unit(self, key: str) -> int:
        """Return the least whole number by which one number is whole in every draw."""
        place = self.places[key]
        return lcm(self.numbers[place].mode.denominator, self.grid[place].denominator)

    def column(self, key: str) -> Floats:
        """Return one number in every draw: the nearest double, shape (n,).

        Where the number is so large or so fine that a double does not hold it times its unit, the
        rounding of one product and one sum is added.
        """
        place = self.places[key]
        mode, step, moved = self.numbers[place].mode, self.grid[place], self.steps[:, place]
        far = int(np.abs(moved).max(initial=0))
        if far == 0:
            return np.full(len(self), float(mode))
        unit = self.unit(key)
        if (abs(mode) + step * far) * unit >= EXACT:
            return np.asarray(float(mode) + float(step) * moved, dtype=np.float64)
        return np.asarray(self.whole(key, unit) / unit, dtype=np.float64)


def draw(case: Case, count: int, seed: int = 0, shape: Shape = "pert") -> Draws:
    """Draw every number of a case.

    Scores, reserves, outside values, baselines, prices, linkages, importances, wishes and months
    follow a PERT or triangular law between their low and high. A code is drawn on [code − 1, code
    + 1] and rounded to a whole one: it stays with 79 %, and moves to either side with 10 % (by
    the triangular law 75 % and 12.5 %); what would leave −3…3 stays. A party's weights, and the
    probabilities of a shock's states, follow the same laws given that they add up to their total.
    Otherwise numbers are independent. A number whose low and high are equal is constant.

    Parameters
    ----------
    case
        A consistent case.
    count
        How many draws.
    seed
        0 or above. The same seed gives the same draws, the first of them however many there are.
    shape
        ``pert`` (λ = 4) or ``triangular``.

    Raises
    ------
    ValueError
        When the count or the seed is below 0.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> found = draw(two_issue_case(), 3, seed=1)
    >>> found.values(0)["principals.A.weights.points.price"]
    Fraction(70, 1)
    """
    if count < 0 or seed < 0:
        raise ValueError("there are 0 draws or more, and the seed is 0 or above")
    table = (*numbers(case), *own_numbers(case))
    steps = np.zeros((count, len(table)), dtype=np.int64)
    grid = [Fraction(1)] * len(table)
    for places, total in _groups(case, table):
        laws = [_law(case, table[place], total, shape) for place in places]
        uniform = np.empty((count, len(places)))
        for column, (place, own) in enumerate(zip(places, laws, strict=True)):
            constant = len(own.mass) == 1
            uniform[:, column] = 0 if constant else stream(table[place].key, count, seed)
            grid[place] = own.step
        if total is None:
            steps[:, places[0]] = laws[0].at(uniform[:, 0])
        else:
            steps[:, places] = conditioned(laws, uniform)
    return Draws(case, seed, shape, table, tuple(grid), steps)


def stream(key: str, count: int, seed: int) -> Floats:
    """Return a key's own stream of uniform numbers of [0, 1), from a seed: shape (count,)."""
    name = int.from_bytes(sha256(key.encode()).digest()[:16], "big")
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, name]))).random(count)


def _groups(case: Case, table: Sequence[Number]) -> Iterator[tuple[list[int], Fraction | None]]:
    """Yield the places of numbers drawn together, with what they add up to; ``None`` for one."""
    shared: dict[tuple[str, ...], list[int]] = {}
    for place, number in enumerate(table):
        path = tuple(number.key.split("."))
        if number.kind == "weight":
            shared.setdefault(path[:2], []).append(place)
        elif number.kind == "probability":
            shared.setdefault((*path[:2], *path[5:]), []).append(place)
        else:
            yield [place], None
    for name, places in shared.items():
        total = case.parties[name[1]].weights.total if name[0] != "shocks" else Fraction(1)
        yield places, total


def _law(case: Case, number: Number, total: Fraction | None, shape: Shape) -> Law:
    if number.kind == "code":
        return _coded(number, shape)
    if total is not None:
        step = total * SHARED
    elif number.kind in ("reserve", "outside", "baseline", "exposure", "price", "linkage"):
        step = case.parties[number.party].weights.total * FINE
    else:
        step = SHARED if number.kind == "transition" else HUNDREDTH
    return law(number.low, number.mode, number.high, step, shape)


def _coded(number: Number, shape: Shape) -> Law:
    down, stay, up = CODED[shape]
    if number.mode >= CODE_LIMIT:
        return Law(-1, np.array([down, stay + up]), Fraction(1))
    if number.mode <= -CODE_LIMIT:
        return Law(0, np.array([down + stay, up]), Fraction(1))
    return Law(-1, np.array([down, stay, up]), Fraction(1))
