"""The numbers of many programs of one frame, as tables whose first axis is the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.program import Program
from detente.solve.skeleton import Joint, Skeleton
from detente.solve.stages import SAFE

Ints = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Numbers:
    """The numbers of programs of one frame; all tables are 64-bit.

    Attributes
    ----------
    program
        What they share: their order, objectives, ties and gates. Its own numbers are not looked at.
    open_
        The options of each variable that any of them allows, ascending.
    flat
        Shape (n, options, rows). What these bring, one variable after another.
    allowed
        For each variable which of its options each program allows: shape (n, options).
    start
        Shape (n, rows).
    terms
        For each term what its classes bring, the first of them nothing: shape (n, classes, rows).
    charges
        Shape (n, charges, rows).
    floors
        Shape (n, gates).
    least
        Shape (n, objectives). Points that have less of an objective are not wanted; ``None`` where
        all are.
    """

    program: Program
    open_: tuple[tuple[int, ...], ...]
    flat: Ints
    allowed: tuple[Ints, ...]
    start: Ints
    terms: tuple[Ints, ...]
    charges: Ints
    floors: Ints
    least: Ints | None = None

    def __len__(self) -> int:
        return len(self.start)

    @classmethod
    def of(cls, programs: Sequence[Program], open_: tuple[tuple[int, ...], ...]) -> Numbers | None:
        """Return the numbers of programs; ``None`` where one does not fit in 64 bits."""
        first = programs[0]
        width, size = len(first.start), len(programs)
        starts = [0, *accumulate(len(options) for options in first.unary)]
        kept = [start + o for start, options in zip(starts, open_, strict=False) for o in options]
        try:
            flat = np.array([[*chain.from_iterable(p.unary)] for p in programs], dtype=np.int64)
            start = np.array([p.start for p in programs], dtype=np.int64)
            terms = tuple(
                np.array([_classes(p.terms[i].values, width) for p in programs], dtype=np.int64)
                for i in range(len(first.terms))
            )
            charges = np.array([[c.values for c in p.charges] for p in programs], dtype=np.int64)
            floors = np.array([[g.floor for g in p.gates] for p in programs], dtype=np.int64)
        except OverflowError:
            return None
        allowed = []
        for variable, options in enumerate(open_):
            held = {program.domains[variable] for program in programs}
            masks = {domain: [o in domain for o in options] for domain in held}
            allowed.append(np.array([masks[program.domains[variable]] for program in programs]))
        return cls(
            program=first,
            open_=open_,
            flat=flat.reshape(size, starts[-1], width)[:, kept],
            allowed=tuple(allowed),
            start=start,
            terms=terms,
            charges=charges.reshape(size, len(first.charges), width),
            floors=floors.reshape(size, -1),
        )

    def part(self, which: slice) -> Numbers:
        """Return the numbers of some of the programs."""
        return Numbers(
            self.program,
            self.open_,
            self.flat[which],
            tuple([mask[which] for mask in self.allowed]),
            self.start[which],
            tuple([table[which] for table in self.terms]),
            self.charges[which],
            self.floors[which],
            None if self.least is None else self.least[which],
        )

    @property
    def fits(self) -> bool:
        """Whether 64 bits are known to hold every partial sum, and what is compared with it."""
        return bool(4 * self._bound.max(initial=0.0) + 2 < SAFE)

    @cached_property
    def beyond(self) -> Ints:
        """For each program a number that no partial sum nor floor comes near: shape (n,)."""
        return 2 * self._bound.astype(np.int64) + 1

    @cached_property
    def _bound(self) -> NDArray[np.float64]:
        largest = np.abs(self.start.astype(np.float64))
        sizes = np.abs(self.flat.astype(np.float64))
        for begin, end in pairwise(self._offsets):
            largest += sizes[:, begin:end].max(axis=1)
        for table in self.terms:
            largest += np.abs(table.astype(np.float64)).max(axis=1)
        largest += np.abs(self.charges.astype(np.float64)).sum(axis=1)
        asked = self.floors if self.least is None else np.hstack([self.floors, self.least])
        floor = np.abs(asked.astype(np.float64)).max(axis=1, initial=0.0)
        # Double precision rounds: a thousandth more is far beyond what it can lose.
        found: NDArray[np.float64] = largest.max(axis=1, initial=0.0) * 1.001 + floor + 1
        return found

    @property
    def _offsets(self) -> tuple[int, ...]:
        return (0, *accumulate(len(options) for options in self.open_))

    def _of(self, variable: int) -> Ints:
        begin, end = self._offsets[variable : variable + 2]
        found: Ints = self.flat[:, begin:end]
        return found

    def adds(self, joint: Joint) -> Ints:
        """Return what each cell of each program adds to each row: shape (rows, cells)."""
        adds = np.tile(self._of(joint.variable), (1, joint.states, 1))
        for index, classes in joint.terms:
            adds += self.terms[index][:, classes]
        for index, cells in joint.charges:
            adds[:, cells] += self.charges[:, None, index]
        for index, cells in joint.released:
            adds[:, cells, self.program.gates[index].row] = self.beyond[:, None]
        return np.ascontiguousarray(adds.transpose(2, 0, 1)).reshape(adds.shape[2], -1)

    def asks(self, joint: Joint, most: Ints) -> tuple[tuple[int, Ints], ...]:
        """Return pairs of a row and the least it must hold in each cell; ``most`` is (n, rows)."""
        asked: dict[int, Ints] = {}
        for index, (gate, called) in enumerate(zip(self.program.gates, joint.called, strict=True)):
            need = self.spread(joint, self.floors[:, index] - most[:, gate.row])
            if called is not None:
                low = self.spread(joint, -self.beyond)
                need = np.where(np.tile(called, len(self)), need, low)
            known = asked.get(gate.row)
            asked[gate.row] = need if known is None else np.maximum(known, need)
        if self.least is not None:
            for place, row in enumerate(self.program.objectives):
                need = self.spread(joint, self.least[:, place] - most[:, row])
                known = asked.get(row)
                asked[row] = need if known is None else np.maximum(known, need)
        return tuple(asked.items())

    def spread(self, joint: Joint, values: Ints) -> Ints:
        """Return one number a program as one a cell."""
        return np.repeat(values, joint.states * joint.options)

    def after(self, skeleton: Skeleton, choose: Any) -> Ints:
        """Return the extreme sum of what later steps can bring: shape (steps, n, rows)."""
        brought = np.zeros((len(skeleton.joints), *self.start.shape), dtype=np.int64)
        far = self.beyond[:, None, None] * (-1 if choose is np.maximum else 1)
        for step, variable in enumerate(skeleton.sequence):
            held = np.where(self.allowed[variable][:, :, None], self._of(variable), far)
            brought[step] = choose.reduce(held, axis=1)
        for table, end in zip(self.terms, skeleton.ends_terms, strict=True):
            brought[end] += choose.reduce(table, axis=1)
        for index, end in enumerate(skeleton.ends_charges):
            brought[end] += choose(self.charges[:, index], 0)
        total = np.add.accumulate(brought[::-1], axis=0)[::-1]
        return np.concatenate([total[1:], np.zeros((1, *self.start.shape), dtype=np.int64)])


def _classes(values: Any, width: int) -> list[tuple[int, ...]]:
    """Return a term's vectors by class, the first of them of zeros."""
    return [(0,) * width, *dict.fromkeys(values.values())]
