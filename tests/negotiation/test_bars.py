from detente.negotiation.bars import called_on, hold_one, leaders
from detente.negotiation.payoff import compile_case
from detente.testing import Bounds, random_case, two_issue_case
from tests.study.situations import watched


def test_options_of_a_bar() -> None:
    assert leaders(two_issue_case()) == {"price": ("high",)}
    assert called_on(watched()) == {"price": ("middle", "high"), "delivery": ("early",)}


def test_a_bar_asks_for_a_package_that_all_accept_and_gain_by() -> None:
    payoffs = compile_case(two_issue_case())

    assert hold_one([payoffs], lambda _: {"price": ("middle",)}) == (True,)
    assert hold_one([payoffs], lambda _: {}) == (False,)
    assert hold_one([compile_case(watched())], called_on) == (False,)


def test_several_cases_are_asked_at_once() -> None:
    found: list[bool] = []
    for choices_of in (leaders, called_on):
        compiled = [compile_case(random_case(seed, Bounds())) for seed in range(40)]
        together = hold_one(compiled, choices_of)
        apart = [hold_one([compile_case(one.case)], choices_of)[0] for one in compiled]
        assert [*together] == apart
        found += together
    assert any(found)
    assert not all(found)
