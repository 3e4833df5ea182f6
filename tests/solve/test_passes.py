"""Passes: bounds, prices and hopes change no answer."""

from dataclasses import replace

import numpy as np
import pytest

from detente.solve import lagrange, merge, passes
from detente.solve.merge import solve
from detente.solve.program import Program
from detente.testing.programs import tied_program
from tests.solve.brute import brute, random_program


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


@pytest.mark.parametrize("width", [0, 5, 100])
def test_hopes_answer_as_brute_force(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "WIDTH", width)
    monkeypatch.setattr(passes, "_SMALL", 4)
    monkeypatch.setattr(passes, "PART", 50)
    monkeypatch.setattr(lagrange, "DIRECTIONS", 24)
    for seed in range(40):
        program = _tied(seed)
        assert solve(program) == brute(program), seed


def test_hopes_answer_as_brute_force_on_every_kind_of_tie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "WIDTH", 0)
    monkeypatch.setattr(passes, "_SMALL", 0)
    monkeypatch.setattr(lagrange, "DIRECTIONS", 12)
    for seed in range(150):
        drawn = random_program(seed)
        if len(drawn.start) < 2:
            continue
        program = replace(drawn, objectives=(0, 1))
        assert solve(program) == brute(program), seed


@pytest.mark.parametrize("seed", range(6))
def test_hopes_answer_as_one_pass_that_keeps_everything(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tied_program(
        seed,
        variables=11,
        options=4,
        magnitude=(30, 10**6)[seed % 2],
        forbidden=16,
        ratifiers=1 + seed % 4,
        linkages=seed % 3,
        charges=seed % 2,
    )
    monkeypatch.setattr(merge, "WIDTH", passes.LABELS)
    whole = solve(program)
    monkeypatch.setattr(merge, "WIDTH", 1000)

    assert solve(program) == whole


def test_more_than_64_bits_or_every_point_take_no_hopes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "WIDTH", 0)
    large = random_program(3, 10**40)
    assert solve(large) == brute(large)
    program = _tied(4)
    assert solve(program, image=True) == brute(program, image=True)


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


@pytest.mark.parametrize("moment", range(1, 60, 6))
def test_out_of_time_between_hopes_the_bounds_hold(
    moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge, "WIDTH", 20)
    monkeypatch.setattr(passes, "HURRY", 15)
    program = tied_program(11, variables=7, options=4, magnitude=10**6, forbidden=8, ratifiers=2)
    whole = solve(program)
    clock = iter(range(10**6))
    monkeypatch.setattr(passes.Pass, "_late", lambda _: next(clock) >= moment)

    found = solve(program)

    assert found.points or moment == 1
    tops = np.array([*found.points, *found.bounds])
    for point in whole.points:
        assert (tops >= np.array(point)).all(axis=1).any()
    assert found.proved == (not found.bounds)
    if found.proved:
        assert found == whole
    held = dict(zip(whole.points, zip(whole.packages, whole.counts, strict=True), strict=True))
    for point, package, count in zip(found.points, found.packages, found.counts, strict=True):
        if count is not None and point in held:
            assert held[point] == (package, count)
