"""Many programs solved together are solved as each would be alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from detente.solve import batch
from detente.solve.many import Found, Many, solve_many
from detente.solve.merge import solve
from detente.solve.program import Charge, Gate, Program, Term
from tests.solve.brute import random_program


def several(program: Program, count: int, seed: int) -> list[Program]:
    """Return programs of one structure; each term brings one thing for all it names."""
    rng = random.Random(seed)
    width = len(program.start)

    def vector() -> tuple[int, ...]:
        return tuple(rng.randint(-6, 6) for _ in range(width))

    return [
        replace(
            program,
            start=vector(),
            unary=tuple(tuple(vector() for _ in options) for options in program.unary),
            terms=tuple(
                Term(t.scope, dict.fromkeys(t.values, one))
                for t in program.terms
                for one in (vector(),)
            ),
            charges=tuple(Charge(c.triggers, vector()) for c in program.charges),
            gates=tuple(Gate(g.row, rng.randint(-12, 2), g.triggers) for g in program.gates),
        )
        for _ in range(count)
    ]


def together(programs: Sequence[Program]) -> Many:
    """Return programs of one structure as one."""
    first = programs[0]
    ones = (1,) * len(first.start)
    shape = replace(
        first,
        terms=tuple(Term(t.scope, dict.fromkeys(t.values, ones)) for t in first.terms),
    )
    width = len(first.start)
    return Many(
        program=shape,
        start=np.array([p.start for p in programs]),
        unary=tuple(
            np.array([p.unary[v] for p in programs]).reshape(len(programs), -1, width)
            for v in range(len(first.unary))
        ),
        terms=tuple(
            np.array([next(iter(p.terms[i].values.values())) for p in programs])
            for i in range(len(first.terms))
        ),
        charges=tuple(
            np.array([p.charges[i].values for p in programs]) for i in range(len(first.charges))
        ),
        floors=np.array([[g.floor for g in p.gates] for p in programs]).reshape(len(programs), -1),
    )


def of(found: Found, turn: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    mine = found.turn == turn
    return [
        (tuple(values), tuple(package))
        for values, package in zip(
            found.values[mine].tolist(), found.packages[mine].tolist(), strict=True
        )
    ]


@pytest.mark.parametrize("few", [0, 6])
@pytest.mark.parametrize("seed", range(60))
def test_each_program_is_solved_as_it_is_alone(
    seed: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "FEW", few)
    program = random_program(seed)
    if not program.objectives:
        program = replace(program, objectives=(0,))
    program = replace(program, terms=tuple(t for t in program.terms if t.values))
    programs = several(program, 5, seed)
    found = solve_many(together(programs))

    assert found.failed == ()
    for turn, one in enumerate(programs):
        alone = solve(one)
        assert of(found, turn) == [*zip(alone.points, alone.packages, strict=True)]


def test_wide_programs_are_carried_in_smaller_parts_or_said_to_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    one = Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1))
    asked = together([one] * 5)
    whole = solve_many(asked)
    monkeypatch.setattr(batch, "LABELS", 9)
    part = solve_many(asked)
    assert part.values.tolist() == whole.values.tolist()
    assert part.turn.tolist() == whole.turn.tolist()
    monkeypatch.setattr(batch, "LABELS", 3)
    none = solve_many(asked)
    assert none.failed == (0, 1, 2, 3, 4)
    assert none.values.shape == (0, 2)


def test_nothing_to_maximise_and_sums_that_may_not_fit_are_refused() -> None:
    pull = ((0,), (3,))
    one = Program(((0, 1),), ((0, 1),), (0,), (pull,), ())
    with pytest.raises(ValueError, match="efficient points"):
        solve_many(together([one]))
    large = replace(one, unary=(((0,), (2**61,)),), objectives=(0,))
    with pytest.raises(ValueError, match="64 bits"):
        solve_many(together([large]))


def test_an_empty_domain_leaves_nothing() -> None:
    one = Program(((0, 1), ()), ((0, 1), (0,)), (0,), (((0,), (3,)), ((1,),)), (0,))
    found = solve_many(together([one, one]))
    assert (len(found.turn), found.packages.shape, found.failed) == (0, (0, 2), ())
