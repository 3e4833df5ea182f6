"""Shifts of topic: planted ones are found, bursts are none."""

import json
from dataclasses import asdict

import numpy as np
import pytest

from detente.record.topic import Floats, divergence, topic_shift


def bursts(n: int, shares: list[float], size: float, rng: np.random.Generator) -> Floats:
    """Return counts of periods whose own shares scatter about ``shares``, the less the larger."""
    own = rng.dirichlet(size * np.array(shares), size=n)
    return np.array([rng.multinomial(rng.poisson(15) + 1, p) for p in own], dtype=float)


def false_alarms(draws: int) -> float:
    rng = np.random.default_rng(1)
    found = [
        topic_shift(bursts(30, [0.5, 0.3, 0.2], 3, rng), 18, draws=199, seed=seed).verdict
        for seed in range(draws)
    ]
    return float(np.mean([one == "shifted" for one in found]))


def test_a_planted_shift_and_the_topics_that_moved() -> None:
    rng = np.random.default_rng(0)
    counts = np.vstack(
        [
            bursts(20, [0.5, 0.2, 0.2, 0.1], 10, rng),
            bursts(20, [0.2, 0.5, 0.2, 0.1], 10, rng),
        ]
    )
    counts[7] = np.nan
    found = topic_shift(counts, 20)
    assert json.loads(json.dumps(asdict(found)))["verdict"] == found.verdict
    assert found.verdict == "shifted"
    assert found.distance is not None
    assert found.expected is not None
    assert found.distance > found.expected
    assert [share.topic for share in found.shares if share.moved] == [0, 1]
    assert found.crowding > 1.2
    assert found.periods == (19, 20)
    assert sum(share.before.value for share in found.shares) == pytest.approx(1)
    assert all(
        0 <= end.low <= end.value <= end.high <= 1
        for share in found.shares
        for end in (share.before, share.after)
    )


def test_bursts_are_no_shift() -> None:
    assert false_alarms(60) <= 0.12


@pytest.mark.slow
def test_false_alarms_are_one_in_twenty() -> None:
    assert false_alarms(400) <= 0.072


def test_order_of_topics_does_not_matter() -> None:
    counts = bursts(24, [0.5, 0.3, 0.2], 5, np.random.default_rng(3))
    one, other = topic_shift(counts, 12), topic_shift(counts[:, ::-1], 12)
    assert one.distance == pytest.approx(other.distance)
    assert one.p_value == pytest.approx(other.p_value)
    assert [s.p_value for s in one.shares] == [s.p_value for s in other.shares][::-1]


def test_blocks_keep_neighbours_together() -> None:
    rng = np.random.default_rng(4)
    wandered = np.repeat(bursts(10, [0.5, 0.5], 2, rng), 6, axis=0)
    assert topic_shift(wandered, 30, block=6).p_value > topic_shift(wandered, 30).p_value


def test_divergence_by_hand() -> None:
    p, q = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    assert divergence(p, q) == 1.0
    assert divergence(p, p) == 0.0
    assert divergence(p, np.array([0.5, 0.5])) == pytest.approx(0.311278, abs=1e-6)


def test_too_little_to_tell() -> None:
    counts = np.ones((12, 3))
    for table, split in ((counts, 3), (np.zeros((30, 3)), 15), (np.full((30, 3), np.nan), 15)):
        found = topic_shift(table, split)
        assert found.verdict == "too little to tell"
        assert found.distance is None


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(ValueError, match="topics"):
        topic_shift(np.ones((20, 1)), 10)
    with pytest.raises(ValueError, match="split"):
        topic_shift(np.ones((20, 2)), 20)
