"""Priced bounds: never below what a solution attains, and lower than without prices."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.solve import lagrange
from detente.solve.frame import frame_of
from detente.solve.labels import Labels, first, join
from detente.solve.lagrange import Floats, Relaxation, _between
from detente.solve.merge import solve
from detente.solve.program import Gate, Program, Rule
from detente.solve.skeleton import skeleton
from detente.solve.stages import Staged, stage
from detente.testing.programs import tied_program
from tests.solve.brute import random_program

OPTIONS = ((10, 0, -5), (0, 10, -5), (3, 3, 5))
PROGRAM = Program(
    ((0, 1, 2),) * 4,
    ((0, 1, 2),) * 4,
    (0, 0, 0),
    (OPTIONS,) * 4,
    (0, 1),
    gates=(Gate(2, 0),),
)


def _staged(program: Program) -> Staged:
    return stage(program, skeleton(frame_of(program)))


def test_the_bounds_from_the_start_see_the_gate() -> None:
    relaxation = Relaxation(_staged(PROGRAM))
    points = np.array(solve(PROGRAM).points)

    assert (relaxation.most >= (relaxation.ways @ points.T).max(axis=1)).all()
    # Without the gate four variables bring 40 of either objective; with it, two bring 3 or 0.
    free = (relaxation.ways @ np.array([[40, 0], [0, 40]]).T).max(axis=1)
    assert (relaxation.most < 0.9 * free)[[0, -1]].all()


def test_directions_go_from_one_objective_to_the_other() -> None:
    program = tied_program(3, variables=8, options=4, forbidden=6, ratifiers=2)
    ways = Relaxation(_staged(program)).ways

    assert ways[0, 0] == 0 == ways[-1, 1]
    share = ways[:, 0] / ways[-1, 0]
    assert np.allclose(share + ways[:, 1] / ways[0, 1], 1)
    assert (np.diff(share) > 0).all()
    # Opposed principals: most directions stand where the frontier's slope is.
    assert np.median(np.diff(share)) < 1 / (2 * len(share))


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=20))
def test_no_direction_between_takes_off_more_than_is_said(points: list[tuple[int, int]]) -> None:
    def attained(share: Floats) -> Floats:
        one, two = np.array(points, dtype=float).T
        levels = np.outer(share, one) + np.outer(1 - share, two)
        return np.asarray(levels.max(axis=1), dtype=np.float64)

    shares = np.array([0, 0.1, 0.3, 0.35, 0.6, 0.9, 1.0])
    most = attained(shares)
    left, chosen = _between(shares, most)

    assert ((shares[:-1] < chosen) & (chosen < shares[1:])).all()
    for place in range(len(shares) - 1):
        part = np.linspace(0, 1, 21)
        inside = shares[place] + part * (shares[place + 1] - shares[place])
        chord = most[place] + part * (most[place + 1] - most[place])
        assert (chord - attained(inside) <= left[place] + 1e-9).all()


def _completions(staged: Staged, labels: Labels, step: int) -> np.ndarray:
    for later in staged.stages[step + 1 :]:
        join(labels, later)
    return labels.rows[list(staged.program.objectives)]


@pytest.mark.parametrize("rounds", [1, 20])
def test_no_completion_of_any_label_passes_its_bounds(
    rounds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lagrange, "ROUNDS", rounds)
    monkeypatch.setattr(lagrange, "DIRECTIONS", 16)
    told = 0
    for seed in range(40):
        drawn = random_program(seed)
        if len(drawn.start) < 2:
            continue
        staged = _staged(replace(drawn, objectives=(0, 1)))
        labels = first(staged)
        relaxation: Relaxation | None = None
        for step, joined in enumerate(staged.stages[:3]):
            join(labels, joined)
            if not len(labels):
                break
            relaxation = relaxation or Relaxation(staged)
            bounds = relaxation.bounds(labels, step)
            for place in range(len(labels)):
                alone = labels.part(slice(place, place + 1))
                values = relaxation.ways @ _completions(staged, alone, step)
                assert (values <= bounds[:, place, None]).all(), (seed, step)
                told += values.shape[1]
    assert told > 500


def test_rules_that_leave_nothing_leave_no_bound() -> None:
    program = replace(PROGRAM, rules=(Rule((0,), frozenset({(0,), (1,), (2,)})),))
    relaxation = Relaxation(_staged(program))

    assert (relaxation.most == -np.inf).all()
