"""M and J, worked by hand, and what lifting an obstacle can and cannot do."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings

from detente.case.case import Case
from detente.negotiation.compiler import answer, count
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import Point, obstacles, win_set, zone
from detente.negotiation.reach import how_far, is_open, most, reach
from detente.testing import Bounds, two_issue_case
from detente.testing.strategies import cases
from tests.negotiation.small import exact, small_case

SMALL = Bounds(issues=(2, 4), packages=60)
RANDOM = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def _point(name: str, *values: int) -> Point:
    return Point(tuple(Fraction(v) for v in values), {"x": name}, 1)


def test_j_of_two_issues() -> None:
    payoffs = compile_case(two_issue_case())
    tops = most(payoffs)
    j, point = how_far(answer(payoffs, zone(payoffs.case)), tops)

    # M = (70, 60). (40, 20): min(4/7, 1/3) = 1/3. (12, 44): min(6/35, 11/15) = 6/35.
    assert tops == {"A": 70, "B": 60}
    assert j == Fraction(1, 3) == reach(payoffs, tops)
    assert point is not None
    assert point.package == {"price": "high", "delivery": "early"}


def test_j_is_nothing_where_one_side_gains_nothing() -> None:
    tops = {"A": Fraction(10), "B": Fraction(10)}

    assert exact(how_far((_point("p", 10, 0), _point("q", 0, 10)), tops)) == (0, None)
    assert not is_open((_point("p", 10, 0), _point("q", 0, 10)))
    assert exact(how_far((), tops)) == (0, None)
    # Open by one point; then every point of the zone is weighed.
    assert how_far((_point("p", 10, -1), _point("q", 1, 2)), tops)[0] == Fraction(1, 10)


def test_j_leaves_out_whom_the_case_itself_offers_nothing() -> None:
    points = (_point("a", 3, 4), _point("b", 8, -1))
    nothing, loss = Fraction(0), Fraction(-5)

    assert how_far(points, {"A": Fraction(10), "B": nothing}) == (Fraction(3, 10), points[0])
    assert how_far(points, {"A": loss, "B": Fraction(5)}) == (Fraction(4, 5), points[0])
    assert how_far(points, {"A": loss, "B": nothing}) == (Fraction(0), points[0])


def test_of_points_tied_the_first_id_is_named() -> None:
    tops = {"A": Fraction(4), "B": Fraction(4), "C": Fraction(4)}

    j, point = how_far((_point("z", 4, 1, 2), _point("b", 1, 4, 1), _point("c", 0, 4, 4)), tops)

    assert (j, point) == (Fraction(1, 4), _point("b", 1, 4, 1))


def _barred(**promise: Any) -> Case:
    form = {"text": "m", "by": "A", "to": "X", "reason": "worked", "options": {"x": ["p"]}}
    return small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "p": {"A": 60, "B": 100}, "q": {"A": 100, "B": 20}}},
        commitments={"m": {**form, **promise}},
    )


def test_m_lifts_what_is_removable_and_keeps_what_is_not() -> None:
    free = {"kind": "priced", "price": 50}

    # p costs A 50: it is worth 60 − 50. q is worth 100 in any case.
    assert most(compile_case(_barred(**free))) == {"A": 100, "B": 100}
    priced = compile_case(_barred(**free))
    assert reach(priced, most(priced)) == Fraction(1, 5)  # q: min(1, 1/5); p: min(1/10, 1)
    lifted = compile_case(_barred(**free, removable=True))
    assert reach(lifted, most(lifted), frozenset({"commitments.m"})) == Fraction(3, 5)


def test_a_hard_commitment_bars_the_zone_and_not_m() -> None:
    case = _barred(kind="hard", removable=True)
    payoffs = compile_case(case)

    assert most(payoffs) == {"A": 100, "B": 100}
    assert reach(payoffs, most(payoffs)) == Fraction(1, 5)
    assert reach(payoffs, most(payoffs), frozenset(obstacles(case))) == Fraction(3, 5)


def test_m_is_nothing_where_nothing_is_feasible() -> None:
    case = small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {"A": 100, "B": 100}}},
        controllers={("x", "n"): "X"},
        outside={"A": 0, "B": 0},
    )

    assert most(compile_case(case)) == {"A": 0, "B": 0}


@given(cases(SMALL))
@RANDOM
def test_j_is_a_share_and_lifting_never_costs(case: Case) -> None:
    """A price is never negative and falls on its giver alone, so this holds of prices too."""
    payoffs = compile_case(case)
    tops = most(payoffs)
    places = obstacles(case)
    j = reach(payoffs, tops)
    whole = reach(payoffs, tops, frozenset(places))
    assert 0 <= j <= whole <= 1
    assert (j > 0) == is_open(answer(payoffs, zone(case)))
    for place in places:
        lifted = frozenset({place})
        assert j <= reach(payoffs, tops, lifted) <= whole
        assert count(payoffs, zone(case, lifted)) >= count(payoffs, zone(case))
        for principal in case.principals:
            before = count(payoffs, win_set(case, principal))
            assert count(payoffs, win_set(case, principal, lifted)) >= before
