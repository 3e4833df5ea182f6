"""Exact frontiers of a program: what is solved how, and the passes of the elimination.

An additive program takes a plain merge. Ties take elimination: variables join one after another,
labels are carried for each state of the ties still open. Where these are many and there are two
objectives, points are hoped for before they are known, and what could become nothing else is
dropped; where the points found cover those hoped for, the frontier is proved. Where the states of
the open ties, or the labels, would be too many, the ε-constraint loop takes over.
"""

from __future__ import annotations

import time
from dataclasses import replace

from detente.base.errors import NotProved
from detente.solve.additive import is_additive, merge_additive
from detente.solve.cpsat import solve_cpsat
from detente.solve.frame import frame_of
from detente.solve.hopes import Hopes
from detente.solve.lagrange import Relaxation
from detente.solve.passes import LABELS, Pass, Progress
from detente.solve.program import Frontier, Program
from detente.solve.settled import settle
from detente.solve.skeleton import skeleton
from detente.solve.stages import Staged, stage
from detente.solve.tally import solved

WIDTH = 30_000
"""How many labels of two objectives may be open before bounds are worked out."""


def solve(
    program: Program,
    *,
    image: bool = False,
    progress: Progress | None = None,
    seconds: float | None = None,
) -> Frontier:
    """Return the efficient points of a program, each with its canonical solution and their number.

    Parameters
    ----------
    program
        What is to be solved. Without objectives the answer is one empty point whose count is the
        number of solutions, or no point.
    image
        Return every point that a solution reaches, not the efficient ones alone.
    progress
        Called with the number of variables merged and their total.
    seconds
        How long to try; beyond, the answer is what was found, not proved, with bounds.

    Raises
    ------
    NotProved
        When more than ``LABELS`` labels would be open at once and the ε-constraint loop cannot
        answer: it neither counts solutions nor lists every point.

    Notes
    -----
    Values are held in 64-bit integers when a bound computed beforehand proves that every partial
    sum fits, and in Python integers otherwise.

    Examples
    --------
    Two variables, two objectives; the options (0, 1) of both pull in opposite directions.

    >>> from detente.solve.program import Program
    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> answer = solve(Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1)))
    >>> answer.points, answer.packages
    (((3, -1), (2, 2), (-1, 3)), ((1, 0), (1, 1), (0, 1)))
    """
    with solved():
        return _solved(program, image, progress, seconds)


def _solved(
    program: Program, image: bool, progress: Progress | None, seconds: float | None
) -> Frontier:
    if not all(program.domains):
        return Frontier()
    left = settle(program)
    if left.program is None:
        return Frontier()
    return left.whole(_open(left.program, image, progress, seconds))


def _open(
    program: Program, image: bool, progress: Progress | None, seconds: float | None
) -> Frontier:
    if not program.domains:
        return _alone(program)
    if not image and is_additive(program):
        return replace(merge_additive(program, progress=progress).frontier(), method="additive")
    began = time.monotonic()
    try:
        staged = stage(program, skeleton(frame_of(program)))
        return _eliminated(staged, image, progress, seconds)
    except NotProved:
        if image or not program.objectives:
            raise
        left = None if seconds is None else max(0.0, seconds - (time.monotonic() - began))
        return solve_cpsat(program, seconds=left, progress=progress)


def _eliminated(
    staged: Staged, image: bool, progress: Progress | None, seconds: float | None
) -> Frontier:
    until = None if seconds is None else time.monotonic() + seconds
    one = Pass(staged, image=image, progress=progress, until=until)
    found = one.run(WIDTH if one.paired else LABELS)
    if found is not None:
        return found
    relaxation = Relaxation(staged)
    hopes = Hopes(relaxation)
    whole = True
    while whole and len(hopes.asked):
        found, whole = one.seek(relaxation, hopes.sought())
        hopes.learn(found, whole=whole)
    return hopes.frontier()


def _alone(program: Program) -> Frontier:
    """Return the answer without variables: gates are asked as variables join, and none does."""
    if any(g.triggers is None and program.start[g.row] < g.floor for g in program.gates):
        return Frontier()
    return Frontier((tuple(program.start[row] for row in program.objectives),), ((),), (1,))
