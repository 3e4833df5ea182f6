from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.base.day import months_later
from detente.case.case import Case
from detente.case.situation import in_world, on_day, present, worlds
from detente.case.written import written
from detente.negotiation.bars import leaders
from detente.negotiation.compiler import answer
from detente.negotiation.opened import Opened
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import zone
from detente.negotiation.reach import is_open
from detente.negotiation.situations import Situations
from detente.negotiation.window import Window, window
from detente.study.scenarios import scenarios
from detente.testing import Bounds, random_case
from tests.study.situations import WHY, ageing, stormy, wary, with_rooms

SINCE = date(2017, 5, 11)


def look(case: Case, until: date = date(2019, 5, 11), **given: Any) -> Window:
    return window(Situations(case), until, **given)


def hazardous(hazard: object = 0.1, back: object = None, **more: Any) -> Case:
    """Return the case with a storm that may come in any month; in it nothing can be agreed."""
    moves = {"comes": {"from": "calm", "to": "storm", "hazard": {"value": hazard, "reason": WHY}}}
    if back is not None:
        moves["goes"] = {"from": "storm", "to": "calm", "hazard": {"value": back, "reason": WHY}}
    states = {
        "calm": {"name": "Calm", "probability": [0, 0.5, 1]},
        "storm": {"name": "Storm", "probability": [0, 0.5, 1], "changes": wary(60)},
    }
    shock = {"name": "W", "now": "calm", "states": states, "transitions": moves, "reason": WHY}
    return with_rooms(shocks={"weather": shock}, **more)


def test_a_known_closing_date_worked_out_by_hand() -> None:
    """From January 2018 on nothing is possible; until then everything is."""
    found = look(ageing()).course(Opened())

    closes = date(2018, 1, 1).toordinal()
    for day in found.days:
        assert {day.open, day.survival} == ({1} if day.day < closes else {0})
    assert found.half_life == closes
    assert found.closed == {"dated later": 1}


def test_a_constant_hazard_is_geometric() -> None:
    found = look(hazardous()).course(Opened())

    months = {months_later(SINCE, m).toordinal(): m for m in range(25)}
    assert {months[day.day]: day.survival for day in found.days} == {
        m: Fraction(9, 10) ** m for m in range(25)
    }
    assert found.half_life == months_later(SINCE, 7).toordinal()  # 0.9^7 = 0.478
    assert found.closed == {"hazard weather": 1 - Fraction(9, 10) ** 24}


def test_what_opens_again_is_possible_though_not_throughout() -> None:
    found = look(hazardous(0.2, 0.3)).course(Opened())

    calm = [Fraction(2, 5) * Fraction(1, 2) ** m + Fraction(3, 5) for m in range(25)]
    assert [day.open for day in found.days] == calm
    assert [day.survival for day in found.days] == [Fraction(4, 5) ** m for m in range(25)]


@given(st.fractions(0, 1, max_denominator=30), st.fractions(0, 1, max_denominator=30))
def test_a_likelier_shock_leaves_the_window_open_for_less_long(
    one: Fraction, other: Fraction
) -> None:
    few, many = (
        look(hazardous(str(hazard))).course(Opened()).days for hazard in sorted((one, other))
    )

    assert all(m.survival <= f.survival for f, m in zip(few, many, strict=True))
    assert all(m.open <= f.open for f, m in zip(few, many, strict=True))


def test_as_the_scenarios_say_once_every_shock_is_settled() -> None:
    seen = {"open": 0, "partly": 0, "led": 0}
    for seed in range(60):
        case = random_case(seed, Bounds(shocks=(1, 3)))
        expected = scenarios(case)
        assert expected is not None

        found = look(case, months_later(case.as_of, 1))

        share = found.course(Opened()).days[-1].open
        led = found.course(Opened(leaders)).days[-1].open
        assert (share, led) == (expected.open, expected.open_leaders)
        seen["open"] += share == 1
        seen["partly"] += 0 < share < 1
        seen["led"] += led != share
    assert min(seen.values()) > 3, seen


def test_every_state_and_date_is_answered_by_the_engine_itself() -> None:
    """On random cases with shocks and dates: each situation opened or not as it is by itself."""
    for seed in range(25):
        case = random_case(seed, Bounds(shocks=(1, 2), dated=(1, 3)))
        until = months_later(case.as_of, 18)
        found = look(case, until)
        for day in found.course(Opened()).days:
            then = date.fromordinal(day.day)
            total = Fraction(0)
            spread = {w: p for w, p in _spread(found, then).items() if p}
            for states, mass in spread.items():
                world = in_world(case, dict(zip(case.shocks, states, strict=True)))
                payoffs = compile_case(on_day(world, then, case))
                total += mass * is_open(answer(payoffs, zone(payoffs.case)))
            assert day.open == total


def _spread(found: Window, day: date) -> dict[tuple[str, ...], Fraction]:
    case = found.case
    if day == found.since:
        return {tuple(present(case).values()): Fraction(1)}
    return {  # settled the day after: nothing else moves these cases
        tuple(w.states.values()): w.probability for w in worlds(case)
    }


