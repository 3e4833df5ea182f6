"""Both frontiers of whole cases, beside the oracle that tabulates every package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import numpy as np

from bench.draws import SEED
from bench.registry import REGISTRY, Ints, Problem
from detente.case.case import Case
from detente.negotiation.frontier import frontiers
from detente.negotiation.payoff import compile_case
from detente.testing import Bounds, feasible_frontier, random_case, tabulate, zone_frontier

ABOUT = f"detente.testing.random_case, seed {SEED}: ratifiers, linkages, commitments, constraints"


def _problem(issues: int) -> Problem:
    bounds = Bounds(issues=(issues, issues), options=(4, 4), packages=4**issues)
    return Problem(f"{issues} × 4", lambda: random_case(SEED, bounds), ABOUT)


CASES = REGISTRY.question(
    "cases", "Both frontiers of a whole case: issues × options", [_problem(n) for n in (2, 3, 4, 5)]
)


def _exact(both: tuple[Iterable[Sequence[Fraction]], ...]) -> Ints:
    """Return points of both frontiers in one array: which frontier, and each gain as p and q."""
    rows = [
        [place, *(part for gain in point for part in gain.as_integer_ratio())]
        for place, points in enumerate(both)
        for point in points
    ]
    return np.array(rows, dtype=np.int64)


@CASES.answer("frontiers", read=_exact, ours=True)
def _ours(case: Case) -> tuple[list[Sequence[Fraction]], ...]:
    both = frontiers(compile_case(case))
    return [p.values for p in both.feasible], [p.values for p in both.zone]


@CASES.answer("the oracle, every package", read=_exact)
def _oracle(case: Case) -> tuple[list[Sequence[Fraction]], ...]:
    table = tabulate(case)
    both = feasible_frontier(table), zone_frontier(table)
    return tuple([point.gains for point in points] for points in both)
