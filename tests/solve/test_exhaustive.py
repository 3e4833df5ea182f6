"""Brute force on problems small enough to be worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.exhaustive import (
    Vector,
    arg_max,
    dominates,
    efficient,
    leximin,
    non_dominated,
    products,
)


def vector(*values: int) -> Vector:
    return tuple(Fraction(value) for value in values)


points = st.lists(
    st.tuples(*[st.integers(-3, 3).map(Fraction)] * 3).map(lambda t: (*t,)), max_size=12
)


def test_products_move_the_last_domain_fastest() -> None:
    assert list(products([(1, 2), (3, 4)])) == [(1, 3), (1, 4), (2, 3), (2, 4)]


def test_products_of_nothing() -> None:
    assert list(products([(1, 2), ()])) == []
    assert list(products([])) == [()]


def test_dominance_needs_one_place_better_and_none_worse() -> None:
    assert dominates(vector(1, 2), vector(1, 1))
    assert not dominates(vector(1, 1), vector(1, 1))
    assert not dominates(vector(2, 0), vector(1, 1))


def test_dominance_refuses_vectors_of_two_lengths() -> None:
    with pytest.raises(ValueError, match=r"shorter|longer"):
        dominates(vector(1), vector(1, 2))


def test_a_third_separates_points_that_floats_would_merge() -> None:
    third = Fraction(1, 3)
    near = Fraction(333333333333333333, 10**18)
    assert non_dominated([(third, third), (near, third)]) == [(third, third)]


def test_non_dominated_by_hand() -> None:
    # (2, 2) is below (3, 2); (1, 4) and (4, 1) stand apart; the duplicate counts once.
    found = non_dominated([vector(2, 2), vector(3, 2), vector(1, 4), vector(4, 1), vector(1, 4)])
    assert found == [vector(1, 4), vector(3, 2), vector(4, 1)]
    assert non_dominated([]) == []


@given(points)
def test_every_point_is_kept_or_dominated_by_a_kept_one(drawn: list[Vector]) -> None:
    kept = non_dominated(drawn)
    assert not any(dominates(a, b) for a in kept for b in kept)
    assert all(p in kept or any(dominates(k, p) for k in kept) for p in drawn)


def test_leximin_compares_the_worst_off_first() -> None:
    # Ascending: (1, 2, 9) against (1, 3, 3): the first places tie, the second decides.
    assert leximin(vector(9, 1, 2)) == vector(1, 2, 9)
    assert leximin(vector(3, 3, 1)) > leximin(vector(9, 1, 2))


@given(points)
def test_leximin_forgets_who_is_who(drawn: list[Vector]) -> None:
    assert all(leximin(p) == leximin(reversed(p)) for p in drawn)


def test_arg_max_keeps_all_ties_in_order() -> None:
    assert arg_max([3, -5, 4, 5, -1], abs) == [-5, 5]
    assert arg_max([], abs) == []


def test_efficient_points_carry_every_package() -> None:
    # a and c both reach (1, 0); b reaches (0, 1); d reaches (0, 0), which both dominate.
    values = {"a": vector(1, 0), "b": vector(0, 1), "c": vector(1, 0), "d": vector(0, 0)}
    assert efficient(values, values.__getitem__) == [
        (vector(0, 1), ("b",)),
        (vector(1, 0), ("a", "c")),
    ]
