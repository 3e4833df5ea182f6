"""Drawn outlooks are valid, of every kind, and leave cases without one as they were."""

from __future__ import annotations

from collections import Counter
from datetime import date

from detente.case.consistency import findings
from detente.case.situation import in_world, on_day, worlds
from detente.testing import Bounds, build_case, random_case
from detente.testing.outlook import DAYS, merged

FULL = Bounds(
    principals=(2, 6),
    issues=(2, 3),
    options=(2, 3),
    packages=18,
    shocks=(0, 3),
    beliefs=(0, 2),
    judgement_sets=(0, 2),
    dated=(0, 3),
    divisible=50,
    reserves=True,
)


def test_drawn_cases_are_valid_in_every_scenario() -> None:
    seen: Counter[str] = Counter()
    for seed in range(150):
        case = random_case(seed, FULL)
        assert findings(case) == (), seed
        shocks = case.shocks.values()
        states = [state for shock in shocks for state in shock.states.values()]
        seen["shocks"] += bool(shocks)
        seen["given"] += any(shock.given for shock in shocks)
        seen["held"] += any(state.holds for state in states)
        seen["beliefs"] += bool(case.beliefs)
        seen["sets"] += bool(case.judgement_sets)
        seen["dated"] += bool(case.dated)
        seen["shares"] += any(issue.divisible for issue in case.issues.values())
        seen["reserves"] += any(p.reserve_removable for p in case.principals.values())
        seen["four or more"] += len(case.principals) > 3
        assert sum(world.probability for world in worlds(case)) == 1
    assert all(count >= 10 for count in seen.values()), seen
    assert len(seen) == 9


def test_scenarios_and_days_differ_from_the_case() -> None:
    moved = dated = 0
    for seed in range(60):
        case = random_case(seed, FULL)
        moved += any(in_world(case, world.states) != case for world in worlds(case))
        days = [on_day(case, date.fromisoformat(day)) for day in DAYS]
        dated += any(day.model_copy(update={"as_of": case.as_of}) != case for day in days)
    assert moved > 20
    assert dated > 20


def test_a_case_without_an_outlook_is_drawn_as_ever() -> None:
    assert not Bounds().outlook
    case = random_case(5)
    assert [*case.shocks, *case.dated, *case.beliefs, *case.judgement_sets] == []


def test_extreme_choices_are_valid() -> None:
    assert findings(build_case(lambda low, _: low, FULL)) == ()
    assert findings(build_case(lambda _, high: high, FULL)) == ()


def test_mappings_merge_and_later_values_hold() -> None:
    assert merged([{"a": {"b": 1, "c": 2}}, {"a": {"b": 3}, "d": 4}]) == {
        "a": {"b": 3, "c": 2},
        "d": 4,
    }
