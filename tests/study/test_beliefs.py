from fractions import Fraction

from detente.study.beliefs import beliefs
from detente.testing import two_issue_case
from tests.study.situations import suspicious


def test_a_case_without_beliefs_has_no_answer_under_them() -> None:
    assert beliefs(two_issue_case()) is None


def test_a_holder_sees_less_than_there_is_and_offers_accordingly() -> None:
    found = beliefs(suspicious())

    assert found is not None
    (seen,) = found.holders
    assert (seen.holder, seen.beliefs) == ("A", ("hard_bargain",))
    assert seen.standing.j == Fraction(6, 35)
    assert seen.offered == {"A": 12, "B": 44}
    assert seen.forgone == Fraction(1, 3) - Fraction(6, 35)
