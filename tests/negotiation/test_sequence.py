from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.base.errors import NotProved
from detente.negotiation.course import accepts
from detente.negotiation.payoff import compile_case
from detente.negotiation.sequence import compiled
from detente.solve.cpsat_schedule import solve_schedule
from detente.solve.schedule import shares_of
from detente.testing.oracle_sequence import faults, shares
from tests.negotiation.walks import STEPS, drawn, ends, sale


@pytest.mark.parametrize(
    "seeds", [range(60), pytest.param(range(60, 1200), marks=pytest.mark.slow)], ids=str
)
def test_no_plan_is_better_than_the_engines(seeds: range) -> None:
    kinds: Counter[str] = Counter()
    told = []
    for seed in seeds:
        both = drawn(seed)
        told += [f"{seed}: {difference}" for difference in both.differs]
        kinds["steps"] += any(end is not None for end in both.plan.ends)
        kinds["effects"] += bool(both.compiled.changing)
        kinds["ratifiers"] += bool(both.course.asked)
        kinds["impatient"] += any(len({*w}) > 1 for w in both.compiled.schedule.weights)

    assert told == []
    assert all(kinds[kind] > len(seeds) / 20 for kind in ("steps", "effects", "ratifiers"))
    assert kinds["impatient"] > len(seeds) / 20


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_nothing_is_broken_at_any_date(seed: int) -> None:
    both = drawn(seed)

    assert [*faults(both.walk, both.plan.ends)] == []


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_the_shares_solved_for_are_those_of_the_case(seed: int) -> None:
    both = drawn(seed)
    schedule = both.compiled.schedule
    own = shares(both.walk, both.plan.ends)

    found = shares_of(schedule, both.plan.ends)

    for party, weights, share in zip(both.course.counted, schedule.weights, found, strict=True):
        assert Fraction(share, both.compiled.unit * sum(weights)) == own[party]


def test_each_side_is_served_in_turn() -> None:
    assert ends(sale()) == {"halfway": 1, "shipped": 2, "paid": 4}


def test_a_bar_keeps_a_step_from_beginning_and_from_ending() -> None:
    entry = {"name": "x", "from": "2017-07-11", "until": "2017-08-01", "bars": {"price": "high"}}

    assert ends(sale(calendar={"campaign": entry}))["paid"] == 3  # 4 begins on 11 July


def test_exposure_keeps_a_step_until_another_makes_up_for_it() -> None:
    none = {"B": {"exposure": {"value": 0, "reason": "x"}}}
    late = {**STEPS, "shipped": {**STEPS["shipped"], "months": 4}}

    assert ends(sale(steps=late))["halfway"] == 3
    assert ends(sale(steps=late, principals=none)) == {"paid": 4, "shipped": 4}


def test_who_carries_one_step_at_a_time_takes_them_in_turn() -> None:
    found = ends(sale(principals={"A": {"capacity": 1}}))

    assert abs(found["paid"] - found["shipped"]) >= 2


def test_a_ratifier_that_refuses_the_package_keeps_its_step_out() -> None:
    assert ends(sale(-50)) == {"paid": 5}
    assert ends(sale(-100)) == ends(sale())


def test_a_step_may_win_a_ratifier_over() -> None:
    eased = {"ratifiers": {"workers": {"reserve": {"value": -100, "reason": "x"}}}}
    case = sale(-50, steps={**STEPS, "halfway": {**STEPS["halfway"], "effects": eased}})

    assert ends(case) == {"halfway": 1, "shipped": 3, "paid": 5}
    assert ends(case, effects=False) == {"paid": 5}


def test_a_wish_delays_what_it_puts_second() -> None:
    wish = {"text": "x", "party": "A", "first": {"price": "high"}, "then": {"delivery": "early"},
            "points": 200, "reason": "x"}  # fmt: skip
    found = ends(sale(wishes={"first": wish}))

    assert found["paid"] <= found["shipped"]


def test_what_the_leaders_decide_is_left_out_without_them() -> None:
    found = ends(sale(), leaders=False)

    assert "paid" not in found
    assert found["shipped"] == 2


def test_too_many_effects_are_refused() -> None:
    eased = {"principals": {"A": {"weights": {"points": {"price": 60}}}}}
    option = {"price": "middle"}
    steps = {f"s{n}": {"name": "x", "option": option, "effects": eased} for n in range(7)}
    with pytest.raises(NotProved, match="7 steps"):
        ends(sale(steps=steps))


def test_amounts_that_do_not_fit_are_rounded_within_the_bound_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = drawn(8)
    exact = both.compiled
    monkeypatch.setattr("detente.negotiation.sequence.SAFE", exact.schedule.largest)

    rough = compiled(both.course)

    assert (rough.exact, rough.unit) == (False, 10**6)
    ends_ = solve_schedule(rough.schedule).ends
    amounts = len(rough.schedule.sizes) + 6
    for party, share in zip(both.course.counted, shares_of(rough.schedule, ends_), strict=True):
        weight = sum(rough.schedule.weights[0])
        own = shares(both.walk, ends_)[party]
        assert abs(Fraction(share, rough.unit * weight) - own) <= Fraction(amounts, 2 * 10**6)


def test_a_ratifier_that_effects_take_away_is_not_asked() -> None:
    case = sale(50)
    payoffs = compile_case(case)
    assert not accepts(payoffs, "workers", {"price": "high", "delivery": "early"})
    assert accepts(payoffs, "nobody", {"price": "high", "delivery": "early"})
