"""The oracle's own merge patch, worked by hand."""

from __future__ import annotations

from fractions import Fraction

from detente.case.written import written
from detente.testing import two_issue_case
from detente.testing.oracle_changes import Plain, altered, bare, ends, patched
from tests.negotiation.small import exact

PLAIN: Plain = {"a": {"b": 1, "c": {"value": 2, "reason": "why"}}, "codes": {"x": {"code": 1}}}


def test_keys_that_are_absent_stay_and_null_takes_away() -> None:
    assert patched(PLAIN, [{"a": {"b": None, "d": 5}}])["a"] == {"c": PLAIN["a"]["c"], "d": 5}


def test_estimates_codes_and_lists_are_replaced_as_a_whole() -> None:
    changes = {"a": {"c": {"value": 3}, "b": [1, 2, 3]}, "codes": {"x": {"code": 2}}}

    assert patched(PLAIN, [changes]) == {
        "a": {"b": [1, 2, 3], "c": {"value": 3}},
        "codes": {"x": {"code": 2}},
    }


def test_the_later_change_holds_and_nothing_given_is_touched() -> None:
    before = written(two_issue_case())
    found = patched(before, [{"x": {"y": 1}}, {"x": {"y": 2}}])

    assert found["x"] == {"y": 2}
    assert before == written(two_issue_case())


def test_other_weights_are_rescaled_together() -> None:
    change = {"principals": {"A": {"weights": {"points": {"price": [70, 85, 90]}}}}}
    points = altered(two_issue_case(), [change]).principals["A"].weights.points

    assert points["price"].mode == 85
    assert points["delivery"].mode == 15


def test_a_weight_taken_away_leaves_100_to_the_others() -> None:
    change = {"principals": {"B": {"weights": {"points": {"price": None}}}}}
    points = altered(two_issue_case(), [change]).principals["B"].weights.points

    assert {issue: estimate.mode for issue, estimate in points.items()} == {"delivery": 100}


def test_ends_of_all_forms() -> None:
    assert ends(0.5) == (Fraction(1, 2),) * 3
    assert exact(ends({"value": [1, "4/3", 2]})) == (1, Fraction(4, 3), 2)


def test_bare_forms_differ_by_numbers_and_not_by_reasons() -> None:
    case = two_issue_case()
    said = {"principals": {"A": {"weights": {"reason": "another reason"}}}}
    other = {"principals": {"A": {"reserve": {"value": 1, "reason": "why"}}}}

    assert bare(altered(case, [said])) == bare(case)
    assert bare(altered(case, [other])) != bare(case)
