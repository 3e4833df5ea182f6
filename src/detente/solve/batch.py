"""Programs of one shape solved side by side: what differs between them is numbers alone.

Most of the time of a small program goes into calls that cost the same for one partial solution as
for a thousand. Programs that share their frame (the pattern of their ties, see
:mod:`detente.solve.frame`) are therefore laid next to one another, as if they were one program
whose first decision, already taken, says which of them it is: a label's state tells its program, so
that no label ever meets one of another.

The labels, their joins and what is dropped are those of a single program; so are the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.beside import Beside, beside
from detente.solve.frame import Frame, frame_of, within
from detente.solve.grouped import behind
from detente.solve.labels import Labels, join, unite
from detente.solve.merge import solve
from detente.solve.program import Frontier, Program
from detente.solve.skeleton import Skeleton, TooDense, skeleton
from detente.solve.stages import Stage
from detente.solve.tally import solved

Ints = NDArray[Any]

CELLS = 1_000_000
"""Most cells, over all programs laid side by side, that one step may have."""

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
    """Solve programs of one frame, as many at a time as is sensible."""
    open_ = tuple(
        tuple(
            sorted({o for domain in {program.domains[v] for program in programs} for o in domain})
        )
        for v in range(len(frame.sizes))
    )
    try:
        shared = skeleton(within(frame, open_))
    except TooDense:
        return [solve(program) for program in programs]
    most = max(1, CELLS // max(1, shared.cells))
    found: list[Frontier] = []
    for start in range(0, len(programs), most):
        found += _batch(programs[start : start + most], shared, open_)
    return found


def _batch(
    programs: list[Program], shared: Skeleton, open_: tuple[tuple[int, ...], ...]
) -> list[Frontier]:
    laid = beside(programs, shared, open_) if len(programs) > 1 else None
    if laid is None:
        return [solve(program) for program in programs]
    try:
        with solved(len(programs)):
            return _read(laid, _pass(laid))
    except _TooWideError:
        half = len(programs) // 2
        return [*_batch(programs[:half], shared, open_), *_batch(programs[half:], shared, open_)]


def _pass(laid: Beside) -> Labels:
    """Carry the labels of all programs through all steps."""
    program = laid.programs[0]
    goals = np.array(program.objectives, dtype=np.int64)
    slack = np.array(
        sorted({gate.row for gate in program.gates} - {*program.objectives}), dtype=np.int64
    )
    labels = laid.first()
    for stage in laid.stages[:-1]:
        _joined(labels, stage)
        if len(labels) > FEW * len(laid.programs) and len(stage.domain) > 1:
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


def _read(laid: Beside, labels: Labels) -> list[Frontier]:
    """Return each program's frontier."""
    values = labels.rows[list(laid.programs[0].objectives)]
    order = np.lexsort((*-values[::-1], labels.state))
    packages = laid.packages(labels.rank[:, order])
    points = [tuple(point) for point in values[:, order].T.tolist()]
    counts = labels.count[order].tolist()
    ends = np.searchsorted(labels.state[order], np.arange(len(laid.programs) + 1)).tolist()
    return [
        Frontier(tuple(points[a:b]), tuple(packages[a:b]), tuple(counts[a:b]))
        for a, b in pairwise(ends)
    ]
