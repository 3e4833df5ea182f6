"""The choices worth weighing, against every choice there is."""

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from detente.base.errors import NotProved
from detente.solve import expected as module
from detente.solve.expected import Branch, contenders
from detente.solve.program import Program
from tests.solve.brute import random_program, values

Choice = tuple[int, ...]


def _branches(seed: int) -> list[Branch]:
    """Return one program seen with other values, other domains, and other options held."""
    rng = random.Random(seed)
    base = random_program(seed)
    wide = min(2, len(base.start))
    found = []
    for probability in (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)):
        unary = tuple(
            tuple(tuple(v + rng.randint(-2, 2) for v in vector) for vector in options)
            for options in base.unary
        )
        domains = tuple(tuple(o for o in d if rng.random() < 0.9) or d for d in base.domains)
        program = replace(base, unary=unary, domains=domains, objectives=tuple(range(wide)))
        held = tuple(rng.randrange(-1, len(options)) for options in unary)
        units = tuple(rng.randint(1, 3) for _ in range(wide))
        found.append(Branch(program, float(probability), units, held))
    return found


def _weighed(
    branches: Sequence[Branch], digits: Sequence[Sequence[int]]
) -> dict[Choice, list[float]]:
    """Return what every choice that is a solution somewhere is expected to bring."""
    found: dict[Choice, list[float]] = {}
    for choice in product(*digits):
        sums, somewhere = [0.0] * len(branches[0].units), False
        for branch in branches:
            chosen = tuple(h if d == 0 else d - 1 for d, h in zip(choice, branch.held, strict=True))
            rows = _solution(branch.program, chosen)
            if rows is not None:
                somewhere = True
                for place, unit in enumerate(branch.units):
                    sums[place] += branch.probability * rows[place] / unit
        if somewhere:
            found[choice] = sums
    return found


def _solution(program: Program, chosen: Choice) -> tuple[int, ...] | None:
    inside = all(o in d for o, d in zip(chosen, program.domains, strict=True))
    return values(program, chosen) if inside else None


@pytest.mark.parametrize("seed", range(120))
def test_no_choice_that_could_be_best_is_lost(seed: int) -> None:
    branches = _branches(seed)
    digits = [range(len(options) + 1) for options in branches[0].program.unary]
    every = _weighed(branches, digits)
    known = [*every.values()][:: max(1, len(every) // 3)]
    table = np.array(known, dtype=np.float64).reshape(len(known), len(branches[0].units))

    found = {tuple(row) for row in contenders(branches, digits, table).tolist()}

    best = {
        choice
        for choice, mine in every.items()
        if not any(all(b > a + 1e-9 for a, b in zip(mine, other, strict=True)) for other in known)
    }
    assert best <= found
    assert len(contenders(branches, digits, table)) == len(found)


def test_what_a_known_choice_leaves_clearly_behind_is_dropped() -> None:
    pull = (((0,), (5,), (9,)),)
    program = Program(((0, 1, 2),), ((0, 1, 2),), (0,), pull, (0,))
    branch = Branch(program, 1.0, (1,), (0,))

    found = contenders([branch], [(0, 2, 3)], np.array([[6.0]]))

    assert found.tolist() == [[3]]


def test_too_many_open_choices_are_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LABELS", 2)
    program = Program(((0, 1, 2),), ((0, 1, 2),), (0,), (((0,), (5,), (9,)),), (0,))

    with pytest.raises(NotProved):
        contenders([Branch(program, 1.0, (1,), (0,))], [(0, 2, 3)], np.zeros((0, 1)))
