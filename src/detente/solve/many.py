"""Many programs of one structure solved together, from tables: the same ties, other numbers.

What :func:`detente.solve.batch.solve_batch` does for programs, for numbers that come as arrays and
are never made into programs, as those of thousands of draws do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.batch import carried
from detente.solve.frame import frame_of, within
from detente.solve.numbers import Numbers
from detente.solve.program import Program
from detente.solve.skeleton import TooDense, skeleton

Ints = NDArray[Any]


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

    def numbers(self) -> Numbers:
        """Return their numbers as one table a kind."""
        program, width = self.program, self.start.shape[1]
        return Numbers(
            program=program,
            open_=program.domains,
            flat=np.concatenate(
                [
                    np.zeros((len(self), 0, width), dtype=np.int64),
                    *(
                        table[:, list(domain)]
                        for table, domain in zip(self.unary, program.domains, strict=True)
                    ),
                ],
                axis=1,
            ),
            allowed=tuple(
                [np.ones((len(self), len(domain)), dtype=bool) for domain in program.domains]
            ),
            start=self.start,
            terms=tuple([np.stack([np.zeros_like(more), more], axis=1) for more in self.terms]),
            charges=np.stack(self.charges, axis=1)
            if self.charges
            else np.zeros((len(self), 0, width), dtype=np.int64),
            floors=self.floors,
            least=self.least,
        )


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
    numbers = many.numbers() if all(program.domains) else None
    if numbers is not None and not numbers.fits:
        raise ValueError("the programs' numbers do not fit in 64 bits")
    turn = [np.zeros(0, dtype=np.int64)]
    values = [np.zeros((0, len(program.objectives)), dtype=np.int64)]
    packages = [np.zeros((0, len(program.domains)), dtype=np.int64)]
    failed: list[int] = []
    try:
        shared = skeleton(within(frame_of(program), program.domains)) if numbers else None
    except TooDense:
        return Found(turn[0], values[0], packages[0], tuple(range(len(many))))
    done = 0
    for part in carried(numbers, shared) if numbers and shared else ():
        if part is None:
            failed.append(done)
            done += 1
            continue
        laid, labels = part
        points = labels.rows[list(program.objectives)]
        order = np.lexsort((*-points[::-1], labels.state))
        turn.append(labels.state[order] + done)
        values.append(points[:, order].T)
        packages.append(laid.packages(labels.rank[:, order]))
        done += laid.size
    return Found(
        np.concatenate(turn), np.concatenate(values), np.concatenate(packages), tuple(failed)
    )
