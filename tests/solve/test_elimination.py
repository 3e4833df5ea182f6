"""The order of a merge: what it keeps open, and the bounds it prunes with."""

from dataclasses import replace
from itertools import product

import pytest

from detente.solve.elimination import plan
from detente.solve.program import Charge, Gate, Program, Rule, Term
from tests.solve.brute import random_program

FREE = Program(
    domains=((0, 1, 2), (0, 1), (0, 1)),
    order=((0, 1, 2), (0, 1), (0, 1)),
    start=(0,),
    unary=(((0,), (1,), (2,)), ((0,), (-1,)), ((3,), (5,))),
    objectives=(0,),
)


def test_free_variables_join_by_fewest_options_then_first() -> None:
    found = plan(FREE)

    assert found.sequence == (1, 2, 0)
    assert found.radix == (4, 2, 1)
    assert all(not kept for kept in found.stands_for)


def test_bounds_are_what_later_variables_and_ties_can_add() -> None:
    ties = replace(
        FREE,
        terms=(Term((0, 1), {(2, 1): (10,), (1, 1): (-4,)}),),
        charges=(Charge(frozenset({(0, 1)}), (-7,)),),
    )
    found = plan(ties)

    # Variable 2 joins first, for it opens nothing; then 1, then 0.
    assert found.sequence == (2, 1, 0)
    # After 2: variable 1 adds 0 or -1, variable 0 adds 0, 1 or 2, the term 10 or -4, the charge -7.
    assert found.most == ((0 + 2 + 10,), (2 + 10,), (0,))
    assert found.least == ((-1 + 0 - 4 - 7,), (0 - 4 - 7,), (0,))
    assert found.charges_open == (frozenset({0}), frozenset({0}), frozenset())


def test_bounds_look_at_the_domain_alone() -> None:
    found = plan(replace(FREE, domains=((0, 1), (0,), (0,))))

    assert found.sequence == (1, 2, 0)
    assert found.most[0] == (3 + 1,)


def test_an_option_stands_for_those_that_no_pending_tie_tells_from_it() -> None:
    ties = replace(FREE, rules=(Rule((0, 1, 2), frozenset({(2, 1, 1)})),))
    found = plan(ties)

    # Of variable 0 the rule knows only whether it is 2: options 0 and 1 are one.
    first = found.sequence.index(0)
    assert found.stands_for[-1] == {}
    for step in range(first, 2):
        assert found.stands_for[step][0].tolist() == [0, 0, 2]


def test_a_tie_is_settled_by_its_last_variable() -> None:
    for seed in range(80):
        program = random_program(seed)
        found = plan(program)
        done: set[int] = set()
        for step, variable in enumerate(found.sequence):
            done.add(variable)
            for index in found.terms[step]:
                assert variable in program.terms[index].scope
                assert done.issuperset(program.terms[index].scope)
            for index in found.rules[step]:
                assert done.issuperset(program.rules[index].scope)
        assert sorted(i for step in found.terms for i in step) == [*range(len(program.terms))]
        assert sorted(i for step in found.rules for i in step) == [*range(len(program.rules))]


def test_gates_stay_open_while_a_later_option_may_call_on_them() -> None:
    gates = (Gate(0, 1), Gate(0, 2, frozenset({(2, 1)})), Gate(0, 2, frozenset()))
    found = plan(replace(FREE, gates=gates))

    assert found.gates_open == (frozenset({1}), frozenset(), frozenset())
    assert found.shared_rows == {0}
    assert plan(replace(FREE, gates=gates[:1])).shared_rows == frozenset()


@pytest.mark.parametrize("seed", range(40))
def test_radix_numbers_packages_without_collision(seed: int) -> None:
    program = random_program(seed)
    radix = plan(program).radix
    every = [range(len(order)) for order in program.order]

    ranks = [sum(p * r for p, r in zip(places, radix, strict=True)) for places in product(*every)]

    assert ranks == [*range(len(ranks))]


def test_a_term_may_add_nothing() -> None:
    found = plan(replace(FREE, terms=(Term((0, 1), {}),)))

    assert found.most[-1] == (0,)


def test_tables_hold_integers_of_any_size() -> None:
    large = replace(FREE, terms=(Term((0, 1), {(2, 1): (10**40,)}),))

    table = plan(large).term_tables[0][1]

    assert table[2, 1, 0] == 10**40
    assert table[0, 0, 0] == 0
