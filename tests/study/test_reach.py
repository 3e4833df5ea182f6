"""How far it can go, obstacle by obstacle, beside the oracle."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente import testing as oracle
from detente.negotiation.payoff import compile_case
from detente.study.reach import reach
from detente.testing import random_case, two_issue_case


def test_two_issues() -> None:
    result = reach(compile_case(two_issue_case()))

    assert result.j == result.all_lifted == Fraction(1, 3)
    assert result.most == {"A": 70, "B": 60}
    assert result.point is not None
    assert result.point.gains == {"A": 40, "B": 20}
    assert result.obstacles == ()


@pytest.mark.parametrize("seed", range(60))
def test_each_obstacle_agrees_with_the_oracle(seed: int) -> None:
    case = random_case(seed)
    result = reach(compile_case(case))
    largest = oracle.largest_gains(case)
    base = oracle.tabulate(case)

    assert result.j == oracle.how_far(base, largest)
    assert result.all_lifted == oracle.how_far(
        oracle.tabulate(case, oracle.removable(case)), largest
    )
    assert {o.obstacle for o in result.obstacles} == oracle.removable(case)
    for found in result.obstacles:
        table = oracle.tabulate(case, {found.obstacle})
        assert found.j == oracle.how_far(table, largest)
        assert found.opens == oracle.is_open(table)
        assert found.value == found.j - result.j >= 0
    assert [-o.value for o in result.obstacles] == sorted(-o.value for o in result.obstacles)


@pytest.mark.parametrize("seed", range(60))
def test_the_point_attains_j(seed: int) -> None:
    result = reach(compile_case(random_case(seed)))
    if result.point is None:
        assert result.j == 0
    else:
        assert result.j == min(result.point.gains[p] / result.most[p] for p in result.most)
