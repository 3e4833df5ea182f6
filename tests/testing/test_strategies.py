"""What the strategies draw is valid, within its bounds, and shrinks to something simple."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, find, given, settings

from detente.case.case import Case
from detente.case.consistency import findings
from detente.testing import Bounds
from detente.testing.strategies import cases

relaxed = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(cases())
def test_drawn_cases_are_valid(case: Case) -> None:
    assert findings(case) == ()
    assert case.packages <= 400


@relaxed
@given(cases(Bounds((3, 3), (1, 1), (1, 2), (2, 3), rules=0, no_agreement="outside")))
def test_bounds_are_kept(case: Case) -> None:
    assert findings(case) == ()
    assert len(case.principals) == 3
    assert len(case.ratifiers) == 1
    assert len(case.issues) <= 2
    assert all(2 <= len(issue.options) <= 3 for issue in case.issues.values())
    assert [*case.constraints, *case.linkages, *case.commitments] == []
    assert case.no_agreement == "outside"


@pytest.mark.slow
def test_cases_shrink_to_the_simplest() -> None:
    steady = settings(derandomize=True, database=None, max_examples=200)
    case = find(cases(), lambda case: len(case.ratifiers) > 0, settings=steady)
    assert len(case.ratifiers) == 1
    assert len(case.principals) == 2
    assert len(case.issues) == 2
    assert [*case.constraints, *case.linkages, *case.commitments] == []
