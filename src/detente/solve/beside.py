"""Programs of one frame laid side by side: their numbers as tables, their steps as one program's.

The states of program b follow those of program b - 1: a state's number tells whose it is. Every
table is 64-bit; programs whose sums might not fit are not laid side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.labels import Labels
from detente.solve.program import Program
from detente.solve.skeleton import Joint, Skeleton
from detente.solve.stages import SAFE, Stage, numbered, places_of

Ints = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """Programs of one frame, ready to be merged together.

    Attributes
    ----------
    programs, skeleton
        What they are, and what they share.
    stages
        One for each variable; cells are numbered program × states × options and so on.
    start
        Values before anything is chosen, shape (rows, programs).
    words
        How many 62-bit words a package's rank takes.
    ends
        How many states each program has after the last step.
    open_
        The options of each variable that any of the programs allows.
    order
        For each variable, the place of each of these among them by the programs' order.
    """

    programs: tuple[Program, ...]
    skeleton: Skeleton
    stages: tuple[Stage, ...]
    start: Ints
    words: int
    ends: int
    open_: tuple[tuple[int, ...], ...]
    order: tuple[tuple[int, ...], ...]

    def first(self) -> Labels:
        """Return one label for each program, nothing chosen yet."""
        size = len(self.programs)
        return Labels(
            state=np.arange(size),
            rows=self.start.copy(),
            rank=np.zeros((self.words, size), dtype=np.int64),
            count=np.ones(size, dtype=np.int64),
        )

    def packages(self, ranks: Ints) -> list[tuple[int, ...]]:
        """Return the packages of some ranks, shape (words, n), as the programs' option numbers."""
        digits = numbered(self.order, ranks)
        for variable, options in enumerate(self.open_):
            digits[:, variable] = np.array(options)[digits[:, variable]]
        return [tuple(row) for row in digits.tolist()]


def beside(
    programs: Sequence[Program], skeleton: Skeleton, open_: tuple[tuple[int, ...], ...]
) -> Beside | None:
    """Lay programs of one frame side by side; ``None`` where 64 bits might not hold a sum.

    Parameters
    ----------
    programs
        Programs whose frames are equal, every domain with an option.
    skeleton
        The skeleton of their frame within ``open_``.
    open_
        The options of each variable that any of the programs allows, ascending.
    """
    numbers = _Numbers.of(programs, open_)
    if numbers is None:
        return None
    order = tuple(
        [_ranked([of[o] for o in kept]) for of, kept in zip(programs[0].order, open_, strict=True)]
    )
    words, places = places_of(order)
    most, lows = numbers.after(skeleton, np.maximum), numbers.after(skeleton, np.minimum)
    rows = [gate.row for gate in programs[0].gates]
    own = {row for row in rows if rows.count(row) == 1} - {*programs[0].objectives}
    stages = []
    ends = [max(1, int(joint.leads.max(initial=-1)) + 1) for joint in skeleton.joints]
    for step, joint in enumerate(skeleton.joints):
        stages.append(
            Stage(
                _side(joint, ends[step], numbers.allowed[joint.variable]),
                np.arange(joint.options),
                numbers.adds(joint),
                places[joint.variable],
                numbers.asks(joint, most[step]),
                tuple(
                    (
                        gate.row,
                        numbers.spread(joint, numbers.floors[:, i] - lows[step][:, gate.row]),
                    )
                    for i, gate in enumerate(programs[0].gates)
                    if gate.row in own
                ),
            )
        )
    start = np.ascontiguousarray(numbers.start.T)
    return Beside(tuple(programs), skeleton, tuple(stages), start, words, ends[-1], open_, order)


