"""Moulds: what is poured in, once for every case compiled on one layout."""

from fractions import Fraction

from detente.negotiation.compiler import build
from detente.negotiation.moulding import mould
from detente.negotiation.payoff import compile_case, move
from detente.negotiation.question import zone
from detente.testing import Bounds, random_case


def test_one_mould_takes_any_numbers() -> None:
    case = random_case(5, Bounds())
    payoffs = compile_case(case)
    kept = mould(payoffs.layout, zone(case))
    for party in case.principals:
        moved = move(payoffs, {f"principals.{party}.reserve": Fraction(5, 3)})
        assert kept.program(moved) == build(moved, zone(case))
