"""The engine and the oracle answer alike where the outside world moves and obstacles are lifted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.testing import Bounds, random_case
from tests.negotiation.many import on_two_processors
from tests.negotiation.many_outlook import agree
from tests.negotiation.outlook_agreement import outlook_differences
from tests.negotiation.outlook_studies import study_differences

FEW = range(2000, 2400)
MANY = range(2000)
LEAST = {
    "open": 450,
    "scenarios": 3500,
    "open scenarios": 1000,
    "given": 200,
    "third parties' options": 80,
    "divisible": 400,
    "beliefs": 600,
    "judgement sets": 350,
    "days before": 450,
    "days after": 450,
    "three or more principals": 500,
    "with obstacles that cost": 400,
    "opening sets with no target": 280,
    "opening sets with a target": 180,
    "opening sets of two or more": 130,
    "several opening sets": 60,
    "reserves to relax": 120,
    "bottlenecks": 120,
    "ex-ante frontiers of several": 200,
    "uncertain acceptance": 220,
    "through the studies": 100,
}
"""How many there must be at least among the many; as large a part of the few."""

LARGE = Bounds(
    principals=(2, 6),
    ratifiers=(0, 4),
    issues=(3, 5),
    options=(2, 3),
    rules=4,
    packages=100,
    shocks=(0, 3),
    beliefs=(0, 3),
    judgement_sets=(0, 2),
    dated=(0, 3),
    divisible=40,
    reserves=True,
)


@pytest.mark.slow
@pytest.mark.parametrize("seeds", [FEW, MANY], ids=str)
def test_engine_and_oracle_agree(seeds: range, say: Callable[[str], None]) -> None:
    seen, mismatches = on_two_processors(agree, seeds)

    assert not mismatches
    told = ", ".join(f"{seen[name]:,} {name}" for name in LEAST)
    say(f"engine = oracle on {seen['cases']:,} more with an outlook, 0 mismatches: {told}")
    assert seen["cases"] == len(seeds)
    share = len(seeds) / len(MANY)
    assert {name: seen[name] for name, least in LEAST.items() if seen[name] < least * share} == {}


@pytest.mark.slow
@pytest.mark.fuzz
def test_engine_and_oracle_agree_on_larger_cases() -> None:
    mismatches = []
    for seed in range(10**6, 10**6 + 60):
        case = random_case(seed, LARGE)
        told = outlook_differences(case, seed) + study_differences(case)
        mismatches += [f"seed {seed}: {one}" for one in told]

    assert not mismatches
