"""PELT: the same cuts as a search of all partitions, and as another program."""

from itertools import combinations, pairwise

import numpy as np
import pytest
import ruptures
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.pelt import Floats, dearest, pelt, squares

numbers = st.integers(-20, 20).map(lambda n: n / 4)


def total(values: Floats, weights: Floats, cuts: tuple[int, ...]) -> float:
    bounds = (0, *cuts, len(values))
    parts = [slice(low, high) for low, high in pairwise(bounds)]
    means = [np.average(values[part], weights=weights[part]) for part in parts]
    return float(
        sum(np.sum(weights[p] * (values[p] - m) ** 2) for p, m in zip(parts, means, strict=True))
    )


def partitions(n: int, shortest: int) -> list[tuple[int, ...]]:
    return [
        cuts
        for k in range(n // shortest)
        for cuts in combinations(range(1, n), k)
        if min(np.diff([0, *cuts, n])) >= shortest
    ]


@given(
    st.lists(st.tuples(numbers, st.integers(1, 5)), min_size=1, max_size=9),
    st.integers(1, 3),
    st.sampled_from([0.0, 0.5, 3.0, 20.0]),
)
@settings(max_examples=60)
def test_no_partition_is_cheaper(
    pairs: list[tuple[float, int]], shortest: int, penalty: float
) -> None:
    values = np.array([value for value, _ in pairs])
    weights = np.array([float(weight) for _, weight in pairs])
    n = len(values)
    cuts = pelt(squares(values, weights), n, penalty, shortest)
    assert cuts == () or min(np.diff([0, *cuts, n])) >= shortest
    best = min(
        (total(values, weights, one) + penalty * len(one) for one in partitions(n, shortest)),
        default=total(values, weights, ()),
    )
    assert total(values, weights, cuts) + penalty * len(cuts) == pytest.approx(best, abs=1e-7)


@pytest.mark.parametrize("seed", range(6))
def test_the_cuts_are_those_of_ruptures(seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = np.repeat(rng.normal(0, 3, 5), 30) + rng.standard_normal(150)
    ours = pelt(squares(values, np.ones(150)), 150, 12.0, 5)
    theirs = ruptures.KernelCPD(kernel="linear", min_size=5, jump=1).fit(values).predict(pen=12.0)
    assert [*ours, 150] == theirs


@given(st.lists(numbers, min_size=2, max_size=8))
@settings(max_examples=40)
def test_the_dearest_price_is_the_best_gain_a_cut(values: list[float]) -> None:
    row, ones = np.array(values), np.ones(len(values))
    gains = [
        (total(row, ones, ()) - total(row, ones, cuts)) / len(cuts)
        for cuts in partitions(len(values), 1)
        if cuts
    ]
    assert dearest(squares(row, ones), len(row)) == pytest.approx(max(gains), abs=1e-7)


def test_a_series_too_short_to_cut_is_not_cut() -> None:
    cost = squares(np.array([0.0, 9.0, 0.0]), np.ones(3))
    assert pelt(cost, 3, 0.0, 2) == ()
    assert dearest(cost, 3, 2) == 0.0


def test_no_negative_price() -> None:
    cost = squares(np.array([0.0, 1.0]), np.ones(2))
    with pytest.raises(ValueError, match="price"):
        pelt(cost, 2, -1.0)
    with pytest.raises(ValueError, match="element"):
        pelt(cost, 2, 1.0, 0)
