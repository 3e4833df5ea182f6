"""Draws are the same whenever they are made, opposed, and within their magnitude."""

from itertools import product

import numpy as np
import pytest

from bench.draws import every_point, opposed, program_of
from detente.solve.evaluate import evaluate


def test_the_same_seed_draws_the_same() -> None:
    one, two, other = opposed(3, 4), opposed(3, 4), opposed(3, 4, seed=1)

    assert all(np.array_equal(a, b) for a, b in zip(one, two, strict=True))
    assert not np.array_equal(one[0], other[0])


@pytest.mark.parametrize("principals", [2, 3, 5])
def test_draws_are_opposed_and_bounded(principals: int) -> None:
    values = np.concatenate(opposed(50, 10, principals=principals, magnitude=1000))

    assert values.shape == (500, principals)
    assert 500 < np.abs(values).max() <= 1000
    assert np.mean(values[:, 0] * values[:, 1]) < 0


def test_every_point_is_the_sum_of_a_package() -> None:
    tables = [np.array([[0, 0], [1, 2]]), np.array([[0, 0], [10, 20], [30, 40]])]

    points = every_point(tables)

    assert points.tolist() == [[0, 0], [10, 20], [30, 40], [1, 2], [11, 22], [31, 42]]


def test_a_program_has_the_tables_values() -> None:
    tables = opposed(3, 3, magnitude=50)
    packages = np.array([*product(range(3), repeat=3)])

    values, holds = evaluate(program_of(tables), packages)

    assert holds.all()
    assert np.array_equal(values, every_point(tables))
