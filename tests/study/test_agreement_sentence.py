"""What could be agreed, whom it asks, and what cannot be moved."""

from __future__ import annotations

from detente.negotiation.payoff import compile_case
from detente.study.agreement import agreement
from detente.study.agreement_sentence import agreement_sentence, closed_issues
from detente.study.blocks import blocks
from detente.testing import two_issue_case
from tests.report.full_case import full
from tests.study.situations import watched


def test_a_package_that_calls_on_nobody_says_why_nobody_stands_in_its_way() -> None:
    case, result = full()

    text = agreement_sentence(case, result.agreement, result.blocks).text

    assert "it asks no public, which is why none stands in its way" in text
    assert "no package that all accept moves Delivery" in text


def test_ratifiers_that_the_package_calls_on_are_named() -> None:
    case = watched()
    mild = {
        name: ratifier.model_copy(update={"reserve": case.principals["B"].reserve})
        for name, ratifier in case.ratifiers.items()
    }
    lax = case.model_copy(
        update={
            "ratifiers": {
                name: r.model_copy(
                    update={
                        "reserve": r.reserve.model_copy(
                            update={"low": -100, "mode": -100, "high": -100}
                        )
                        if r.reserve
                        else None
                    }
                )
                for name, r in mild.items()
            }
        }
    )

    text = agreement_sentence(lax, agreement(compile_case(lax))).text

    assert "it needs the assent of the council and the board, and would have it" in text


def test_issues_that_nothing_can_move_are_those_with_no_possible_option() -> None:
    case = watched()

    assert closed_issues(case, blocks(compile_case(case))) == ["price", "delivery"]
    assert closed_issues(two_issue_case(), blocks(compile_case(two_issue_case()))) == []
