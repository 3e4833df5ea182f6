"""First-order indices from one sample: how much of an answer's variance one input explains.

S = Var(E[Y | X]) / Var(Y), estimated from a sample drawn once for whatever purpose, by cutting the
sample into classes of X (Plischke, Borgonovo & Smith 2013, section 3). Between classes something
always varies by chance alone: the mean of that over all permutations of Y has a closed form,
(classes − 1) / (n − 1), and is taken off; what is left is ε² of Kelley (1935). It may then fall a
little below 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.solve.law import Floats

Places = NDArray[np.int64]

TAIL = 0.1
"""The part of the draws that counts as an input's low end, and as its high end."""

TIMES = 200
"""Resamples of an interval."""

BLOCKS = 200
"""Parts of the draws that are resampled whole."""

_MOST = 100
_ENDS = (0.025, 0.975)


@dataclass(frozen=True)
class Index:
    """How much of an answer's variance one input explains, with its 95 % interval.

    Attributes
    ----------
    share
        The first-order index, chance taken off.
    low, high
        The interval, from resampled draws.
    """

    share: float
    low: float
    high: float


def classes(column: NDArray[np.generic], most: int | None = None) -> Places:
    """Return the class of each draw by the size of one input: shape (n,), from 0.

    Parameters
    ----------
    column
        Shape (n,). The input. Draws that are equal share a class.
    most
        The largest number of classes; half the root of n without it, at least 2 and 100 at most.
        An input of no more different values has a class for each; otherwise the classes are of
        equal size, as far as equal draws permit.

    Examples
    --------
    >>> classes(np.array([3, 1, 1, 2])).tolist()
    [1, 0, 0, 1]
    """
    count = len(column)
    wanted = most if most is not None else min(_MOST, max(2, round(count**0.5 / 2)))
    _, which, sizes = np.unique(column, return_inverse=True, return_counts=True)
    if len(sizes) > wanted:
        middle = np.cumsum(sizes) - sizes / 2
        which = np.floor(middle * wanted / count).astype(np.int64)[which]
    _, dense = np.unique(which, return_inverse=True)
    return np.asarray(dense.ravel(), dtype=np.int64)


def explained(answer: Floats, place: Places) -> float:
    """Return the share of an answer's variance that classes explain, chance taken off.

    0 where the answer does not vary, or where there is one class.

    Examples
    --------
    >>> explained(np.array([0.0, 0.0, 1.0, 1.0]), np.array([0, 0, 1, 1]))
    1.0
    """
    sizes = np.bincount(place)
    kept = sizes > 0
    groups, count = int(kept.sum()), len(answer)
    centred = answer - answer.mean()
    total = float(centred @ centred)
    if groups < 2 or groups >= count or total <= 0:
        return 0.0
    sums = np.bincount(place, weights=centred)[kept]
    by_chance = (groups - 1) / (count - 1)
    return (float((sums**2 / sizes[kept]).sum()) / total - by_chance) / (1 - by_chance)


@dataclass(frozen=True, eq=False)
class Cut:
    """The classes of one input, so laid out that many answers are summed at once.

    Attributes
    ----------
    order
        Shape (n,). The draws, class by class.
    starts, sizes
        Shape (classes,). Where each class begins, and how many draws it has.
    """

    order: Places
    starts: Places
    sizes: Places

    def explained(self, answers: Floats) -> Floats:
        """Return what :func:`explained` does for each of several answers: (k, n) to (k,).

        Examples
        --------
        >>> cut_of(np.array([0, 1, 0, 1])).explained(np.array([[0.0, 1.0, 0.0, 1.0]])).tolist()
        [1.0]
        """
        groups, count = len(self.sizes), answers.shape[1]
        centred = answers - answers.mean(axis=1, keepdims=True)
        total = (centred**2).sum(axis=1)
        if groups < 2 or groups >= count:
            return np.zeros(len(answers))
        sums = np.add.reduceat(centred[:, self.order], self.starts, axis=1)
        by_chance = (groups - 1) / (count - 1)
        varies = total > 0
        between = (sums**2 / self.sizes).sum(axis=1)
        part = np.divide(between, total, out=np.full(len(answers), by_chance), where=varies)
        return np.asarray((part - by_chance) / (1 - by_chance))


def cut_of(place: Places) -> Cut:
    """Return the classes of one input laid out, each of them held by some draw."""
    sizes = np.bincount(place)
    order = np.argsort(place, kind="stable")
    kept = sizes[sizes > 0]
    return Cut(order, np.cumsum(kept) - kept, kept)


def interval(answer: Floats, place: Places, seed: int, times: int = TIMES) -> Index:
    """Return the index with its 95 % interval by bootstrap.

    The draws are cut into 200 blocks in their order, and blocks are resampled with replacement:
    draws are independent of each other, so that a block is as good as its draws, and each resample
    is a sum of blocks. Resampling adds to what varies between classes as much as chance did
    before; the quantiles are therefore taken about the resamples' own mean.

    Parameters
    ----------
    answer, place
        Shape (n,). The answer in every draw, and the class of its input.
    seed
        The same seed gives the same interval.
    times
        How many resamples.
    """
    share = explained(answer, place)
    if share == 0.0:
        return Index(0.0, 0.0, 0.0)
    random = np.random.Generator(np.random.PCG64(seed))
    blocks = min(BLOCKS, len(answer))
    turns = random.multinomial(blocks, np.full(blocks, 1 / blocks), times)
    found = _resampled(answer - answer.mean(), place, turns.astype(np.float64))
    low, high = np.quantile(found - found.mean(), _ENDS)
    return Index(share, share + float(low), share + float(high))


def _resampled(centred: Floats, place: Places, turns: Floats) -> Floats:
    """Return the index in each resample, given how often each block is in it: (times, blocks)."""
    blocks, width = turns.shape[1], int(place.max()) + 1
    block = np.arange(len(centred)) * blocks // len(centred)
    cell, cells = block * width + place, blocks * width
    sizes = turns @ np.bincount(cell, minlength=cells).reshape(blocks, width)
    sums = turns @ np.bincount(cell, centred, cells).reshape(blocks, width)
    squares = turns @ np.bincount(block, centred**2, blocks)
    count, middle = sizes.sum(axis=1), sums.sum(axis=1) ** 2 / sizes.sum(axis=1)
    between = (sums**2 / np.maximum(sizes, 1)).sum(axis=1) - middle
    by_chance = ((sizes > 0).sum(axis=1) - 1) / (count - 1)
    total = squares - middle
    part = np.divide(between, total, out=by_chance.copy(), where=total > 0)
    return np.asarray((part - by_chance) / (1 - by_chance))


def ends(answer: Floats, column: NDArray[np.generic]) -> tuple[float, float]:
    """Return the answer's mean over the tenth of the draws with the lowest, and highest, input.

    Draws equal to the last of the tenth belong to it, so that an input of few values is answered
    at its lowest and at its highest.

    Examples
    --------
    >>> ends(np.array([1.0, 2.0, 5.0, 7.0]), np.array([-1, 0, 0, 1]))
    (1.0, 7.0)
    """
    ordered = np.sort(column)
    part = max(1, int(len(column) * TAIL))
    low = answer[column <= ordered[part - 1]]
    high = answer[column >= ordered[-part]]
    return float(low.mean()), float(high.mean())
