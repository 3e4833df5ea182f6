"""Cases drawn from a seed are valid, and of every kind that matters."""

from __future__ import annotations

from collections import Counter

import pytest

from detente.case.consistency import findings
from detente.testing import Bounds, build_case, oracle, random_case

CASES = 200


def test_a_seed_names_one_case() -> None:
    assert random_case(11) == random_case(11)
    assert random_case(11) != random_case(12)


@pytest.mark.parametrize("packages", [32, 400])
def test_random_cases_are_valid(packages: int) -> None:
    bounds = Bounds(packages=packages)
    drawn = [random_case(seed, bounds) for seed in range(CASES)]
    assert [findings(case) for case in drawn] == [()] * CASES
    assert max(case.packages for case in drawn) <= packages


def test_a_single_issue_has_nothing_to_tie() -> None:
    for seed in range(20):
        case = random_case(seed, Bounds(issues=(1, 1)))
        assert findings(case) == ()
        assert [*case.constraints, *case.linkages] == []


def test_extreme_choices_are_valid() -> None:
    assert findings(build_case(lambda low, _: low)) == ()
    assert findings(build_case(lambda _, high: high)) == ()


def test_random_cases_are_of_every_kind() -> None:
    seen: Counter[str] = Counter()
    for seed in range(CASES):
        case = random_case(seed, Bounds(packages=100))
        table = oracle.tabulate(case)
        frontier = oracle.zone_frontier(table)
        without = oracle.tabulate(case, {f"ratifiers.{name}" for name in case.ratifiers})
        seen["empty zone"] += not table.zone
        seen["open"] += oracle.is_open(table)
        seen["binding ratifier"] += len(without.zone) > len(table.zone)
        seen["several points"] += len(frontier) > 1
        seen["tie"] += any(len(point.packages) > 1 for point in oracle.feasible_frontier(table))
        seen["linkage"] += bool(case.linkages)
        seen["constraint"] += bool(case.constraints)
        seen["commitment"] += bool(case.commitments)
        seen["outside"] += case.no_agreement == "outside"
        seen["three principals"] += len(case.principals) == 3
        seen["tied solution"] += any(
            len(solution.points) > 1 for solution in oracle.solutions(table).values()
        )
    least = {
        **{"empty zone": 0.15, "open": 0.25, "binding ratifier": 0.2, "several points": 0.1},
        **{"tie": 0.3, "linkage": 0.3, "constraint": 0.2, "commitment": 0.3, "outside": 0.1},
        **{"three principals": 0.2, "tied solution": 0.02},
    }
    assert {kind: share for kind, share in least.items() if seen[kind] < share * CASES} == {}
