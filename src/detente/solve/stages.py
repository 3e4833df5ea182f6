"""A program's numbers laid over its skeleton: what each step adds, asks and may cut.

Every table is whole numbers: 64-bit where a bound computed beforehand proves that each partial sum
fits, Python's own otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.program import Program, Vector
from detente.solve.skeleton import Joint, Skeleton

Ints = NDArray[Any]

SAFE = 2**62
"""Below this in magnitude, whole numbers are held in 64 bits."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a program.

    Attributes
    ----------
    joint
        The step of the skeleton.
    domain
        Option numbers that may be chosen, shape (d,).
    adds
        What joining adds to each row: shape (rows, d) where it is the same in every state, else
        (rows, cells).
    places
        What each option of the domain adds to the words of a package's rank, shape (words, d).
    asks
        Pairs of a row and the least it must hold after the step: a number, or one for each cell.
    cuts
        Pairs of a row and the amount beyond which it need not be told apart: a number, or one for
        each cell.
    """

    joint: Joint
    domain: Ints
    adds: Ints
    places: Ints
    asks: tuple[tuple[int, Any], ...]
    cuts: tuple[tuple[int, Any], ...]


@dataclass(frozen=True, slots=True)
class Staged:
    """A program ready to be merged.

    Attributes
    ----------
    program, skeleton
        What it was made of.
    stages
        One for each variable, in the order of the skeleton.
    start
        Values before anything is chosen, shape (rows,).
    words
        How many 62-bit words a package's rank takes.
    most
        Shape (steps, rows): the most that later steps can add.
    """

    program: Program
    skeleton: Skeleton
    stages: tuple[Stage, ...]
    start: Ints
    words: int
    most: Ints


def stage(program: Program, skeleton: Skeleton) -> Staged:
    """Lay a program's numbers over its skeleton; every domain must hold an option.

    Parameters
    ----------
    program, skeleton
        The program, and the skeleton of its frame.
    """
    numbers = _Numbers(program, skeleton)
    words, places = places_of(program.order)
    rows = [gate.row for gate in program.gates]
    single = {row for row in rows if rows.count(row) == 1} - {*program.objectives}
    own = [gate for gate in program.gates if gate.row in single]
    stages = []
    for step, joint in enumerate(skeleton.joints):
        domain = numbers.domains[joint.variable]
        stages.append(
            Stage(
                joint,
                domain,
                numbers.adds(joint),
                places[joint.variable][:, domain],
                _asks(program, joint, numbers.peaks[step], numbers.beyond),
                tuple([(gate.row, gate.floor - numbers.lows[step][gate.row]) for gate in own]),
            )
        )
    return Staged(
        program,
        skeleton,
        tuple(stages),
        np.array(program.start, dtype=numbers.flat.dtype),
        words,
        numbers.most,
    )


class _Numbers:
    """A program's numbers as tables of one kind."""

    def __init__(self, program: Program, skeleton: Skeleton) -> None:
        self._program = program
        width = len(program.start)
        self._offsets = [0, *accumulate(len(options) for options in program.unary)]
        flat = _table(chain.from_iterable(program.unary), self._offsets[-1], width)
        vectors = [_vectors(term.values, width) for term in program.terms]
        charges = [_table([charge.values], 1, width)[0] for charge in program.charges]
        size = _magnitude(program, flat, self._offsets, vectors)
        self.beyond = 2 * size + 1
        kind: Any = np.int64 if 2 * self.beyond < SAFE else object
        self.flat = flat.astype(kind)
        self._vectors = [table.astype(kind) for table in vectors]
        self._charges = [values.astype(kind) for values in charges]
        self.domains = [np.array(domain, dtype=np.int64) for domain in program.domains]
        self.most = self._after(skeleton, np.maximum)
        self.peaks: list[list[int]] = self.most.tolist()
        self.lows: list[list[int]] = self._after(skeleton, np.minimum).tolist()

    def adds(self, joint: Joint) -> Ints:
        """Return what joining adds: by option of the domain, or by cell where states differ.

        A gate that was never called and no longer can be is passed: its row is put beyond all
        floors.
        """
        adds = self.flat[self._offsets[joint.variable] : self._offsets[joint.variable + 1]].T
        if joint.terms or joint.charges or joint.released:
            adds = np.tile(adds, joint.states)
            for index, classes in joint.terms:
                adds = adds + self._vectors[index].T[:, classes]
            for index, cells in joint.charges:
                adds[:, cells] = adds[:, cells] + self._charges[index][:, None]
            for index, cells in joint.released:
                adds[self._program.gates[index].row, cells] = self.beyond
        return adds[:, self.domains[joint.variable]] if adds.shape[1] == joint.options else adds

    def _after(self, skeleton: Skeleton, choose: Any) -> Ints:
        """Return, for each step, the extreme sum of what later steps can bring to each row."""
        flat = self.flat
        cells = np.concatenate([self.domains[v] + self._offsets[v] for v in skeleton.sequence])
        starts = [0, *accumulate(len(self.domains[v]) for v in skeleton.sequence)][:-1]
        brought = choose.reduceat(flat[cells], starts, axis=0)
        for table, end in zip(self._vectors, skeleton.ends_terms, strict=True):
            brought[end] += choose.reduce(table, axis=0)
        for values, end in zip(self._charges, skeleton.ends_charges, strict=True):
            brought[end] += choose(values, 0)
        total = np.add.accumulate(brought[::-1], axis=0)[::-1]
        return np.concatenate([total[1:], np.zeros((1, flat.shape[1]), dtype=flat.dtype)])


