"""Passes of small widths: bounds, prices and better known points change no answer."""

import numpy as np
import pytest

from detente.solve import merge, passes
from detente.solve.frame import frame_of
from detente.solve.improve import follow
from detente.solve.labels import first, join
from detente.solve.lagrange import Relaxation
from detente.solve.merge import solve, solve_variants
from detente.solve.program import Program
from detente.solve.skeleton import skeleton
from detente.solve.stages import stage
from detente.testing.programs import tied_program
from tests.solve.brute import brute


def _tied(seed: int) -> Program:
    return tied_program(
        seed,
        variables=4 + seed % 3,
        options=3,
        magnitude=(5, 100, 10**6)[seed % 3],
        forbidden=seed % 7,
        ratifiers=seed % 4,
        linkages=seed % 2,
        charges=seed % 3,
    )


@pytest.mark.parametrize("widths", [(2,), (5, 20), (30, 30, 100)])
def test_narrow_passes_answer_as_brute_force(
    widths: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge, "WIDTHS", widths)
    monkeypatch.setattr(passes, "_SMALL", 4)
    monkeypatch.setattr(passes, "PART", 50)
    for seed in range(60):
        program = _tied(seed)
        assert solve(program) == brute(program), seed


def test_out_of_time_the_bounds_hold() -> None:
    unproved = 0
    for seed in range(40):
        program = tied_program(
            seed, variables=7, options=4, magnitude=10**6, forbidden=8, ratifiers=seed % 3
        )
        found = solve(program, seconds=0)
        if found.proved:
            continue
        unproved += 1
        assert found.bounds
        tops = np.array([*found.points, *found.bounds])
        for point in solve(program).points:
            assert (tops >= np.array(point)).all(axis=1).any(), seed
    assert unproved > 10


def test_variants_answer_as_each_program_alone() -> None:
    for seed in range(40):
        program = _tied(seed)
        variable = seed % len(program.domains)
        kept = program.unary[variable]
        moved = [
            kept,
            tuple(tuple(-v for v in vector) for vector in kept),
            tuple(tuple(v + 3 * n for v in vector) for n, vector in enumerate(kept)),
        ]
        found = solve_variants(program, variable, moved)
        for one, values in zip(found, moved, strict=True):
            unary = (*program.unary[:variable], values, *program.unary[variable + 1 :])
            fields = {name: getattr(program, name) for name in program.__dataclass_fields__} | {
                "unary": unary
            }
            assert one == solve(Program(**fields)), seed


def test_packages_are_followed_to_their_values() -> None:
    for seed in range(40):
        program = _tied(seed)
        staged = stage(program, skeleton(frame_of(program)))
        answer = brute(program)
        if not answer.points:
            continue
        rows, alive = follow(staged, np.array(answer.packages))
        assert alive.all()
        assert [tuple(p) for p in rows[list(program.objectives)].T.tolist()] == [*answer.points]


def test_no_solution_passes_the_priced_bounds() -> None:
    for seed in range(30):
        program = _tied(seed)
        answer = brute(program)
        if not answer.points:
            continue
        one = passes.Pass(stage(program, skeleton(frame_of(program))))
        labels = first(one._staged)
        relaxed = Relaxation(one._staged, np.array([1.0, 1.0]))
        join(labels, one._staged.stages[0])
        limits = relaxed.bounds(labels, 0).max(axis=1)
        for point in answer.points:
            for way, limit in zip(np.linspace(0, 1, len(limits)), limits, strict=True):
                assert way * point[0] + (1 - way) * point[1] <= limit + 1e-6 * (1 + abs(limit))
