"""Labels of many programs: what is dropped is useless, and what is efficient is kept once."""

from __future__ import annotations

import numpy as np

from detente.solve.many_labels import Batch, efficient_of, thinned

GOALS, SLACK = np.array([0, 1]), np.array([2])


def batch(rows: list[list[int]], turn: list[int], rank: list[int] | None = None) -> Batch:
    size = len(turn)
    return Batch(
        np.array(turn),
        np.zeros(size, dtype=np.int64),
        np.array(rows).T,
        np.array([rank or [*range(size)]]),
    )


def test_only_what_another_of_the_same_program_makes_useless_is_dropped() -> None:
    random = np.random.default_rng(1)
    size = 600
    rows = random.integers(0, 9, (3, size))
    turn = np.sort(random.integers(0, 4, size))
    state = random.integers(0, 2, size)
    labels = Batch(turn, state, rows, random.permutation(size)[None, :])
    left = thinned(labels, 2, GOALS, SLACK, np.full((4, 3), 9.0))

    group = turn * 2 + state
    kept = set(left.rank[0].tolist())
    assert len(kept) < size / 4
    for one in range(size):
        mine = np.flatnonzero(group == group[one])
        no_less = (rows[:, mine] >= rows[:, [one]]).all(axis=0)
        more = (rows[:2, mine] > rows[:2, [one]]).any(axis=0)
        same = (rows[:, mine] == rows[:, [one]]).all(axis=0)
        first = same & (labels.rank[0][mine] < labels.rank[0][one])
        useless = bool((no_less & (more | first)).any())
        if labels.rank[0][one] not in kept:
            assert useless
        else:
            assert not (no_less & more).any()


def test_few_labels_are_left_alone() -> None:
    labels = batch([[1, 1, 1], [0, 0, 0]], [0, 0])
    assert thinned(labels, 1, GOALS, SLACK, np.ones((1, 3))) is labels


def test_one_label_stands_for_a_point_the_one_of_smallest_rank() -> None:
    labels = batch(
        [[1, 3, 0], [2, 2, 0], [2, 2, 5], [1, 2, 0], [9, 9, 0]], [0, 0, 0, 0, 1], [4, 3, 2, 1, 0]
    )
    found = efficient_of(labels, GOALS)
    assert found.turn.tolist() == [0, 0, 1]
    assert found.rows[:2].T.tolist() == [[2, 2], [1, 3], [9, 9]]
    assert found.rank.tolist() == [[2, 4, 0]]


def test_three_objectives() -> None:
    labels = batch([[1, 0, 0], [0, 1, 0], [0, 0, 0], [0, 0, 1]], [0, 0, 0, 1])
    found = efficient_of(labels, np.array([0, 1, 2]))
    assert found.rank.tolist() == [[0, 1, 3]]
    assert len(efficient_of(labels.at(np.zeros(4, dtype=np.bool_)), GOALS)) == 0
