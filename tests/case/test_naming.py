"""Names for people: of places, options and packages."""

import pytest

from detente.case.naming import moves, option_name, place_name
from detente.negotiation.question import obstacles
from detente.testing import random_case, two_issue_case
from tests.negotiation.small import small_case

CASE = small_case(
    {"A": {"x": 100}, "B": {"x": 100}, "diet": {"x": 100}},
    {"x": {"n": {}, "p": {"A": 100, "B": 100, "diet": 100}}, "y": {"n": {}, "p": {}}},
    ratifiers={"diet": "A"},
    constraints={"c": {"text": "the rule", "if": {"x": ["p"]}, "requires": {"y": ["p"]}}},
    linkages={
        "l": {
            "text": "the link",
            "when": {"x": ["p"], "y": ["p"]},
            "points": {"A": 1},
            "reason": "worked",
        }
    },
    commitments={
        "m": {
            "text": "the promise",
            "by": "A",
            "to": "X",
            "kind": "hard",
            "options": {"x": ["p"]},
            "reason": "worked",
        }
    },
)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("principals.A", "A"),
        ("ratifiers.diet", "diet"),
        ("issues.x", "x"),
        ("constraints.c", "the rule"),
        ("linkages.l", "the link"),
        ("commitments.m", "the promise"),
        ("outside", "no agreement"),
    ],
)
def test_a_place_has_a_name(place: str, name: str) -> None:
    assert place_name(CASE, place) == name


def test_every_obstacle_has_a_name() -> None:
    for seed in range(30):
        case = random_case(seed)
        assert all(place_name(case, place) for place in obstacles(case))


def test_a_package_is_named_by_what_it_changes() -> None:
    case = two_issue_case()

    assert option_name(case, "price", "high") == "the high price"
    assert moves(case, {"price": "high", "delivery": "late"}) == {"price": "high"}
    both = {"price": "high", "delivery": "early"}
    named = [option_name(case, i, o) for i, o in moves(case, both).items()]
    assert named == ["the high price", "early delivery"]
    assert moves(case, {"price": "low", "delivery": "late"}) == {}


def test_beside_an_outside_value_every_option_is_a_change() -> None:
    options = {"n": {"A": 100, "B": 100}, "p": {}}
    case = small_case({"A": {"x": 100}, "B": {"x": 100}}, {"x": options}, outside={"A": 0, "B": 0})

    assert moves(case, {"x": "n"}) == {"x": "n"}
