"""Laws on a grid: their mean and variance in closed form, their range, and constants."""

from __future__ import annotations

from fractions import Fraction
from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.law import CELLS, Law, Shape, law

RANGES = [(0, 3, 10), (0, 0, 8), (-5, 5, 5), (18, 24, 34), (-100, 0, 100)]


def _moments(found: Law, mode: int) -> tuple[float, float]:
    values = mode + (found.first + np.arange(len(found.mass))) * float(found.step)
    mean = float(values @ found.mass)
    return mean, float((values - mean) ** 2 @ found.mass)


@pytest.mark.parametrize("ends", RANGES)
def test_pert_has_the_mean_and_variance_of_its_closed_form(ends: tuple[int, int, int]) -> None:
    low, mode, high = ends
    found = law(Fraction(low), Fraction(mode), Fraction(high), Fraction(1, 100), "pert")

    mean, variance = _moments(found, mode)

    # Beta(1 + 4t, 5 − 4t) on the range: mean μ, variance (μ − low)(high − μ)/7.
    middle = (low + 4 * mode + high) / 6
    assert mean == pytest.approx(middle, abs=2e-3)
    assert variance == pytest.approx((middle - low) * (high - middle) / 7, rel=1e-3)


@pytest.mark.parametrize("ends", RANGES)
def test_triangular_has_the_mean_and_variance_of_its_closed_form(
    ends: tuple[int, int, int],
) -> None:
    low, mode, high = ends
    found = law(Fraction(low), Fraction(mode), Fraction(high), Fraction(1, 100), "triangular")

    mean, variance = _moments(found, mode)

    assert mean == pytest.approx((low + mode + high) / 3, abs=2e-3)
    squares = low**2 + mode**2 + high**2 - low * mode - low * high - mode * high
    assert variance == pytest.approx(squares / 18, rel=1e-3)


def test_draws_have_the_moments_of_their_law_within_their_error() -> None:
    found = law(Fraction(0), Fraction(3), Fraction(10), Fraction(1, 100), "pert")
    mean, variance = _moments(found, 3)

    drawn = 3 + found.at(np.random.default_rng(5).random(40_000)) / 100

    assert abs(float(drawn.mean()) - mean) < 4 * sqrt(variance / 40_000)
    assert float(drawn.var()) == pytest.approx(variance, rel=0.04)


@pytest.mark.parametrize(("shape", "outer"), [("pert", 53 / 512), ("triangular", 1 / 8)])
def test_a_range_of_one_step_either_way_is_what_rounding_makes_of_it(
    shape: Shape, outer: float
) -> None:
    found = law(Fraction(1), Fraction(2), Fraction(3), Fraction(1), shape)

    assert found.mass == pytest.approx([outer, 1 - 2 * outer, outer], abs=1e-6)


def test_equal_ends_and_ranges_below_a_step_are_constant() -> None:
    third = Fraction(1, 3)
    for ends in ((third, third, third), (third, third, third + Fraction(1, 1000))):
        found = law(*ends, Fraction(1, 100), "pert")
        assert (found.first, found.at(np.array([0.0, 0.999])).tolist()) == (0, [0, 0])


def test_a_very_wide_range_takes_wider_steps() -> None:
    found = law(Fraction(0), Fraction(10**9), Fraction(10**12), Fraction(1, 100), "pert")

    assert len(found.mass) <= CELLS + 1
    assert found.step == 10**8


def test_what_is_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="low <= mode <= high"):
        law(Fraction(1), Fraction(0), Fraction(2), Fraction(1), "pert")
    with pytest.raises(ValueError, match="above 0"):
        law(Fraction(0), Fraction(0), Fraction(2), Fraction(0), "pert")


@given(
    st.tuples(*[st.fractions(-50, 50, max_denominator=12)] * 3),
    st.sampled_from(["pert", "triangular"]),
    st.lists(st.floats(0, 1, exclude_max=True), min_size=2, max_size=6),
)
def test_every_draw_lies_in_its_range_and_rises_with_its_uniform_number(
    ends: tuple[Fraction, Fraction, Fraction], shape: Shape, uniform: list[float]
) -> None:
    low, mode, high = sorted(ends)
    found = law(low, mode, high, Fraction(1, 10), shape)

    steps = found.at(np.sort(np.array(uniform))).tolist()

    assert isclose(float(found.mass.sum()), 1)
    assert steps == sorted(steps)
    assert all(low <= mode + step * found.step <= high for step in steps)
