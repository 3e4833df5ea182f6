"""Every solution is listed once, beside a look at every combination."""

from __future__ import annotations

from collections import Counter
from itertools import product

import numpy as np
import pytest

from detente.solve import merge
from detente.solve.members import members
from detente.solve.program import Program
from tests.solve.brute import random_program, values


def _listed(program: Program) -> Counter[tuple[tuple[int, ...], tuple[int, ...]]]:
    found, options = members(program)
    assert len(found) == len(options)
    return Counter(
        (tuple(map(int, row)), tuple(map(int, chosen)))
        for row, chosen in zip(found, options, strict=True)
    )


def _by_hand(program: Program) -> Counter[tuple[tuple[int, ...], tuple[int, ...]]]:
    found: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter()
    for chosen in product(*program.domains):
        rows = values(program, chosen)
        if rows is not None:
            found[tuple(rows[o] for o in program.objectives), chosen] += 1
    return found


@pytest.mark.parametrize("small", [0, 48])
@pytest.mark.parametrize("unit", [1, 10**40], ids=["small", "large"])
def test_every_solution_is_listed_once(
    unit: int, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge, "_SMALL", small)
    for seed in range(150):
        program = random_program(seed, unit)
        assert _listed(program) == _by_hand(program), seed


def test_no_solution_is_an_empty_table() -> None:
    program = Program(
        domains=((0, 1), ()),
        order=((0, 1), ()),
        start=(0,),
        unary=(((1,), (2,)), ()),
        objectives=(0,),
    )
    found, options = members(program)

    assert found.shape == (0, 1)
    assert options.shape == (0, 2)
    assert options.dtype == np.int64
