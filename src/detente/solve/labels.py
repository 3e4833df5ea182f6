"""Labels: partial solutions carried through the stages of a program, the hopeless dropped.

A label stands for all partial solutions with the same values in the same state; it carries how
many they are and the smallest rank among them, so that the canonical solution needs no
back-pointers. It is dropped when a rule forbids it, when no completion can pass a gate, or when
another label of the same state has no less of anything and more of an objective. With equal
objectives both stay: every solution that reaches an efficient point is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.nondominated import dominated
from detente.solve.stages import SAFE, Stage, Staged

Ints = NDArray[Any]

_MIX = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5],
    dtype=np.uint64,
).astype(np.int64)


@dataclass(slots=True)
class Labels:
    """Partial solutions.

    Attributes
    ----------
    state
        Shape (n,).
    rows
        Values, shape (rows, n).
    rank
        Smallest rank of those that a label stands for, shape (words, n).
    count
        How many they are, shape (n,).
    """

    state: Ints
    rows: Ints
    rank: Ints
    count: Ints

    def __len__(self) -> int:
        return int(self.state.shape[0])

    def part(self, which: slice) -> Labels:
        """Return some of the labels."""
        return Labels(
            self.state[which], self.rows[:, which], self.rank[:, which], self.count[which]
        )

    def keep(self, which: Ints) -> None:
        """Keep the labels of a mask, or those at some places."""
        self.state = self.state[which]
        self.rows = self.rows[:, which]
        self.rank = self.rank[:, which]
        self.count = self.count[which]


def first(staged: Staged) -> Labels:
    """Return the one label that stands for nothing chosen yet."""
    return Labels(
        state=np.zeros(1, dtype=np.int64),
        rows=staged.start[:, None].copy(),
        rank=np.zeros((staged.words, 1), dtype=np.int64),
        count=np.ones(1, dtype=np.int64),
    )


def together(parts: Sequence[Labels]) -> Labels:
    """Return the labels of several parts as one."""
    return Labels(
        np.concatenate([part.state for part in parts]),
        np.concatenate([part.rows for part in parts], axis=1),
        np.concatenate([part.rank for part in parts], axis=1),
        np.concatenate([part.count for part in parts]),
    )


def join(labels: Labels, stage: Stage) -> None:
    """Join the next variable: cross the labels with its options and settle what it completes."""
    joint, options = stage.joint, len(stage.domain)
    size = len(labels)
    cell = (labels.state[:, None] * joint.options + stage.domain[None, :]).reshape(-1)
    state = joint.leads[cell]
    width = labels.rows.shape[0]
    if stage.adds.shape[1] == options:
        rows = (labels.rows[:, :, None] + stage.adds[:, None, :]).reshape(width, size * options)
    else:
        rows = np.repeat(labels.rows, options, axis=1) + stage.adds[:, cell]
    alive = state >= 0 if joint.barred else None
    for row, need in stage.asks:
        reach = rows[row] >= (need if isinstance(need, int) else need[cell])
        alive = reach if alive is None else alive & reach
    for row, enough in stage.cuts:
        np.minimum(rows[row], enough if isinstance(enough, int) else enough[cell], out=rows[row])
    if alive is None or alive.all():
        labels.state, labels.rows = state, rows
        labels.rank = (labels.rank[:, :, None] + stage.places[:, None, :]).reshape(
            labels.rank.shape[0], size * options
        )
        labels.count = np.repeat(labels.count, options)
        return
    chosen = np.flatnonzero(alive)
    parent, option = np.divmod(chosen, options)
    labels.state, labels.rows = state[chosen], rows[:, chosen]
    labels.rank = labels.rank[:, parent] + stage.places[:, option]
    labels.count = labels.count[parent]


def unite(labels: Labels, rows: Ints) -> None:
    """Let one label stand for all that are equal in state and in some rows, shape (k, n)."""
    if len(labels) < 2:
        return
    order, fresh = _runs(labels.state, rows)
    if fresh.all():
        return
    starts = np.flatnonzero(fresh)
    leading = order[starts]
    count = labels.count[order]
    if count.dtype != object and float(count.max()) * len(count) >= SAFE:
        count = count.astype(object)
        labels.count = labels.count.astype(object)
    total = np.add.reduceat(count, starts)
    lowest = _lowest(labels.rank[:, order], starts)
    labels.keep(leading)
    labels.count, labels.rank = total, lowest


def _runs(state: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Return an order in which equal labels follow one another, and where each run begins."""
    if rows.dtype != object:
        with np.errstate(over="ignore"):
            mixed = state * _MIX[0]
            for row in rows:
                mixed = (mixed ^ (mixed >> 29)) * _MIX[1] + row * _MIX[2]
        order = np.argsort(mixed, kind="stable")
        ordered = mixed[order]
        same = ordered[1:] == ordered[:-1]
        fresh = np.ones(len(order), dtype=bool)
        if not same.any():
            return order, fresh
        equal = state[order][1:] == state[order][:-1]
        for row in rows:
            held = row[order]
            equal &= held[1:] == held[:-1]
        if (equal == same).all():
            fresh[1:] = ~same
            return order, fresh
    # Whole numbers beyond 64 bits, or two different labels with one mix: sort by all columns.
    columns = [state, *(np.unique(row, return_inverse=True)[1].reshape(-1) for row in rows)]
    order = np.lexsort(columns[::-1])
    fresh = np.zeros(len(order), dtype=bool)
    fresh[0] = True
    for column in columns:
        held = column[order]
        fresh[1:] |= held[1:] != held[:-1]
    return order, fresh


def _lowest(rank: Ints, starts: Ints) -> Ints:
    """Return the smallest rank of each run, word after word."""
    if rank.shape[0] == 1:
        return np.minimum.reduceat(rank[0], starts)[None, :]
    run = np.zeros(rank.shape[1], dtype=np.int64)
    run[starts[1:]] = 1
    order = np.lexsort((*rank[::-1], np.cumsum(run)))
    return rank[:, order[starts]]


def drop(labels: Labels, objectives: Ints, slack: Ints, *, exact: bool = False) -> None:
    """Drop labels that another of the same state strictly dominates.

    Parameters
    ----------
    labels
        The labels.
    objectives, slack
        Numbers of the rows to compare.
    exact
        Whether none may be left.
    """
    if len(labels) < 2 or not len(objectives):
        return
    lost = dominated(labels.rows[objectives].T, labels.rows[slack].T, labels.state, exact=exact)
    if lost.any():
        labels.keep(~lost)
