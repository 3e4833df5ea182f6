"""Dominance within many small groups, against the definition."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.grouped import behind
from detente.solve.nondominated import dominated


@st.composite
def _vectors(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    count = draw(st.integers(0, 60))
    goals, free = draw(st.integers(1, 3)), draw(st.integers(0, 3))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    wide = draw(st.sampled_from([2, 4, 9, 40]))
    return (
        rng.integers(0, wide, (goals, count)),
        rng.integers(0, wide, (free, count)),
        rng.integers(0, draw(st.integers(1, 5)), count),
    )


@given(_vectors())
def test_what_is_marked_is_dominated_and_all_of_it(
    drawn: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    goals, free, group = drawn

    found = behind(goals, free, group)

    assert found.tolist() == dominated(goals.T, free.T, group, exact=True).tolist()


def test_one_far_behind_is_found() -> None:
    # The first vector dominates the last; those between are incomparable with both.
    first = np.arange(50, 0, -1)
    goals = np.stack([first, np.concatenate([[40], np.arange(50, 98), [30]])])

    assert behind(goals, np.zeros((1, 50), dtype=int), np.zeros(50, dtype=int)).tolist() == (
        [False] * 49 + [True]
    )
