import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.report.tables.real import per_cent, ranged, real
from detente.study.recorded_result import Measure


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (None, 2, ""),
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (-0.001, 2, "0.00"),
        (-1.5, 1, "−1.5"),
        (1234.5, 1, "1,234.5"),
        (-1234.5, 0, "−1,234"),
        (-3, 0, "−3"),
    ],
)
def test_numbers_have_true_minus_signs(value: float | None, digits: int, text: str) -> None:
    assert real(value, digits) == text


@given(st.floats(-1e9, 1e9))
def test_no_hyphen_stands_before_a_number(value: float) -> None:
    text = real(value, sign=True)

    assert "-" not in text
    assert float(text.replace("−", "-").replace(",", "")) == pytest.approx(value, abs=0.0051)


def test_a_sign_is_shown_where_it_is_asked_for() -> None:
    assert [real(x, 0, sign=True) for x in (2, -2, 0)] == ["+2", "−2", "0"]


def test_what_is_missing_is_no_0() -> None:
    assert ranged(Measure(value=None, low=None, high=None)) == ""
    assert per_cent(None) == ""
    assert per_cent(0.0) == "0 %"


def test_a_range_without_ends_is_left_out() -> None:
    assert ranged(Measure(value=1.0, low=None, high=None)) == "1.00"
    assert ranged(Measure(value=-1.0, low=-2.0, high=0.5), 1, sign=True) == "−1.0 (−2.0 to 0.5)"
