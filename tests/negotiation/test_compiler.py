"""Questions read into programs: pins, floors, what may be chosen, and cases at the edge."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from detente.case.case import Case
from detente.negotiation.compiler import answer, build, count
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import Question, Row, feasible, win_set, zone
from detente.solve.program import Gate
from detente.testing import random_case, two_issue_case
from tests.negotiation.agreement import differences
from tests.negotiation.small import exact, small_case

EVEN = {"A": {"x": 50, "y": 50}, "B": {"x": 50, "y": 50}}
ISSUES = {
    "x": {"n": {}, "p": {"A": 100, "B": -40}, "q": {"A": -40, "B": 100}},
    "y": {"n": {}, "p": {"A": 100, "B": -40}, "q": {"A": -40, "B": 100}},
}


def _promise(**parts: Any) -> dict[str, Any]:
    form = {"text": "m", "by": "A", "to": "X", "kind": "hard", "reason": "worked"}
    return {"m": {**form, **parts}}


def test_one_row_to_maximise() -> None:
    [best] = answer(compile_case(two_issue_case()), Question((Row("A"),)))

    assert exact(best.values) == (70,)
    assert best.package == {"price": "high", "delivery": "late"}
    assert best.count == 1


def test_a_pin_reads_an_issue_as_if_it_were_settled_otherwise() -> None:
    payoffs = compile_case(two_issue_case())
    rows = (Row("B", {"delivery": "late"}), Row("B"))

    found = answer(payoffs, Question(rows, allowed={"delivery": ("early",)}), image=True)

    # With delivery early, B gains 60 more than where it is read as late.
    assert exact([p.values for p in found]) == [(0, 60), (-16, 44), (-40, 20)]


def test_a_pin_brings_its_own_worth_links_and_price() -> None:
    linkages = {
        "l": {
            "text": "l",
            "when": {"x": ["p"], "y": ["q"]},
            "points": {"A": 3},
            "reason": "worked",
        }
    }
    promise = _promise(kind="priced", price=5, options={"x": ["p"], "y": ["q"]})
    payoffs = compile_case(small_case(EVEN, ISSUES, linkages=linkages, commitments=promise))

    def read(pins: dict[str, str], package: dict[str, str]) -> list[Fraction]:
        allowed = {issue: (option,) for issue, option in package.items()}
        found = answer(payoffs, Question((Row("A", pins), Row("A")), allowed=allowed))
        return list(found[0].values)

    # x = p is 50, y = q is −20; both link for 3; either costs 5, both cost 5.
    assert read({"x": "p"}, {"x": "n", "y": "q"}) == [50 - 20 + 3 - 5, -20 - 5]
    assert read({"x": "n"}, {"x": "p", "y": "q"}) == [-20 - 5, 50 - 20 + 3 - 5]
    assert read({"x": "p", "y": "q"}, {"x": "n", "y": "n"}) == [28, 0]
    assert read({"x": "n", "y": "n"}, {"x": "p", "y": "q"}) == [0, 28]


def test_a_floor_between_two_whole_numbers_asks_for_the_higher() -> None:
    payoffs = compile_case(two_issue_case())
    rows = (Row("B"),)

    def most(least: Fraction) -> Fraction:
        return answer(payoffs, Question(rows, floors=((Row("A"), least),)))[0].values[0]

    assert most(Fraction(12)) == 44
    assert most(Fraction(12) + Fraction(1, 10**6)) == 20
    assert most(Fraction(12) - Fraction(1, 10**6)) == 44
    assert most(Fraction(-30)) == 60


@pytest.mark.parametrize("floor", [-30, 0, 13, 41])
@pytest.mark.parametrize("reserve", [-30, 0, 12, 41])
def test_a_floor_and_a_reserve_on_one_row_hold_both(floor: int, reserve: int) -> None:
    case = two_issue_case()
    form = case.model_copy(
        update={
            "principals": {
                name: party.model_copy(
                    update={
                        "reserve": party.weights.points["price"].model_copy(update=_at(reserve))
                    }
                )
                if name == "A"
                else party
                for name, party in case.principals.items()
            }
        }
    )
    payoffs = compile_case(form)
    asked = Question((Row("B"),), reserves=("A",), floors=((Row("A"), Fraction(floor)),))
    gains = {(0, 0), (-30, 60), (42, -16), (12, 44), (70, -40), (40, 20)}
    least = max(floor, reserve)

    assert exact(answer(payoffs, asked)[0].values) == (max(b for a, b in gains if a >= least),)
    assert count(payoffs, asked) == sum(a >= least for a, _ in gains)


def _at(value: int) -> dict[str, Fraction]:
    return {end: Fraction(value) for end in ("low", "mode", "high")}


def test_all_options_barred_is_an_answer() -> None:
    case = small_case(
        EVEN,
        ISSUES,
        outside={"A": 1, "B": 1},
        commitments=_promise(options={"x": ["n", "p", "q"]}),
    )
    payoffs = compile_case(case)

    assert answer(payoffs, zone(case)) == ()
    assert count(payoffs, zone(case)) == 0
    # B made no promise. It gains −20, 0 or 50 on each issue, less 1: enough wherever q is held.
    assert count(payoffs, win_set(case, "B")) == 5
    assert count(payoffs, feasible(case)) == 9
    assert not differences(case)


def test_an_issue_that_only_third_parties_settle() -> None:
    held = {("x", option): "X" for option in ("n", "p", "q")}
    inside = small_case(EVEN, ISSUES, controllers=held)
    outside = small_case(EVEN, ISSUES, controllers=held, outside={"A": 1, "B": 1})

    assert count(compile_case(inside), feasible(inside)) == 3
    assert count(compile_case(outside), feasible(outside)) == 0
    assert not differences(inside)
    assert not differences(outside)


def test_issues_of_a_single_option() -> None:
    case = small_case(EVEN, {**ISSUES, "z": {"only": {}}, "w": {"only": {}}})

    assert count(compile_case(case), feasible(case)) == 9
    assert not differences(case)


def test_an_option_of_no_agreement_calls_on_nobody() -> None:
    case = small_case(
        {**EVEN, "diet": {"x": 100}},
        ISSUES,
        ratifiers={"diet": "A"},
        reserves={"diet": 10},
        calls={("x", "n"): "diet", ("y", "p"): "diet"},
    )
    payoffs = compile_case(case)

    # The diet gains nothing anywhere: it refuses whatever calls on it, y = p alone.
    assert count(payoffs, Question((), consent=("A",))) == 6
    assert not differences(case)


def test_a_question_builds_the_gates_it_asks_for() -> None:
    case = random_case(1)
    payoffs = compile_case(case)
    rows = tuple(Row(party) for party in case.parties)

    assert build(payoffs, feasible(case), rows).gates == ()
    gates = build(payoffs, zone(case), rows).gates
    reserves = [
        Gate(row, int(payoffs.reserve[p] * payoffs.scale[p]))
        for row, p in enumerate(case.principals)
    ]
    assert list(gates[: len(reserves)]) == reserves


def _reversed(case: Case) -> Case:
    return case.model_copy(
        update={
            "issues": {
                name: issue.model_copy(update={"options": dict(reversed([*issue.options.items()]))})
                for name, issue in reversed([*case.issues.items()])
            }
        }
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_order_of_issues_and_options_changes_no_point(seed: int) -> None:
    case = random_case(seed)
    for question in (zone(case), feasible(case)):
        points = answer(compile_case(case), question)
        turned = answer(compile_case(_reversed(case)), question)

        assert {(p.values, p.count) for p in points} == {(p.values, p.count) for p in turned}


@pytest.mark.parametrize("seed", range(60))
def test_the_points_reached_share_out_the_packages(seed: int) -> None:
    case = random_case(seed)
    payoffs = compile_case(case)
    for question in (zone(case), feasible(case), *(win_set(case, p) for p in case.principals)):
        image = answer(payoffs, question, image=True)
        efficient = answer(payoffs, question)
        assert sum(point.count or 0 for point in image) == count(payoffs, question)
        assert {(p.values, p.count) for p in efficient} <= {(p.values, p.count) for p in image}
