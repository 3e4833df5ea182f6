"""Priced bounds: never below what a solution attains, and lower than without prices."""

import numpy as np

from detente.solve.frame import frame_of
from detente.solve.labels import first
from detente.solve.lagrange import Relaxation
from detente.solve.merge import solve
from detente.solve.program import Gate, Program
from detente.solve.skeleton import skeleton
from detente.solve.stages import stage

OPTIONS = ((10, 0, -5), (0, 10, -5), (3, 3, 5))
PROGRAM = Program(
    ((0, 1, 2),) * 4,
    ((0, 1, 2),) * 4,
    (0, 0, 0),
    (OPTIONS,) * 4,
    (0, 1),
    gates=(Gate(2, 0),),
)


def test_the_bound_from_the_start_sees_the_gate() -> None:
    staged = stage(PROGRAM, skeleton(frame_of(PROGRAM)))
    bounds = Relaxation(staged, np.array([1.0, 1.0])).bounds(first(staged), -1)[:, 0]
    points = np.array(solve(PROGRAM).points)
    shares = np.linspace(0, 1, len(bounds))

    attained = (shares[:, None] * points[:, 0] + (1 - shares[:, None]) * points[:, 1]).max(axis=1)
    free = np.maximum(40 * shares, 40 * (1 - shares))
    assert (bounds >= attained - 1e-6).all()
    assert bounds[0] < free[0]


def test_what_the_known_points_leave_open_is_kept() -> None:
    staged = stage(PROGRAM, skeleton(frame_of(PROGRAM)))
    relaxed = Relaxation(staged, np.array([1.0, 1.0]))
    bounds = relaxed.bounds(first(staged), -1)

    assert not relaxed.hopeless(bounds, np.array([[0, 0]])).any()
    assert relaxed.hopeless(bounds, np.array([[1000, 1000]])).all()
