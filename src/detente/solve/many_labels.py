"""Labels of many programs at once, and how those that cannot matter are dropped."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.nondominated import dominated

Ints = NDArray[Any]
Floats = NDArray[np.float64]

FEW = 6
"""Labels a program below which none are compared."""

EACH = 48
"""Labels are compared pair by pair where this makes at most so many pairs a label."""

SIDES = (0.2, 0.8)
"""How much the first objective counts where the most promising label is sought from a side."""

OTHERS = 0.25
"""How much a row counts that only gates ask."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Partial solutions of many programs.

    Attributes
    ----------
    turn, state
        Shape (m,). The program and its state.
    rows
        Shape (rows, m). Values.
    rank
        Shape (words, m). Its rank.
    """

    turn: Ints
    state: Ints
    rows: Ints
    rank: Ints

    def __len__(self) -> int:
        return len(self.turn)

    def at(self, which: Ints) -> Batch:
        """Return the labels of a mask, or those at some places."""
        return Batch(self.turn[which], self.state[which], self.rows[:, which], self.rank[:, which])


def thinned(labels: Batch, states: int, goals: Ints, slack: Ints, span: Ints) -> Batch:
    """Drop labels that another of the same program and state makes useless.

    One is useless where another has no less of any objective and any slack, and more of an
    objective; or where another equals it in all of these and has the smaller rank. Not all of them
    need be found.

    Parameters
    ----------
    labels
        The labels.
    states
        How many states there are.
    goals, slack
        Numbers of the rows that are objectives, and of others that gates ask.
    span
        Shape (programs, rows). How far each row can run, to weigh rows by.
    """
    if len(labels) <= FEW * len(span):
        return labels
    wanted = np.concatenate([goals, slack])
    group = labels.turn * states + labels.state
    shares = labels.rows[wanted] / span[labels.turn][:, wanted].T
    # Rises with each row: what makes a label useless never stands behind it in its group.
    promise = shares.sum(axis=0)
    order = np.lexsort((-promise, group))
    labels, group, shares = labels.at(order), group[order], shares[:, order]
    for side in (None, *SIDES) if len(goals) > 1 else (None,):
        lost = _beaten_by_first(labels, group, goals, wanted, shares, side)
        if lost.any():
            kept = np.flatnonzero(~lost)
            labels, group, shares = labels.at(kept), group[kept], shares[:, kept]
    lost = _beaten(labels, group, goals, wanted)
    return labels.at(np.flatnonzero(~lost)) if lost.any() else labels


def efficient_of(labels: Batch, goals: Ints) -> Batch:
    """Return the efficient labels, one for each point, in the order in which points are told."""
    if not len(labels):
        return labels
    labels, _ = _ordered(labels, labels.turn)
    if len(goals) <= 2:
        lost = dominated(
            labels.rows[goals].T,
            np.zeros((len(labels), 0), dtype=np.int64),
            labels.turn,
            exact=True,
        )
    else:
        lost = np.zeros(len(labels), dtype=np.bool_)
        starts = [*np.flatnonzero(_fresh(labels.turn)), len(labels)]
        for begin, end in pairwise(starts):
            one = labels.rows[goals, begin:end].T
            none = np.zeros((end - begin, 0), dtype=np.int64)
            lost[begin:end] = dominated(one, none, labels.turn[begin:end], exact=True)
    labels = labels.at(~lost)
    keys = (*labels.rank[::-1], *(-labels.rows[goal] for goal in goals[::-1]), labels.turn)
    labels = labels.at(np.lexsort(keys))
    fresh = _fresh(labels.turn)
    for goal in goals:
        fresh |= _fresh(labels.rows[goal])
    return labels.at(fresh)


def _fresh(column: Ints) -> Ints:
    """Mark where a column differs from what stands before it; the first is marked."""
    found = np.ones(len(column), dtype=np.bool_)
    found[1:] = column[1:] != column[:-1]
    return found


def _ordered(labels: Batch, group: Ints) -> tuple[Batch, Ints]:
    order = np.argsort(group, kind="stable")
    return labels.at(order), group[order]


def _beaten_by_first(
    labels: Batch, group: Ints, goals: Ints, wanted: Ints, shares: Floats, side: float | None
) -> Ints:
    """Mark the labels that one of their group, which promises most from a side, makes useless."""
    fresh = _fresh(group)
    starts = np.flatnonzero(fresh)
    place = np.cumsum(fresh) - 1
    best = starts
    if side is not None:
        mark = side * shares[0] + (1 - side) * shares[1 : len(goals)].sum(axis=0)
        mark += OTHERS * shares[len(goals) :].sum(axis=0)
        first = np.flatnonzero(mark >= np.maximum.reduceat(mark, starts)[place])
        best = first[_fresh(group[first])]
    held = np.ones(len(labels), dtype=np.bool_)
    more = np.zeros(len(labels), dtype=np.bool_)
    for number, row in enumerate(wanted):
        column = labels.rows[row]
        champion = column[best][place]
        held &= champion >= column
        if number < len(goals):
            more |= champion > column
    return np.asarray(held & more)


def _beaten(labels: Batch, group: Ints, goals: Ints, wanted: Ints) -> Ints:
    """Mark the labels that one before them in their group makes useless, pair by pair."""
    lost = np.zeros(len(labels), dtype=np.bool_)
    fresh = _fresh(group)
    starts = np.flatnonzero(fresh)
    before = np.arange(len(group)) - starts[np.cumsum(fresh) - 1]
    ends = np.cumsum(before)
    if not len(labels) or int(ends[-1]) > EACH * len(labels):
        return lost
    one = np.repeat(np.arange(len(group)), before)
    two = np.arange(len(one)) - np.repeat(ends - before, before)
    two += np.repeat(np.arange(len(group)) - before, before)
    for row in wanted[::-1]:
        column = labels.rows[row]
        kept = np.flatnonzero(column[two] >= column[one])
        one, two = one[kept], two[kept]
    more = np.zeros(len(one), dtype=np.bool_)
    for goal in goals:
        more |= labels.rows[goal][two] > labels.rows[goal][one]
    lost[one[more]] = True
    one, two = one[~more], two[~more]
    same = np.ones(len(one), dtype=np.bool_)
    for row in wanted:
        same &= labels.rows[row][two] == labels.rows[row][one]
    one, two = one[same], two[same]
    lost[one[_smaller(labels.rank, two, one)]] = True
    return lost


def _smaller(rank: Ints, one: Ints, two: Ints) -> Ints:
    """Return whether each first rank is smaller than each second, word after word."""
    found = np.zeros(len(one), dtype=np.bool_)
    open_ = np.ones(len(one), dtype=np.bool_)
    for word in rank:
        found |= open_ & (word[one] < word[two])
        open_ &= word[one] == word[two]
    return found
