"""Moves that share work answer as each would alone."""

from collections import Counter
from fractions import Fraction

import pytest

from detente.case.numbers import numbers
from detente.negotiation.compiler import answer
from detente.negotiation.moves import answers
from detente.negotiation.payoff import Payoffs, compile_case, move
from detente.negotiation.question import zone
from detente.negotiation.reach import largest
from detente.testing import Bounds, random_case


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
            found = answers(payoffs, moved, question)
            assert list(found) == [answer(_alone(one), question) for one in moved], seed
    assert {"score", "weight", "reserve"} <= set(seen)


def test_a_move_keeps_the_tables_of_parties_it_leaves_alone() -> None:
    for seed in range(30):
        case = random_case(seed, Bounds())
        payoffs = compile_case(case)
        for number in numbers(case):
            moved = move(payoffs, {number.key: number.high})
            whole = _alone(moved)
            assert (moved.worth, moved.scale, moved.whole) == (
                whole.worth,
                whole.scale,
                whole.whole,
            )
