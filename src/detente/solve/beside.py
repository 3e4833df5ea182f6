"""Programs of one frame laid side by side: their numbers as tables, their steps as one program's.

The states of program b follow those of program b - 1: a state's number tells whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.labels import Labels
from detente.solve.numbers import Numbers
from detente.solve.program import Program
from detente.solve.skeleton import Joint, Skeleton
from detente.solve.stages import Stage, numbered, places_of

Ints = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """Programs of one frame, ready to be merged together.

    Attributes
    ----------
    program, size
        What they share, and how many they are.
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

    program: Program
    size: int
    stages: tuple[Stage, ...]
    start: Ints
    words: int
    ends: int
    open_: tuple[tuple[int, ...], ...]
    order: tuple[tuple[int, ...], ...]

    def first(self) -> Labels:
        """Return one label for each program, nothing chosen yet."""
        return Labels(
            state=np.arange(self.size),
            rows=self.start.copy(),
            rank=np.zeros((self.words, self.size), dtype=np.int64),
            count=np.ones(self.size, dtype=np.int64),
        )

    def packages(self, ranks: Ints) -> Ints:
        """Return the packages of some ranks, (words, n), as option numbers: (n, variables)."""
        digits = numbered(self.order, ranks)
        for variable, options in enumerate(self.open_):
            digits[:, variable] = np.array(options)[digits[:, variable]]
        return digits


def beside(numbers: Numbers, skeleton: Skeleton) -> Beside:
    """Lay programs of one frame side by side.

    Parameters
    ----------
    numbers
        What the programs share, and their numbers, which fit.
    skeleton
        The skeleton of their frame within the options that any of them allows.
    """
    program, open_ = numbers.program, numbers.open_
    order = tuple(
        [_ranked([of[o] for o in kept]) for of, kept in zip(program.order, open_, strict=True)]
    )
    words, places = places_of(order)
    most, lows = numbers.after(skeleton, np.maximum), numbers.after(skeleton, np.minimum)
    rows = [gate.row for gate in program.gates]
    own = {row for row in rows if rows.count(row) == 1} - {*program.objectives}
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
                    for i, gate in enumerate(program.gates)
                    if gate.row in own
                ),
            )
        )
    start = np.ascontiguousarray(numbers.start.T)
    return Beside(program, len(numbers), tuple(stages), start, words, ends[-1], open_, order)


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


def _ranked(places: Sequence[int]) -> tuple[int, ...]:
    """Return the rank of each of some different numbers."""
    order = sorted(places)
    return tuple([order.index(place) for place in places])
