"""The answer fixed before the scenario is known: worked by hand, and what must always hold."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.change import changed
from detente.case.situation import in_world, worlds
from detente.negotiation.compiler import answer
from detente.negotiation.ex_ante import ex_ante
from detente.negotiation.payoff import Payoffs, compile_case
from detente.negotiation.question import zone
from detente.testing import Bounds, two_issue_case
from detente.testing.strategies import cases
from tests.negotiation.small import exact

MOVED = Bounds(issues=(2, 3), options=(2, 3), packages=12, shocks=(1, 2), divisible=30)
PLAIN = Bounds(issues=(2, 3), options=(2, 3), packages=18)
RANDOM = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
HALF = Fraction(1, 2)


def _weighted(case: Case) -> list[tuple[Fraction, Payoffs]]:
    return [(w.probability, compile_case(in_world(case, w.states))) for w in worlds(case)]


def test_two_scenarios_by_hand() -> None:
    # With B's reserve at 30 the high price, (40, 20), is refused and (12, 44) is not.
    case = two_issue_case()
    bold = changed(case, {"principals": {"B": {"reserve": {"value": 30, "reason": "worked"}}}})
    found = ex_ante([(HALF, compile_case(case)), (HALF, compile_case(bold))])

    assert exact([(one.package, one.expected, one.acceptance) for one in found]) == [
        ({"price": "high", "delivery": "early"}, {"A": 20, "B": 10}, HALF),
        ({"price": "middle", "delivery": "early"}, {"A": 12, "B": 44}, 1),
    ]
    assert [one.count for one in found] == [1, 1]


def test_a_scenario_that_cannot_be_is_not_weighed() -> None:
    case = two_issue_case()
    wild = changed(case, {"principals": {"A": {"reserve": {"value": 99, "reason": "worked"}}}})
    sure = ex_ante([(Fraction(1), compile_case(case))])

    assert ex_ante([(Fraction(0), compile_case(wild)), (Fraction(1), compile_case(case))]) == sure
    assert ex_ante([(Fraction(1), compile_case(wild)), (Fraction(0), compile_case(case))]) == ()


def test_choosing_what_held_is_another_choice_than_leaving_what_holds() -> None:
    # In one scenario the price already stands at the middle, by a third party's hand. To choose
    # the low price, which pleases B, is to agree on it there, and to change nothing here.
    plain = two_issue_case()
    price = plain.issues["price"]
    options = {
        **price.options,
        "low": price.options["low"].model_copy(update={"controller": ("A",), "track": "leaders"}),
        "middle": price.options["middle"].model_copy(update={"controller": ("X",)}),
    }
    case = plain.model_copy(
        update={
            "third_parties": {"X": {"name": "X"}},
            "issues": {**plain.issues, "price": price.model_copy(update={"options": options})},
        }
    )
    scores = {
        "low": {"scores": {"A": 100, "B": 100}},
        "middle": {"scores": {"A": 0, "B": 0}},
        "high": {"scores": {"A": -100, "B": -100}},
    }
    moved = changed(case, {"issues": {"price": {"status_quo": "middle", "options": scores}}})
    found = ex_ante([(HALF, compile_case(case)), (HALF, compile_case(moved))])

    assert exact([(one.package, one.expected, one.acceptance) for one in found]) == [
        ({"price": "low"}, {"A": 35, "B": 20}, 1),
        ({"price": "low", "delivery": "early"}, {"A": 20, "B": 50}, HALF),
    ]


@given(cases(PLAIN))
@RANDOM
def test_with_one_scenario_it_is_the_zones_frontier(case: Case) -> None:
    payoffs = compile_case(case)
    found = ex_ante([(Fraction(1), payoffs)])
    points = answer(payoffs, zone(case))

    ours = sorted((tuple(one.expected.values()), one.count) for one in found)
    assert ours == sorted((point.values, point.count) for point in points)
    assert all(one.acceptance == 1 for one in found)


@given(cases(MOVED))
@RANDOM
def test_nothing_beats_another_and_all_is_in_order(case: Case) -> None:
    found = [tuple(one.expected.values()) for one in ex_ante(_weighted(case))]

    assert found == sorted(set(found), reverse=True)
    assert not any(
        one != other and all(a >= b for a, b in zip(other, one, strict=True))
        for one in found
        for other in found
    )


@given(cases(MOVED))
@RANDOM
def test_no_choice_beats_knowing_the_scenario(case: Case) -> None:
    """One principal's best expected gain is at most the mean of its best gains, scenario known.

    A scenario whose zone is empty counts 0 on both sides; so does one whose best gain is below 0,
    where the choice may be one that is refused there.
    """
    weighted = _weighted(case)
    found = ex_ante(weighted)
    for place, principal in enumerate(case.principals):
        known = Fraction(0)
        for probability, payoffs in weighted:
            gains = [p.values[place] for p in answer(payoffs, zone(payoffs.case))]
            known += probability * max([Fraction(0), *gains])
        assert all(one.expected[principal] <= known for one in found)


@given(cases(MOVED), st.integers(2, 5))
@RANDOM
def test_a_scenario_told_in_parts_changes_nothing(case: Case, parts: int) -> None:
    weighted = _weighted(case)
    parted = [(probability / parts, payoffs) for probability, payoffs in weighted] * parts

    assert ex_ante(parted) == ex_ante(weighted)


@given(cases(MOVED))
@RANDOM
def test_third_parties_options_are_never_chosen(case: Case) -> None:
    for one in ex_ante(_weighted(case)):
        for issue, option in one.package.items():
            assert not {*case.issues[issue].options[option].controller} & {*case.third_parties}
        assert 0 < one.acceptance <= 1


@pytest.mark.parametrize("size", [1, 2])
def test_no_zone_no_answer(size: int) -> None:
    hard = {"principals": {"A": {"reserve": {"value": 90, "reason": "worked"}}}}
    payoffs = compile_case(changed(two_issue_case(), hard))

    assert ex_ante([(Fraction(1, size), payoffs)] * size) == ()
