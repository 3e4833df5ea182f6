"""Bounds: what is dropped could add nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.bounds import Known, corners, out_of_reach, staircase, thinned

POINTS = st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), min_size=1, max_size=60)


def _behind(point: tuple[int, int], known: list[tuple[int, int]]) -> bool:
    return any(a >= point[0] and b >= point[1] and (a, b) != point for a, b in known)


@given(POINTS)
def test_a_staircase_is_what_nothing_is_ahead_of(points: list[tuple[int, int]]) -> None:
    stairs = [tuple(p) for p in staircase(np.array(points)).tolist()]

    assert sorted(stairs) == sorted({p for p in points if not _behind(p, points)})
    assert stairs == sorted(stairs)


@given(POINTS, st.integers(1, 8))
def test_a_thinned_staircase_covers_it(points: list[tuple[int, int]], size: int) -> None:
    stairs = staircase(np.array(points))
    few = thinned(stairs, size)

    assert len(few) <= max(size, 0)
    for point in stairs:
        assert (few >= point).all(axis=1).any()


@given(POINTS, POINTS, POINTS)
def test_hopeless_labels_can_add_nothing(
    known: list[tuple[int, int]], labels: list[tuple[int, int]], future: list[tuple[int, int]]
) -> None:
    held = Known()
    held.learn(np.array(known))
    table = np.array(labels)

    lost = held.hopeless(table[:, 0], table[:, 1], np.array(future))

    for (a, b), gone in zip(labels, lost, strict=True):
        if gone:
            assert all(_behind((a + x, b + y), known) for x, y in future)


@given(POINTS, POINTS)
def test_what_is_out_of_reach_is_behind(
    known: list[tuple[int, int]], some: list[tuple[int, int]]
) -> None:
    stairs = staircase(np.array(known)).astype(float)
    ways = np.stack([np.linspace(0, 1, 9), np.linspace(1, 0, 9)], axis=1)
    limits = ways @ np.array(some, dtype=float).T

    lost = out_of_reach(ways, limits + 1e-9, corners(stairs))

    for point, gone in zip(some, lost, strict=True):
        if gone:
            assert _behind(point, known)
