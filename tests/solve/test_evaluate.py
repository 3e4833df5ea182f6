from itertools import product

import numpy as np
import pytest

from detente.solve.evaluate import evaluate
from detente.solve.program import Program
from tests.solve.brute import random_program, values


@pytest.mark.parametrize("unit", [1, 10**15, 10**30])
@pytest.mark.parametrize("seed", range(40))
def test_given_solutions_are_what_the_definition_says(seed: int, unit: int) -> None:
    program = random_program(seed, unit)
    every = [*product(*(range(len(options)) for options in program.unary))]
    if not every:
        return

    rows, holds = evaluate(program, np.array(every, dtype=np.int64).reshape(len(every), -1))

    for number, chosen in enumerate(every):
        inside = all(o in d for o, d in zip(chosen, program.domains, strict=True))
        expected = values(program, chosen) if inside else None
        assert bool(holds[number]) == (expected is not None)
        if expected is not None:
            assert tuple(int(value) for value in rows[number]) == expected


def test_no_solution_is_no_row() -> None:
    program = Program(((0, 1),), ((0, 1),), (3,), (((1,), (2,)),), (0,))

    rows, holds = evaluate(program, np.zeros((0, 1), dtype=np.int64))

    assert (rows.shape, holds.shape) == ((0, 1), (0,))
