"""Linear programs in rationals, against the vertices found one by one."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest

from detente.solve.linear import Linear, Optimum, Region, Row, UnboundedError, dot

ONE, NONE = Fraction(1), Fraction(0)


def _solved(rows: list[Row], size: int) -> tuple[Fraction, ...] | None:
    """Return the one point on all of as many planes as there are variables, by elimination."""
    matrix = [[*row, value] for row, value in rows]
    for column in range(size):
        place = next((n for n in range(column, size) if matrix[n][column]), None)
        if place is None:
            return None
        matrix[column], matrix[place] = matrix[place], matrix[column]
        head = matrix[column][column]
        matrix[column] = [entry / head for entry in matrix[column]]
        for n in range(size):
            if n != column:
                factor = matrix[n][column]
                matrix[n] = [a - factor * b for a, b in zip(matrix[n], matrix[column], strict=True)]
    return tuple(row[-1] for row in matrix)


def _vertices(region: Region) -> set[tuple[Fraction, ...]]:
    """Return every vertex: each choice of planes, solved, and kept where all else holds."""
    axes = [(tuple(Fraction(i == j) for j in range(region.size)), NONE) for i in range(region.size)]
    free = region.size - len(region.equal)
    found = set()
    for count in range(max(free, 0), region.size + 1):
        for planes in itertools.combinations([*axes, *region.at_least], count):
            for equal in itertools.combinations(region.equal, region.size - count):
                point = _solved([*equal, *planes], region.size)
                if point is not None and region.holds(point):
                    found.add(point)
    return found


def _random(seed: int) -> tuple[Region, list[tuple[Fraction, ...]]]:
    """Return a bounded region, empty at times, flat at times, and functions to ask it for."""
    rng = random.Random(seed)
    size = rng.randint(1, 4)

    def number() -> Fraction:
        return Fraction(rng.randint(-4, 4), rng.choice((1, 1, 2, 3)))

    def row() -> tuple[Fraction, ...]:
        return tuple(number() for _ in range(size))

    total: Row = ((ONE,) * size, Fraction(rng.randint(1, 9), rng.randint(1, 3)))
    at_least = [(row(), rng.choice((NONE, number()))) for _ in range(rng.randint(0, 4))]
    equal = [total]
    if rng.random() < 0.25:
        equal.append((row(), NONE))
    if rng.random() < 0.25:
        equal.append(total)  # a row that repeats another
    if rng.random() < 0.3:  # no sum, but a box
        equal = []
        at_least += [
            (tuple(-Fraction(i == j) for j in range(size)), -Fraction(3)) for i in range(size)
        ]
    return Region(size, tuple(at_least), tuple(equal)), [row() for _ in range(3)]


@pytest.mark.parametrize("batch", range(6))
def test_it_finds_what_the_vertices_say(batch: int) -> None:
    empty = 0
    for seed in range(100 * batch, 100 * batch + 100):
        region, functions = _random(seed)
        corners = _vertices(region)
        program = Linear(region)
        assert program.feasible == bool(corners), seed
        empty += not corners
        for function in functions if corners else ():
            values = [dot(function, corner) for corner in corners]
            for found, best in (
                (program.minimum(function), min(values)),
                (program.maximum(function), max(values)),
            ):
                assert found.value == best == dot(function, found.point), seed
                assert found.point in corners, seed
    assert 5 < empty < 90


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    region = Region(3, (), (((ONE,) * 3, ONE),))
    program = Linear(region)
    first = program.minimum((NONE, NONE, NONE))
    program.maximum((ONE, NONE, ONE))

    assert program.minimum((NONE, NONE, NONE)) == first == Linear(region).minimum((NONE,) * 3)


def test_a_region_of_one_point() -> None:
    half = Fraction(1, 2)
    program = Linear(Region(2, (), (((ONE, ONE), ONE), ((ONE, -ONE), NONE))))

    assert program.minimum((ONE, NONE)) == Optimum(half, (half, half))


def test_an_empty_region_has_no_least_value() -> None:
    program = Linear(Region(1, (((-ONE,), ONE),)))

    assert not program.feasible
    with pytest.raises(ValueError, match="empty"):
        program.minimum((ONE,))


def test_what_falls_without_end_is_said() -> None:
    program = Linear(Region(2, (((ONE, -ONE), NONE),)))

    assert program.minimum((ONE, NONE)).value == 0
    with pytest.raises(UnboundedError):
        program.maximum((ONE, ONE))


def test_no_rows_at_all() -> None:
    assert Linear(Region(2)).minimum((ONE, ONE)) == Optimum(NONE, (NONE, NONE))
    with pytest.raises(UnboundedError):
        Linear(Region(2)).minimum((-ONE, ONE))


def test_it_does_not_run_in_circles() -> None:
    """Beale's example (1955), on which the rule of the steepest column circles for ever."""
    rows: list[tuple[list[Fraction], int]] = [
        ([Fraction(1, 4), Fraction(-8), Fraction(-1), Fraction(9)], 0),
        ([Fraction(1, 2), Fraction(-12), Fraction(-1, 2), Fraction(3)], 0),
        ([NONE, NONE, ONE, NONE], 1),
    ]
    region = Region(4, tuple((tuple(-a for a in row), Fraction(-b)) for row, b in rows))

    found = Linear(region).minimum((Fraction(-3, 4), Fraction(20), Fraction(-1, 2), Fraction(6)))

    assert found.value == Fraction(-5, 4)
