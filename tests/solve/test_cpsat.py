"""CP-SAT against every combination, against the elimination, and when time or patience is short."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from detente.solve import merge
from detente.solve.cpsat import TooLarge, solve_cpsat
from detente.solve.merge import WIDTH, solve
from detente.solve.program import Frontier, Gate, Program, Vector
from detente.testing.programs import tied_program
from tests.solve.brute import brute, random_program, values

PULL = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
TWO = Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), PULL, (0, 1))


def _at_most(one: Vector, others: tuple[Vector, ...]) -> bool:
    return any(all(a <= b for a, b in zip(one, other, strict=True)) for other in others)


@pytest.mark.parametrize("hundred", range(4))
def test_points_and_packages_are_those_of_every_combination(hundred: int) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        program = random_program(seed, 10**6 if seed % 3 else 1)
        found, expected = solve_cpsat(program), brute(program)

        assert (found.points, found.packages) == (expected.points, expected.packages), seed
        assert found.proved
        assert not found.bounds
        assert found.counts == (None,) * len(found.points)
        assert found.method == "cp-sat"


@pytest.mark.parametrize("objectives", [(), (0,), (0, 1), (0, 1, 2)])
@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_time_that_is_short_leaves_bounds(objectives: tuple[int, ...], seconds: float) -> None:
    drawn = tied_program(
        5, variables=5, options=3, magnitude=30, forbidden=4, ratifiers=1, principals=3, charges=1
    )
    program = replace(drawn, objectives=objectives)
    every = brute(program)

    found = solve_cpsat(program, seconds=seconds)

    assert found.proved == (not found.bounds)
    assert set(zip(found.points, found.packages, strict=True)) <= set(
        zip(every.points, every.packages, strict=True)
    )
    assert all(_at_most(p, found.points + found.bounds) for p in brute(program, image=True).points)
    if seconds == 0.0:
        assert found.points == ()
        assert not found.proved


def test_no_time_bounds_each_objective_by_its_largest_amounts() -> None:
    assert solve_cpsat(TWO, seconds=0) == Frontier(proved=False, bounds=((3, 3),), method="cp-sat")


@pytest.mark.parametrize("seconds", [1.0, 3.0])
def test_a_large_program_cut_short_is_bounded_and_its_points_are_efficient(seconds: float) -> None:
    program = tied_program(2, variables=8, options=4, magnitude=200, forbidden=12, ratifiers=2)
    whole = solve(program)
    begun = time.monotonic()

    found = solve_cpsat(program, seconds=seconds)

    assert time.monotonic() - begun < seconds + 3
    assert set(found.points) <= set(whole.points)
    assert all(_at_most(point, found.points + found.bounds) for point in whole.points)


def test_no_variables_and_no_options() -> None:
    bare = Program((), (), (4,), (), (0,), gates=(Gate(0, 4),))
    barred = replace(bare, gates=(Gate(0, 5),))
    empty = replace(TWO, domains=((0, 1), ()))

    assert solve_cpsat(bare).points == ((4,),)
    assert solve_cpsat(bare).packages == ((),)
    assert solve_cpsat(barred) == Frontier(method="cp-sat")
    assert solve_cpsat(empty) == Frontier(method="cp-sat")


def test_no_objectives_ask_whether_there_is_a_solution() -> None:
    asked = replace(TWO, objectives=(), gates=(Gate(0, 3),))

    assert solve_cpsat(asked).points == ((),)
    assert solve_cpsat(asked).packages == ((1, 0),)
    assert solve_cpsat(replace(asked, gates=(Gate(0, 4),))).points == ()


def test_a_package_of_many_places_is_canonical() -> None:
    # 30 variables of 8 options: the places need 90 bits. All solutions have equal value.
    size = 30
    program = Program(
        domains=(tuple(range(8)),) * size,
        order=(tuple(range(7, -1, -1)),) * size,
        start=(0,),
        unary=(((0,),) * 8,) * size,
        objectives=(0,),
    )

    assert solve_cpsat(program).packages == ((7,) * size,)


def test_amounts_that_may_not_fit_are_refused() -> None:
    def scaled(unit: int) -> Program:
        pull = tuple(tuple(tuple(unit * x for x in v) for v in options) for options in PULL)
        return replace(TWO, unary=pull)

    assert solve_cpsat(scaled(2**56)).points[0] == (3 * 2**56, -(2**56))
    with pytest.raises(TooLarge, match="64-bit"):
        solve_cpsat(scaled(2**58))
    with pytest.raises(TooLarge):
        solve_cpsat(replace(TWO, gates=(Gate(0, 2**60),)))


def test_the_answer_does_not_depend_on_the_number_of_workers() -> None:
    for seed in (11, 17, 31):
        program = random_program(seed)
        assert solve_cpsat(program, workers=2) == solve_cpsat(program)


def test_points_are_told_as_they_are_found() -> None:
    told: list[tuple[int, int]] = []

    solve_cpsat(TWO, progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 2), (2, 3), (3, 4), (3, 3)]


def test_an_interrupt_gets_through_at_once() -> None:
    program = (
        "from detente.solve.cpsat import solve_cpsat\n"
        "from detente.testing.programs import tied_program\n"
        "program = tied_program(1, variables=30, options=6, forbidden=40, ratifiers=4)\n"
        "print('begun', flush=True)\n"
        "solve_cpsat(program)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "begun\n"
        time.sleep(2.5)
        begun = time.monotonic()
        run.send_signal(signal.SIGINT)
        _, complaint = run.communicate(timeout=30)

    assert time.monotonic() - begun < 5
    assert run.returncode != 0
    assert complaint.rstrip().endswith("KeyboardInterrupt")


@pytest.mark.slow
def test_the_elimination_agrees_on_larger_programs(
    say: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = binding = tied = points = mismatches = 0
    cases = 200
    for seed in range(cases):
        program = _larger(seed)
        # Every other program is answered by hopes, as the largest ones are.
        monkeypatch.setattr(merge, "WIDTH", 0 if seed % 2 else WIDTH)
        found, expected = solve_cpsat(program), solve(program)
        mismatches += (found.points, found.packages) != (expected.points, expected.packages)
        free = solve(replace(program, gates=())) if program.gates else expected
        empty += not found.points
        binding += free.points != expected.points
        tied += any(count is not None and count > 1 for count in expected.counts)
        points += len(found.points)
        for point, package in zip(found.points, found.packages, strict=True):
            rows = values(program, package)
            assert rows is not None
            assert tuple(rows[o] for o in program.objectives) == point
    say(
        f"CP-SAT and the elimination on {cases} larger programs: {mismatches} mismatches in "
        f"{points} points; {empty} empty zones, {binding} with binding ratifiers, "
        f"{tied} with points that several packages reach"
    )

    assert mismatches == 0
    assert empty >= 5
    assert binding >= 80
    assert tied >= 50


def _larger(seed: int) -> Program:
    program = tied_program(
        seed,
        variables=6 + seed % 5,
        options=4 + seed // 5 % 3,
        magnitude=(2, 4, 6)[seed % 3],
        forbidden=5 + seed * 7 % 21,
        ratifiers=seed // 3 % 5,
        linkages=seed % 3,
        charges=seed // 2 % 2,
        opposed=seed % 4 != 3,
    )
    if seed % 12 == 7:  # ratifiers that nothing satisfies
        high = program.magnitude
        return replace(program, gates=(*program.gates, Gate(0, high), Gate(1, high)))
    return program
