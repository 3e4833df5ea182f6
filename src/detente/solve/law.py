"""Laws of one estimate on a grid: PERT and triangular, each cell with its probability.

A law is discrete from the start: the cells are whole steps from the mode, and a cell's probability
is what the continuous density puts nearest to it. One uniform number then chooses a cell, so that
a draw is a whole number of steps, never leaves its range, and rises with the uniform number.

Sources: Malcolm, Roseboom, Clark & Fazar (1959) for PERT; its shape λ = 4 is that of Clark (1962).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Shape = Literal["pert", "triangular"]
Floats = NDArray[np.float64]

LAMBDA = 4
"""The weight of the mode in a PERT estimate: its mean is (low + 4 · mode + high) / 6."""

CELLS = 20_000
"""A range has at most so many steps; a wider one is drawn in steps ten times as large, or more."""

_POINTS = 4_096
_LEAST = 8


@dataclass(frozen=True, eq=False)
class Law:
    """The law of one number on a grid.

    Attributes
    ----------
    first
        The lowest step from the mode; 0 or below.
    mass
        Shape (cells,). The probability of ``first``, ``first + 1`` and so on; they add up to 1.
    step
        The width of a step, exact.
    """

    first: int
    mass: Floats
    step: Fraction

    def at(self, uniform: Floats) -> NDArray[np.int64]:
        """Return the step each uniform number of [0, 1) chooses; monotone in it."""
        ends = np.cumsum(self.mass)
        ends[-1] = np.inf
        return self.first + np.searchsorted(ends, uniform, side="right").astype(np.int64)


def law(low: Fraction, mode: Fraction, high: Fraction, step: Fraction, shape: Shape) -> Law:
    """Return the law of an estimate on the grid ``mode + k · step`` within its range.

    Parameters
    ----------
    low, mode, high
        ``low <= mode <= high``. Where no step from the mode stays within the range, as where low
        and high are equal, the number is the constant ``mode``.
    step
        The width of a step, above 0. A range of more than 20,000 steps takes steps 10, 100, …
        times as wide.
    shape
        ``pert`` (λ = 4), the Beta(1 + 4t, 5 − 4t) on the range with t = (mode − low) / (high −
        low); or ``triangular``.

    Raises
    ------
    ValueError
        When the three are out of order, or the step is not above 0.

    Examples
    --------
    >>> found = law(Fraction(-1), Fraction(0), Fraction(1), Fraction(1), "triangular")
    >>> found.first, [round(float(mass), 3) for mass in found.mass]
    (-1, [0.125, 0.75, 0.125])
    """
    if not low <= mode <= high or step <= 0:
        raise ValueError("a law needs low <= mode <= high and a step above 0")
    while (high - low) / step > CELLS:
        step *= 10
    first, last = ceil((low - mode) / step), floor((high - mode) / step)
    if first == last:
        return Law(first, np.ones(1), step)
    return Law(first, _mass(float((low - mode) / step), float((high - mode) / step), shape), step)


@lru_cache(maxsize=4_096)
def _mass(low: float, high: float, shape: Shape) -> Floats:
    """Return the probability of every step within ``low`` … ``high``, the mode at 0."""
    steps = np.arange(ceil(low), floor(high) + 1, dtype=np.float64)
    # What rounds to a step; the first and the last take what lies beyond them in the range.
    ends = np.concatenate([[low], steps[:-1] + 0.5, [high]])
    points = max(_LEAST, _POINTS // len(steps))
    inner = (np.arange(points) + 0.5) / points
    width = np.diff(ends)
    share = (ends[:-1, None] + width[:, None] * inner - low) / (high - low)
    mass: Floats = _density(share, -low / (high - low), shape).mean(axis=1) * width
    mass /= mass.sum()
    mass.flags.writeable = False
    return mass


def _density(share: Floats, mode: float, shape: Shape) -> Floats:
    """Return a density on [0, 1], up to a factor."""
    if shape == "pert":
        log = LAMBDA * (mode * np.log(share) + (1 - mode) * np.log1p(-share))
        return np.asarray(np.exp(log - log.max()))
    up = share / mode if mode > 0 else np.zeros_like(share)
    down = (1 - share) / (1 - mode) if mode < 1 else np.zeros_like(share)
    return np.where(share < mode, up, down)
