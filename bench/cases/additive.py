"""The frontier of additive problems: no ties, two principals."""

from __future__ import annotations

from bench.draws import MAGNITUDE, OPPOSED, SEED, opposed, program_of
from bench.peers.negmas_frontier import (
    frontier,
    points_of_outcomes,
    sampled,
    utilities,
)
from bench.peers.negmas_frontier import points_of as negmas_points
from bench.peers.plain_merge import plain_merge
from bench.read import points_of
from bench.registry import REGISTRY, Problem, as_it_is
from detente.solve.additive import merge_additive
from detente.solve.merge import solve
from detente.solve.program import Frontier, Program

ABOUT = f"opposed draws (share {OPPOSED}), seed {SEED}, magnitude {MAGNITUDE:,}"
SIZES = ((6, 10), (10, 4), (20, 6), (30, 6), (50, 10))


def _problem(issues: int, options: int) -> Problem:
    return Problem(f"{issues} × {options}", lambda: opposed(issues, options), ABOUT)


ADDITIVE = REGISTRY.question(
    "frontier-additive",
    "The frontier without ties: issues × options; 6 × 10 is a million packages",
    [_problem(*size) for size in SIZES],
)
ADDITIVE.answer("solve", prepare=program_of, read=points_of, ours=True)(solve)


@ADDITIVE.answer(
    "merge_additive, packages not counted", prepare=program_of, read=points_of, ours=True
)
def _uncounted(program: Program) -> Frontier:
    return merge_additive(program).frontier(counts=False)


ADDITIVE.answer("plain merge (no packages)", read=as_it_is)(plain_merge)
ADDITIVE.answer(
    "NegMAS pareto_frontier",
    prepare=utilities,
    read=negmas_points,
    limit=120,
    needs="negmas",
    sizes=["6 × 10", "10 × 4"],
)(frontier)
ADDITIVE.answer(
    "NegMAS exact sampler",
    prepare=utilities,
    read=points_of_outcomes,
    limit=120,
    needs="negmas",
    sizes=["20 × 6", "30 × 6"],
)(sampled)
