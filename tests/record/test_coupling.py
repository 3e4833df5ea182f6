"""Coupling: a planted lead is found, two series that only remember are not coupled."""

import json
from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.coupling import Floats, coupling, whitened
from tests.record.stationary import wandering


def tied(n: int, lag: int, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return two series of which the second follows the first ``lag`` periods behind."""
    a = wandering(n + lag, 0.5, rng)
    return a[lag:], 0.7 * a[: len(a) - lag] + 0.7 * wandering(n, 0.5, rng)


def false_alarms(n: int, memory: float, draws: int) -> float:
    rng = np.random.default_rng(1)
    found = [
        coupling(wandering(n, memory, rng), wandering(n, memory, rng), draws=199, seed=seed).verdict
        for seed in range(draws)
    ]
    return float(np.mean([one != "no clear coupling" for one in found]))


@pytest.mark.parametrize(("lag", "verdict"), [(0, "together"), (3, "a leads")])
def test_a_planted_lead_is_found(lag: int, verdict: str) -> None:
    a, b = tied(120, lag, np.random.default_rng(0))
    a[[5, 60]] = np.nan
    found = coupling(a, b)
    assert json.loads(json.dumps(asdict(found)))["verdict"] == found.verdict
    assert found.verdict == verdict
    assert found.lag == lag
    assert found.correlation > 0.3
    assert found.p_value <= 0.01
    assert coupling(-a, b).correlation == pytest.approx(-found.correlation)


def test_a_lead_is_found_in_most_series_of_a_quarter() -> None:
    rng = np.random.default_rng(2)
    found = [coupling(*tied(90, 2, rng), draws=199, seed=seed) for seed in range(25)]
    assert sum(one.verdict == "a leads" and one.lag == 2 for one in found) >= 22


def test_two_series_that_remember_are_not_coupled() -> None:
    assert false_alarms(90, 0.6, 60) <= 0.12


@pytest.mark.slow
@pytest.mark.parametrize(("n", "memory"), [(60, 0.0), (90, 0.5), (200, 0.8)])
def test_false_alarms_are_one_in_twenty(n: int, memory: float) -> None:
    assert false_alarms(n, memory, 400) <= 0.05 + 2 * (0.05 * 0.95 / 400) ** 0.5


@given(st.integers(0, 1000), st.integers(0, 3))
@settings(max_examples=15)
def test_a_swap_mirrors_the_lags(seed: int, gaps: int) -> None:
    rng = np.random.default_rng(seed)
    a, b = tied(60, 1, rng)
    a[rng.integers(0, 60, gaps)] = np.nan
    one, other = coupling(a, b, draws=49), coupling(b, a, draws=49)
    assert one.p_value == other.p_value
    assert one.lag is not None
    assert other.lag == -one.lag
    for left, right in zip(one.lags, reversed(other.lags), strict=True):
        assert (left.lag, left.pairs, left.corrected) == (-right.lag, right.pairs, right.corrected)
        assert left.correlation == pytest.approx(right.correlation)


def test_scale_and_origin_do_not_matter() -> None:
    a, b = tied(80, 2, np.random.default_rng(3))
    one, other = coupling(a, b), coupling(4 + 3 * a, 2 * b - 7)
    assert one.p_value == other.p_value
    assert other.correlation == pytest.approx(one.correlation)


def test_what_a_series_owes_to_its_past_is_taken_out() -> None:
    row = wandering(600, 0.8, np.random.default_rng(4))
    new, order = whitened(row)
    assert order >= 1
    kept = new[np.isfinite(new)]
    assert abs(float(np.corrcoef(kept[1:], kept[:-1])[0, 1])) < 0.1


def test_too_little_to_tell() -> None:
    row = wandering(60, 0.3, np.random.default_rng(5))
    holes = np.where(np.arange(60) % 2 == 0, row, np.nan)
    for other in (row[:30], np.ones(60), np.full(60, np.nan), holes):
        found = coupling(row[: len(other)], other)
        assert found.verdict == "too little to tell"
        assert found.lag is None
        assert found.lags == ()


def test_what_are_no_series_is_refused() -> None:
    row = np.ones(50)
    with pytest.raises(ValueError, match="one length"):
        coupling(row, row[1:])
    with pytest.raises(ValueError, match="finite"):
        coupling(row, row * np.inf)
