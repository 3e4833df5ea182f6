"""Many programs of one structure solved together: the same ties, other numbers in each.

The labels of all programs are carried through one elimination, each with the number of its program
beside its state, so that a step costs one pass over arrays however many programs there are. What is
found is what :func:`detente.solve.merge.solve` finds for each of them alone, counts aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.frame import frame_of
from detente.solve.many_labels import Batch, efficient_of, thinned
from detente.solve.program import Program
from detente.solve.skeleton import Joint, Skeleton, TooDense, skeleton
from detente.solve.stages import decoded, rank_places

Ints = NDArray[Any]

TOGETHER = 64
"""How many programs are carried at once."""

WIDE = 1_500_000
"""Most labels at once; programs are carried in smaller parts where there would be more."""

FITS = 2**60
"""No partial sum may come near this."""


@dataclass(frozen=True, eq=False)
class Many:
    """Programs that differ in numbers alone; all numbers are 64-bit.

    Attributes
    ----------
    program
        Their structure: domains, order, objectives, the scopes and combinations of terms, rules,
        the triggers of charges, the rows and triggers of gates. Its numbers are not looked at. A
        term brings the same for all combinations that it names.
    start
        Shape (n, rows).
    unary
        For each variable: shape (n, options, rows).
    terms, charges
        For each of them what it brings: shape (n, rows).
    floors
        Shape (n, gates).
    least
        Shape (n, objectives). Points that have less of an objective are not wanted; ``None`` where
        all are.
    """

    program: Program
    start: Ints
    unary: tuple[Ints, ...]
    terms: tuple[Ints, ...]
    charges: tuple[Ints, ...]
    floors: Ints
    least: Ints | None = None

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, eq=False)
class Found:
    """The efficient points of many programs.

    Attributes
    ----------
    turn
        Shape (m,). The program that a point is of, ascending.
    values
        Shape (m, objectives). Within a program, descending by the first objective.
    packages
        Shape (m, variables). The canonical solution of each point, as option numbers.
    failed
        Programs that are too wide to be carried; nothing is found of them here.
    """

    turn: Ints
    values: Ints
    packages: Ints
    failed: tuple[int, ...]


def solve_many(many: Many) -> Found:
    """Return the efficient points of every program.

    Parameters
    ----------
    many
        The programs, with one objective or more.

    Raises
    ------
    ValueError
        When there is no objective, or a sum might not fit.

    Examples
    --------
    Two programs of two variables; the second one's last option is worth more.

    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> one = Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1))
    >>> unary = tuple(np.array([vectors, vectors]) for vectors in pull)
    >>> unary[1][1, 1] = (1, 5)
    >>> found = solve_many(Many(one, np.zeros((2, 2), int), unary, (), (), np.zeros((2, 0), int)))
    >>> found.turn.tolist(), found.values.tolist()
    ([0, 0, 0, 1, 1], [[3, -1], [2, 2], [-1, 3], [4, 4], [1, 5]])
    """
    program = many.program
    if not program.objectives:
        raise ValueError("many programs are solved for their efficient points, not for their count")
    if _magnitude(many) >= FITS:
        raise ValueError("the programs' numbers do not fit in 64 bits")
    width = len(program.domains)
    empty = np.zeros((0, len(program.objectives)), dtype=np.int64)
    parts: list[tuple[Ints, Ints, Ints]] = []
    failed: list[int] = []
    waiting = [
        np.arange(begin, min(begin + TOGETHER, len(many)))
        for begin in range(0, len(many), TOGETHER)
    ][::-1]
    try:
        bones = skeleton(frame_of(program))
    except TooDense:
        waiting, failed = [], [*range(len(many))]
    while waiting and all(program.domains):
        which = waiting.pop()
        found = _Run(many, bones, which).run()
        if found is not None:
            parts.append(found)
        elif len(which) == 1:
            failed.append(int(which[0]))
        else:
            middle = len(which) // 2
            waiting += [which[middle:], which[:middle]]
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Found(none, empty, np.zeros((0, width), dtype=np.int64), tuple(failed))
    turn, values, ranks = (np.concatenate(arrays, axis=-1) for arrays in zip(*parts, strict=True))
    packages = np.array(decoded(program, ranks), dtype=np.int64).reshape(len(turn), width)
    return Found(turn, values.T, packages, tuple(failed))


def _magnitude(many: Many) -> float:
    total = np.abs(many.start).astype(np.float64)
    for values in many.unary:
        total += np.abs(values).max(axis=1, initial=0)
    for more in (*many.terms, *many.charges):
        total += np.abs(more)
    asked = many.floors if many.least is None else np.hstack([many.floors, many.least])
    return float(total.max(initial=0.0)) * 1.001 + float(np.abs(asked).max(initial=0))


class _Run:
    """One elimination of some of the programs."""

    def __init__(self, many: Many, bones: Skeleton, which: Ints) -> None:
        program = many.program
        self._program, self._bones, self._which = program, bones, which
        self._start = many.start[which]
        self._floors = many.floors[which]
        self._wanted = None if many.least is None else many.least[which]
        self._domains = [np.array(domain, dtype=np.int64) for domain in program.domains]
        self._unary = [
            table[which][:, domain] for table, domain in zip(many.unary, self._domains, strict=True)
        ]
        self._terms = [table[which] for table in many.terms]
        self._charges = [table[which] for table in many.charges]
        self._words, self._places = rank_places(program)
        rows = [gate.row for gate in program.gates]
        goals = {*program.objectives}
        self._goals = np.array(program.objectives, dtype=np.int64)
        self._slack = np.array(sorted({*rows} - goals), dtype=np.int64)
        self._own = {row for row in rows if rows.count(row) == 1} - goals
        self._most = self._after(np.max, np.maximum)
        self._least = self._after(np.min, np.minimum)
        self._beyond = int(2 * _magnitude(many)) + 1
        self._span = np.maximum(self._most[-1] - self._least[-1], 1).astype(np.float64)

    def run(self) -> tuple[Ints, Ints, Ints] | None:
        """Return program, values (objectives, m) and ranks of all points; None if too wide."""
        count = len(self._which)
        labels = Batch(
            np.arange(count),
            np.zeros(count, dtype=np.int64),
            self._start.T.copy(),
            np.zeros((self._words, count), dtype=np.int64),
        )
        last = len(self._bones.joints) - 1
        for step, joint in enumerate(self._bones.joints):
            if len(labels) * len(self._domains[joint.variable]) > WIDE:
                return None
            labels = self._joined(labels, joint, last - step)
            if step < last and len(self._domains[joint.variable]) > 1:
                states = int(joint.leads.max(initial=0)) + 1
                labels = thinned(labels, states, self._goals, self._slack, self._span)
        found = efficient_of(labels, self._goals)
        return self._which[found.turn], found.rows[self._goals], found.rank

    def _joined(self, labels: Batch, joint: Joint, left: int) -> Batch:
        """Join the next variable, after which so many are left."""
        variable = joint.variable
        domain = self._domains[variable]
        adds = self._unary[variable].transpose(2, 0, 1)
        cell = (labels.state[:, None] * joint.options + domain).reshape(-1)
        turn = np.repeat(labels.turn, len(domain))
        rows = (labels.rows[:, :, None] + adds[:, labels.turn]).reshape(len(adds), -1)
        for index, classes in joint.terms:
            met = np.flatnonzero(classes[cell])
            rows[:, met] += self._terms[index][turn[met]].T
        for index, cells in joint.charges:
            met = np.flatnonzero(_mask(joint, cells)[cell])
            rows[:, met] += self._charges[index][turn[met]].T
        for index, cells in joint.released:
            rows[self._program.gates[index].row, _mask(joint, cells)[cell]] = self._beyond
        state = joint.leads[cell]
        alive = state >= 0
        gates = zip(self._program.gates, joint.called, self._floors.T, strict=True)
        for gate, called, floor in gates:
            passed = rows[gate.row] >= (floor - self._most[left][:, gate.row])[turn]
            alive &= passed if called is None else passed | ~called[cell]
            if gate.row in self._own:
                enough = (floor - self._least[left][:, gate.row])[turn]
                np.minimum(rows[gate.row], enough, out=rows[gate.row])
        if self._wanted is not None:
            for goal, least in zip(self._goals, self._wanted.T, strict=True):
                alive &= rows[goal] >= (least - self._most[left][:, goal])[turn]
        chosen = np.flatnonzero(alive)
        parent, option = np.divmod(chosen, len(domain))
        places = self._places[variable][:, domain]
        rank = labels.rank[:, parent] + places[:, option]
        return Batch(turn[chosen], state[chosen], rows[:, chosen], rank)

    def _after(self, extreme: Any, choose: Any) -> list[Ints]:
        """Return the extreme sum of what the last 0, 1, 2 … variables bring: (programs, rows)."""
        brought = [extreme(self._unary[v], axis=1) for v in self._bones.sequence]
        for ends, tables in (
            (self._bones.ends_terms, self._terms),
            (self._bones.ends_charges, self._charges),
        ):
            for end, table in zip(ends, tables, strict=True):
                brought[end] = brought[end] + choose(table, 0)
        sums = [np.zeros_like(self._start)]
        for more in reversed(brought):
            sums.append(sums[-1] + more)
        return sums


def _mask(joint: Joint, cells: Ints) -> Ints:
    found = np.zeros(joint.states * joint.options, dtype=np.bool_)
    found[cells] = True
    return found
