"""What a model of a program says, apart from the solving."""

from dataclasses import replace

from ortools.sat.python import cp_model

from detente.solve.program import Charge, Program, Rule, Term
from detente.solve.stated import Stated

PROGRAM = Program(
    domains=((0, 1, 2), (0, 2), (1,)),
    order=((0, 1, 2), (0, 1, 2), (0, 1)),
    start=(10,),
    unary=(((0,), (4,), (-1,)), ((1,), (90,), (2,)), ((50,), (3,))),
    objectives=(0,),
)


def _solved(stated: Stated) -> tuple[str, cp_model.CpSolver]:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.status_name(solver.solve(stated.model)), solver


def test_a_gauge_ranges_over_what_the_domains_allow() -> None:
    tied = replace(
        PROGRAM,
        terms=(Term((0, 1), {(1, 2): (7,), (1, 1): (1000,)}),),
        charges=(Charge(frozenset({(0, 0)}), (-5,)),),
    )
    (goal,) = Stated(cp_model.CpModel(), PROGRAM).goals
    (wider,) = Stated(cp_model.CpModel(), tied).goals

    assert (goal.low, goal.high) == (10 - 1 + 1 + 3, 10 + 4 + 2 + 3)
    assert wider.low == goal.low - 5
    assert wider.high >= goal.high + 7


def test_a_limit_replaces_the_one_before() -> None:
    stated = Stated(cp_model.CpModel(), PROGRAM)
    (goal,) = stated.goals
    stated.model.maximize(goal.variable)

    goal.limit(13, 16)
    assert _solved(stated)[1].value(goal.variable) == 15
    goal.limit(goal.low, goal.high)
    assert _solved(stated)[1].value(goal.variable) == 19
    goal.limit(20, 30)
    assert _solved(stated)[0] == "INFEASIBLE"


def test_places_are_numbered_in_runs() -> None:
    size = 60
    wide = Program(
        ((0, 1, 2, 3),) * size, ((3, 2, 1, 0),) * size, (), (((),) * 4,) * size, objectives=()
    )

    ranks = Stated(cp_model.CpModel(), wide).ranks

    assert [rank.high for rank in ranks] == [4**20 - 1] * 3


def test_a_rule_without_scope_leaves_nothing() -> None:
    stated = Stated(cp_model.CpModel(), replace(PROGRAM, rules=(Rule((), frozenset({()})),)))

    assert _solved(stated)[0] == "INFEASIBLE"
