"""Bounds that cannot be are refused, and the smallest answers choose the simplest."""

from __future__ import annotations

import random

import pytest

from detente.testing.draw import Bounds, Draw


@pytest.mark.parametrize(
    "wrong",
    [
        {"principals": (1, 2)},
        {"ratifiers": (0, 9)},
        {"issues": (3, 2)},
        {"options": (2, 6)},
        {"packages": 16},
    ],
)
def test_impossible_bounds_are_refused(wrong: dict[str, tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match=r"run from|no room"):
        Bounds(**wrong)  # type: ignore[arg-type] # the values are wrong on purpose


def test_the_smallest_answers_choose_the_simplest() -> None:
    draw = Draw(lambda low, _: low)
    assert not draw.chance(99)
    assert draw.few(2, 5) == 2
    assert draw.pick("abc") == "a"
    assert draw.some("abc", 2) == ("a",)


def test_some_are_different_and_in_order() -> None:
    draw = Draw(random.Random(1).randint)
    drawn = [draw.some("abcd", 3) for _ in range(200)]
    assert all(list(taken) == sorted({*taken}) for taken in drawn)
    assert {len(taken) for taken in drawn} == {1, 2, 3}


def test_a_chance_is_about_as_large_as_it_says() -> None:
    draw = Draw(random.Random(2).randint)
    assert 250 < sum(draw.chance(30) for _ in range(1000)) < 350
    assert not any(draw.chance(0) for _ in range(100))
    assert all(draw.chance(100) for _ in range(100))
