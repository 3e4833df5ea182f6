"""Block bootstraps: indices, lengths of blocks, ranges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.bootstrap import (
    Interval,
    block_length,
    mean_interval,
    memory,
    memory_raised,
    moving,
    percentile,
    spread_by_memory,
    stationary,
)
from tests.record.stationary import wandering


@given(st.integers(1, 40), st.data())
@settings(max_examples=40)
def test_moving_blocks_are_neighbours_and_cut_at_the_end(n: int, data: st.DataObject) -> None:
    length = data.draw(st.integers(1, n))
    index = moving(n, length, 5, np.random.default_rng(0))
    assert index.shape == (5, n)
    assert index.min() >= 0
    assert index.max() < n
    step = np.diff(index, axis=1)
    inner = (np.arange(1, n) % length) != 0
    assert (step[:, inner] == 1).all()


@given(st.integers(1, 40), st.data())
@settings(max_examples=40)
def test_stationary_blocks_run_on_around_a_circle(n: int, data: st.DataObject) -> None:
    length = data.draw(st.integers(1, n))
    index = stationary(n, length, 5, np.random.default_rng(0))
    assert index.shape == (5, n)
    assert index.min() >= 0
    assert index.max() < n


def test_stationary_blocks_have_their_mean_length_and_favour_no_place() -> None:
    index = stationary(200, 8, 400, np.random.default_rng(1))
    joined = (np.diff(index, axis=1) % 200 == 1).mean()
    assert joined == pytest.approx(1 - 1 / 8 + 1 / 8 / 200, abs=0.005)
    assert np.bincount(index.ravel()) == pytest.approx(400, rel=0.35)


def test_the_same_seed_draws_the_same() -> None:
    one, other = (stationary(30, 3, 4, np.random.default_rng(5)) for _ in range(2))
    assert np.array_equal(one, other)


def test_blocks_lengthen_with_memory_and_stay_within_a_third() -> None:
    rng = np.random.default_rng(2)
    lengths = [block_length(wandering(500, rho, rng)) for rho in (0.0, 0.5, 0.9)]
    assert lengths == sorted(lengths)
    assert lengths[0] <= 3
    assert block_length(np.arange(30.0)) == 10
    assert block_length(np.ones(2)) == 1


def test_memory_leaves_out_what_is_missing() -> None:
    row = wandering(3000, 0.6, np.random.default_rng(3))
    row[::5] = np.nan
    assert memory(row) == pytest.approx(0.6, abs=0.06)
    assert memory(np.ones(9)) == 0.0
    assert memory(np.array([1.0, np.nan, 2.0])) == 0.0


def test_memory_is_raised_for_its_bias_and_never_below_nothing() -> None:
    rng = np.random.default_rng(6)
    found = [memory_raised(wandering(30, 0.5, rng)) for _ in range(200)]
    assert np.mean(found) == pytest.approx(0.5, abs=0.06)
    assert memory_raised(np.tile([1.0, -1.0], 20)) == 0.0
    assert memory_raised(np.arange(400.0)) == 0.9


def test_memory_spreads_a_mean() -> None:
    assert spread_by_memory(0.0, 9) == 1.0
    assert spread_by_memory(0.5, 2) == 1.5
    assert spread_by_memory(0.5, 10_000) == pytest.approx(3, abs=1e-3)


def test_the_mean_lies_in_its_range_nine_times_in_ten() -> None:
    rng = np.random.default_rng(4)
    held = 0
    for seed in range(100):
        found = mean_interval(rng.standard_normal(40), draws=199, seed=seed)
        held += found.low <= 0 <= found.high
    assert held >= 82


def test_a_weighted_mean_leaves_out_weightless_and_missing_values() -> None:
    found = mean_interval(np.array([1.0, 3.0, 99.0, np.nan]), np.array([1.0, 3.0, 0.0, 2.0]))
    assert found.value == 2.5
    assert 1 - 1 <= found.low <= found.high <= 3 + 1


def test_the_side_of_a_range() -> None:
    assert [Interval(0, *ends, 0.9).sign for ends in ((1, 2), (-2, -1), (-1, 1), (0, 1))] == [
        1,
        -1,
        0,
        0,
    ]


def test_what_makes_no_range_is_refused() -> None:
    with pytest.raises(ValueError, match="draws"):
        percentile(0.0, np.array([np.nan]))
    with pytest.raises(ValueError, match="two values"):
        mean_interval(np.array([1.0]))
    with pytest.raises(ValueError, match="block"):
        moving(5, 6, 1, np.random.default_rng(0))
    with pytest.raises(ValueError, match="block"):
        stationary(5, 0, 1, np.random.default_rng(0))
