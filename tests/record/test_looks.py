"""Corrections for many looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.looks import holm, warning


def test_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([]) == ()


@given(st.lists(st.floats(0, 1), max_size=8))
def test_never_below_the_raw_nor_above_one_and_in_the_same_order(raw: list[float]) -> None:
    found = holm(raw)
    assert all(p <= q <= 1 for p, q in zip(raw, found, strict=True))
    order = sorted(range(len(raw)), key=lambda i: raw[i])
    assert [found[i] for i in order] == sorted(found)


def test_the_warning_names_the_looks() -> None:
    assert warning(1, 0.01, 0.01) is None
    assert "expected by chance" in str(warning(20, 0.01, 0.2))
    plain = warning(2, 0.001, 0.002)
    assert plain is not None
    assert "One of 2 looks" in plain
    assert "chance" not in plain


def test_no_probability_beyond_one() -> None:
    with pytest.raises(ValueError, match="probability"):
        holm([1.2])
