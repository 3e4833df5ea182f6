from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.written import written
from detente.files.genius.decimals import decimal
from detente.files.genius.scale import scaled
from detente.testing import two_issue_case


def case_of(low: Fraction, middle: Fraction, weight: Fraction, reserve: Fraction) -> Case:
    plain: dict[str, Any] = written(two_issue_case())
    plain["principals"]["A"]["weights"]["points"] = {
        "price": str(weight),
        "delivery": str(100 - weight),
    }
    plain["principals"]["A"]["reserve"] = {"value": str(reserve), "reason": "why"}
    options = plain["issues"]["price"]["options"]
    options["middle"]["scores"]["A"] = str(middle)
    options["high"]["scores"]["A"] = str(low)
    return Case.model_validate(plain)


def test_points_become_hundredths_of_utility() -> None:
    found = scaled(two_issue_case(), "A")

    assert found.unit == Fraction(1, 100)
    assert found.weights == {"price": Fraction(7, 10), "delivery": Fraction(3, 10)}
    assert found.evaluations["price"]["middle"] == Fraction(3, 5)
    assert found.evaluations["delivery"] == {"late": 1, "early": 0}
    assert found.reservation == Fraction(3, 10)


def test_losses_are_counted_from_the_worst_option() -> None:
    found = scaled(case_of(Fraction(-100), Fraction(50), Fraction(60), Fraction(5)), "A")

    assert found.evaluations["price"] == {"low": Fraction(2, 3), "middle": 1, "high": 0}
    assert found.unit == Fraction(1, 160)
    assert found.reservation == found.unit * (60 + 40 + 5)
    assert found.weights == {"price": Fraction(90, 160), "delivery": Fraction(40, 160)}
    assert sum(found.weights.values()) <= 1


@given(
    low=st.fractions(-100, 100, max_denominator=30),
    middle=st.fractions(-100, 100, max_denominator=7),
    weight=st.fractions(0, 100, max_denominator=30),
    reserve=st.fractions(-50, 50, max_denominator=30),
)
def test_utility_is_the_gain_in_another_unit_and_all_decimals_end(
    low: Fraction, middle: Fraction, weight: Fraction, reserve: Fraction
) -> None:
    case = case_of(low, middle, weight, reserve)
    found = scaled(case, "A")

    assert sum(found.weights.values()) <= 1
    assert all(decimal(value) is not None for value in (*found.weights.values(), found.reservation))
    utility = {
        option: found.weights["price"] * share
        for option, share in found.evaluations["price"].items()
    }
    gains = {"low": Fraction(0), "middle": weight * middle / 100, "high": weight * low / 100}
    for option, gain in gains.items():
        assert utility[option] - utility["low"] == found.unit * gain
    late = found.weights["delivery"] * found.evaluations["delivery"]["late"]
    assert found.reservation - utility["low"] - late == found.unit * reserve
