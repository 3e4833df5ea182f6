from fractions import Fraction

from detente.negotiation.payoff import compile_case
from detente.study.standing import standing
from detente.testing import two_issue_case


def test_a_standing_is_measured_against_the_most_it_is_given() -> None:
    payoffs = compile_case(two_issue_case())

    found = standing(payoffs, {"A": Fraction(70), "B": Fraction(10)})

    assert found.open
    assert found.nash is not None
    assert found.nash.gains == {"A": 40, "B": 20}
    assert found.j == Fraction(4, 7)
    assert found.baseline == {"A": 0, "B": 0}
