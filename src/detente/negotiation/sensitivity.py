"""Which judgements move an answer most, from the draws that gave the answer.

For every number that differs between draws: the share of the answer's variance that it explains by
itself, and what the answer is on average where the number is low and where it is high. Numbers that
are drawn under a sum move together, and each is credited with what moves with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from detente.case.numbers import STILL, Number
from detente.negotiation.draws import Draws
from detente.solve.given_data import Cut, Index, Places, classes, cut_of, ends, interval
from detente.solve.law import Floats

PLACES = 12
"""Shares that agree to so many decimals are equal; the numbers then stand as in the file."""

SHUFFLES = 5
"""How often an answer is shuffled to see what chance alone explains."""


@dataclass(frozen=True)
class Influence:
    """How one number moves an answer.

    Attributes
    ----------
    number
        The number.
    index
        The share of the answer's variance it explains by itself, with an interval.
    low, high
        The answer's mean over the tenth of the draws with the lowest, and with the highest, value
        of the number; draws with a value equal to the last of the tenth among them.
    """

    number: Number
    index: Index
    low: float
    high: float


@dataclass(frozen=True)
class Sensitivity:
    """Which numbers move an answer.

    Attributes
    ----------
    mean, spread
        The answer's mean and standard deviation over the draws.
    noise
        The largest share that any number explained of the answer shuffled: less may be chance.
    influences
        Numbers that explain more than ``noise``, those that explain most first.
    """

    mean: float
    spread: float
    noise: float
    influences: tuple[Influence, ...]


@dataclass(frozen=True, eq=False)
class Inputs:
    """The numbers that differ between draws, each cut into classes once for every answer.

    Attributes
    ----------
    draws
        The draws.
    """

    draws: Draws

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The columns of the numbers."""
        return tuple(
            place
            for place, number in enumerate(self.draws.numbers)
            if number.kind not in STILL and np.ptp(self.draws.steps[:, place]) > 0
        )

    @cached_property
    def cut(self) -> tuple[Places, ...]:
        """The class of every draw, for each of the numbers."""
        return tuple(classes(self.draws.steps[:, place]) for place in self.places)

    @cached_property
    def laid_out(self) -> tuple[Cut, ...]:
        """These classes, laid out to sum many answers at once."""
        return tuple(cut_of(place) for place in self.cut)

    def shares(self, answers: Floats) -> Floats:
        """Return the share of each answer's variance that each of the numbers explains.

        Shape (k, n) to (k, numbers).
        """
        found = [cut.explained(answers) for cut in self.laid_out]
        return np.stack(found, axis=1) if found else np.zeros((len(answers), 0))


def sensitivity(inputs: Inputs, answer: Floats, shown: int = 10) -> Sensitivity:
    """Return which numbers move an answer, at most ``shown`` of them.

    Parameters
    ----------
    inputs
        The numbers, of at least 2 draws.
    answer
        Shape (n,). The answer in every draw: a gain, or 1 and 0 for yes and no.
    shown
        How many numbers to tell, each with an interval.

    Examples
    --------
    >>> from detente.negotiation.draws import draw
    >>> from detente.testing import two_issue_case
    >>> sensitivity(Inputs(draw(two_issue_case(), 10)), np.arange(10.0)).influences
    ()
    """
    draws = inputs.draws
    values = np.asarray(answer, dtype=np.float64)
    random = np.random.Generator(np.random.PCG64(draws.seed))
    shuffled = [random.permutation(values) for _ in range(SHUFFLES)]
    told = inputs.shares(np.stack([values, *shuffled]))
    shares: list[float] = told[0].tolist()
    noise = float(told[1:].max(initial=0.0))
    ordered: Sequence[int] = sorted(
        range(len(shares)), key=lambda place: -round(shares[place], PLACES)
    )
    found = []
    for place in ordered[:shown]:
        if shares[place] > noise:
            column = inputs.places[place]
            low, high = ends(values, draws.steps[:, column])
            index = interval(values, inputs.cut[place], draws.seed)
            found.append(Influence(draws.numbers[column], index, low, high))
    return Sensitivity(
        mean=float(values.mean()),
        spread=float(values.std()),
        noise=noise,
        influences=tuple(found),
    )
