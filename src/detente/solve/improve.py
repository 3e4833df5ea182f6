"""Better known points: packages changed in one or two variables, kept where that adds a point.

Nothing here proves anything. What it finds are real solutions, and the more of the frontier is
known, the more labels the next pass can drop. Source of the idea: Pareto local search (Paquete,
Chiarandini & Stützle 2004).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.bounds import Known
from detente.solve.stages import Staged

Ints = NDArray[Any]

ROUNDS = 2
TRIED = 200_000
"""Most packages that one round follows through the stages."""

_PAIRS = 4_000_000


def follow(staged: Staged, packages: Ints) -> tuple[Ints, Ints]:
    """Return the rows of packages, shape (rows, n), and whether each is a solution.

    Parameters
    ----------
    staged
        The program.
    packages
        Option numbers, shape (n, variables).
    """
    state = np.zeros(len(packages), dtype=np.int64)
    alive = np.ones(len(packages), dtype=bool)
    rows = np.repeat(staged.start[:, None], len(packages), axis=1)
    for stage in staged.stages:
        option = packages[:, stage.joint.variable]
        cell = state * stage.joint.options + option
        if stage.adds.shape[1] == len(stage.domain):
            rows += stage.adds[:, np.searchsorted(stage.domain, option)]
        else:
            rows += stage.adds[:, cell]
        leads = stage.joint.leads[cell]
        alive &= leads >= 0
        for row, need in stage.asks:
            alive &= rows[row] >= (need if isinstance(need, int) else need[cell])
        state = np.maximum(leads, 0)
    return rows, alive


def improve(staged: Staged, packages: Ints, known: Known) -> None:
    """Teach known points what packages near some packages attain.

    Parameters
    ----------
    staged
        A program of two objectives in 64-bit numbers.
    packages
        Solutions, shape (n, variables).
    known
        What is known; it learns the new points.
    """
    goals = np.array(staged.program.objectives)
    moves = _Moves(staged)
    for _ in range(ROUNDS):
        rows, _ = follow(staged, packages)
        near = np.concatenate([moves.single(packages), moves.double(packages, rows, known)])
        if not len(near):
            return
        values, alive = follow(staged, near)
        points = values[goals].T
        alive &= points[:, 1] > known.height(points[:, 0])
        if not alive.any():
            return
        known.learn(points[alive])
        fresh = alive & _among(points, known.stairs)
        packages = near[fresh]
        if not len(packages):
            return


def _among(points: Ints, stairs: Ints) -> Ints:
    place = np.minimum(np.searchsorted(stairs[:, 0], points[:, 0]), len(stairs) - 1)
    found: Ints = (stairs[place] == points).all(axis=1)
    return found


class _Moves:
    """All changes of one variable to one option of its domain."""

    def __init__(self, staged: Staged) -> None:
        self._staged = staged
        pairs = [(v, o) for v, domain in enumerate(staged.program.domains) for o in domain]
        self._variable = np.array([v for v, _ in pairs])
        self._option = np.array([o for _, o in pairs])
        self._gain = np.array([staged.program.unary[v][o] for v, o in pairs], dtype=np.int64).T
        offsets = np.cumsum([0, *(len(options) for options in staged.program.unary)])
        self._flat = np.array(
            [vector for options in staged.program.unary for vector in options], dtype=np.int64
        ).T
        self._offsets = offsets[:-1]

    def _steps(self, packages: Ints) -> Ints:
        """Return by how much each change moves each row: shape (rows, packages, changes)."""
        now = self._flat[:, self._offsets[None, :] + packages]
        found: Ints = self._gain[:, None, :] - now[:, :, self._variable]
        return found

    def single(self, packages: Ints) -> Ints:
        """Return every package that differs in one variable, at most ``TRIED``."""
        size, changes = len(packages), len(self._variable)
        which = np.arange(min(size * changes, TRIED))
        found = packages[which // changes].copy()
        found[np.arange(len(which)), self._variable[which % changes]] = self._option[
            which % changes
        ]
        return found

    def double(self, packages: Ints, rows: Ints, known: Known) -> Ints:
        """Return packages that differ in two variables and would add a point, ties forgotten."""
        one, two = self._staged.program.objectives
        first, second = np.triu_indices(len(self._variable), 1)
        apart = self._variable[first] != self._variable[second]
        first, second = first[apart], second[apart]
        found: list[Ints] = []
        total = 0
        each = max(1, _PAIRS // len(first))
        for start in range(0, len(packages), each):
            some = packages[start : start + each]
            step = self._steps(some)
            values = [
                rows[row, start : start + each, None] + step[row][:, first] + step[row][:, second]
                for row in (one, two)
            ]
            better = values[1] > known.height(values[0].reshape(-1)).reshape(values[0].shape)
            which, change = np.nonzero(better)
            for gate in self._staged.program.gates:
                if gate.triggers is None or len(which) > TRIED:
                    reach = (
                        rows[gate.row, start + which]
                        + step[gate.row][which, first[change]]
                        + step[gate.row][which, second[change]]
                    )
                    which, change = which[reach >= gate.floor], change[reach >= gate.floor]
            changed = some[which].copy()
            line = np.arange(len(which))
            changed[line, self._variable[first[change]]] = self._option[first[change]]
            changed[line, self._variable[second[change]]] = self._option[second[change]]
            found.append(changed)
            total += len(changed)
            if total > TRIED:
                break
        return np.concatenate(found)[: 4 * TRIED]
