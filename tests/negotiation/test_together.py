"""Questions answered at once answer as each would alone."""

from collections import Counter
from fractions import Fraction

import pytest

from detente.case.numbers import numbers
from detente.case.situation import in_world, worlds
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs, compile_case, move
from detente.negotiation.question import feasible, zone
from detente.negotiation.reach import largest
from detente.negotiation.together import answers, prepare
from detente.testing import Bounds, random_case
from tests.negotiation.asked import questions
from tests.negotiation.many_outlook import bounds


def _alone(moved: Payoffs) -> Payoffs:
    return compile_case(moved.case, moved.values)


@pytest.mark.parametrize(
    "seeds", [range(8), pytest.param(range(8, 60), marks=pytest.mark.slow)], ids=str
)
def test_shared_work_changes_no_answer(seeds: range) -> None:
    seen: Counter[str] = Counter()
    for seed in seeds:
        case = random_case(seed, Bounds())
        payoffs = compile_case(case)
        table = numbers(case)
        moved = [
            move(payoffs, {number.key: value})
            for number in table
            for value in {number.low, number.high, number.mode + Fraction(1, 3)}
        ]
        seen.update(number.kind for number in table)
        for question in (zone(case), *(largest(case, p) for p in case.principals)):
            found = answers(moved, question)
            assert list(found) == [answer(_alone(one), question) for one in moved], seed
    assert {"score", "weight", "reserve"} <= set(seen)


@pytest.mark.parametrize(
    "seeds", [range(25), pytest.param(range(25, 250), marks=pytest.mark.slow)], ids=str
)
def test_questions_of_one_case_are_answered_as_each_alone(seeds: range) -> None:
    for seed in seeds:
        case = random_case(seed, Bounds())
        together, apart = compile_case(case), compile_case(case)
        asked = questions(case)
        prepare((together, question) for question in asked)
        known = len(together.solved)
        for question in asked:
            assert answer(together, question) == answer(apart, question), (seed, question)
        assert len(together.solved) == known


def test_scenarios_of_one_case_are_answered_as_each_alone() -> None:
    several = 0
    for seed in range(60):
        case = random_case(seed, bounds(seed))
        compiled = [compile_case(in_world(case, world.states)) for world in worlds(case)]
        several += len(compiled) > 1
        prepare((payoffs, zone(payoffs.case)) for payoffs in compiled)
        for payoffs in compiled:
            apart = compile_case(payoffs.case)
            assert answer(payoffs, zone(payoffs.case)) == answer(apart, zone(payoffs.case)), seed
    assert several > 20


def test_what_is_known_is_not_asked_again() -> None:
    case = random_case(3, Bounds())
    payoffs = compile_case(case)
    before = answer(payoffs, zone(case))

    prepare([(payoffs, zone(case)), (payoffs, feasible(case))])

    assert answer(payoffs, zone(case)) is before
    assert len(payoffs.solved) == 2
