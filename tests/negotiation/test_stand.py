"""How a case stands, in whole numbers: the same as of its points in rationals."""

from fractions import Fraction

from detente.negotiation.bargaining import nash
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import zone
from detente.negotiation.reach import how_far, is_open, most
from detente.negotiation.stand import stand
from detente.testing import Bounds, random_case


def test_it_stands_as_its_points_say() -> None:
    open_ = empty = shut = 0
    for seed in range(400):
        case = random_case(seed, Bounds())
        payoffs = compile_case(case)
        tops = most(payoffs)
        points = answer(payoffs, zone(case))
        found = stand(payoffs, tops)
        assert found.open == is_open(points)
        assert found.j == how_far(points, tops)[0]
        reserves = tuple(payoffs.reserve[p] for p in case.principals)
        best = nash(points, reserves).point if points else None
        assert found.nash == (best.package if best else None)
        assert [*found.gains.values()] == [*(best.values if best else ())]
        open_, empty, shut = (
            open_ + found.open,
            empty + (not points),
            shut + (bool(points) and not found.open),
        )
    assert min(open_, empty, shut) > 5


def test_tops_of_nothing_are_left_out() -> None:
    for seed in range(60):
        case = random_case(seed, Bounds())
        payoffs = compile_case(case)
        nothing = dict.fromkeys(case.principals, Fraction(0))
        assert stand(payoffs, nothing).j == how_far(answer(payoffs, zone(case)), nothing)[0] == 0
