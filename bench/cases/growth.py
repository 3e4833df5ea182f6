"""How our cost grows: one thing is swept, the others are held."""

from __future__ import annotations

from bench.draws import MAGNITUDE, SEED, opposed, program_of
from bench.read import points_of
from bench.registry import REGISTRY, Problem
from detente.solve.merge import solve
from detente.solve.program import Program
from detente.testing.programs import tied_program

FREE, TIED = "without ties", "with ties"
"""The two lines of each drawing."""


def _free(issues: int, options: int, principals: int = 2) -> Program:
    return program_of(opposed(issues, options, principals=principals))


def _tied(
    issues: int = 12,
    options: int = 4,
    forbidden: int = 20,
    ratifiers: int = 2,
    principals: int = 2,
) -> Program:
    return tied_program(
        SEED,
        variables=issues,
        options=options,
        magnitude=MAGNITUDE,
        forbidden=forbidden,
        ratifiers=ratifiers,
        principals=principals,
    )


def _sweep(
    swept: str, free: tuple[int, ...], tied: tuple[int, ...], *, held_free: str, held_tied: str
) -> None:
    def problem(kind: str, place: int, held: str) -> Problem:
        def make() -> Program:
            if kind == TIED:
                return _tied(**{KEY[swept]: place})
            base = {"issues": 30, "options": 6} if swept != "principals" else SMALL
            return _free(**{**base, swept: place})

        return Problem(f"{kind}: {place}", make, held, place)

    question = REGISTRY.question(
        f"growth-{swept}",
        f"How our cost grows with {swept}",
        [problem(FREE, place, held_free) for place in free]
        + [problem(TIED, place, held_tied) for place in tied],
    )
    question.answer("solve", read=points_of, ours=True)(solve)


SMALL = {"issues": 6, "options": 4}
KEY = {
    "issues": "issues",
    "options": "options",
    "ties": "forbidden",
    "ratifiers": "ratifiers",
    "principals": "principals",
}

_sweep(
    "issues",
    (10, 20, 30, 40, 50, 60),
    (8, 10, 12, 14, 16, 18, 20),
    held_free="6 options",
    held_tied="4 options, 20 forbidden pairs, 2 ratifiers",
)
_sweep(
    "options",
    (2, 4, 6, 8, 10, 12),
    (2, 3, 4, 5, 6, 7, 8),
    held_free="30 issues",
    held_tied="12 issues, 20 forbidden pairs, 2 ratifiers",
)
_sweep(
    "ties",
    (),
    (0, 5, 10, 15, 20, 25, 30, 40),
    held_free="",
    held_tied="12 issues × 4 options, 2 ratifiers; ties are forbidden pairs",
)
_sweep(
    "ratifiers",
    (),
    (0, 1, 2, 3, 4, 5, 6),
    held_free="",
    held_tied="12 issues × 4 options, 20 forbidden pairs",
)
_sweep(
    "principals",
    (2, 3, 4, 5),
    (2, 3),
    held_free="6 issues × 4 options",
    held_tied="12 issues × 4 options, 20 forbidden pairs, 2 ratifiers",
)
