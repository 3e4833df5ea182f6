"""Dominance beside the quadratic filter, with slack, groups and duplicates."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.solve import nondominated
from detente.solve.exhaustive import dominates
from detente.solve.nondominated import Ints, codes, dominated, efficient


def _by_definition(table: Ints, split: int, group: Ints) -> list[bool]:
    """Lost: another of its group is nowhere below it, and above it in an objective."""
    rows = [tuple(int(x) for x in row) for row in table]
    return [
        any(
            group[i] == group[j]
            and all(a >= b for a, b in zip(rows[j], rows[i], strict=True))
            and rows[j][:split] != rows[i][:split]
            for j in range(len(rows))
        )
        for i in range(len(rows))
    ]


def _draw(seed: int, count: int, width: int, top: int, groups: int) -> tuple[Ints, Ints]:
    rng = np.random.default_rng(seed)
    return (
        rng.integers(0, top, (count, width), dtype=np.int64),
        rng.integers(0, groups, count, dtype=np.int64),
    )


@pytest.mark.parametrize("slack", range(4))
@pytest.mark.parametrize("objectives", range(1, 5))
def test_dominated_agrees_with_the_definition(
    objectives: int, slack: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(24):
        count = (0, 1, 2, 7, 40, 150)[seed % 6]
        top, groups = (2, 3, 12)[seed % 3], (1, 3)[seed % 2]
        table, group = _draw(seed, count, objectives + slack, top, groups)
        expected = _by_definition(table, objectives, group)
        held, free = table[:, :objectives], table[:, objectives:]

        assert dominated(held, free, group, exact=True).tolist() == expected
        for few in (0, 1000):
            monkeypatch.setattr(nondominated, "_FEW", few)
            assert dominated(held, free, group, exact=True).tolist() == expected
        monkeypatch.undo()


@given(
    st.lists(st.tuples(*[st.integers(0, 3)] * 9), max_size=40),
    st.integers(1, 4),
    st.integers(0, 4),
    st.sampled_from([0, 1000]),
    st.sampled_from([1, 10**30]),
)
def test_many_ties_on_both_paths(
    rows: list[tuple[int, ...]], goals: int, free: int, few: int, unit: int
) -> None:
    kind = np.int64 if unit == 1 else object
    table = np.array(rows, dtype=kind).reshape(len(rows), 9) * unit
    group = np.array([row[8] for row in rows], dtype=np.int64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nondominated, "_FEW", few)
        found = dominated(table[:, :goals], table[:, 4 : 4 + free], group, exact=True)
    used = np.concatenate([table[:, :goals], table[:, 4 : 4 + free]], axis=1)
    assert found.tolist() == _by_definition(used, goals, group)


@given(
    st.lists(st.tuples(*[st.integers(0, 3)] * 4), max_size=30),
    st.integers(1, 4),
    st.sampled_from([0, 2**53, 2**62 - 4, 10**30]),
)
def test_efficient_points(rows: list[tuple[int, ...]], width: int, shift: int) -> None:
    kind = np.int64 if shift < 2**62 else object
    table = np.array(rows, dtype=kind).reshape(len(rows), 4)[:, :width] + shift
    expected = _by_definition(table, width, np.zeros(len(rows), dtype=np.int64))
    assert efficient(table).tolist() == [not lost for lost in expected]


def test_equal_objectives_stay_whatever_the_slack() -> None:
    objectives = np.array([[1, 1, 1]] * 3, dtype=np.int64)
    slack = np.array([[0], [5], [5]], dtype=np.int64)

    assert not dominated(objectives, slack, np.zeros(3, dtype=np.int64), exact=True).any()


def test_less_slack_cannot_dominate() -> None:
    objectives = np.array([[2], [1]], dtype=np.int64)
    group = np.zeros(2, dtype=np.int64)

    for slack, lost in (([[0], [1]], False), ([[1], [1]], True), ([[2], [1]], True)):
        found = dominated(objectives, np.array(slack, dtype=np.int64), group, exact=True)
        assert found.tolist() == [False, lost]


def test_without_objectives_nothing_is_dominated() -> None:
    nothing = np.zeros((4, 0), dtype=np.int64)

    assert not dominated(nothing, nothing, np.zeros(4, dtype=np.int64), exact=True).any()


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 2)), max_size=30),
    st.integers(-3, 3),
)
def test_the_sweep_of_a_plane(rows: list[tuple[int, int, int]], shift: int) -> None:
    table = np.array([row[:2] for row in rows], dtype=np.int64).reshape(len(rows), 2)
    group = np.array([row[2] + shift for row in rows], dtype=np.int64)

    found = dominated(table, table[:, :0], group, exact=False).tolist()

    exact = [(tuple(Fraction(x) for x in row[:2]), row[2]) for row in rows]
    assert found == [any(g == h and dominates(b, a) for b, g in exact) for a, h in exact]


@given(st.lists(st.one_of(st.integers(-5, 5), st.integers(-(10**45), 10**45)), min_size=1))
def test_codes_keep_order_and_ties_of_any_integers(column: list[int]) -> None:
    found = codes(np.array(column, dtype=object)).tolist()

    ranked = sorted(set(column))
    assert found == [ranked.index(value) for value in column]
