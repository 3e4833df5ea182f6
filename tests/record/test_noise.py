"""Noise measured from neighbours, and the cycle taken out."""

import numpy as np
import pytest

from detente.record.noise import MOST_MEMORY, cycle_of, noise
from tests.record.stationary import wandering


def test_noise_and_memory_are_recovered() -> None:
    rng = np.random.default_rng(0)
    plain = noise(3 * rng.standard_normal(4000))
    assert plain.variance == pytest.approx(9, rel=0.1)
    assert plain.memory == pytest.approx(0, abs=0.06)
    kept = noise(wandering(4000, 0.4, rng))
    assert kept.memory == pytest.approx(0.4, abs=0.06)
    assert kept.long_run == pytest.approx(1.4 / 0.6, rel=0.2)


def test_a_step_hardly_changes_the_noise() -> None:
    row = np.random.default_rng(1).standard_normal(400)
    stepped = row + np.repeat([0.0, 4.0], 200)
    assert noise(stepped).variance == pytest.approx(noise(row).variance, rel=0.15)


def test_weights_are_inverse_variances() -> None:
    rng = np.random.default_rng(2)
    weights = rng.integers(1, 30, 3000).astype(float)
    row = rng.standard_normal(3000) / np.sqrt(weights)
    assert noise(row, weights).variance == pytest.approx(1, rel=0.1)


def test_memory_has_a_bound_and_a_flat_series_no_noise() -> None:
    assert noise(np.arange(50.0)).memory == MOST_MEMORY
    assert noise(np.ones(50)).variance == 0.0


@pytest.mark.parametrize("length", [4, 7])
def test_a_cycle_is_found_beside_a_slope_and_gaps(length: int) -> None:
    planted = np.arange(length) - (length - 1) / 2
    row = np.tile(planted, 12) + 0.3 * np.arange(12 * length)
    row[25] = np.nan
    assert cycle_of(row, length) == pytest.approx(np.tile(planted, 12))


def test_no_cycle_where_there_is_none_to_see() -> None:
    assert not cycle_of(np.arange(40.0), 1).any()
    assert not cycle_of(np.arange(10.0), 7).any()
