from fractions import Fraction

import pytest

from detente.base.errors import InputError
from detente.cli.target import target
from detente.negotiation.target import Target
from detente.testing import two_issue_case
from tests.report.full_case import full_case


def test_ids_and_names_in_any_case_are_understood() -> None:
    asked = target(
        full_case(),
        [" Price = THE high price", "delivery=early"],
        ["The Seller=1/3", "crowd = -2.5"],
    )

    assert asked == Target(
        {"price": "high", "delivery": "early"}, {"A": Fraction(1, 3), "crowd": Fraction(-5, 2)}
    )
    assert target(two_issue_case(), [], []) == Target({}, {})


@pytest.mark.parametrize(
    ("require", "gain", "code", "message", "hint"),
    [
        (["pric=high"], [], "U601", "there is no issue 'pric'", "did you mean 'price'?"),
        (["zoo=high"], [], "U601", "there is no issue 'zoo'", "known: price, delivery"),
        (["price=hig"], [], "U601", "there is no option of price 'hig'", "did you mean 'high'?"),
        ([], ["C=2"], "U601", "there is no party 'C'", "known: A, B"),
        (["price"], [], "U604", "'price' is no ISSUE=OPTION", "write --require ISSUE=OPTION"),
        ([], ["A="], "U604", "'A=' is no PARTY=NUMBER", "write --gain PARTY=NUMBER"),
        ([], ["A=nan"], "U604", "'nan' is no number", "--gain A=10"),
        ([], ["A=1", "a=2"], "U604", "'a=2' is the second for A", "one value for A"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_hint(
    require: list[str], gain: list[str], code: str, message: str, hint: str
) -> None:
    with pytest.raises(InputError) as caught:
        target(two_issue_case(), require, gain)

    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == (code, message)
    assert hint in str(problem.hint)


def test_a_hint_names_the_option_that_was_given() -> None:
    with pytest.raises(InputError) as caught:
        target(two_issue_case(), ["nonsense"], [], option="--package")

    assert [p.hint for p in caught.value.problems] == ["write --package ISSUE=OPTION"]


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        target(two_issue_case(), ["price", "zoo=high"], ["C=much"])

    assert [p.code for p in caught.value.problems] == ["U604", "U601", "U601", "U604"]
