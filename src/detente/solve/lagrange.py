"""Upper bounds that see the gates: Lagrangian relaxations, one for each of several directions.

In a direction w the gates' rows are priced instead of enforced: what a label can still reach is at
most its own w-value, plus price × (row − floor) of every gate that holds for it, plus the best of
the later steps at those prices. Ties are kept: that best is a longest path through the skeleton's
states. A label adds nothing when, for every corner that the known staircase leaves open, some
direction says that the corner is out of reach.

Prices are found by a subgradient method; any price of 0 or more gives a valid bound, so that
nothing rests on how good they are. Bounds are in double precision, with a margin far above their
error. Source: Geoffrion (1974); bound sets as in Ehrgott & Gandibleux (2007).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.bounds import out_of_reach
from detente.solve.labels import Labels
from detente.solve.stages import Staged

Floats = NDArray[np.float64]
Ints = NDArray[Any]

DIRECTIONS = 24
ROUNDS = 60
NEAR = 20
_FAR = 4.0e18


@dataclass(frozen=True, slots=True)
class _Way:
    """One direction: weights of all rows (the objectives' and the gates' prices)."""

    weights: Floats
    prices: Floats


class Relaxation:
    """The bounds of one program of two objectives.

    Parameters
    ----------
    staged
        The program; its numbers fit 64 bits.
    low, high
        Rough ends of the frontier in both objectives, by which directions are spread.
    """

    def __init__(self, staged: Staged, spans: Floats) -> None:
        self._staged = staged
        gates = staged.program.gates
        self._gated = [i for i, gate in enumerate(gates)]
        self._rows = [gate.row for gate in gates]
        self._floors = np.array([gate.floor for gate in gates], dtype=np.float64)
        self._adds = [_called(staged, stage) for stage in staged.stages]
        self._flags = _flags(staged)
        first, second = staged.program.objectives
        size = len(staged.start)
        self._ways: list[_Way] = []
        for share in np.linspace(0.0, 1.0, DIRECTIONS):
            weights = np.zeros(size)
            weights[first] = share / spans[0]
            weights[second] = (1 - share) / spans[1]
            before = self._ways[-1].prices if self._ways else np.zeros(len(self._rows))
            self._ways.append(_Way(weights, self._priced(weights, before)))
        self._tables: dict[tuple[int, bytes], list[Floats]] = {}

    def _steps(self, weights: Floats) -> list[Floats]:
        """Return, for each step, the best that the later steps add, by state."""
        found = [np.zeros(1)]
        for stage, adds in zip(reversed(self._staged.stages), reversed(self._adds), strict=True):
            found.append(self._back(stage, weights @ adds, found[-1]).max(axis=1))
        return found[::-1]

    def _back(self, stage: Any, worth: Floats, after: Floats) -> Floats:
        joint = stage.joint
        leads = joint.leads.reshape(joint.states, joint.options)[:, stage.domain]
        size = max(1, len(after))
        later = np.where(leads >= 0, after[np.clip(leads, 0, size - 1)], -np.inf)
        if worth.shape[0] == len(stage.domain):
            return later + worth
        found: Floats = later + worth.reshape(joint.states, joint.options)[:, stage.domain]
        return found

    def _priced(self, weights: Floats, prices: Floats) -> Floats:
        """Return prices of the gates that make the bound from the start nearly least.

        The search begins at the prices of a neighbouring direction.
        """
        rounds = NEAR if prices.any() else ROUNDS
        if not len(prices):
            return prices
        start = self._staged.start.astype(np.float64)
        best, kept = np.inf, prices.copy()
        for turn in range(rounds):
            full = weights.copy()
            np.add.at(full, self._rows, prices)
            total, rows = self._best(full)
            excess = rows[self._rows] - self._floors
            bound = total + float(full @ start) - float(prices @ self._floors)
            if bound < best - 1e-9:
                best, kept = bound, prices.copy()
            norm = float(excess @ excess)
            if norm == 0.0:
                break
            length = (0.01 ** (turn / rounds)) * 0.1 * abs(best) / norm
            prices = np.maximum(0.0, prices - length * excess)
        return kept

    def _best(self, weights: Floats) -> tuple[float, Floats]:
        """Return the best sum over all steps, and the rows of a solution that attains it."""
        after = np.zeros(1)
        choices = []
        for stage, adds in zip(reversed(self._staged.stages), reversed(self._adds), strict=True):
            table = self._back(stage, weights @ adds, after)
            pick = table.argmax(axis=1)
            choices.append(pick)
            after = table[np.arange(len(pick)), pick]
        rows = self._staged.start.astype(np.float64).copy()
        state = 0
        beyond = 2 * self._staged.program.magnitude
        for stage, adds, pick in zip(
            self._staged.stages, self._adds, reversed(choices), strict=True
        ):
            option = int(stage.domain[pick[state]])
            cell = state * stage.joint.options + option
            uniform = adds.shape[1] == len(stage.domain)
            rows += adds[:, int(pick[state]) if uniform else cell]
            state = int(stage.joint.leads[cell])
        return float(after[0]), np.minimum(rows, float(beyond))

    def _table(self, way: int, step: int, active: Ints) -> Floats:
        key = (way, active.tobytes())
        if key not in self._tables:
            found = self._ways[way]
            full = found.weights.copy()
            np.add.at(full, self._rows, found.prices * active)
            self._tables[key] = self._steps(full)
        return self._tables[key][step + 1]

    def bounds(self, labels: Labels, step: int) -> Floats:
        """Return the most that each label can reach in each direction, shape (ways, n)."""
        rows = labels.rows.astype(np.float64)
        flags = self._flags[step]
        found = np.empty((len(self._ways), len(labels)))
        masks, which = np.unique(flags, axis=1, return_inverse=True)
        group = which.reshape(-1)[labels.state]
        for number in range(masks.shape[1]):
            mine = np.flatnonzero(group == number) if masks.shape[1] > 1 else slice(None)
            active = masks[:, number].astype(np.float64)
            values, states = rows[:, mine], labels.state[mine]
            for way, held in enumerate(self._ways):
                prices = held.prices * active
                full = held.weights.copy()
                np.add.at(full, self._rows, prices)
                found[way, mine] = (
                    full @ values
                    - float(prices @ self._floors)
                    + self._table(way, step, active)[states]
                )
        return found

    def hopeless(self, bounds: Floats, stairs: Ints) -> Ints:
        """Mark labels that cannot reach any corner which a known staircase leaves open.

        Parameters
        ----------
        bounds
            As :meth:`bounds` gives them.
        stairs
            Known points, first objective ascending, shape (m, 2).
        """
        first, second = self._staged.program.objectives
        weights = np.array([held.weights[[first, second]] for held in self._ways])
        margin = np.where(np.isfinite(bounds), 1e-7 * (1.0 + np.abs(bounds)), 0.0)
        return out_of_reach(weights, bounds + margin, _corners(stairs))


def _corners(stairs: Ints) -> Floats:
    """Return known points and the corners between them, by the first objective ascending."""
    size = len(stairs)
    found = np.empty((2 * size + 1, 2))
    found[1::2] = stairs
    found[2:-1:2, 0] = stairs[:-1, 0] + 1
    found[2:-1:2, 1] = stairs[1:, 1] + 1
    found[0] = (-_FAR, stairs[0, 1] + 1)
    found[-1] = (stairs[-1, 0] + 1, -_FAR)
    return found


def _called(staged: Staged, stage: Any) -> Floats:
    """Return what a step adds, as if every gate were called: none is put beyond its floor."""
    adds: Floats = stage.adds.astype(np.float64)
    for index, cells in stage.joint.released:
        adds[staged.program.gates[index].row, cells] = 0.0
    return adds


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
