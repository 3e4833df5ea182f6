"""The frontier where ties hold issues together: forbidden pairs of options, and ratifiers."""

from __future__ import annotations

from bench.draws import MAGNITUDE, SEED
from bench.peers.cpsat_loop import cpsat_loop
from bench.peers.cpsat_loop import points_of as loop_points
from bench.read import points_of
from bench.registry import REGISTRY, Problem
from detente.solve.merge import solve
from detente.testing.programs import tied_program

ABOUT = f"detente.testing.programs.tied_program, seed {SEED}, magnitude {MAGNITUDE:,}"
SIZES = ((10, 4, 23, 0), (12, 4, 20, 4), (20, 5, 30, 4), (30, 6, 40, 4))


def _problem(variables: int, options: int, forbidden: int, ratifiers: int) -> Problem:
    return Problem(
        f"{variables} × {options}, {forbidden} pairs, {ratifiers} ratifiers",
        lambda: tied_program(
            SEED,
            variables=variables,
            options=options,
            magnitude=MAGNITUDE,
            forbidden=forbidden,
            ratifiers=ratifiers,
        ),
        ABOUT,
    )


TIED = REGISTRY.question(
    "frontier-tied",
    "The frontier with ties: issues × options, forbidden pairs, ratifiers",
    [_problem(*size) for size in SIZES],
)
TIED.answer("solve", read=points_of, ours=True)(solve)
TIED.answer("CP-SAT ε-constraint loop", read=loop_points, limit=100, needs="ortools")(cpsat_loop)
