"""The modes of all numbers, as the table of numbers gives them."""

from detente.case.modes import modes
from detente.case.numbers import numbers
from detente.testing import random_case


def test_modes_are_those_of_the_numbers() -> None:
    for seed in range(30):
        case = random_case(seed)

        assert modes(case) == {number.key: number.mode for number in numbers(case)}
