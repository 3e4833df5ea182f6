"""The warming index: planted warming is found, chance is none, few events are too little."""

import json
from dataclasses import asdict

import numpy as np
import pytest

from detente.record.warming import Floats, warming
from tests.record.stationary import wandering


def days(n: int, step: float, memory: float, rng: np.random.Generator) -> tuple[Floats, Floats]:
    events = rng.poisson(4, n).astype(float)
    tone = wandering(n, memory, rng) + step * (np.arange(n) >= n - 30)
    return np.where(events > 0, tone, np.nan), events


def false_alarms(n: int, memory: float, draws: int) -> float:
    rng = np.random.default_rng(1)
    clear = [
        warming(*days(n, 0.0, memory, rng), 30, draws=199, seed=seed).verdict != "no clear change"
        for seed in range(draws)
    ]
    return float(np.mean(clear))


def test_planted_warming_and_cooling() -> None:
    tone, events = days(150, 1.5, 0.2, np.random.default_rng(0))
    found = warming(tone, events, 30)
    assert json.loads(json.dumps(asdict(found)))["verdict"] == found.verdict
    assert found.verdict == "warms"
    assert found.index is not None
    assert found.index.value == pytest.approx(1.5, abs=0.5)
    assert warming(-tone, events, 30).verdict == "cools"


def test_by_hand() -> None:
    tone = np.array([0.0, 2.0] * 10 + [4.0, 6.0] * 5)
    found = warming(tone, np.full(30, 3.0), 10)
    assert (found.before, found.recent, found.spread) == (1.0, 5.0, 1.0)
    assert found.index is not None
    assert found.index.value == 4.0
    assert found.periods == (20, 10)
    assert found.events == (60, 30)


def test_days_weigh_by_their_events() -> None:
    tone = np.array([0.0, 2.0] * 10 + [0.0, 3.0] * 5)
    events = np.array([2.0, 2.0] * 10 + [2.0, 4.0] * 5)
    assert warming(tone, events, 10).recent == pytest.approx(2.0)


def test_scale_and_origin_do_not_matter() -> None:
    tone, events = days(150, 0.7, 0.2, np.random.default_rng(2))
    one, other = warming(tone, events, 30).index, warming(5 + 3 * tone, events, 30).index
    assert one is not None
    assert other is not None
    assert [other.value, other.low, other.high] == pytest.approx([one.value, one.low, one.high])


def test_chance_is_no_warming() -> None:
    assert false_alarms(150, 0.0, 80) <= 0.2


@pytest.mark.slow
@pytest.mark.parametrize(("n", "memory"), [(90, 0.0), (90, 0.3), (300, 0.3)])
def test_false_alarms_stay_near_one_in_ten(n: int, memory: float) -> None:
    assert false_alarms(n, memory, 300) <= 0.16


def test_too_little_to_tell() -> None:
    full, many = np.arange(40.0), np.full(40, 5.0)
    few_events = np.ones(40)
    quiet = np.where(np.arange(40) > 34, 0.0, many)
    for tone, events in (
        (full, few_events),
        (full, quiet),
        (np.ones(40), many),
        (np.full(40, np.nan), many),
        (full, np.full(40, np.nan)),
    ):
        found = warming(tone, events, 10)
        assert found.verdict == "too little to tell"
        assert found.index is None


def test_what_is_no_series_is_refused() -> None:
    with pytest.raises(ValueError, match="counts"):
        warming(np.ones(5), -np.ones(5), 2)
    with pytest.raises(ValueError, match="part"):
        warming(np.ones(5), np.ones(5), 5)
