"""Programs of one shape solved side by side: what differs between them is numbers alone.

Most of the time of a small program goes into calls that cost the same for one partial solution as
for a thousand. Programs that share their frame (the pattern of their ties, see
:mod:`detente.solve.frame`) are therefore laid next to one another, as if they were one program
whose first decision, already taken, says which of them it is: a label's state tells its program, so
that no label ever meets one of another.

The labels, their joins and what is dropped are those of a single program; so are the answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.beside import Beside, beside
from detente.solve.frame import Frame, frame_of, within
from detente.solve.grouped import behind
from detente.solve.labels import Labels, join, unite
from detente.solve.merge import solve
from detente.solve.numbers import Numbers
from detente.solve.program import Frontier, Program
from detente.solve.skeleton import Skeleton, TooDense, skeleton
from detente.solve.stages import Stage
from detente.solve.tally import solved

Ints = NDArray[Any]

CELLS = 1_000_000
"""Most cells, over all programs laid side by side, that one step may have."""

TOGETHER = 150
"""How many programs are carried at once: more would not stay in a processor's nearer memory."""

LABELS = 2_000_000
"""Most labels that may be open at once before a batch is split."""

FEW = 24
"""With fewer labels a program than this, looking for dominated ones is not worth it."""


class _TooWideError(Exception):
    """A batch that has to be split."""


def solve_batch(programs: Sequence[Program]) -> tuple[Frontier, ...]:
    """Return the efficient points of many programs; what :func:`solve` returns for each.

    Programs that share their frame and their objectives are solved together, the others one by
    one. Sharing a frame asks for the same variables and options, and ties over the same options;
    domains, values, floors and starts may differ.

    Parameters
    ----------
    programs
        Any number of them.

    Raises
    ------
    NotProved
        As :func:`detente.solve.merge.solve`.

    Notes
    -----
    Time: the joins of the labels of all programs together, and a number of array operations that
    does not grow with the number of programs.

    Examples
    --------
    >>> from dataclasses import replace
    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> one = Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1))
    >>> two = replace(one, unary=(pull[0], ((0, 0), (1, 1))))
    >>> [found.points for found in solve_batch([one, two])]
    [((3, -1), (2, 2), (-1, 3)), ((4, 0), (1, 1))]
    """
    found = [Frontier()] * len(programs)
    frames: dict[object, list[int]] = {}
    for number, program in enumerate(programs):
        if all(program.domains):
            key = (frame_of(program), len(program.start), program.objectives, program.order)
            frames.setdefault(key, []).append(number)
    for mine in frames.values():
        held = [programs[number] for number in mine]
        alone = len(held) == 1 or not held[0].domains
        answers = [*map(solve, held)] if alone else _of_one_frame(held, frame_of(held[0]))
        for number, answer in zip(mine, answers, strict=True):
            found[number] = answer
    return tuple(found)


def _of_one_frame(programs: list[Program], frame: Frame) -> list[Frontier]:
    """Solve programs of one frame; by themselves where they cannot be laid side by side."""
    open_ = tuple(
        tuple(
            sorted({o for domain in {program.domains[v] for program in programs} for o in domain})
        )
        for v in range(len(frame.sizes))
    )
    numbers = Numbers.of(programs, open_)
    if numbers is None or not numbers.fits:
        return [solve(program) for program in programs]
    try:
        shared = skeleton(within(frame, open_))
    except TooDense:
        return [solve(program) for program in programs]
    found: list[Frontier] = []
    for part in carried(numbers, shared):
        found += [solve(programs[len(found)])] if part is None else _read(*part)
    return found


def carried(numbers: Numbers, shared: Skeleton) -> Iterator[tuple[Beside, Labels] | None]:
    """Carry the labels of programs of one frame through all steps, some programs at a time.

    Parameters
    ----------
    numbers
        Their numbers, which fit.
    shared
        The skeleton of their frame within the options that any of them allows.

    Yields
    ------
    tuple of Beside and Labels, or None
        Programs one after another, some at a time, with the labels of their efficient points, in
        no order; ``None`` for one whose labels are too many to be carried so.
    """
    most = max(1, min(TOGETHER, CELLS // max(1, shared.cells)))
    waiting = [slice(i, min(i + most, len(numbers))) for i in range(0, len(numbers), most)][::-1]
    while waiting:
        which = waiting.pop()
        laid = beside(numbers.part(which), shared)
        try:
            with solved(laid.size):
                labels = _pass(laid)
            yield laid, labels
        except _TooWideError:
            half = (which.start + which.stop) // 2
            if half == which.start:
                yield None
            else:
                waiting += [slice(half, which.stop), slice(which.start, half)]


def _pass(laid: Beside) -> Labels:
    """Carry the labels of all programs through all steps."""
    program = laid.program
    goals = np.array(program.objectives, dtype=np.int64)
    slack = np.array(
        sorted({gate.row for gate in program.gates} - {*program.objectives}), dtype=np.int64
    )
    labels = laid.first()
    for stage in laid.stages[:-1]:
        _joined(labels, stage)
        if len(labels) > FEW * laid.size and len(stage.domain) > 1:
            _thin(labels, goals, slack)
    _joined(labels, laid.stages[-1])
    labels.state = labels.state // laid.ends
    _thin(labels, goals, slack[:0])
    return labels


def _joined(labels: Labels, stage: Stage) -> None:
    if len(labels) * len(stage.domain) > LABELS:
        raise _TooWideError
    join(labels, stage)


def _thin(labels: Labels, goals: Ints, slack: Ints) -> None:
    """Unite equal labels and drop the dominated."""
    unite(labels, labels.rows[np.concatenate([goals, slack])])
    lost = behind(labels.rows[goals], labels.rows[slack], labels.state)
    if lost.any():
        labels.keep(~lost)


def _read(laid: Beside, labels: Labels) -> Iterator[Frontier]:
    """Yield each program's frontier."""
    values = labels.rows[list(laid.program.objectives)]
    order = np.lexsort((*-values[::-1], labels.state))
    packages = [tuple(package) for package in laid.packages(labels.rank[:, order]).tolist()]
    points = [tuple(point) for point in values[:, order].T.tolist()]
    counts = labels.count[order].tolist()
    ends = np.searchsorted(labels.state[order], np.arange(laid.size + 1)).tolist()
    for a, b in pairwise(ends):
        yield Frontier(tuple(points[a:b]), tuple(packages[a:b]), tuple(counts[a:b]))
