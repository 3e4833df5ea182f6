from detente.negotiation.bars import called_on, holds_one, leaders
from detente.negotiation.payoff import compile_case
from detente.testing import two_issue_case
from tests.study.situations import watched


def test_options_of_a_bar() -> None:
    assert leaders(two_issue_case()) == {"price": ("high",)}
    assert called_on(watched()) == {"price": ("middle", "high"), "delivery": ("early",)}


def test_a_bar_asks_for_a_package_that_all_accept_and_gain_by() -> None:
    case = two_issue_case()

    assert holds_one(compile_case(case), {"price": ("middle",)})
    assert not holds_one(compile_case(case), {})
    assert not holds_one(compile_case(watched()), called_on(watched()))
