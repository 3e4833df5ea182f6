"""Shares of a divisible issue by the oracle, worked by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from detente.testing.oracle_shares import Share, on_the_line, unwritten


def _issue(status_quo: str, steps: int = 4) -> dict[str, Any]:
    shares = {"none": 0, "third": "1/3", "all": 1}
    options = {name: {"share": share} for name, share in shares.items()}
    return {"divisible": {"steps": steps}, "status_quo": status_quo, "options": options}


def test_values_lie_on_straight_lines() -> None:
    marks = {Fraction(0): Fraction(0), Fraction(1, 3): Fraction(60), Fraction(1): Fraction(100)}

    assert on_the_line(marks, Fraction(1, 4)) == 45
    assert on_the_line(marks, Fraction(1, 3)) == 60
    assert on_the_line(marks, Fraction(1, 2)) == 70


@pytest.mark.parametrize(
    ("held", "likes"),
    [
        ("none", ["third", "all", "all"]),
        ("third", ["none", "all", "all"]),
        ("all", ["none", "third", "third"]),
    ],
)
def test_a_share_is_like_the_next_mark_away_from_no_agreement(held: str, likes: list[str]) -> None:
    found = unwritten(_issue(held))

    assert found == {
        f"share_{n}_4": Share(Fraction(n, 4), like) for n, like in enumerate(likes, start=1)
    }


def test_what_is_written_is_not_made_again() -> None:
    assert [*unwritten(_issue("none", 3))] == ["share_2_3"]
    assert unwritten({"options": {}}) == {}
