"""Curves: how J rises as one reserve falls, worked by hand and on drawn cases."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings

from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.bottleneck import Curve, bottleneck, curves
from detente.negotiation.payoff import compile_case, move
from detente.negotiation.reach import most, reach
from detente.testing import Bounds, two_issue_case
from detente.testing.strategies import cases

SMALL = Bounds(issues=(2, 3), options=(2, 3), packages=18, ratifiers=(1, 3), reserves=True)
RANDOM = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _case(reserves: dict[str, int]) -> Case:
    plain = written(two_issue_case())
    for party, least in reserves.items():
        plain["principals"][party]["reserve"] = {"value": least, "reason": "worked"}
    return Case.model_validate(plain)


def _curves(case: Case) -> tuple[Curve, ...]:
    payoffs = compile_case(case)
    return curves(payoffs, most(payoffs))


def _shown(curve: Curve) -> object:
    return [(rise.fall, rise.j, [*rise.package.values()]) for rise in curve.rises]


def test_b_stands_in_the_way_of_the_high_price() -> None:
    # B refuses (40, 20) by 10 points; at (12, 44) J is 12/70.
    a, b = _curves(_case({"B": 30}))
    j = Fraction(1, 3)

    assert _shown(a) == []
    assert a.share is None
    assert _shown(b) == [(10, j, ["high", "early"])]
    assert b.share == Fraction(10, 60)
    assert bottleneck((a, b)) is b


def test_a_curve_has_several_steps() -> None:
    # Nothing suits A; (40, 20) does 10 points lower. (12, 44) would not be better.
    a, b = _curves(_case({"A": 50, "B": 0}))

    assert _shown(a) == [(10, Fraction(1, 3), ["high", "early"])]
    assert _shown(b) == []
    assert a.share == Fraction(1, 7)


def test_of_equal_shares_the_first_partys() -> None:
    one, other = (Curve(name, Fraction(10), ()) for name in "xy")
    rises: Any = _curves(_case({"B": 30}))[1].rises
    first, second = (Curve(name, Fraction(60), rises) for name in "yx")

    assert bottleneck(()) is None
    assert bottleneck((one, other)) is None
    assert bottleneck((one, first, second)) is first


def test_a_party_that_cannot_gain_has_no_share() -> None:
    rises: Any = _curves(_case({"B": 30}))[1].rises

    assert Curve("x", Fraction(0), rises).share is None
    assert Curve("x", Fraction(-5), rises).share is None


@given(cases(SMALL))
@RANDOM
def test_each_step_is_reached_by_that_fall_and_by_no_less(case: Case) -> None:
    payoffs = compile_case(case)
    tops = most(payoffs)
    base = reach(payoffs, tops)
    for curve in curves(payoffs, tops):
        room = "principals" if curve.party in case.principals else "ratifiers"
        before = base
        for rise in curve.rises:
            key = f"{room}.{curve.party}.reserve"
            held = payoffs.reserve[curve.party]
            low = move(payoffs, {key: held - rise.fall})
            short = move(payoffs, {key: held - rise.fall + Fraction(1, 1000)})

            assert rise.fall > 0
            assert rise.j > before
            assert reach(low, tops) == rise.j
            assert reach(short, tops) == before
            before = rise.j
        if not curve.rises or payoffs.reserve[curve.party] < 0:
            continue
        shares = (payoffs.gain(p, curve.rises[-1].package) / tops[p] for p in case.principals)
        assert min(shares) == curve.rises[-1].j
