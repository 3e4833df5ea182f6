"""Trends: planted ones are found, wandering is none."""

import json
from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.trend import Floats, trend
from tests.record.stationary import wandering


def false_alarms(n: int, memory: float, draws: int) -> float:
    rng = np.random.default_rng(1)
    clear = [trend(wandering(n, memory, rng)).verdict != "no clear trend" for _ in range(draws)]
    return float(np.mean(clear))


def test_a_planted_slope_lies_in_its_range() -> None:
    rng = np.random.default_rng(0)
    row = 0.05 * np.arange(100) + wandering(100, 0.3, rng)
    row[[4, 50, 51]] = np.nan
    found = trend(row)
    assert json.loads(json.dumps(asdict(found)))["verdict"] == found.verdict
    assert found.verdict == "rises"
    assert found.slope is not None
    assert found.slope.low <= 0.05 <= found.slope.high
    assert found.periods == 97
    assert found.p_value < 0.01
    assert trend(-row).verdict == "falls"


def test_by_hand() -> None:
    row = np.arange(14.0)
    row[13] = -100.0  # one wild value moves no median
    found = trend(row)
    assert found.slope is not None
    assert found.slope.value == 1.0
    assert found.tau == pytest.approx((78 - 13) / 91)


def test_wandering_is_no_trend() -> None:
    assert false_alarms(60, 0.0, 150) <= 0.16
    assert false_alarms(60, 0.5, 150) <= 0.18


@pytest.mark.slow
@pytest.mark.parametrize(("n", "memory"), [(26, 0.0), (26, 0.4), (100, 0.5), (300, 0.7)])
def test_false_alarms_stay_near_one_in_ten(n: int, memory: float) -> None:
    assert false_alarms(n, memory, 400) <= 0.15


@pytest.mark.parametrize("row", [np.zeros(0), np.arange(11.0), np.ones(50), np.full(40, np.nan)])
def test_too_little_to_tell(row: Floats) -> None:
    found = trend(row)
    assert found.verdict == "too little to tell"
    assert found.slope is None


@given(st.integers(0, 1000), st.sampled_from([0.5, 2.0, -1.0, -8.0]), st.integers(-5, 5))
@settings(max_examples=15)
def test_scale_and_origin_go_through(seed: int, scale: float, origin: int) -> None:
    row = np.random.default_rng(seed).standard_normal(20)
    one, other = trend(row), trend(origin + scale * row)
    assert one.slope is not None
    assert other.slope is not None
    assert other.slope.value == pytest.approx(scale * one.slope.value)
    ends = sorted([scale * one.slope.low, scale * one.slope.high])
    assert [other.slope.low, other.slope.high] == pytest.approx(ends)
    assert other.p_value == pytest.approx(one.p_value)


def test_what_is_no_series_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        trend(np.array([1.0, np.inf]))
    with pytest.raises(ValueError, match="level"):
        trend(np.arange(20.0), level=1.0)