def _side(joint: Joint, ends: int, allowed: Ints) -> Joint:
    """Return a step of all programs, those options barred that a program does not allow."""
    size = len(allowed)
    leads = joint.leads.reshape(1, joint.states, joint.options)
    held = (leads >= 0) & allowed[:, None, :]
    moved = np.where(held, leads + ends * np.arange(size)[:, None, None], -1).reshape(-1)
    return replace(
        joint,
        states=joint.states * size,
        leads=moved,
        barred=not held.all(),
        terms=(),
        charges=(),
        called=(),
        released=(),
    )


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of programs of one frame: the first axis of every table is the program."""

    program: Program
    flat: Ints
    offsets: tuple[int, ...]
    allowed: tuple[Ints, ...]
    start: Ints
    terms: tuple[Ints, ...]
    charges: Ints
    floors: Ints
    beyond: Ints

    @classmethod
    def of(cls, programs: Sequence[Program], open_: tuple[tuple[int, ...], ...]) -> _Numbers | None:
        first = programs[0]
        width, size = len(first.start), len(programs)
        starts = [0, *accumulate(len(options) for options in first.unary)]
        kept = [start + o for start, options in zip(starts, open_, strict=False) for o in options]
        offsets = (0, *accumulate(len(options) for options in open_))
        try:
            flat = np.array(
                [[*chain.from_iterable(p.unary)] for p in programs], dtype=np.int64
            ).reshape(size, starts[-1], width)[:, kept]
            start = np.array([p.start for p in programs], dtype=np.int64)
            terms = tuple(
                np.array([_classes(p.terms[i].values, width) for p in programs], dtype=np.int64)
                for i in range(len(first.terms))
            )
            charges = np.array(
                [[c.values for c in p.charges] for p in programs], dtype=np.int64
            ).reshape(size, len(first.charges), width)
            floors = np.array([[g.floor for g in p.gates] for p in programs], dtype=np.int64)
        except OverflowError:
            return None
        allowed = []
        for variable, options in enumerate(open_):
            held = {program.domains[variable] for program in programs}
            masks = {domain: [o in domain for o in options] for domain in held}
            allowed.append(np.array([masks[program.domains[variable]] for program in programs]))
        largest = np.abs(start.astype(np.float64))
        sizes = np.abs(flat.astype(np.float64))
        for begin, end in pairwise(offsets):
            largest += sizes[:, begin:end].max(axis=1)
        for table in terms:
            largest += np.abs(table.astype(np.float64)).max(axis=1)
        largest += np.abs(charges.astype(np.float64)).sum(axis=1)
        floor = np.abs(floors.astype(np.float64)).max(axis=1, initial=0.0)
        bound = largest.max(axis=1, initial=0.0) * 1.001 + floor + 1
        if 4 * bound.max() + 2 >= SAFE:
            return None
        beyond = 2 * bound.astype(np.int64) + 1
        return cls(
            first,
            flat,
            offsets,
            tuple(allowed),
            start,
            terms,
            charges,
            floors.reshape(size, -1),
            beyond,
        )

    def adds(self, joint: Joint) -> Ints:
        """Return what each cell of each program adds to each row: shape (rows, cells)."""
        begin, end = self.offsets[joint.variable], self.offsets[joint.variable + 1]
        adds = np.tile(self.flat[:, begin:end], (1, joint.states, 1))
        for index, classes in joint.terms:
            adds += self.terms[index][:, classes]
        for index, cells in joint.charges:
            adds[:, cells] += self.charges[:, None, index]
        for index, cells in joint.released:
            adds[:, cells, self.program.gates[index].row] = self.beyond[:, None]
        return np.ascontiguousarray(adds.transpose(2, 0, 1)).reshape(adds.shape[2], -1)

    def asks(self, joint: Joint, most: Ints) -> tuple[tuple[int, Ints], ...]:
        """Return pairs of a row and the least it must hold in each cell."""
        asked: dict[int, Ints] = {}
        for index, (gate, called) in enumerate(zip(self.program.gates, joint.called, strict=True)):
            need = self.spread(joint, self.floors[:, index] - most[:, gate.row])
            if called is not None:
                low = self.spread(joint, -self.beyond)
                need = np.where(np.tile(called, len(self.beyond)), need, low)
            known = asked.get(gate.row)
            asked[gate.row] = need if known is None else np.maximum(known, need)
        return tuple(asked.items())

    def spread(self, joint: Joint, values: Ints) -> Ints:
        """Return one number a program as one a cell."""
        return np.repeat(values, joint.states * joint.options)

    def after(self, skeleton: Skeleton, choose: Any) -> Ints:
        """Return the extreme sum of what later steps can bring: shape (steps, programs, rows)."""
        brought = np.zeros((len(skeleton.joints), *self.start.shape), dtype=np.int64)
        far = self.beyond[:, None, None] * (-1 if choose is np.maximum else 1)
        for step, variable in enumerate(skeleton.sequence):
            values = self.flat[:, self.offsets[variable] : self.offsets[variable + 1]]
            brought[step] = choose.reduce(
                np.where(self.allowed[variable][:, :, None], values, far), axis=1
            )
        for table, end in zip(self.terms, skeleton.ends_terms, strict=True):
            brought[end] += choose.reduce(table, axis=1)
        for index, end in enumerate(skeleton.ends_charges):
            brought[end] += choose(self.charges[:, index], 0)
        total = np.add.accumulate(brought[::-1], axis=0)[::-1]
        return np.concatenate([total[1:], np.zeros((1, *self.start.shape), dtype=np.int64)])


def _ranked(places: Sequence[int]) -> tuple[int, ...]:
    """Return the rank of each of some different numbers."""
    order = sorted(places)
    return tuple([order.index(place) for place in places])


def _classes(values: Any, width: int) -> list[tuple[int, ...]]:
    """Return a term's vectors by class, the first of them of zeros."""
    return [(0,) * width, *dict.fromkeys(values.values())]
