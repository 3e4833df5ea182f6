"""Upper bounds that see the gates: Lagrangian relaxations, one for each of several directions.

In a direction w the gates' rows are priced instead of enforced: what a label can still reach is at
most its own w-value, plus price × (row − floor) of every gate that holds for it, plus the best of
the later steps at those prices. Ties are kept: that best is a longest path through the skeleton's
states. Directions are chosen one after another where two neighbours leave most between them: the
frontiers of opposed parties are nearly straight, and few of evenly spread directions would touch
them.

Prices are found by a subgradient method; any price of 0 or more gives a valid bound, so that
nothing rests on how good they are. Bounds are in double precision, with a margin far above their
error. Source: Geoffrion (1974); bound sets as in Ehrgott & Gandibleux (2007).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.bounds import relaxed
from detente.solve.labels import Labels
from detente.solve.stages import Stage, Staged

Floats = NDArray[np.float64]
Ints = NDArray[Any]

DIRECTIONS = 48
"""Most directions."""

FIRST = 9
"""How many directions the choice begins with, evenly spread."""

AT_ONCE = 8
"""How many directions are chosen at a time."""

ROUNDS = 60
NEAR = 20
"""Rounds of the search for prices: from nothing, and from those of neighbouring directions."""

STEP = 0.03
"""The first step of the search, as a share of what the frontier spans; the last is a hundredth."""

MARGIN = 1e-10
"""What is added to bounds, as a share of the largest sums: far above the error of doubles."""

_NEAR_ENOUGH = 1e-6
_ROOM = 2**25  # how many numbers the tables of all directions may hold
_CELLS = 2**21  # how many numbers of one step are worked out at a time


@dataclass(frozen=True, slots=True)
class _Step:
    """A stage in double precision: all gates taken as called.

    Attributes
    ----------
    leads
        The state that each option of the domain leads to, shape (states, d); -1 where forbidden.
    adds
        What each option adds to each row, shape (rows, d), or (rows, states · d) where the states
        differ.
    """

    leads: Ints
    adds: Floats


class Relaxation:
    """The bounds of one program of two objectives, whose numbers fit 64 bits.

    Attributes
    ----------
    ways
        Directions, the share of the first objective ascending, shape (k, 2); so scaled that the
        frontier without ties spans about 1.
    most
        The most that any solution attains in each direction, shape (k,); minus infinity where
        the rules leave none.
    """

    def __init__(self, staged: Staged) -> None:
        program = staged.program
        self._staged = staged
        self._goals = np.array(program.objectives, dtype=np.int64)
        self._rows = np.array([gate.row for gate in program.gates], dtype=np.int64)
        self._floors = np.array([gate.floor for gate in program.gates], dtype=np.float64)
        self._start = staged.start.astype(np.float64)
        self._spans = np.maximum(np.ptp(relaxed(staged)[0], axis=0), 1).astype(np.float64)
        self._steps = [_in_doubles(staged, stage) for stage in staged.stages]
        self._flags = _flags(staged)
        states = sum(flags.shape[1] for flags in self._flags)
        self._chosen(max(FIRST, min(DIRECTIONS, _ROOM // max(1, states))))
        self._tables = self._listed()

    def _chosen(self, size: int) -> None:
        """Choose the directions and their prices."""
        shares = np.linspace(0.0, 1.0, FIRST)
        prices, most = self._priced(shares, np.zeros((FIRST, len(self._rows))), ROUNDS)
        while len(shares) < size and np.isfinite(most).all():
            left, between = _between(shares, most)
            chosen = np.argsort(-left, kind="stable")[: min(AT_ONCE, size - len(shares))]
            split = np.sort(chosen[left[chosen] > _NEAR_ENOUGH])
            if not len(split):
                break
            middle = (prices[split] + prices[split + 1]) / 2
            found, level = self._priced(between[split], middle, NEAR if middle.any() else ROUNDS)
            shares = np.insert(shares, split + 1, between[split])
            prices = np.insert(prices, split + 1, found, axis=0)
            most = np.insert(most, split + 1, level)
        self.ways = self._weights(shares)[:, self._goals]
        largest = np.abs(self._start) + sum(
            np.abs(step.adds).max(axis=1, initial=0.0) for step in self._steps
        )
        sizes = self._with(self._weights(shares), prices) @ largest + prices @ np.abs(self._floors)
        self._margin = MARGIN * (1.0 + sizes)
        self.most, self._prices = most + self._margin, prices

    def _weights(self, shares: Floats) -> Floats:
        """Return weights of all rows, gates not priced, shape (k, rows)."""
        found = np.zeros((len(shares), len(self._start)))
        found[:, self._goals[0]] = shares / self._spans[0]
        found[:, self._goals[1]] = (1 - shares) / self._spans[1]
        return found

    def _with(self, weights: Floats, prices: Floats) -> Floats:
        found = weights.copy()
        for gate, row in enumerate(self._rows):
            found[:, row] += prices[:, gate]
        return found

    def _priced(self, shares: Floats, prices: Floats, rounds: int) -> tuple[Floats, Floats]:
        """Return prices that make each bound from the start nearly least, and these bounds."""
        weights = self._weights(shares)
        best, kept = np.full(len(shares), np.inf), prices
        for turn in range(rounds if len(self._rows) else 1):
            full = self._with(weights, prices)
            total, rows = self._best(full)
            bound = total + full @ self._start - prices @ self._floors
            better = bound < best
            best = np.where(better, bound, best)
            kept = np.where(better[:, None], prices, kept)
            if not np.isfinite(total).all():
                break
            excess = rows[:, self._rows] - self._floors
            norm = (excess * excess).sum(axis=1)
            length = 0.01 ** (turn / rounds) * STEP / np.where(norm > 0, norm, np.inf)
            prices = np.maximum(0.0, prices - length[:, None] * excess)
        return kept, best

    def _back(self, step: _Step, weights: Floats, after: Floats) -> Floats:
        """Return the best that each option of each state leads to: shape (k, states, d)."""
        none = np.full((len(after), 1), -np.inf)
        later = np.concatenate([after, none], axis=1)[:, step.leads]
        found: Floats = later + (weights @ step.adds).reshape(len(weights), -1, step.leads.shape[1])
        return found

    def _best(self, weights: Floats) -> tuple[Floats, Floats]:
        """Return the best sums over all steps, shape (k,), and rows that attain them, (k, rows)."""
        size = len(weights)
        after = np.zeros((size, self._flags[-1].shape[1]))
        picks = []
        for step in reversed(self._steps):
            table = self._back(step, weights, after)
            picks.append(table.argmax(axis=2))
            after = np.take_along_axis(table, picks[-1][:, :, None], axis=2)[:, :, 0]
        rows = np.repeat(self._start[None, :], size, axis=0)
        if not np.isfinite(after).all():
            return after[:, 0], rows
        state = np.zeros(size, dtype=np.int64)
        each = np.arange(size)
        for step, pick in zip(self._steps, reversed(picks), strict=True):
            option = pick[each, state]
            uniform = step.adds.shape[1] == step.leads.shape[1]
            rows += step.adds[:, option if uniform else state * step.leads.shape[1] + option].T
            state = step.leads[state, option]
        return after[:, 0], rows

    def _listed(self) -> list[Floats]:
        """Return, after each step, the most that later steps add by state: shape (k, states)."""
        weights = self._weights_of_ways()
        found = [np.full((len(weights), flags.shape[1]), -np.inf) for flags in self._flags]
        masks = np.zeros((1, 0), dtype=np.int8)
        if len(self._rows):
            masks = np.unique(np.concatenate(self._flags, axis=1), axis=1).T
        cells = max(step.leads.size for step in self._steps)
        some = max(1, _CELLS // max(1, cells))
        for start in range(0, len(weights), some):
            part = slice(start, start + some)
            for mask in masks:
                full = self._with(weights[part], self._prices[part] * mask)
                after = np.zeros((len(full), self._flags[-1].shape[1]))
                for place in range(len(self._steps) - 1, -1, -1):
                    mine = (mask == self._flags[place].T).all(axis=1)
                    found[place][part, mine] = after[:, mine]
                    if place:
                        after = self._back(self._steps[place], full, after).max(axis=2)
        return [table + self._margin[:, None] for table in found]

    def _weights_of_ways(self) -> Floats:
        found = np.zeros((len(self.ways), len(self._start)))
        found[:, self._goals] = self.ways
        return found

    def bounds(self, labels: Labels, step: int) -> Floats:
        """Return the most that each label can reach in each direction, shape (k, n)."""
        goals = labels.rows[self._goals].astype(np.float64)
        slack = labels.rows[self._rows] - self._floors[:, None]
        slack *= self._flags[step][:, labels.state]
        found = self.ways @ goals
        found += self._prices @ slack
        found += np.take(self._tables[step], labels.state, axis=1)
        return found


def _between(shares: Floats, most: Floats) -> tuple[Floats, Floats]:
    """Return the most that a direction between two neighbours could take off, and which one.

    What is attained is a convex function of the share: it lies below the chord of two neighbours,
    and above the chords beside it, prolonged (the sandwich of Rote 1992).

    Parameters
    ----------
    shares, most
        Shares of the first objective, ascending, and what is attained, shape (k,), k at least 3.
    """
    slopes = np.diff(most) / np.diff(shares)
    before = np.concatenate([[-np.inf], slopes[:-1]])
    after = np.concatenate([slopes[1:], [np.inf]])
    width = np.diff(shares)
    # From the left end the line of slope `before`, from the right one that of slope `after`.
    near, far = slopes - before, after - slopes
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where(np.isinf(near), 0.0, np.where(np.isinf(far), 1.0, far / (near + far)))
    part = np.clip(np.nan_to_num(part, nan=0.5), 0.0, 1.0)
    left = (
        np.where(
            np.isinf(near),
            far,
            np.where(np.isinf(far), near, np.where(np.isinf(near), 0.0, near) * part),
        )
        * width
    )
    return left, shares[:-1] + np.clip(part, 0.25, 0.75) * width


def _in_doubles(staged: Staged, stage: Stage) -> _Step:
    """Return a stage in double precision: none is put beyond a gate's floor."""
    adds, joint = stage.adds.astype(np.float64), stage.joint
    if adds.shape[1] != len(stage.domain):
        shape = (len(adds), joint.states, joint.options)
        adds = adds.reshape(shape)[:, :, stage.domain].reshape(len(adds), -1)
    for index, cells in joint.released:
        cell = np.arange(joint.states)[:, None] * joint.options + stage.domain
        adds[staged.program.gates[index].row, np.isin(cell, cells).reshape(-1)] = 0.0
    leads = joint.leads.reshape(joint.states, joint.options)[:, stage.domain]
    return _Step(leads, np.ascontiguousarray(adds))


def _flags(staged: Staged) -> list[Ints]:
    """Return, after each step, which gates hold for each state: shape (gates, states)."""
    found = []
    for stage in staged.stages:
        joint = stage.joint
        size = int(joint.leads.max(initial=-1)) + 1
        held = np.ones((len(staged.program.gates), size), dtype=np.int8)
        open_ = np.flatnonzero(joint.leads >= 0)
        released = {index for index, _ in joint.released}
        for index, called in enumerate(joint.called):
            if called is not None and index not in released:
                held[index, joint.leads[open_]] = called[open_]
        found.append(held)
    return found
