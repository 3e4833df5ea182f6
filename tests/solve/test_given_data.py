"""First-order indices: closed forms, SALib's on the same sample, and none where there is none."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from detente.solve.given_data import classes, ends, explained, interval

Floats = NDArray[np.float64]
COUNT = 10_000

# SALib 1.5.1 (numpy 2.4.6), SALib.analyze.delta.analyze(...)["S1"] on the samples below, with
# num_resamples=20 and seed=1: the given-data estimator of Plischke, Borgonovo & Smith, which takes
# off no chance and cuts into fewer classes; its own intervals are ± 0.013, 0.018 and 0.002.
SALIB_ISHIGAMI = (0.31995308, 0.44365476, 0.00471674)
SALIB_LINEAR = (0.76565352, 0.19061125, 0.05495414, 0.00356523)
SALIB_YES_OR_NO = (0.51996682, 0.0977109, 0.03448876, 0.00486573)


def _ishigami(seed: int = 11) -> tuple[Floats, Floats]:
    x = np.random.Generator(np.random.PCG64(seed)).uniform(-np.pi, np.pi, (COUNT, 3))
    return x, np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def _linear() -> tuple[Floats, Floats]:
    x = np.random.Generator(np.random.PCG64(12)).random((COUNT, 4))
    return x, x @ np.array([4.0, 2.0, 1.0, 0.0])


def _indices(x: Floats, answer: Floats) -> list[float]:
    return [explained(answer, classes(column)) for column in x.T]


def test_a_linear_model_has_its_closed_form() -> None:
    # Of independent inputs of equal variance: the square of each factor over the sum of squares.
    assert _indices(*_linear()) == pytest.approx([16 / 21, 4 / 21, 1 / 21, 0], abs=0.01)


def test_the_ishigami_function_has_its_published_indices() -> None:
    # Ishigami & Homma (1990), a = 7, b = 0.1. Of 200 samples the intervals held each published
    # index in 95, 93.5 and 99.5 of 100; classes flatten the second, which waves, by 0.002.
    published, samples = np.array([0.3139, 0.4424, 0.0]), 60
    held, shares = np.zeros(3), np.zeros(3)
    for seed in range(samples):
        x, answer = _ishigami(seed)
        found = [interval(answer, classes(column), seed) for column in x.T]
        shares += [index.share for index in found]
        held += [i.low <= true <= i.high for i, true in zip(found, published, strict=True)]

    assert shares / samples == pytest.approx(published, abs=0.005)
    assert held.min() >= 0.85 * samples


@pytest.mark.parametrize(("made", "salib"), [(_ishigami, SALIB_ISHIGAMI), (_linear, SALIB_LINEAR)])
def test_salib_says_the_same_of_the_same_sample(
    made: Callable[[], tuple[Floats, Floats]], salib: tuple[float, ...]
) -> None:
    x, answer = made()

    assert _indices(x, answer) == pytest.approx(salib, abs=0.007)


def test_salib_says_the_same_of_yes_and_no() -> None:
    x, answer = _linear()

    found = _indices(x, (answer > 4.5).astype(float))

    assert found == pytest.approx(SALIB_YES_OR_NO, abs=0.007)


def test_what_is_taken_off_is_what_permutations_explain_on_average() -> None:
    random = np.random.default_rng(2)
    answer, place = random.random(60), classes(random.random(60), 6)

    shuffled = [explained(random.permutation(answer), place) for _ in range(4_000)]

    # A single one varies by sqrt(2 · 5)/59 = 0.054.
    assert abs(float(np.mean(shuffled))) < 4 * 0.06 / 4_000**0.5


def test_the_interval_holds_the_truth_about_95_times_in_100() -> None:
    held = 0
    for seed in range(100):
        x = np.random.default_rng(seed).random((600, 2))
        found = interval(x @ np.array([1.0, 1.0]), classes(x[:, 0]), seed, times=100)
        held += found.low <= 0.5 <= found.high
    assert 85 <= held <= 100


def test_the_same_seed_gives_the_same_interval() -> None:
    x, answer = _linear()
    place = classes(x[:, 0])

    assert interval(answer, place, 5, 10) == interval(answer, place, 5, 10)
    assert interval(answer, place, 5, 10) != interval(answer, place, 6, 10)


def test_classes_are_of_equal_size_and_keep_equal_draws_together() -> None:
    assert np.bincount(classes(np.arange(1_000)[::-1], 10)).tolist() == [100] * 10
    assert classes(np.array([5, 5, -1, 5, 5, 5]), 2).tolist() == [1, 1, 0, 1, 1, 1]
    assert len(np.unique(classes(np.array([0] * 990 + [*range(1, 11)])))) <= 16
    few = np.repeat([-1, 0, 1], [10, 80, 10])
    assert np.bincount(classes(few)).tolist() == [10, 80, 10]


def test_nothing_is_explained_where_nothing_varies() -> None:
    flat = np.ones(8)

    assert explained(flat, np.arange(8) % 2) == 0
    assert explained(np.arange(8.0), np.zeros(8, dtype=np.int64)) == 0
    assert explained(np.arange(8.0), np.arange(8)) == 0
    assert interval(flat, np.arange(8) % 2, 0) == interval(flat, np.arange(8) % 2, 1)


def test_ends_are_means_over_the_outer_tenths() -> None:
    column = np.arange(100)

    assert ends(column.astype(float), column) == (4.5, 94.5)
    assert ends(np.array([3.0, 5.0]), np.array([7, 7])) == (4.0, 4.0)
