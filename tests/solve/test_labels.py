"""Labels: equal ones become one, dominated ones go."""

import numpy as np

from detente.solve.labels import Labels, drop, together, unite

GOALS, SLACK = np.array([0]), np.array([1])


def _labels(rows: list[list[int]], state: list[int], count: int = 1) -> Labels:
    size = len(state)
    return Labels(
        np.array(state),
        np.array(rows),
        np.array([range(size, 0, -1)], dtype=np.int64),
        np.full(size, count, dtype=np.int64),
    )


def test_equal_labels_keep_the_smallest_rank_and_the_sum() -> None:
    labels = _labels([[1, 2, 1, 1], [5, 5, 5, 5]], [0, 0, 0, 1])

    unite(labels, labels.rows)

    found = sorted(zip(labels.state, labels.rows[0], labels.rank[0], labels.count, strict=True))
    assert found == [(0, 1, 2, 2), (0, 2, 3, 1), (1, 1, 1, 1)]


def test_counts_beyond_64_bits_stay_exact() -> None:
    labels = _labels([[1, 1, 1, 1]], [0, 0, 0, 0], count=2**61)

    unite(labels, labels.rows)

    assert labels.count.tolist() == [2**63]


def test_ranks_of_two_words_compare_by_the_first() -> None:
    labels = _labels([[1, 1, 1]], [0, 0, 0])
    labels.rank = np.array([[1, 0, 0], [0, 9, 4]])

    unite(labels, labels.rows)

    assert labels.rank.tolist() == [[0], [4]]


def test_whole_numbers_of_any_size_are_united() -> None:
    labels = _labels([[0, 0, 0]], [0, 0, 0])
    labels.rows = np.array([[10**40, 10**40 + 1, 10**40]], dtype=object)

    unite(labels, labels.rows)

    assert sorted(labels.count.tolist()) == [1, 2]


def test_less_of_everything_goes_and_equal_objectives_stay() -> None:
    # Objective, slack: the third is behind the first in both; the second only in slack.
    labels = _labels([[3, 3, 2, 2], [5, 4, 5, 6]], [0, 0, 0, 0])

    drop(labels, GOALS, SLACK)

    assert labels.rows.T.tolist() == [[3, 5], [3, 4], [2, 6]]


def test_labels_of_two_states_are_not_compared() -> None:
    labels = _labels([[3, 2], [5, 5]], [0, 1])

    drop(labels, GOALS, SLACK)

    assert len(labels) == 2


def test_parts_make_the_whole() -> None:
    labels = _labels([[3, 2, 1], [5, 5, 5]], [0, 1, 2])
    whole = together([labels.part(slice(0, 1)), labels.part(slice(1, 3))])

    assert whole.rows.tolist() == labels.rows.tolist()
    assert whole.rank.tolist() == labels.rank.tolist()
