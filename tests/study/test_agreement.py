"""What could be agreed, beside the oracle and by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente import testing as oracle
from detente.negotiation.payoff import compile_case
from detente.study.agreement import agreement
from detente.testing import random_case, two_issue_case
from tests.negotiation.small import small_case


def test_two_issues() -> None:
    result = agreement(compile_case(two_issue_case()), "abc")

    # A refuses (low, early) alone; B refuses (middle, late) and (high, late).
    assert (result.packages, result.feasible, result.zone) == (6, 6, 3)
    assert result.win_sets == {"A": 5, "B": 4}
    assert result.open
    assert result.reason is None
    assert [p.gains for p in result.zone_frontier] == [{"A": 40, "B": 20}, {"A": 12, "B": 44}]
    # Products 800 and 528; shares of (40, 44): (1, 5/11) and (3/10, 1); least 20 and 12; 60 and 56.
    for found in result.solutions.values():
        assert found.point.package == {"price": "high", "delivery": "early"}
        assert found.tied == (found.point,)
    assert result.provenance.input_hash == "abc"
    assert result.provenance.proved


def test_an_empty_zone_gives_its_reason() -> None:
    case = small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "p": {"A": 100, "B": -100}}},
        reserves={"A": 1},
    )
    result = agreement(compile_case(case))

    assert (result.zone, result.open, result.solutions) == (0, False, {})
    assert result.reason
    assert result.win_sets == {"A": 1, "B": 1}


def test_a_zone_that_is_not_open_still_has_solutions() -> None:
    case = small_case({"A": {"x": 100}, "B": {"x": 100}}, {"x": {"n": {}, "p": {"A": 100, "B": 0}}})
    result = agreement(compile_case(case))

    assert (result.zone, result.open, result.reason) == (2, False, None)
    assert result.solutions["nash"].point.package == {"x": "p"}


@pytest.mark.parametrize("seed", range(60))
def test_the_result_agrees_with_the_oracle(seed: int) -> None:
    case = random_case(seed)
    result = agreement(compile_case(case))
    table = oracle.tabulate(case)
    sizes = oracle.sizes(table)

    assert result.packages == len(table.rows) == case.packages
    assert (result.feasible, result.zone) == (sizes.feasible, sizes.zone)
    assert result.win_sets == sizes.win_sets
    assert result.open == oracle.is_open(table)
    assert result.reserves == {p: oracle.reserve(case, p) for p in case.principals}
    for p in case.principals:
        values = {table.vector(row) for row in table.rows if p in row.accepting}
        assert {tuple(x.gains.values()) for x in result.win_set_frontiers[p]} == {
            v
            for v in values
            if not any(w != v and all(a >= b for a, b in zip(w, v, strict=True)) for w in values)
        }
    for name, found in result.solutions.items():
        theirs = oracle.solution(table, name)
        assert theirs.canonical is not None
        assert tuple(found.point.package.values()) == theirs.canonical.canonical


def test_gains_are_carried_exactly() -> None:
    thirds = {"x": Fraction(100, 3), "y": Fraction(200, 3)}
    case = small_case(
        {"A": thirds, "B": thirds},  # type: ignore[dict-item]  # a weight is any exact number
        {issue: {"n": {}, "p": {"A": 100, "B": 100}} for issue in ("x", "y")},
        reserves={"A": 100},
    )
    result = agreement(compile_case(case))

    assert result.zone == 1
    assert result.zone_frontier[0].gains == {"A": 100, "B": 100}
