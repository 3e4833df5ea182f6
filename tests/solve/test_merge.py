"""The merge beside brute force, beyond 64 bits, and at the limits it states."""

from dataclasses import replace

import pytest

from detente.base.errors import NotProved
from detente.solve import passes
from detente.solve.merge import solve
from detente.solve.program import Charge, Frontier, Gate, Program, Rule, Term
from tests.solve.brute import brute, random_program

SAFE = 2**62


@pytest.fixture(params=[0, 48], ids=["drop at once", "drop when many"])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Whether labels are dropped from the first step on, or only when there are many."""
    size: int = request.param
    monkeypatch.setattr(passes, "_SMALL", size)
    return size


@pytest.mark.parametrize("unit", [1, 2**59, 10**40], ids=["small", "across", "large"])
@pytest.mark.parametrize("start", range(0, 400, 100))
def test_merge_agrees_with_brute_force(start: int, unit: int, small: int) -> None:
    for seed in range(start, start + 100):
        program = random_program(seed, unit)
        assert solve(program) == brute(program), seed
        assert solve(program, image=True) == brute(program, image=True), seed


def _chain(size: int) -> Program:
    """One objective; even variables bring 1 by option 1, odd ones nothing either way."""
    return Program(
        domains=((0, 1),) * size,
        order=tuple((0, 1) if i % 4 < 2 else (1, 0) for i in range(size)),
        start=(0,),
        unary=tuple(((0,), (1 - i % 2,)) for i in range(size)),
        objectives=(0,),
    )


@pytest.mark.parametrize("size", [60, 61, 62, 63, 64, 70, 130])
def test_ranks_and_counts_pass_64_bits(size: int) -> None:
    # Even variables must take option 1; each odd one is free, and takes the option whose place is
    # 0: option 0 where i % 4 == 1, option 1 where i % 4 == 3. There are 2 ** (odd variables) ways.
    found = solve(_chain(size))

    assert found.points == ((size // 2 + size % 2,),)
    assert found.counts == (2 ** (size // 2),)
    assert found.packages == (tuple(0 if i % 4 == 1 else 1 for i in range(size)),)


@pytest.mark.parametrize("size", [61, 62, 63])
def test_the_count_of_everything_at_the_edge(size: int) -> None:
    free = Program(((0, 1),) * size, ((0, 1),) * size, (), (((), ()),) * size, ())

    found = solve(free)

    assert found.counts == (2**size,)
    assert found.packages == ((0,) * size,)


@pytest.mark.parametrize("gap", [-2, -1, 0, 1, 2])
@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("objective", [0, 1], ids=["maximised", "clipped"])
def test_values_at_the_edge_of_64_bits(gap: int, sign: int, objective: int, small: int) -> None:
    # Row 0 starts at 2^61 and adds at most 2^61 + gap - 11 and 1; floors add 10: 2^62 + gap.
    top = SAFE // 2 + gap - 11
    program = Program(
        domains=((0, 1, 2), (0, 1)),
        order=((2, 1, 0), (0, 1)),
        start=(sign * SAFE // 2, 0),
        unary=(((sign * top, 5), (sign * top, 6), (0, 0)), ((sign, 1), (0, -1))),
        objectives=(objective,),
        gates=(Gate(0, 10, frozenset({(1, 0)})), Gate(1, -10)),
    )

    assert program.magnitude == SAFE + gap
    assert solve(program) == brute(program)
    assert solve(program, image=True) == brute(program, image=True)


@pytest.mark.parametrize("gap", [-1, 0, 1])
def test_a_term_and_a_charge_at_the_edge(gap: int, small: int) -> None:
    part = SAFE // 4
    program = Program(
        domains=((0, 1), (0, 1), (0, 1)),
        order=((0, 1),) * 3,
        start=(part, -part),
        unary=(((0, 0), (part, -part)),) + (((0, 0), (0, 1)),) * 2,
        objectives=(0, 1),
        terms=(Term((0, 2), {(1, 1): (part, -part)}),),
        charges=(Charge(frozenset({(1, 1), (2, 1)}), (part + gap, 0)),),
    )

    assert program.magnitude == SAFE + gap
    assert solve(program) == brute(program)


def test_numbers_of_forty_digits_stay_apart() -> None:
    # Doubles would hold both options equal: they differ in the fortieth digit.
    near = 10**40
    program = Program(((0, 1),), ((0, 1),), (0, 0), (((near, 0), (near + 1, -1)),), (0, 1))

    assert solve(program).points == ((near + 1, -1), (near, 0))


def test_too_many_labels_are_refused_or_left_to_cp_sat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passes, "LABELS", 7)
    program = Program(
        ((0, 1),) * 3,
        ((0, 1),) * 3,
        (0, 0),
        tuple(((0, 0), (2**i, -(2**i))) for i in range(3)),
        (0, 1),
        rules=(Rule((0, 1, 2), frozenset({(1, 1, 1)})),),
    )

    with pytest.raises(NotProved, match="more than 7 partial packages"):
        solve(program, image=True)
    assert solve(program).method == "cp-sat"

    monkeypatch.setattr(passes, "LABELS", 8)
    assert len(solve(program).points) == 7


def test_an_empty_domain_leaves_nothing() -> None:
    program = replace(_chain(4), domains=((0, 1), (), (0, 1), (0,)))

    assert solve(program) == Frontier()
    assert solve(replace(program, objectives=())) == Frontier()


def test_without_variables_the_start_is_the_answer_where_the_gates_let_it() -> None:
    nothing = Program((), (), (3, -2), (), (0, 1))

    assert solve(nothing) == Frontier(((3, -2),), ((),), (1,)) == brute(nothing)
    for gate in (Gate(1, -2), Gate(1, 0, frozenset()), Gate(1, -1)):
        assert solve(replace(nothing, gates=(gate,))) == brute(replace(nothing, gates=(gate,)))


def test_a_row_with_two_floors_obeys_the_higher() -> None:
    # Rows 0 (maximised) and 1 (asked to be at least -1, and at least 1 where variable 0 takes 1).
    program = Program(
        ((0, 1), (0, 1)),
        ((0, 1), (0, 1)),
        (0, 0),
        (((0, 0), (5, 0)), ((0, 1), (1, 0))),
        (0,),
        gates=(Gate(1, -1), Gate(1, 1, frozenset({(0, 1)}))),
    )

    assert solve(program).packages == ((1, 0),)


def test_a_gate_called_late_still_judges_the_whole() -> None:
    # Variable 0 spends row 1; only variable 1 calls on the gate, after clipping has begun.
    program = Program(
        ((0, 1), (0, 1), (0, 1)),
        ((0, 1),) * 3,
        (0, 0),
        (((0, 0), (4, -3)), ((0, 0), (3, 0)), ((0, 0), (-2, 3))),
        (0,),
        gates=(Gate(1, 0, frozenset({(1, 1)})),),
    )

    assert solve(program) == brute(program)
    assert solve(program).points == ((5,),)


def test_a_charge_falls_once() -> None:
    program = Program(
        ((0, 1), (0, 1)),
        ((0, 1), (0, 1)),
        (0,),
        (((0,), (4,)), ((0,), (4,))),
        (0,),
        charges=(Charge(frozenset({(0, 1), (1, 1)}), (-5,)),),
    )

    # One option brings 4 − 5 = −1, both 8 − 5 = 3.
    assert solve(program, image=True).points == ((3,), (0,), (-1,))
    assert solve(program, image=True).counts == (1, 1, 2)


def test_progress_counts_variables() -> None:
    told: list[tuple[int, int]] = []

    solve(_chain(3), progress=lambda done, of: told.append((done, of)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_rules_of_three_variables_are_kept(small: int) -> None:
    program = replace(_chain(6), rules=(Rule((0, 2, 4), frozenset({(1, 1, 1)})),))

    assert solve(program) == brute(program)
    assert solve(program).points == ((2,),)
