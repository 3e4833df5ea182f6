"""A fair division within a case: what it leaves out, and what it would bring everybody."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.negotiation.payoff import compile_case
from detente.study.division import DivisionResult, LinearGain, division
from detente.testing import two_issue_case
from tests.negotiation.small import small_case

BOTH = {"A": "p", "B": "q"}


def _case(poles: dict[str, dict[str, str]], **rest: Any) -> Case:
    outside = "outside" in rest
    settled = {"p": {"A": 100, "B": 0, "R": -100}, "q": {"A": 0, "B": 100, "R": 50}}
    held: dict[str, dict[str, float]] = {} if outside else {"n": {}}
    case = small_case(
        {"A": {"x": 60, "y": 20, "z": 20}, "B": {"x": 25, "y": 50, "z": 25}, "R": {"x": 100}},
        {name: {**held, **settled} for name in ("x", "y", "z")},
        ratifiers={"R": "A"},
        calls={("x", "p"): ["R"]},
        **rest,
    )
    issues = {
        name: issue.model_copy(update={"poles": poles.get(name, {})})
        for name, issue in case.issues.items()
    }
    return case.model_copy(update={"issues": issues})


def _found(case: Case) -> DivisionResult:
    result = division(compile_case(case))
    assert result is not None
    return result


def _gain(result: DivisionResult, party: str) -> LinearGain:
    return next(found for found in result.gains if found.party == party)


def test_points_are_scaled_over_the_issues_divided() -> None:
    result = _found(_case({"x": BOTH, "y": BOTH}))

    # Of 100, A has 75 on x and B a third. A keeps s of it: 75s = 200/3 + (1 − s)100/3.
    share = Fraction(12, 13)
    assert result.at_stake == {"A": 80, "B": 75}
    assert [found.points for found in result.issues] == [
        {"A": 75, "B": Fraction(100, 3)},
        {"A": 25, "B": Fraction(200, 3)},
    ]
    assert result.issues[0].shares == {"A": share, "B": 1 - share}
    assert result.issues[0].poles == BOTH
    assert result.divided == "x"
    assert result.total == 75 * share
    assert [(left.issue, left.reason) for left in result.left_out] == [("z", "no poles")]
    assert result.provenance.method == "adjusted-winner"


def test_gains_count_in_proportion_and_leave_out_what_is_not_divided() -> None:
    result = _found(_case({"x": BOTH, "y": BOTH}, reserves={"B": 60, "R": -80}))

    assert _gain(result, "A").gain == 60 * Fraction(12, 13)
    assert _gain(result, "B").gain == 50 + 25 * Fraction(1, 13)
    assert not _gain(result, "B").reaches
    # The ratifier: −100 for A's part of x, 50 for B's.
    assert _gain(result, "R").gain == -100 * Fraction(12, 13) + 50 * Fraction(1, 13)
    assert not _gain(result, "R").reaches
    assert _gain(result, "R").called


def test_a_ratifier_is_asked_where_an_option_held_calls_on_it() -> None:
    case = _case({"x": BOTH, "y": BOTH}, reserves={"R": -100})
    calm = {
        o: option.model_copy(update={"calls": ()}) for o, option in case.issues["x"].options.items()
    }
    free = {**case.issues, "x": case.issues["x"].model_copy(update={"options": calm})}

    assert _gain(_found(case), "R").reaches
    assert not _gain(_found(case.model_copy(update={"issues": free})), "R").called


def test_outside_values_are_taken_off_where_every_issue_is_divided() -> None:
    outside = {"A": 10, "B": 20, "R": 0}
    whole = _found(_case({"x": BOTH, "y": BOTH, "z": BOTH}, outside=outside))
    part = _found(_case({"x": BOTH, "y": BOTH}, outside=outside))

    assert _gain(whole, "A").gain == whole.total - 10
    assert _gain(whole, "B").gain == whole.total - 20
    assert part.gains == ()


def test_one_issue_alone_says_nothing() -> None:
    assert division(compile_case(_case({"x": BOTH}))) is None
    assert division(compile_case(two_issue_case())) is None


def test_three_principals_have_no_division() -> None:
    case = small_case(
        {p: {"x": 100} for p in "ABC"}, {"x": {"n": {}, "p": dict.fromkeys("ABC", 100)}}
    )

    assert division(compile_case(case)) is None


def test_it_is_carried_exactly_in_json() -> None:
    result = _found(_case({"x": BOTH, "y": BOTH}))

    assert DivisionResult.model_validate(result.model_dump()) == result
    assert '"12/13"' in result.model_dump_json()
