"""Which of many given points are efficient: every package of three principals."""

from __future__ import annotations

from bench.draws import MAGNITUDE, SEED, every_point, opposed
from bench.peers.moocore_filter import filtered as moocore_filtered
from bench.peers.negmas_frontier import filtered as negmas_filtered
from bench.registry import REGISTRY, Ints, Problem, as_it_is
from detente.solve.nondominated import efficient

SHARE = 0.985
"""Opposed more than elsewhere, so that about a third of the packages of three are efficient."""

ABOUT = f"every package of opposed draws (share {SHARE}), seed {SEED}, magnitude {MAGNITUDE:,}"
SIZES = {"1,000 of 2": (3, 10, 2), "10,000 of 3": (4, 10, 3), "100,000 of 3": (5, 10, 3)}


def _problem(name: str, issues: int, options: int, principals: int) -> Problem:
    return Problem(
        name,
        lambda: every_point(opposed(issues, options, principals=principals, share=SHARE)),
        ABOUT,
    )


POINTS = REGISTRY.question(
    "points",
    "The efficient among given packages: packages of principals",
    [_problem(name, *size) for name, size in SIZES.items()],
)


@POINTS.answer("efficient", read=as_it_is, ours=True)
def _efficient(points: Ints) -> Ints:
    found: Ints = points[efficient(points)]
    return found


POINTS.answer("moocore is_nondominated", read=as_it_is, needs="moocore")(moocore_filtered)
POINTS.answer("NegMAS pareto_frontier_numpy", read=as_it_is, limit=120, needs="negmas")(
    negmas_filtered
)
