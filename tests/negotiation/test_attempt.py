"""Answers within some time: exact, or with a gap that holds."""

from fractions import Fraction

from detente.files.opened import open_case
from detente.negotiation.attempt import attempt
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import feasible, zone
from detente.testing import Bounds, random_case


def test_without_a_limit_it_is_the_answer() -> None:
    for seed in range(40):
        payoffs = compile_case(random_case(seed, Bounds()))
        for asked in (feasible(payoffs.case), zone(payoffs.case)):
            found = attempt(payoffs, asked)
            assert found.proved
            assert found.points == answer(payoffs, asked)
            assert found.gap == (Fraction(0) if found.points else None)


def test_a_gap_covers_every_efficient_package() -> None:
    payoffs = compile_case(open_case("japan-russia-2017").case)
    found = attempt(payoffs, feasible(payoffs.case), seconds=0)

    assert not found.proved
    assert found.gap is not None
    for best in answer(payoffs, feasible(payoffs.case)):
        short = min(
            max(a - b for a, b in zip(best.values, point.values, strict=True))
            for point in found.points
        )
        assert short <= found.gap
