"""The bound on magnitudes, and what a frontier holds by default."""

from dataclasses import replace

import pytest

from detente.solve.program import Charge, Frontier, Gate, Program, Term
from tests.solve.brute import random_program

TWO = Program(
    domains=((0, 1), (0, 1)),
    order=((0, 1), (0, 1)),
    start=(-2, 0),
    unary=(((0, 0), (3, -1)), ((0, 0), (-5, 4))),
    objectives=(0, 1),
)


def test_magnitude_adds_the_largest_of_each_part_row_by_row() -> None:
    # Row 0: |-2| + 3 + 5 = 10; row 1: 0 + 1 + 4 = 5.
    assert TWO.magnitude == 10
    # A term adds its largest entry: row 0: 10 + 7.
    assert replace(TWO, terms=(Term((0, 1), {(1, 1): (-7, 2), (0, 1): (6, 0)}),)).magnitude == 17
    # Charges add up, for several may fall: row 1: 5 + 3 + 4 = 12 passes row 0's 10.
    charges = tuple(Charge(frozenset({(0, 1)}), (0, n)) for n in (-3, 4))
    assert replace(TWO, charges=charges).magnitude == 12
    # The largest floor comes on top, for floors are compared with sums.
    assert replace(TWO, gates=(Gate(1, -20), Gate(0, 3))).magnitude == 30


@pytest.mark.parametrize("seed", range(60))
def test_no_partial_sum_passes_the_magnitude(seed: int) -> None:
    program = random_program(seed)
    bound = program.magnitude
    for row, start in enumerate(program.start):
        high = low = start
        for options in program.unary:
            high += max(0, *(vector[row] for vector in options), 0)
            low += min(0, *(vector[row] for vector in options), 0)
        for term in program.terms:
            high += max([0, *(vector[row] for vector in term.values.values())])
            low += min([0, *(vector[row] for vector in term.values.values())])
        for charge in program.charges:
            high += max(0, charge.values[row])
            low += min(0, charge.values[row])
        assert -bound <= low <= high <= bound
    assert all(abs(gate.floor) <= bound for gate in program.gates)


def test_a_program_without_rows_has_no_magnitude() -> None:
    assert Program(((0,),), ((0,),), (), (((),),), ()).magnitude == 0


def test_an_empty_frontier_is_proved() -> None:
    assert Frontier() == Frontier((), (), (), proved=True)
