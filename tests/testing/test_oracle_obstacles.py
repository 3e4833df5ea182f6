"""What stands in the way by the oracle, worked by hand on two issues."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.testing import two_issue_case
from detente.testing.oracle_obstacles import Ascent, Barred, Cost, Wanted, subsets
from tests.negotiation.small import exact

HIGH = ("high", "early")
MIDDLE = ("middle", "early")


def _barred(reserves: dict[str, int], **promises: tuple[str, str]) -> Barred:
    plain: dict[str, Any] = written(two_issue_case())
    for party, least in reserves.items():
        plain["principals"][party] |= {"reserve": least, "reserve_removable": True}
    plain["third_parties"] = {"X": {"name": "X"}}
    plain["commitments"] = {
        name: {
            "text": name,
            "by": "A",
            "to": "X",
            "kind": "hard",
            "options": {issue: option},
            "removable": True,
        }
        for name, (issue, option) in promises.items()
    }
    return Barred(Case.model_validate(plain))


def test_two_reserves_bar_what_either_would_open() -> None:
    # (40, 20) needs B's 30 to fall by 10, (12, 44) A's 30 by 18; J is 1/3 and 12/70.
    barred = _barred({"A": 30, "B": 30})
    a, b = "principals.A.reserve", "principals.B.reserve"

    assert barred.j() == 0
    assert barred.costs() == {
        a: Cost(Fraction(6, 35), Fraction(0), Fraction(3, 35)),
        b: Cost(Fraction(1, 3), Fraction(17, 105), Fraction(26, 105)),
    }
    assert exact([(one.lifted, one.falls) for one in barred.openings()]) == [
        ({a}, ({a: 18},)),
        ({b}, ({b: 10},)),
    ]
    assert barred.curve("A") == (Ascent(Fraction(18), Fraction(6, 35), (MIDDLE,)),)
    assert barred.curve("B") == (Ascent(Fraction(10), Fraction(1, 3), (HIGH,)),)


def test_targets() -> None:
    barred = _barred({}, m=("delivery", "early"), k=("price", "high"))

    assert [one.lifted for one in barred.openings()] == [{"commitments.m"}]
    high = Wanted({"price": "high"})
    assert [one.lifted for one in barred.openings(high)] == [{"commitments.k", "commitments.m"}]
    assert barred.openings(Wanted(gain={"A": Fraction(71)})) == ()


def test_the_most_is_taken_with_everything_lifted() -> None:
    assert _barred({}, m=("price", "high")).tops == {"A": 70, "B": 60}


def test_subsets_are_all() -> None:
    assert [sorted(one) for one in subsets("ba")] == [[], ["a"], ["b"], ["a", "b"]]
