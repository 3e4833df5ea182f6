"""The engine and the oracle, which share no code, answer alike on thousands of random cases."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.party import Party
from detente.negotiation.compiler import build
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import Row, obstacles, zone
from detente.testing import Bounds, random_case
from detente.testing.strategies import cases
from tests.negotiation.agreement import differences
from tests.negotiation.many import FEATURES, agree, on_two_processors

FEW = range(200)
MANY = range(200, 3000)
LARGE = Bounds(issues=(3, 5), options=(2, 5), rules=4, packages=2000)


@pytest.mark.parametrize("seeds", [FEW, pytest.param(MANY, marks=pytest.mark.slow)], ids=str)
def test_engine_and_oracle_agree(seeds: range, say: Callable[[str], None]) -> None:
    seen, mismatches = on_two_processors(agree, seeds)

    assert not mismatches
    told = ", ".join(f"{seen[name]:,} {name}" for name in FEATURES)
    say(f"engine = oracle on {seen['cases']:,} random cases, 0 mismatches: {told}")
    assert seen["cases"] == len(seeds)
    assert all(seen[name] >= len(seeds) // 20 for name in FEATURES)


@pytest.mark.slow
@pytest.mark.fuzz
@given(cases(LARGE))
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
def test_engine_and_oracle_agree_on_larger_cases(case: Case) -> None:
    assert not differences(case)


@pytest.mark.slow
@pytest.mark.fuzz
@given(st.integers(10**6, 10**7))
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_engine_and_oracle_agree_on_larger_cases_with_everything_lifted(seed: int) -> None:
    case = random_case(seed, LARGE)

    assert not differences(case, frozenset(obstacles(case)))


def _shifted(estimate: Estimate, by: Fraction) -> Estimate:
    ends = {end: getattr(estimate, end) + by for end in ("low", "mode", "high")}
    return estimate.model_copy(update=ends)


def _fine(case: Case, seed: int) -> Case:
    """Return the case with weights and reserves of forty-digit denominators."""
    draw = random.Random(seed)

    def fine(party: Party) -> Party:
        grain = Fraction(1, 10**40 + draw.randint(1, 10**39))
        names = [*party.weights.points]
        changes = [grain * draw.randint(-9, 9) for _ in names[1:]]
        points = {
            name: _shifted(party.weights.points[name], change)
            for name, change in zip(names, [-sum(changes, Fraction(0)), *changes], strict=True)
        }
        least = Fraction(draw.randint(-9, 9), 10**40 + 7)
        return party.model_copy(
            update={
                "weights": party.weights.model_copy(update={"points": points}),
                "reserve": party.reserve and _shifted(party.reserve, least),
            }
        )

    return case.model_copy(
        update={
            "principals": {name: fine(party) for name, party in case.principals.items()},
            "ratifiers": {name: fine(party) for name, party in case.ratifiers.items()},
        }
    )


def _rows(case: Case) -> list[Row]:
    return [Row(party) for party in case.parties]


@pytest.mark.slow
def test_engine_and_oracle_agree_beyond_64_bits() -> None:
    beyond = 0
    for seed in range(80):
        case = _fine(random_case(seed), seed)
        payoffs = compile_case(case)
        question = zone(case)
        beyond += build(payoffs, question, tuple(_rows(case))).magnitude > 2**62

        assert not differences(case), f"seed {seed}"

    assert beyond > 70
