"""The price of a cut: false alarms on stationary series stay at about one in twenty."""

import numpy as np
import pytest

from detente.record.change import volume_changes
from tests.record.stationary import (
    COUNTS,
    TONES,
    alarms_in_tone,
    alarms_in_volume,
    spread_out,
    week,
)


@pytest.mark.parametrize("name", COUNTS)
def test_a_hundred_days_without_change_show_none(name: str) -> None:
    assert alarms_in_volume(COUNTS[name], 90, 24) <= 0.125  # of 24 at 5 %: up to 3


@pytest.mark.slow
@pytest.mark.parametrize("n", [60, 120, 365])
@pytest.mark.parametrize("name", COUNTS)
def test_false_alarms_in_volume_are_one_in_twenty(name: str, n: int) -> None:
    assert alarms_in_volume(COUNTS[name], n, 300, seed=11) <= 0.05 + 2 * (0.05 * 0.95 / 300) ** 0.5


@pytest.mark.slow
@pytest.mark.parametrize("name", TONES)
def test_false_alarms_in_tone_are_one_in_twenty(name: str) -> None:
    assert alarms_in_tone(name, 120, 200, seed=11) <= 0.05 + 2 * (0.05 * 0.95 / 200) ** 0.5


def test_a_doubling_is_found_in_most_series() -> None:
    rng = np.random.default_rng(3)
    found = 0
    for _ in range(20):
        mean = np.repeat([10.0, 20.0], 60) * np.exp(week(120))
        points = volume_changes(spread_out(mean, 5.0, 120, rng)).points
        found += len(points) == 1 and abs(points[0].index - 60) <= 7
    assert found >= 16
