"""Hopes: what is proved is the frontier, however much was hoped for."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.solve import hopes as module
from detente.solve.bounds import staircase
from detente.solve.hopes import Hopes, reached
from detente.solve.program import Frontier

POINTS = st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), min_size=1, max_size=60)


def _relaxation(points: np.ndarray, above: float) -> Any:
    share = np.linspace(0, 1, 7)
    ways = np.stack([share, 1 - share], axis=1) / 60
    return SimpleNamespace(ways=ways, most=(ways @ points.T).max(axis=1) + above)


def _best(points: np.ndarray, counts: list[int]) -> Frontier:
    stairs = [(int(a), int(b)) for a, b in staircase(points)[::-1].tolist()]
    held = [tuple(point) for point in points.tolist()]
    return Frontier(
        tuple(stairs),
        tuple((held.index(point),) for point in stairs),
        tuple(sum(n for p, n in zip(held, counts, strict=True) if p == point) for point in stairs),
    )


@given(POINTS, st.floats(0, 0.3), st.integers(0, 2**32))
def test_passes_that_meet_what_is_asked_prove_the_frontier(
    drawn: list[tuple[int, int]], above: float, seed: int
) -> None:
    points = np.array(drawn)
    rng = np.random.default_rng(seed)
    hopes = Hopes(cast("Any", _relaxation(points, above)))
    rounds = 0
    while len(hopes.asked):
        met = reached(points, hopes.asked)
        # Besides what is asked a pass meets a part of the solutions of any other point.
        kept = met | (rng.random(len(points)) < 0.3)
        hopes.learn(_best(points[kept], [1] * int(kept.sum())), whole=True)
        rounds += 1
        assert rounds < 30
    found = hopes.frontier()

    whole = _best(points, [1] * len(points))
    assert found.proved
    assert not found.bounds
    assert (found.points, found.counts) == (whole.points, whole.counts)


@given(POINTS, st.floats(0, 0.3), st.integers(0, 4))
def test_before_that_the_bounds_hold(
    drawn: list[tuple[int, int]], above: float, rounds: int
) -> None:
    points = np.array(drawn)
    hopes = Hopes(cast("Any", _relaxation(points, above)))
    hopes.learn(_best(points[:1], [1]), whole=False)
    for _ in range(rounds):
        met = reached(points, hopes.asked)
        if met.any():
            hopes.learn(_best(points[met], [1] * int(met.sum())), whole=True)
    found = hopes.frontier()

    tops = np.array([*found.points, *found.bounds])
    for point in points:
        assert (tops >= point).all(axis=1).any()
    for point, count in zip(found.points, found.counts, strict=True):
        assert count is None or count == sum(point == p for p in drawn)


@given(POINTS, POINTS)
def test_reached_is_at_least_a_corner(
    stairs: list[tuple[int, int]], some: list[tuple[int, int]]
) -> None:
    corners = staircase(np.array(stairs))

    marked = reached(np.array(some), corners)

    assert marked.tolist() == [bool((corners <= point).all(axis=1).any()) for point in some]


def test_where_nothing_is_possible_the_empty_frontier_is_proved() -> None:
    ways = np.array([[0.0, 1.0], [0.5, 0.5], [1.0, 0.0]])
    hopes = Hopes(cast("Any", SimpleNamespace(ways=ways, most=np.full(3, -np.inf))))

    assert len(hopes.asked)
    hopes.learn(Frontier(), whole=True)

    assert hopes.frontier() == Frontier()


def test_hopes_lie_on_the_edge_of_the_bounds() -> None:
    relaxation = _relaxation(np.array([[0, 30], [20, 20], [30, 0]]), 0.0)

    edge = module._edge(relaxation.ways, relaxation.most)

    levels = relaxation.ways @ edge.T
    assert (levels <= relaxation.most[:, None] + 1e-9).all()
    assert np.isclose(levels, relaxation.most[:, None]).any(axis=0).all()
