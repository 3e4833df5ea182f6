from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.files.genius.decimals import DIGITS, POWER, decimal, exact, nearest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.249965769639436E-5", Fraction(3249965769639436, 10**20)),
        (" 100 ", Fraction(100)),
        ("3.", Fraction(3)),
        (".5", Fraction(1, 2)),
        ("-1e2", Fraction(-100)),
        ("1" * 100, Fraction(int("1" * 100))),
    ],
)
def test_decimals_are_read_as_they_stand(text: str, value: Fraction) -> None:
    assert exact(text) == value


@pytest.mark.parametrize(
    "text", ["", "ten", "1,5", "NaN", "Infinity", "0x1", "1/3", "1e999", f"1e{POWER + 1}"]
)
def test_what_is_no_decimal_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no number|power of ten"):
        exact(text)


def test_a_number_of_endless_length_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="no number"):
        exact("1" * (DIGITS + 1))


@given(st.integers(-(10**30), 10**30), st.integers(0, 30), st.integers(0, 30))
def test_a_decimal_is_written_and_read_as_the_same(number: int, twos: int, fives: int) -> None:
    value = Fraction(number, 2**twos * 5**fives)

    text = decimal(value)

    assert text is not None
    assert exact(text) == value


@given(st.fractions())
def test_endless_digits_are_told_and_rounded_only_on_demand(value: Fraction) -> None:
    text = decimal(value)

    assert (text is None) == (10**400 % value.denominator != 0)
    assert float(nearest(value)) == float(value)
