from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.change import ROOMS, ChangeError, Note, changed, combined, leaves, noted
from detente.case.shape import form_at, is_model
from detente.testing import two_issue_case
from detente.testing.strategies import cases
from tests.case.outlook_text import outlook_case

NUMBERS = st.integers(-5, 5)


@st.composite
def party_changes(draw: st.DrawFn) -> dict[str, Any]:
    keys = st.sampled_from(("reserve", "baseline", "name", "adjective"))
    values = {"reserve": NUMBERS, "baseline": NUMBERS}
    found: dict[str, Any] = {}
    for party in draw(st.sets(st.sampled_from("AB"))):
        chosen = draw(st.sets(keys, min_size=1))
        found[party] = {k: draw(values.get(k, st.sampled_from(("x", "y")))) for k in sorted(chosen)}
    return {"principals": found} if found else {}


@given(cases())
def test_no_change_changes_nothing(case: Case) -> None:
    assert changed(case, {}) == case
    assert changed(case, {"principals": {name: {} for name in case.principals}}) == case


@given(party_changes())
def test_a_change_made_twice_is_the_change_made_once(change: dict[str, Any]) -> None:
    once = changed(two_issue_case(), change)

    assert changed(once, change) == once


@given(party_changes(), party_changes())
def test_changes_combined_are_changes_in_turn(one: dict[str, Any], two: dict[str, Any]) -> None:
    case = two_issue_case()

    assert changed(case, combined([one, two])) == changed(changed(case, one), two)
    assert {*leaves(combined([one, two]))} == {*leaves(one), *leaves(two)}


@given(cases(), st.integers(0, 60))
def test_weights_stay_100(case: Case, points: int) -> None:
    name = next(iter(case.principals))
    issue = next(iter(case.principals[name].weights.points))

    after = changed(case, {"principals": {name: {"weights": {"points": {issue: points}}}}})

    weights = after.principals[name].weights.points
    others = [w.mode for i, w in case.principals[name].weights.points.items() if i != issue]
    assert weights[issue].mode == points
    assert sum(w.mode for w in weights.values()) == (100 if any(others) else points)


def test_weights_are_rescaled_exactly() -> None:
    change = {"principals": {"A": {"weights": {"points": {"price": Fraction(1, 3)}}}}}

    weights = changed(two_issue_case(), change).principals["A"].weights.points
    assert weights["delivery"].mode == Fraction(299, 3)


def test_null_takes_away_and_the_rest_stays() -> None:
    case = outlook_case()
    after = changed(case, {"commitments": {"loan": None}, "ratifiers": {"crowd": {"rule": "all"}}})

    assert not after.commitments
    assert after.ratifiers["crowd"].rule == "all"
    assert after.ratifiers["crowd"].weights == case.ratifiers["crowd"].weights
    assert after.issues is case.issues


def test_an_estimate_is_replaced_as_a_whole() -> None:
    case = outlook_case()
    after = changed(case, {"commitments": {"loan": {"price": {"value": 1, "reason": "r"}}}})
    again = changed(after, {"commitments": {"loan": {"price": 2}}})

    assert again.commitments["loan"].price is not None
    assert again.commitments["loan"].price.reason is None


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"title": {"x": 1}}, "title"),
        ({"principals": {"X": {"name": "X", "weights": {"points": {}}}}}, "principals.X"),
        ({"principals": {"A": None}}, "principals.A"),
        ({"principals": {"A": {"weights": None}}}, "principals.A.weights"),
        ({"principals": {"A": {"weights": {"points": [1]}}}}, "principals.A.weights.points"),
        ({"principals": {"A": {"name": {"x": 1}}}}, "principals.A.name"),
        ({"issues": {"price": None}}, "issues.price"),
        ({"issues": {"price": {"options": {"low": None}}}}, "issues.price.options.low"),
        ({"issues": {"price": {"options": {"x": {"name": "x"}}}}}, "issues.price.options.x"),
        ({"linkages": {"none": None}}, "linkages.none"),
        ({"principals": {"A": {"reserve": "much"}}}, "principals.A.reserve"),
    ],
)
def test_what_cannot_be_changed_says_where(change: dict[str, Any], path: str) -> None:
    with pytest.raises(ChangeError) as caught:
        changed(two_issue_case(), change)

    assert ".".join(caught.value.path) == path
    assert str(caught.value) == caught.value.message


def test_a_third_party_has_no_weights_to_take_away() -> None:
    case = outlook_case()

    assert changed(case, {"third_parties": {"BANK": {"weights": None}}}) == case


def test_what_an_element_says_of_its_numbers_comes_before_the_note() -> None:
    weights = {"points": {"x": 3, "y": {"value": 4, "reason": "mine"}}, "reason": "table"}
    found = noted({"principals": {"A": {"weights": weights}}}, Note("me", "note", "f"))

    points = found["principals"]["A"]["weights"]["points"]
    assert points["x"] == {"signer": "me", "reason": "table", "fact": "f", "value": 3}
    assert points["y"]["reason"] == "mine"


def test_a_sourced_number_is_signed_by_nobody() -> None:
    price = {"value": 3, "sourced": True, "fact": "g"}
    found = noted({"commitments": {"c": {"price": price}}}, Note("me", "r", "f"))

    assert found["commitments"]["c"]["price"] == {"reason": "r", **price}


def test_every_room_that_may_be_changed_holds_elements() -> None:
    assert all(is_model(form_at(Case, (room, "x"))) for room in ROOMS)


def test_weights_are_rescaled_to_the_total_of_the_party() -> None:
    points = {"price": Fraction(1, 4), "delivery": Fraction(3, 4)}
    weights = {"points": points, "total": Fraction(1), "reason": "why"}
    case = changed(two_issue_case(), {"principals": {"A": {"weights": weights}}})

    after = changed(case, {"principals": {"A": {"weights": {"points": {"price": "1/2"}}}}})

    found = after.principals["A"].weights.points
    assert [one.mode for one in found.values()] == [Fraction(1, 2), Fraction(1, 2)]


def test_the_same_change_of_the_same_element_is_made_once() -> None:
    case = two_issue_case()
    change = {"principals": {"A": {"reserve": 3}}}

    once, again = changed(case, change), changed(case, {"principals": {"A": {"reserve": 3}}})

    assert once.principals["A"] is again.principals["A"]
    other = changed(case, {"principals": {"A": {"reserve": 4}}})
    assert other.principals["A"] != once.principals["A"]
    assert changed(once, change).principals["A"] == once.principals["A"]
