"""A party's amounts in many draws are the amounts of the case compiled with each draw."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.files.opened import open_case
from detente.negotiation import drawn_whole
from detente.negotiation.drawn import Drawn
from detente.negotiation.drawn_whole import WholeParty
from detente.negotiation.draws import draw
from detente.negotiation.payoff import compile_case, move
from detente.testing import random_case
from detente.testing.draw import Bounds
from tests.negotiation.ranged import ranged


@pytest.mark.parametrize("seed", range(20))
def test_amounts_are_exact(seed: int) -> None:
    case = random_case(seed, Bounds(rules=3, divisible=50))
    drawn = Drawn(draw(case, 4, seed))
    for party in case.parties:
        whole = WholeParty(drawn, party)
        assert whole.exact.all()
        for row in range(4):
            payoffs = compile_case(case, drawn.draws.values(row))
            unit = int(whole.unit[row])
            for issue, options in payoffs.worth[party].items():
                held = [Fraction(int(value), unit) for value in whole.worth[issue][:, row]]
                assert held == [*options.values()]
            assert Fraction(int(whole.reserve[row]), unit) == payoffs.reserve[party]
            assert Fraction(int(whole.outside[row]), unit) == payoffs.outside[party]
            for name, values in whole.links.items():
                assert Fraction(int(values[row]), unit) == payoffs.links[name][party]
            for name, values in whole.prices.items():
                assert Fraction(int(values[row]), unit) == payoffs.prices[name]


def test_the_reference_case_fits_in_every_one_of_many_draws() -> None:
    case = open_case("japan-russia-2017").case
    drawn = Drawn(draw(case, 2_000))
    assert all(WholeParty(drawn, party).exact.all() for party in case.parties)


def test_amounts_that_do_not_fit_are_rounded_and_reserves_give_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drawn_whole, "FITS", 2.0**10)
    case = ranged()
    drawn = Drawn(draw(case, 5))
    whole = WholeParty(drawn, "A")
    assert not whole.exact.any()
    assert set(whole.unit.tolist()) == {drawn_whole.GRID}
    base = compile_case(case)
    for row in range(5):
        payoffs = move(base, drawn.draws.values(row))
        for place, value in enumerate(payoffs.worth["A"]["land"].values()):
            assert abs(int(whole.worth["land"][place, row]) - value * drawn_whole.GRID) <= 1
        least = payoffs.reserve["A"] * drawn_whole.GRID
        assert least - 6 < int(whole.reserve[row]) < least
