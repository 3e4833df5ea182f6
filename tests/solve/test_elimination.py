"""The order of a merge: what it keeps open, and the bounds it prunes with."""

from dataclasses import replace

from detente.solve.elimination import plan, sequence_of
from detente.solve.program import Charge, Program, Term
from tests.solve.brute import random_program

FREE = Program(
    domains=((0, 1, 2), (0, 1), (0, 1)),
    order=((0, 1, 2), (0, 1), (0, 1)),
    start=(0,),
    unary=(((0,), (1,), (2,)), ((0,), (-1,)), ((3,), (5,))),
    objectives=(0,),
)


def _order(program: Program) -> tuple[int, ...]:
    scopes = (*(term.scope for term in program.terms), *(rule.scope for rule in program.rules))
    return sequence_of(tuple(len(domain) for domain in program.domains), scopes)


def test_free_variables_join_by_fewest_options_then_first() -> None:
    assert _order(FREE) == (1, 2, 0)


def test_variables_of_one_option_come_first_and_keep_nothing_open() -> None:
    # Variable 2 is tied to 0 and has a single option: only 0 and 1 are choices.
    assert sequence_of((2, 2, 1), ((0, 2), (0, 1))) == (2, 0, 1)


def test_bounds_are_what_later_variables_and_ties_can_add() -> None:
    ties = replace(
        FREE,
        terms=(Term((0, 1), {(2, 1): (10,), (1, 1): (-4,)}),),
        charges=(Charge(frozenset({(0, 1)}), (-7,)),),
    )

    # Variable 2 joins first, for it opens nothing; then 1, then 0.
    assert _order(ties) == (2, 1, 0)
    # After 2: variable 1 adds 0 or -1, variable 0 adds 0, 1 or 2, the term 10 or -4, the charge -7.
    assert plan(ties, (2, 1, 0)).most == ((0 + 2 + 10,), (2 + 10,), (0,))


def test_bounds_look_at_the_domain_alone() -> None:
    narrow = replace(FREE, domains=((0, 1), (0,), (0,)))

    assert plan(narrow, (1, 2, 0)).most[0] == (3 + 1,)
    assert plan(replace(FREE, domains=((), (0,), (0,))), (1, 2, 0)).most[0] == (3,)


def test_a_tie_is_settled_by_its_last_variable() -> None:
    for seed in range(80):
        program = random_program(seed)
        found = plan(program, _order(program))
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


def test_a_term_may_add_nothing() -> None:
    found = plan(replace(FREE, terms=(Term((0, 1), {}),)), (0, 1, 2))

    assert found.most[-1] == (0,)


def test_tables_hold_integers_of_any_size() -> None:
    large = replace(FREE, terms=(Term((0, 1), {(2, 1): (10**40,)}),))

    table = plan(large, (0, 1, 2)).term_tables[0][1]

    assert table[2, 1, 0] == 10**40
    assert table[0, 0, 0] == 0
