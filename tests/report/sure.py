"""Robustness of the case with something in every room, worked out once."""

from __future__ import annotations

from functools import lru_cache

from detente.case.case import Case
from detente.negotiation.payoff import compile_case
from detente.study.robustness import robustness
from detente.study.robustness_result import RobustnessResult
from tests.report.full_case import full_case


@lru_cache(maxsize=1)
def sure() -> tuple[Case, RobustnessResult]:
    """Return the full case and how often its packages and offers hold."""
    case = full_case()
    return case, robustness(compile_case(case), draws=400, seed=2, solves=60, scenarios=True)