def _table(vectors: Iterable[Sequence[int]], size: int, width: int) -> Ints:
    """Return vectors as a table of 64-bit integers, or of Python's where one does not fit."""
    listed = [*vectors]
    try:
        return np.array(listed, dtype=np.int64).reshape(size, width)
    except OverflowError:
        return np.array(listed, dtype=object).reshape(size, width)


def _vectors(values: Mapping[tuple[int, ...], Vector], width: int) -> Ints:
    """Return a term's vectors by class, the first of them of zeros."""
    distinct = [*dict.fromkeys(values.values())]
    return _table([(0,) * width, *distinct], len(distinct) + 1, width)


def _magnitude(
    program: Program,
    flat: Ints,
    offsets: Sequence[int],
    vectors: Sequence[Ints],
) -> int:
    """Return a bound that no partial sum of any row can exceed, nor a gate's floor."""
    largest = np.abs(np.array(program.start, dtype=np.float64))
    if len(flat):
        sizes = np.abs(flat.astype(np.float64))
        largest += np.maximum.reduceat(sizes, offsets[:-1], axis=0).sum(axis=0)
    for table in vectors:
        largest += np.abs(table.astype(np.float64)).max(axis=0)
    for charge in program.charges:
        largest += np.abs(np.array(charge.values, dtype=np.float64))
    floor = max((abs(gate.floor) for gate in program.gates), default=0)
    # Double precision rounds: a thousandth more is far beyond what it can lose.
    return int(float(largest.max(initial=0.0)) * 1.001) + floor + 1


def _asks(
    program: Program, joint: Joint, most: Sequence[int], beyond: int
) -> tuple[tuple[int, Any], ...]:
    asked: dict[int, Any] = {}
    for gate, called in zip(program.gates, joint.called, strict=True):
        need: Any = gate.floor - most[gate.row]
        if called is not None:
            kind: Any = np.int64 if 2 * beyond < SAFE else object
            need = np.where(called, np.array(need, dtype=kind), np.array(-beyond, dtype=kind))
        known = asked.get(gate.row)
        if known is not None:
            both = isinstance(known, int) and isinstance(need, int)
            need = max(known, need) if both else np.maximum(known, need)
        asked[gate.row] = need
    return tuple(asked.items())


def places_of(orders: Sequence[Sequence[int]]) -> tuple[int, list[Ints]]:
    """Return how many words a rank takes, and what each option adds to them, from their orders.

    A rank reads the options' places as digits, the first variable's the highest; digits are packed
    into words of at most 62 bits, the first word the highest.
    """
    where: list[tuple[int, int]] = []
    word, worth = 0, 1
    for order in reversed(orders):
        size = max(1, len(order))
        if worth * size >= SAFE:
            word, worth = word + 1, 1
        where.append((word, worth))
        worth *= size
    words = word + 1
    found = []
    for order, (held, unit) in zip(orders, reversed(where), strict=True):
        table = np.zeros((words, len(order)), dtype=np.int64)
        table[words - 1 - held] = np.array(order, dtype=np.int64) * unit
        found.append(table)
    return words, found


def decoded(program: Program, ranks: Ints) -> list[tuple[int, ...]]:
    """Return the packages of some ranks, shape (words, n), as option numbers."""
    if not program.order:
        return [()]
    return [tuple(row) for row in numbered(program.order, ranks).tolist()]


def numbered(orders: Sequence[Sequence[int]], ranks: Ints) -> Ints:
    """Return the packages of some ranks, shape (words, n), as option numbers: (n, variables)."""
    where: list[tuple[int, int, int]] = []
    word, worth = 0, 1
    for order in reversed(orders):
        size = max(1, len(order))
        if worth * size >= SAFE:
            word, worth = word + 1, 1
        where.append((word, worth, size))
        worth *= size
    columns = []
    for order, (held, unit, size) in zip(orders, reversed(where), strict=True):
        digit = ranks[ranks.shape[0] - 1 - held] // unit % size
        columns.append(np.argsort(np.array(order))[digit])
    return np.stack(columns, axis=1)
