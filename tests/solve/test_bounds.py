"""Bounds: what is dropped could add nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.bounds import (
    Sought,
    corners,
    covered,
    hopeless,
    left_open,
    out_of_reach,
    staircase,
    thinned,
)

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


@given(POINTS, POINTS)
def test_covered_is_at_most_some_point(
    known: list[tuple[int, int]], some: list[tuple[int, int]]
) -> None:
    marked = covered(staircase(np.array(known)), np.array(some))

    assert marked.tolist() == [any(a >= x and b >= y for a, b in known) for x, y in some]


@given(POINTS, POINTS)
def test_what_is_not_behind_is_at_least_a_corner_left_open(
    known: list[tuple[int, int]], some: list[tuple[int, int]]
) -> None:
    asked = left_open(staircase(np.array(known)))

    assert (np.diff(asked[:, 0]) >= 0).all()
    assert (np.diff(asked[:, 1]) <= 0).all()
    for point in some:
        assert (asked <= point).all(axis=1).any() == (not _behind(point, known))


@given(POINTS, POINTS, POINTS)
def test_hopeless_labels_reach_no_corner(
    known: list[tuple[int, int]], labels: list[tuple[int, int]], future: list[tuple[int, int]]
) -> None:
    asked = left_open(staircase(np.array(known)))

    lost = hopeless(asked, np.array(labels).T, np.array(future))

    for (a, b), gone in zip(labels, lost, strict=True):
        reached = [(asked <= (a + x, b + y)).all(axis=1).any() for x, y in future]
        assert not (gone and any(reached))


def test_no_label_is_hopeless_where_there_is_none() -> None:
    assert not len(hopeless(left_open(np.zeros((0, 2))), np.zeros((2, 0)), np.zeros((1, 2))))


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


@given(POINTS, POINTS, st.integers(0, 40))
def test_the_quick_look_drops_only_what_misses_every_corner(
    known: list[tuple[int, int]], some: list[tuple[int, int]], above: int
) -> None:
    asked = left_open(staircase(np.array(known)))
    ways = np.stack([np.linspace(0, 1, 9), np.linspace(1, 0, 9)], axis=1)
    limits = ways @ np.array(some, dtype=float).T + 1e-9
    most = limits.max(axis=1) + above

    quick = Sought(ways, asked, most).missed(limits)
    slow = Sought(ways, asked).missed(limits)

    for point, gone, late in zip(some, quick, slow, strict=True):
        assert gone or not late
        if gone:
            assert _behind(point, known)
