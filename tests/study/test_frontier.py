"""The one list of both frontiers, as JSON carries it."""

import json
from fractions import Fraction

import pytest

from detente.negotiation.payoff import compile_case
from detente.study.agreement import agreement
from detente.study.frontier import FrontierResult, frontier
from detente.testing import random_case


def _result(seed: int) -> FrontierResult:
    return frontier(compile_case(random_case(seed)))


@pytest.mark.parametrize("seed", range(80))
def test_every_point_is_efficient_somewhere_and_flagged_where(seed: int) -> None:
    agreed = agreement(compile_case(random_case(seed)))
    result = _result(seed)
    zone = {tuple(p.gains.values()) for p in agreed.zone_frontier}
    feasible = {tuple(p.gains.values()) for p in agreed.feasible_frontier}

    found = {tuple(Fraction(x) for x in p.exact.values()): p for p in result.points}

    assert len(found) == len(result.points)
    assert {v for v, p in found.items() if p.in_zone} == zone
    assert {v for v, p in found.items() if p.on_feasible_frontier} == feasible


@pytest.mark.parametrize("seed", range(40))
def test_json_carries_plain_numbers_beside_exact_ones(seed: int) -> None:
    document = json.loads(_result(seed).model_dump_json())

    assert document["proved"] is True
    for point in [*document["points"], *document["solutions"].values()]:
        assert set(point["gains"]) == set(point["exact"])
        for party, gain in point["gains"].items():
            assert isinstance(gain, float)
            assert gain == float(Fraction(point["exact"][party]))
    assert bool(document["solutions"]) == (document["reason"] is None)
