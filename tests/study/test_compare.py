from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.change import changed
from detente.study.compare import compare
from detente.testing import random_case, two_issue_case
from tests.negotiation.compared import compared
from tests.study.situations import stormy, wary


def test_a_case_compared_with_itself_differs_in_nothing() -> None:
    found = compare(two_issue_case(), two_issue_case())

    assert not found.differences
    assert not found.frame
    assert not found.elsewhere
    assert not found.rest
    assert found.first == found.second


def test_one_difference_moves_the_answer_alone_and_last_by_the_same() -> None:
    found = compare(two_issue_case(), changed(two_issue_case(), wary()))

    (only,) = found.differences
    fall = Fraction(6, 35) - Fraction(1, 3)
    assert (only.place, only.before, only.after) == ("principals.B.reserve", None, "30")
    assert (only.alone, only.last, only.same_nash) == (fall, fall, False)
    assert found.rest == 0


def test_a_partys_weights_count_as_one_difference() -> None:
    other = changed(two_issue_case(), {"principals": {"A": {"weights": {"points": {"price": 60}}}}})

    found = compare(two_issue_case(), other)

    assert [d.place for d in found.differences] == ["principals.A.weights"]
    assert found.differences[0].after == "price 60, delivery 40"


def test_comparisons_go_with_the_weights_that_they_are_about() -> None:
    first = compared({"x": {"more": "a", "than": "b"}, "y": {"ranking": ["a", "b", "c"]}})
    second = compared({"x": {"alike": ["a", "b"]}}, {"a": 40, "b": 40, "c": 20})
    third = compared({}, {"a": 20, "b": 60, "c": 20})

    for one, other in ((first, second), (second, first), (first, third), (third, second)):
        found = compare(one, other)
        [only] = found.differences
        assert only.place == "principals.A.weights"
        assert only.alone == only.last == found.second.j - found.first.j
    assert compare(first, second).differences[0].after == "a 40, b 40, c 20; a and b count the same"


def test_rooms_that_do_not_bear_on_the_present_answer_are_counted_apart() -> None:
    found = compare(two_issue_case(), stormy())

    assert found.differences == ()
    assert found.elsewhere == {"shocks": 1, "scenarios": 1}


def test_cases_about_different_issues_are_not_tried_difference_by_difference() -> None:
    case = two_issue_case()
    fewer = case.model_copy(update={"issues": {"price": case.issues["price"]}})

    found = compare(case, fewer)

    assert not found.same_frame
    assert found.frame == {"issues.delivery": "first"}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 500), st.integers(-20, 20))
def test_every_difference_is_found_and_back_is_the_way_there(seed: int, reserve: int) -> None:
    case = random_case(seed)
    first = next(iter(case.principals))
    change = {"principals": {first: {"reserve": {"value": reserve, "reason": "x"}}}}
    other: Case = changed(case, change)

    there, back = compare(case, other), compare(other, case)

    assert [d.place for d in there.differences] == [d.place for d in back.differences]
    for one, two in zip(there.differences, back.differences, strict=True):
        assert (one.before, one.after) == (two.after, two.before)
        assert one.alone == there.second.j - there.first.j
