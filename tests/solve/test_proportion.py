"""Wilson's interval: published values, its ends, and how often it holds the probability."""

from __future__ import annotations

import numpy as np
import pytest

from detente.solve.proportion import wilson

# Newcombe (1998), table I, method 3: score without continuity correction.
NEWCOMBE = [
    ((81, 263), (0.2553, 0.3662)),
    ((15, 148), (0.0624, 0.1605)),
    ((0, 20), (0.0, 0.1611)),
    ((1, 29), (0.0061, 0.1718)),
]


@pytest.mark.parametrize(("given", "expected"), NEWCOMBE)
def test_the_published_intervals(given: tuple[int, int], expected: tuple[float, float]) -> None:
    assert wilson(*given) == pytest.approx(expected, abs=5e-5)


def test_it_holds_the_probability_about_95_times_in_100() -> None:
    hits = np.random.default_rng(1).binomial(200, 0.07, 4_000)

    held = sum(low <= 0.07 <= high for low, high in (wilson(int(hit), 200) for hit in hits))

    assert 0.93 < held / 4_000 < 0.97


@pytest.mark.parametrize("given", [(1, 0), (3, 2), (-1, 5)])
def test_what_cannot_be_counted_is_refused(given: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="at least one draw"):
        wilson(*given)


def test_none_and_all_are_ends() -> None:
    assert wilson(0, 10)[0] == 0.0
    assert wilson(10, 10)[1] == 1.0
