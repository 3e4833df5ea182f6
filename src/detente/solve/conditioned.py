"""Numbers drawn together under a fixed sum: independent laws, given what they add up to.

The steps of several numbers from their modes must add up to 0. The law of the last numbers' sum is
a convolution; each number in turn is then drawn from its own law times the chance that those after
it make up the rest, which is the law of all of them given the sum, without approximation beyond
rounding in floating point. Nothing is rejected and nothing is moved afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.solve.law import Floats, Law

_ROWS = 1_000_000


@dataclass(frozen=True, eq=False)
class _Sum:
    """The law of the sum of the last numbers, as far as it can matter: from step ``first`` on."""

    first: int
    mass: Floats

    def at(self, total: NDArray[np.int64]) -> Floats:
        place = total - self.first
        inside = (place >= 0) & (place < len(self.mass))
        return np.where(inside, self.mass[np.clip(place, 0, len(self.mass) - 1)], 0.0)


def conditioned(laws: Sequence[Law], uniform: Floats) -> NDArray[np.int64]:
    """Return steps that add up to 0 in every draw.

    Parameters
    ----------
    laws
        One for each number, all of one step.
    uniform
        Shape (n, numbers). Uniform numbers of [0, 1), one for each draw and number.

    Returns
    -------
    array
        Shape (n, numbers). Steps from the modes; each within its law's range, each row's sum 0.

    Raises
    ------
    ValueError
        When the laws have different steps.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from detente.solve.law import law
    >>> one = law(Fraction(20), Fraction(40), Fraction(60), Fraction(1), "pert")
    >>> conditioned([one, one], np.array([[0.1, 0.5], [0.9, 0.5]])).sum(axis=1).tolist()
    [0, 0]
    """
    if len({found.step for found in laws}) > 1:
        raise ValueError("numbers that are drawn together have one step")
    found = np.zeros(uniform.shape, dtype=np.int64)
    left = np.zeros(len(uniform), dtype=np.int64)
    for place, (own, rest) in enumerate(zip(laws, _sums(laws)[1:], strict=True)):
        found[:, place] = _next(own, rest, left, uniform[:, place])
        left -= found[:, place]
    return found


def _sums(laws: Sequence[Law]) -> list[_Sum]:
    """Return the law of the sum of the numbers from each place on; of none, last."""
    lows = [found.first for found in laws]
    highs = [found.first + len(found.mass) - 1 for found in laws]
    sums = [_Sum(0, np.ones(1))]
    for place in range(len(laws) - 1, -1, -1):
        first = lows[place] + sums[-1].first
        mass = np.convolve(laws[place].mass, sums[-1].mass)
        # What the numbers before this one can leave to it and those after it.
        least, most = -sum(highs[:place]), -sum(lows[:place])
        begin, end = max(first, least), min(first + len(mass) - 1, most)
        mass = mass[begin - first : end - first + 1]
        sums.append(_Sum(begin, mass / mass.max()))
    return sums[::-1]


def _next(own: Law, rest: _Sum, left: NDArray[np.int64], uniform: Floats) -> NDArray[np.int64]:
    """Return the next number's steps where ``left`` is what it and the rest add up to."""
    states, which = np.unique(left, return_inverse=True)
    steps = own.first + np.arange(len(own.mass))
    chosen = np.empty(len(left), dtype=np.int64)
    size = max(1, _ROWS // len(steps))
    for begin in range(0, len(states), size):
        part = states[begin : begin + size]
        ends = np.cumsum(own.mass * rest.at(part[:, None] - steps), axis=1)
        # A step without mass before the first or after the last possible one is never chosen.
        ends /= ends[:, -1:]
        ends[ends >= 1] = 1
        mine = np.flatnonzero((which >= begin) & (which < begin + len(part)))
        row = which[mine] - begin
        flat = (ends + np.arange(len(part))[:, None]).ravel()
        place = np.searchsorted(flat, row + uniform[mine], side="right") - row * len(steps)
        last = (ends < 1).sum(axis=1)
        chosen[mine] = np.clip(place, 0, last[row])
    return own.first + chosen
