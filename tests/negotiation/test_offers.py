"""Offers, prices and the most there is: worked by hand, and what holds of all of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from detente.case.case import Case
from detente.negotiation.feasibility import is_feasible
from detente.negotiation.offers import (
    Price,
    controlled,
    gift,
    joint,
    most_with_return,
    offer,
    offers,
)
from detente.negotiation.payoff import Payoffs, compile_case, no_agreement
from detente.testing import Bounds, random_case, two_issue_case
from detente.testing.strategies import cases
from tests.negotiation.small import exact, small_case

#                 A      B
# gift  token   −12     18     A's
#       given   −30     48     A's
#       all     −50     60     A's
# pay   half     15    −10     B's
#       full     30    −20     B's
# visas free     20      5     B's
WEIGHTS = {"A": {"gift": 50, "pay": 30, "visas": 20}, "B": {"gift": 60, "pay": 20, "visas": 20}}
ISSUES = {
    "gift": {
        "none": {},
        "token": {"A": -24, "B": 30},
        "given": {"A": -60, "B": 80},
        "all": {"A": -100, "B": 100},
    },
    "pay": {"none": {}, "half": {"A": 50, "B": -50}, "full": {"A": 100, "B": -100}},
    "visas": {"none": {}, "free": {"A": 100, "B": 25}},
}
B_GIVES = {("pay", "half"): "B", ("pay", "full"): "B", ("visas", "free"): "B"}


def _case(**rest: Any) -> Payoffs:
    return compile_case(small_case(WEIGHTS, ISSUES, controllers=B_GIVES, **rest))


def _bar(issue: str, option: str) -> dict[str, Any]:
    return {"c": {"text": "c", "if": {"gift": ["all"]}, "excludes": {issue: [option]}}}


def test_prices_are_the_cheapest_returns_that_suffice() -> None:
    payoffs = _case()

    # token: visas alone (20 ≥ 12) cost B −5, that is, bring it 5; a negative price.
    token = offer(payoffs, "A", "B", "gift", "token")
    assert exact((token.worth, token.own, token.compensation)) == (18, -12, 12)
    assert token.price == Price(Fraction(-5), {"visas": "free"})
    # given: full alone 30 for 20, half and visas 35 for 5, full and visas for 15.
    given_ = offer(payoffs, "A", "B", "gift", "given")
    assert given_.price == Price(Fraction(5), {"pay": "half", "visas": "free"})
    # all: full and visas bring exactly 50, for 15.
    all_ = offer(payoffs, "A", "B", "gift", "all")
    assert all_.price == Price(Fraction(15), {"pay": "full", "visas": "free"})


def test_no_price_where_no_return_suffices() -> None:
    # With visas barred beside all, 30 is the most that B can return, and A is 50 down.
    payoffs = _case(constraints=_bar("visas", "free"))
    found = offer(payoffs, "A", "B", "gift", "all")

    assert found.price is None
    assert found.stands_alone
    assert found.compensation == 50


def test_a_giver_who_gains_may_still_be_given_what_the_taker_likes_to_give() -> None:
    # B gives visas: A gains 20 and B itself 5. A's options all cost A: what A returns at the least
    # cost to itself is nothing at all.
    found = offer(_case(), "B", "A", "visas", "free")

    assert exact((found.worth, found.own, found.compensation)) == (20, 5, 0)
    assert found.price == Price(Fraction(0), {})


def test_nothing_is_returned_where_nothing_need_be() -> None:
    # B's "add" on y costs it nothing either, and comes before "none" by its id.
    case = small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "p": {"A": 100, "B": 100}}, "y": {"none": {}, "add": {}}},
        controllers={("y", "add"): "B"},
    )

    assert offer(compile_case(case), "A", "B", "x", "p").price == Price(Fraction(0), {})


def test_offers_run_from_the_one_worth_most() -> None:
    found = offers(_case(), "A", "B")

    assert exact([(o.option, o.worth) for o in found]) == [
        ("all", 60),
        ("given", 48),
        ("token", 18),
    ]
    assert [o.option for o in offers(_case(), "B", "A")] == ["full", "free", "half"]


def test_the_gift_and_the_most_with_return() -> None:
    payoffs = _case(constraints=_bar("visas", "free"))
    alone = gift(payoffs, "A", "B")
    most = most_with_return(payoffs, "A", "B")

    assert alone is not None
    assert exact((alone.value, alone.own)) == (60, -50)
    assert alone.package == {"gift": "all", "pay": "none", "visas": "none"}
    # A must not lose: given with half and visas, A 5, B 48 − 10 + 5 = 43; given with full, 28.
    assert most is not None
    assert exact((most.value, most.own)) == (43, 5)
    assert most.package == {"gift": "given", "pay": "half", "visas": "free"}


def _with_diets() -> Payoffs:
    """A's diet minds the gift, B's the pay; the senate of A, which nothing calls on, refuses."""
    ratifiers = {"diet": "A", "house": "B", "senate": "A"}
    case = small_case(
        {**WEIGHTS, "diet": {"gift": 100}, "house": {"pay": 100}, "senate": {"gift": 100}},
        {
            "gift": {
                "none": {},
                "token": {"A": -24, "B": 30, "diet": -20},
                "given": {"A": -60, "B": 80, "diet": -60},
                "all": {"A": -100, "B": 100, "diet": -100},
            },
            "pay": {
                "none": {},
                "half": {"A": 50, "B": -50, "house": -50},
                "full": {"A": 100, "B": -100, "house": -100},
            },
            "visas": ISSUES["visas"],
        },
        controllers=B_GIVES,
        ratifiers=ratifiers,
        removable=("diet",),
        reserves={"diet": -20, "house": -10, "senate": 100},
        calls={
            ("gift", "token"): "diet",
            ("gift", "given"): "diet",
            ("gift", "all"): "diet",
            ("pay", "half"): "house",
        },
    )
    return compile_case(case)


def test_the_givers_ratifiers_limit_what_it_brings() -> None:
    payoffs = _with_diets()
    barred = offer(payoffs, "A", "B", "gift", "given")
    alone = gift(payoffs, "A", "B")
    lifted = gift(payoffs, "A", "B", frozenset({"ratifiers.diet"}))

    assert barred.blocked_by == ("ratifiers.diet",)
    assert offer(payoffs, "A", "B", "gift", "token").blocked_by == ()  # −20 just reaches −20
    assert alone is not None
    assert lifted is not None
    assert exact((alone.value, lifted.value)) == (18, 60)


def test_the_takers_ratifiers_may_refuse_what_it_would_gain_by() -> None:
    payoffs = _with_diets()
    lifted = frozenset({"ratifiers.diet"})
    most = most_with_return(payoffs, "A", "B", lifted)

    # all with full and visas: B 45, against 43 by given with half and visas; full asks nobody.
    assert most is not None
    assert exact((most.value, most.refused_by)) == (45, ())
    case = payoffs.case.model_copy(
        update={"constraints": _case(constraints=_bar("visas", "free")).case.constraints}
    )
    other = most_with_return(compile_case(case), "A", "B", lifted)
    assert other is not None
    # Now given with half and visas is the most; half calls on the house, which is at −50.
    assert exact((other.value, other.refused_by)) == (43, ("ratifiers.house",))


def test_no_gift_where_even_no_agreement_is_refused() -> None:
    payoffs = compile_case(two_issue_case())

    assert gift(payoffs, "A", "B") is not None
    found = most_with_return(compile_case(_reserve_out_of_reach()), "A", "B")
    assert found is None


def _reserve_out_of_reach() -> Case:
    return small_case(WEIGHTS, ISSUES, reserves={"A": 99})


def test_three_principals_each_control_their_own() -> None:
    case = small_case(
        {"A": {"x": 100}, "B": {"x": 100}, "C": {"x": 100}},
        {"x": {"n": {}, "a": {"B": 100}, "b": {"A": 100}, "ab": {"C": 100}, "bc": {"A": -100}}},
        controllers={("x", "b"): "B", ("x", "ab"): ["A", "B"], ("x", "bc"): ["B", "C"]},
    )

    assert [controlled(case, p)["x"] for p in "ABC"] == [("a",), ("b",), ()]
    assert joint(case) == (("x", "ab"), ("x", "bc"))
    assert offers(compile_case(case), "C", "A") == ()
    held = gift(compile_case(case), "C", "A")
    assert held is not None
    assert held.value == 0


def test_nothing_stands_alone_beside_an_outside_value() -> None:
    case = random_case(3, Bounds(no_agreement="outside"))

    with pytest.raises(ValueError, match="outside"):
        gift(compile_case(case), "A", "B")


INSIDE = Bounds(issues=(2, 4), packages=60, no_agreement="status_quo")


@given(cases(INSIDE))
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
def test_a_price_leaves_the_giver_no_worse_off(case: Case) -> None:
    payoffs = compile_case(case)
    held = no_agreement(case)
    for giver in case.principals:
        for taker in case.principals:
            if giver == taker:
                continue
            for found in offers(payoffs, giver, taker):
                if found.price is None:
                    assert found.own < 0 or not found.stands_alone
                    continue
                back = {**held, **found.price.returned}
                both = {**back, found.issue: found.option}
                assert payoffs.gain(giver, both) >= 0
                assert is_feasible(case, both)
                assert -payoffs.gain(taker, back) == found.price.loss
                assert found.issue not in found.price.returned
                own = controlled(case, taker)
                assert all(o in own[i] for i, o in found.price.returned.items())
                if found.own >= 0 and found.stands_alone:
                    assert found.price.loss <= 0


@given(cases(INSIDE))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_gift_is_at_least_nothing_and_a_win_set_holds_its_most(case: Case) -> None:
    payoffs = compile_case(case)
    first, second = [*case.principals][:2]
    alone = gift(payoffs, first, second)
    most = most_with_return(payoffs, first, second)

    assert alone is not None  # no agreement calls on nobody and breaks no promise
    assert alone.value >= 0
    if most is not None:
        assert most.own >= payoffs.reserve[first]
        if alone.own >= payoffs.reserve[first]:
            assert most.value >= alone.value
