"""Numbers under a sum: they keep it, keep their ranges, and follow their laws given it."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.conditioned import conditioned
from detente.solve.law import Law, law


@st.composite
def ranges(draw: st.DrawFn) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Return lows, modes and highs of 1–6 numbers; modes are any."""
    count = draw(st.integers(1, 6))
    below, above = st.integers(0, 30), st.integers(0, 30)
    return [
        (Fraction(-draw(below), 7), Fraction(0), Fraction(draw(above), 7)) for _ in range(count)
    ]


@given(ranges(), st.integers(0, 2**32))
def test_every_row_adds_up_and_stays_in_range(
    ends: list[tuple[Fraction, Fraction, Fraction]], seed: int
) -> None:
    laws = [law(low, mode, high, Fraction(1, 10), "pert") for low, mode, high in ends]
    uniform = np.random.default_rng(seed).random((40, len(laws)))

    steps = conditioned(laws, uniform)

    assert not steps.sum(axis=1).any()
    for column, (low, _, high) in zip(steps.T, ends, strict=True):
        assert all(low <= Fraction(int(step), 10) <= high for step in column)


def test_the_extreme_uniform_numbers_are_answered() -> None:
    laws = [law(Fraction(-3), Fraction(0), Fraction(2), Fraction(1, 10), "pert")] * 4
    ends = np.array([[low] * 4 for low in (0.0, 1 - 2**-53)])

    assert not conditioned(laws, np.repeat(ends, 500, axis=0)).sum(axis=1).any()


def test_draws_follow_the_product_of_the_laws_given_the_sum() -> None:
    laws = [
        Law(-1, np.array([0.2, 0.5, 0.3]), Fraction(1)),
        Law(-2, np.array([0.1, 0.2, 0.4, 0.3]), Fraction(1)),
        Law(0, np.array([0.6, 0.4]), Fraction(1)),
    ]
    exact = {
        steps: float(np.prod([own.mass[s - own.first] for own, s in zip(laws, steps, strict=True)]))
        for steps in product((-1, 0, 1), (-2, -1, 0, 1), (0, 1))
        if sum(steps) == 0
    }
    total = sum(exact.values())
    count = 200_000

    drawn = conditioned(laws, np.random.default_rng(3).random((count, 3)))

    rows, hits = np.unique(drawn, axis=0, return_counts=True)
    assert {tuple(row) for row in rows.tolist()} == set(exact)
    for row, hit in zip(rows.tolist(), hits, strict=True):
        share = exact[tuple(row)] / total
        assert abs(hit / count - share) < 5 * np.sqrt(share * (1 - share) / count)


def test_modes_at_the_ends_leave_one_way_alone() -> None:
    laws = [law(Fraction(0), Fraction(0), Fraction(50), Fraction(1, 10), "pert")] * 40

    assert not conditioned(laws, np.random.default_rng(0).random((20, 40))).any()


def test_different_steps_are_refused() -> None:
    laws = [law(Fraction(0), Fraction(0), Fraction(1), Fraction(1, n), "pert") for n in (5, 10)]
    with pytest.raises(ValueError, match="one step"):
        conditioned(laws, np.zeros((1, 2)))
