"""Gains worked by hand: issues, linkages, priced commitments, and the outside value."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.case.modes import modes
from detente.case.numbers import numbers
from detente.negotiation.payoff import compile_case, move, no_agreement
from detente.solve.exhaustive import products
from detente.testing import random_case, two_issue_case
from tests.negotiation.small import exact, small_case

WEIGHTS = {"A": {"land": 60, "trade": 40}, "B": {"land": 50, "trade": 50}}
ISSUES = {
    "land": {"held": {}, "split": {"A": 50, "B": -50}, "ceded": {"A": 100, "B": -100}},
    "trade": {"none": {}, "some": {"A": 25, "B": 50}, "free": {"A": -100, "B": 100}},
}
LINKAGE = {
    "both": {
        "text": "both move",
        "when": {"land": ["split", "ceded"], "trade": ["free"]},
        "points": {"A": 7, "B": -2},
        "reason": "worked",
    }
}
PROMISE = {
    "sanctions": {
        "text": "no deal with them",
        "by": "A",
        "to": "X",
        "kind": "priced",
        "price": 9,
        "options": {"land": ["split", "ceded"], "trade": ["free"]},
        "removable": True,
        "reason": "worked",
    }
}


def test_gain_adds_issues_linkages_and_a_price_once() -> None:
    payoffs = compile_case(small_case(WEIGHTS, ISSUES, linkages=LINKAGE, commitments=PROMISE))
    package = {"land": "split", "trade": "free"}

    # A: 60 × 50/100 − 40 × 100/100 + 7 − 9, the price once though two of its options are held.
    assert payoffs.gain("A", package) == 30 - 40 + 7 - 9
    # B: −25 + 50 − 2; the promise is A's.
    assert payoffs.gain("B", package) == 23
    assert payoffs.gain("A", package, frozenset({"commitments.sanctions"})) == -3
    assert exact(payoffs.account("A", package)) == [
        ("issues.land", 30),
        ("issues.trade", -40),
        ("linkages.both", 7),
        ("commitments.sanctions", -9),
    ]


def test_a_linkage_needs_both_its_issues() -> None:
    payoffs = compile_case(small_case(WEIGHTS, ISSUES, linkages=LINKAGE))

    assert payoffs.gain("A", {"land": "split", "trade": "some"}) == 30 + 10
    assert payoffs.gain("A", {"land": "held", "trade": "free"}) == -40


def test_gain_is_less_the_outside_value() -> None:
    payoffs = compile_case(small_case(WEIGHTS, ISSUES, outside={"A": 12, "B": -3}))

    assert payoffs.gain("A", {"land": "split", "trade": "some"}) == 40 - 12
    assert payoffs.gain("B", {"land": "split", "trade": "some"}) == -25 + 25 + 3
    with pytest.raises(ValueError, match="outside"):
        no_agreement(payoffs.case)


@pytest.mark.parametrize("seed", range(40))
def test_every_amount_is_whole_at_its_scale(seed: int) -> None:
    payoffs = compile_case(random_case(seed))
    for party, scale in payoffs.scale.items():
        amounts = [payoffs.reserve[party], payoffs.outside[party]]
        amounts += [x for options in payoffs.worth[party].values() for x in options.values()]
        amounts += [points.get(party, Fraction(0)) for points in payoffs.links.values()]
        assert all((amount * scale).denominator == 1 for amount in amounts)


@pytest.mark.parametrize("seed", range(40))
def test_no_agreement_brings_nothing(seed: int) -> None:
    case = random_case(seed)
    if case.no_agreement == "status_quo":
        payoffs = compile_case(case)
        assert all(not payoffs.account(party, no_agreement(case)) for party in case.parties)


@pytest.mark.parametrize("seed", range(30))
def test_moving_numbers_is_compiling_with_them(seed: int) -> None:
    case = random_case(seed)
    payoffs = compile_case(case)
    for key, value in modes(case).items():
        moved = move(payoffs, {key: value + 1})
        whole = compile_case(case, {**modes(case), key: value + 1})
        assert (moved.worth, moved.links, moved.prices) == (whole.worth, whole.links, whole.prices)
        assert (moved.reserve, moved.outside) == (whole.reserve, whole.outside)


def test_parties_not_touched_are_kept() -> None:
    payoffs = compile_case(two_issue_case())

    moved = move(payoffs, {"principals.A.reserve": Fraction(3)})

    assert moved.worth["B"] is payoffs.worth["B"]
    assert moved.reserve == {"A": 3, "B": 0}


def test_a_move_keeps_the_tables_of_parties_it_leaves_alone() -> None:
    for seed in range(30):
        case = random_case(seed)
        payoffs = compile_case(case)
        for number in numbers(case):
            for value in {number.high, number.low, Fraction(0)}:
                moved = move(payoffs, {number.key: value})
                whole = compile_case(case, moved.values)
                assert moved == whole, number.key
                assert (moved.units, moved.scale, moved.whole) == (
                    whole.units,
                    whole.scale,
                    whole.whole,
                )


def test_a_bound_is_beyond_every_gain() -> None:
    for seed in range(30):
        case = random_case(seed)
        payoffs = compile_case(case)
        for package in products([[*issue.options] for issue in case.issues.values()]):
            named = dict(zip(case.issues, package, strict=True))
            for party in case.parties:
                assert abs(payoffs.gain(party, named)) * payoffs.scale[party] < payoffs.bound[party]
