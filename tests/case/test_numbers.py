"""Every number of a case, its key, its range, and who answers for it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.case.case import Case
from detente.case.modes import modes
from detente.case.numbers import code_key, numbers, party_key, score_key
from detente.testing import random_case, two_issue_case
from tests.negotiation.compared import compared
from tests.negotiation.small import exact, small_case


def test_numbers_stand_in_the_order_of_the_file() -> None:
    assert [number.key for number in numbers(two_issue_case())] == [
        "principals.A.weights.points.price",
        "principals.A.weights.points.delivery",
        "principals.B.weights.points.price",
        "principals.B.weights.points.delivery",
        "issues.price.options.middle.scores.A",
        "issues.price.options.middle.scores.B",
        "issues.price.options.high.scores.A",
        "issues.price.options.high.scores.B",
        "issues.delivery.options.early.scores.A",
        "issues.delivery.options.early.scores.B",
    ]


def test_every_kind_is_listed_with_its_party() -> None:
    linkages = {
        "l": {
            "text": "l",
            "when": {"x": ["p"], "y": ["p"]},
            "points": {"diet": 4},
            "reason": "because",
        }
    }
    promise = {
        "m": {
            "text": "m",
            "by": "B",
            "to": "X",
            "kind": "priced",
            "price": [1, 2, 5],
            "options": {"x": ["p"]},
            "reason": "because",
        }
    }
    options = {"n": {}, "p": {"A": 100, "B": 100}}
    case = small_case(
        {"A": {"x": 100}, "B": {"y": 100}, "diet": {"x": 100}},
        {"x": options, "y": options},
        ratifiers={"diet": "A"},
        reserves={"diet": -3},
        linkages=linkages,
        commitments=promise,
    )
    found = {number.key: number for number in numbers(case)}

    assert found["ratifiers.diet.reserve"].party == "diet"
    assert found["linkages.l.points.diet"].reason == "because"
    price = found["commitments.m.price"]
    assert exact((price.kind, price.party, price.low, price.mode, price.high)) == (
        "price",
        "B",
        1,
        2,
        5,
    )
    assert {n.kind for n in found.values()} == {"weight", "score", "reserve", "linkage", "price"}


def test_a_comparison_is_a_judgement_with_its_ratio() -> None:
    said = {
        "x": {"more": "a", "than": "b", "times": "3/2", "reason": "said so"},
        "y": {"ranking": ["a", "b", "c"]},
    }
    case = compared(said)
    found = {n.key.rpartition(".")[2]: n for n in numbers(case) if n.kind == "comparison"}

    assert exact((found["x"].low, found["x"].mode, found["x"].high)) == (Fraction(3, 2),) * 3
    assert (found["x"].reason, found["y"].reason) == ("said so", "worked")
    assert exact(found["y"].mode) == 1
    assert {(n.party, n.signer, n.judged) for n in found.values()} == {("A", "author", True)}
    assert found["x"].key == "principals.A.weights.comparisons.x"
    assert modes(case) == {number.key: number.mode for number in numbers(case)}


@pytest.mark.parametrize("seed", range(40))
def test_keys_are_unique_and_ranges_run_upwards(seed: int) -> None:
    case = random_case(seed)
    table = numbers(case)

    assert len({number.key for number in table}) == len(table)
    assert modes(case) == {number.key: number.mode for number in table}
    assert all(number.low <= number.mode <= number.high for number in table)
    assert all(number.judged == (number.signer is not None) for number in table)
    assert all(number.party in case.parties for number in table)


def _codes(case: Case) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
    return {n.key: (n.low, n.mode, n.high) for n in numbers(case) if n.kind == "code"}


def test_a_code_moves_by_one_and_stays_within_three() -> None:
    seen = set()
    for seed in range(20):
        for low, mode, high in _codes(random_case(seed)).values():
            assert (low, high) == (max(-3, mode - 1), min(3, mode + 1))
            seen.add(mode)

    assert seen == {*range(-3, 4)}


def test_keys_are_paths() -> None:
    case = next(case for case in map(random_case, range(9)) if case.ratifiers)
    ratifier = next(iter(case.ratifiers))

    assert party_key(case, "B") == "principals.B"
    assert party_key(case, ratifier) == f"ratifiers.{ratifier}"
    assert code_key("i", "o", "P", "w") == "issues.i.options.o.codes.P.w"
    assert score_key("i", "o", "P") == "issues.i.options.o.scores.P"
