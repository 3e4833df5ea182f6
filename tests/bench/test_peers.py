"""The peers answer as every package does, on problems that are small enough to list."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from bench.draws import every_point, opposed, program_of
from bench.peers import moocore_filter, negmas_frontier
from bench.peers.cpsat_loop import cpsat_loop
from bench.peers.cpsat_loop import points_of as loop_points
from bench.peers.plain_merge import plain_merge
from bench.registry import Ints
from detente.solve.evaluate import evaluate
from detente.solve.exhaustive import non_dominated
from detente.solve.program import Charge, Gate, Program, Rule, Term

TABLES = opposed(4, 3, magnitude=40, seed=5)


def _best(points: Ints) -> list[tuple[int, ...]]:
    found = non_dominated([tuple(map(Fraction, point)) for point in points.tolist()])
    return sorted(tuple(map(int, point)) for point in found)


def _points(found: Ints) -> list[tuple[int, ...]]:
    return sorted({tuple(point) for point in found.tolist()})


def _tied() -> Program:
    """Return a program that has one of everything."""
    free = program_of(TABLES)
    third = tuple(
        tuple((*vector, 7 * (option - 1)) for option, vector in enumerate(options))
        for options in free.unary
    )
    return Program(
        domains=((0, 1, 2), (0, 2), (0, 1, 2), (0, 1, 2)),
        order=free.order,
        start=(3, -2, 0),
        unary=third,
        objectives=(0, 1),
        terms=(Term((0, 2), {(1, 1): (25, 10, 0), (2, 0): (-5, 30, -4)}),),
        rules=(Rule((1, 3), frozenset({(0, 1), (2, 2)})),),
        charges=(Charge(frozenset({(0, 2), (2, 2)}), (-20, 4, 0)),),
        gates=(Gate(0, -60), Gate(2, 5, frozenset({(0, 1), (3, 0)}))),
    )


def test_the_plain_merge_finds_the_frontier() -> None:
    assert _points(plain_merge(TABLES)) == _best(every_point(TABLES))


def test_the_loop_obeys_every_kind_of_tie() -> None:
    program = _tied()
    packages = np.array([*product(range(3), repeat=4)])
    values, holds = evaluate(program, packages)

    found = cpsat_loop(program)

    assert 0 < holds.sum() < len(packages)
    assert sorted(found) == _best(values[holds][:, :2])


def test_the_loop_says_when_there_is_nothing() -> None:
    program = Program(((0,),), ((0,),), (0, 0), (((1, 1),),), (0, 1), gates=(Gate(0, 2),))

    assert loop_points(cpsat_loop(program)).shape == (0, 2)


@pytest.mark.parametrize("principals", [2, 3])
def test_moocore_filters_points(principals: int) -> None:
    points = every_point(opposed(3, 4, principals=principals, magnitude=30))

    assert _points(moocore_filter.filtered(points)) == _best(points)


def test_negmas_finds_the_frontier_each_way() -> None:
    pytest.importorskip("negmas", reason="NegMAS is for benchmarks only, and not installed")
    points = every_point(TABLES)
    functions = negmas_frontier.utilities(TABLES)

    from_functions = negmas_frontier.points_of(negmas_frontier.frontier(functions))
    sampled = negmas_frontier.points_of_outcomes(negmas_frontier.sampled(functions))

    assert _points(from_functions) == _best(points)
    assert _points(sampled) == _best(points)
    assert _points(negmas_frontier.filtered(points)) == _best(points)
