"""What is settled beforehand, beside brute force over the whole."""

import random
from dataclasses import replace

import pytest

from detente.solve.merge import solve
from detente.solve.program import Charge, Frontier, Gate, Program, Rule, Term
from detente.solve.settled import settle
from tests.solve.brute import brute, random_program

PULL = ((0, 0), (3, -1)), ((0, 0), (-1, 3)), ((1, 1), (2, 0))


def _cut(program: Program, seed: int) -> Program:
    """Leave some variables one option only."""
    rng = random.Random(seed)
    return replace(
        program,
        domains=tuple(
            (rng.choice(domain),) if domain and rng.random() < 0.5 else domain
            for domain in program.domains
        ),
    )


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_a_settled_program_has_the_solutions_of_the_whole(start: int) -> None:
    for seed in range(start, start + 100):
        program = _cut(random_program(seed, 1), seed)
        if not all(program.domains):
            continue
        left = settle(program)
        expected = brute(program)
        found = Frontier() if left.program is None else left.whole(brute(left.program))
        assert found == expected, seed
        assert solve(program) == expected, seed
        assert solve(program, image=True) == brute(program, image=True), seed


def _three(domains: tuple[tuple[int, ...], ...]) -> Program:
    return Program(domains, ((0, 1),) * 3, (0, 0), PULL, (0, 1))


def test_ties_with_a_settled_variable_become_values_and_triggers() -> None:
    program = replace(
        _three(((0, 1), (1,), (0, 1))),
        terms=(Term((0, 1), {(1, 1): (10, 10), (1, 0): (99, 99)}), Term((0, 1), {(0, 0): (7, 7)})),
        charges=(
            Charge(frozenset({(1, 1)}), (-2, 0)),
            Charge(frozenset({(1, 0), (2, 1)}), (-5, 0)),
            Charge(frozenset({(1, 0)}), (-100, 0)),
        ),
        gates=(Gate(0, -50, frozenset({(1, 1)})), Gate(1, 10**6, frozenset({(1, 0)}))),
    )

    left = settle(program).program

    assert left is not None
    assert left.start == (-3, 3)
    assert left.unary[0] == ((0, 0), (13, 9))
    assert left.terms == ()
    assert left.charges == (Charge(frozenset({(1, 1)}), (-5, 0)),)
    assert left.gates == (Gate(0, -50),)


def test_a_rule_may_settle_another_variable_or_everything() -> None:
    program = _three(((0,), (0, 1), (0, 1)))
    chain = (Rule((0, 1), frozenset({(0, 0)})), Rule((1, 2), frozenset({(1, 1)})))

    assert settle(replace(program, rules=chain)).options == (0, 1, 0)
    none = (*chain, Rule((0, 2), frozenset({(0, 0)})))
    assert settle(replace(program, rules=none)).program is None
    assert solve(replace(program, rules=none)) == Frontier()


def test_rows_that_nobody_asks_for_are_left_out() -> None:
    program = replace(_three(((0, 1), (1,), (0, 1))), objectives=(1,))

    left = settle(program)

    assert left.rows == (1,)
    assert left.program is not None
    assert left.program.start == (3,)