def test_what_the_calendar_bars_closes_for_a_time() -> None:
    entry = {
        "name": "R",
        "from": "2017-08-01",
        "until": "2017-09-01",
        "bars": {"delivery": "early"},
    }
    found = look(with_rooms(calendar={"recess": entry}), date(2017, 12, 1)).course(Opened())

    shown = {
        date.fromordinal(d.day).isoformat(): (int(d.open), int(d.survival)) for d in found.days
    }
    assert shown["2017-07-11"] == (1, 1)
    assert shown["2017-08-01"] == shown["2017-08-11"] == (0, 0)
    assert shown["2017-09-01"] == (1, 0)
    assert found.closed == {"calendar recess": 1}


def test_a_months_delay_costs_the_gain_forgone_and_the_fall_of_the_baseline() -> None:
    """In one case of ten nothing can be agreed after a month: 4 of 40 points, and 2 of 20."""
    assert look(hazardous()).delay(Opened()) == {"A": 4, "B": 2}
    worse = written(hazardous())
    worse["shocks"]["weather"]["states"]["storm"]["changes"]["principals"]["A"] = {"baseline": -30}
    assert look(Case.model_validate(worse)).delay(Opened()) == {"A": 7, "B": 2}


def test_shocks_may_be_held_otherwise_at_first() -> None:
    settled = look(stormy(), held={"weather": "storm"}).course(Opened())
    moves = look(hazardous(0.1, 0.5), held={"weather": "storm"}).course(Opened())

    assert {int(day.open) for day in settled.days} == {1}  # 12 and 44 are still acceptable
    assert [day.open for day in moves.days[:2]] == [0, Fraction(1, 2)]


def test_from_a_later_day_dates_gone_by_still_hold() -> None:
    found = look(ageing(), since=date(2018, 2, 1)).course(Opened())

    assert {day.open for day in found.days} == {0}


@pytest.mark.parametrize("seed", range(3))
def test_a_case_of_several_shocks_agrees_with_paths_drawn_at_random(seed: int) -> None:
    """100,000 paths, told in plain words of the case file, within 4.5 standard errors."""
    random = Random(seed)
    leave, back, vote = (random.choice((0.05, 0.1, 0.2)) for _ in range(3))
    case = _two_shocks(leave, back, vote)
    found = look(case, date(2018, 5, 11))
    course = found.course(Opened())
    opened = {
        states: is_open(answer(p := compile_case(in_world(case, dict(states))), zone(p.case)))
        for a in ("calm", "storm")
        for b in ("old", "new")
        for states in [(("weather", a), ("rule", b))]
    }
    assert 0 < sum(opened.values()) < 4
    count = 100_000
    alive = hits = 0
    for _ in range(count):
        weather, rule, still = "calm", "old", True
        for month in range(1, 13):
            if weather == "calm" and random.random() < leave:
                weather = "storm"
            elif weather == "storm" and random.random() < back:
                weather = "calm"
            still &= opened[(("weather", weather), ("rule", rule))]
            if month == 6 and random.random() < (vote if weather == "calm" else 2 * vote):
                rule = "new"  # the vote is on 20 November, nine days after the sixth month
                still &= opened[(("weather", weather), ("rule", rule))]
        alive += still
        hits += opened[(("weather", weather), ("rule", rule))]
    for share, exact in ((hits, course.days[-1].open), (alive, course.days[-1].survival)):
        error = (float(exact) * (1 - float(exact)) / count) ** 0.5
        assert abs(share / count - float(exact)) < 4.5 * error


def _two_shocks(leave: float, back: float, vote: float) -> Case:
    chance = {"value": [0, 0.5, 1], "reason": WHY}

    def move(start: str, end: str, **said: Any) -> dict[str, Any]:
        return {"from": start, "to": end, "reason": WHY, **said}

    weather = {
        "name": "W",
        "now": "calm",
        "states": {
            "calm": {"name": "Calm", "probability": chance},
            "storm": {"name": "S", "probability": chance, "changes": wary(30)},
        },
        "transitions": {
            "comes": move("calm", "storm", hazard=leave),
            "goes": move("storm", "calm", hazard=back),
        },
    }
    rule = {
        "name": "R",
        "now": "old",
        "given": "weather",
        "states": {
            "old": {"name": "Old", "probabilities": {"calm": chance, "storm": chance}},
            "new": {
                "name": "New",
                "probabilities": {"calm": chance, "storm": chance},
                "changes": {"principals": {"A": {"reserve": {"value": 20, "reason": WHY}}}},
            },
        },
        "transitions": {
            "votes": move("old", "new", at="vote", given="calm", probability=vote),
            "votes_in_a_storm": move("old", "new", at="vote", given="storm", probability=2 * vote),
        },
    }
    calendar = {"vote": {"name": "V", "from": "2017-11-20"}}
    return with_rooms(shocks={"weather": weather, "rule": rule}, calendar=calendar)
