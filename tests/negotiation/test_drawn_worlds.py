"""Scenarios are drawn as often as their probabilities say."""

from __future__ import annotations

import numpy as np
import pytest

from detente.case.case import Case
from detente.case.situation import worlds
from detente.files.opened import open_case
from detente.negotiation.drawn_worlds import drawn_worlds
from detente.negotiation.draws import draw
from detente.testing import random_case, two_issue_case
from detente.testing.draw import Bounds

COUNT = 10_000


@pytest.mark.parametrize("seed", range(6))
def test_scenarios_are_drawn_as_often_as_they_are_likely(seed: int) -> None:
    _check(random_case(seed, Bounds(shocks=(2, 3))))


def test_those_of_the_reference_case_too() -> None:
    _check(open_case("japan-russia-2017").case)


def _check(case: Case) -> None:
    draws = draw(case, COUNT, 5)
    # Their probabilities may be ranges: on average those that were drawn count.
    expected = [0.0] * len(worlds(case))
    for place, world in enumerate(worlds(case)):
        product = np.ones(COUNT)
        for shock, state in world.states.items():
            given = case.shocks[shock].given
            rest = f"probabilities.{world.states[given]}" if given else "probability"
            product = product * draws.column(f"shocks.{shock}.states.{state}.{rest}")
        expected[place] = float(product.mean())

    found = np.bincount(drawn_worlds(draws), minlength=len(expected)) / COUNT

    assert sum(expected) == pytest.approx(1)
    for share, chance in zip(found, expected, strict=True):
        assert abs(share - chance) <= 5 * (chance * (1 - chance) / COUNT) ** 0.5 + 1e-12


def test_the_first_draws_are_the_same_however_many_there_are() -> None:
    case = open_case("japan-russia-2017").case

    few, many = drawn_worlds(draw(case, 9, 1)), drawn_worlds(draw(case, 99, 1))

    assert few.tobytes() == many[:9].tobytes()


def test_a_case_without_shocks_has_one_scenario() -> None:
    assert drawn_worlds(draw(two_issue_case(), 4)).tolist() == [0, 0, 0, 0]
