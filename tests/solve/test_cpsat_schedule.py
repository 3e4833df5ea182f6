import dataclasses

import pytest

from detente.solve.cpsat import TooLarge
from detente.solve.cpsat_schedule import solve_schedule
from detente.solve.schedule import Amount, Plan, Rule, Schedule, Task, World
from detente.solve.stated import SAFE

ONE = frozenset({(0, 1)})
TWO = frozenset({(1, 1)})


def _two(world: World, **more: object) -> Schedule:
    tasks = (Task(0, 1, 1, starts=(0, 1, 2)), Task(1, 1, 1, starts=(0, 1, 2)))
    found = Schedule(3, (2, 2), tasks, (world,), ((1, 1, 1),) * len(world.values))
    return dataclasses.replace(found, **more)  # type: ignore[arg-type]  # what a test changes


LIKED = Amount(((0, 3), (0, 4)))


def test_tasks_that_are_liked_are_done_at_once() -> None:
    plan = solve_schedule(_two(World((), (), (LIKED,))))

    assert (plan.ends, plan.shares, plan.proved, plan.gap) == ((1, 1), (14,), True, 0)


def test_tasks_that_bring_nothing_are_not_begun() -> None:
    plan = solve_schedule(_two(World((), (), (Amount(((0, 3), (0, 0))),))))

    assert plan.ends == (1, None)


def test_the_goal_comes_before_all_shares() -> None:
    costly = World((), (), (Amount(((0, -3), (0, 0))),))

    assert solve_schedule(_two(costly)).ends == (None, None)
    assert solve_schedule(_two(costly, goal={0: 1, 1: 1})).ends == (3, 1)


def test_rules_and_floors_hold_at_every_date() -> None:
    rule = World((Rule((TWO,), needs=(ONE,)),), (), (Amount(((0, -1), (0, 4))),))
    never = World((Rule((), bars=(TWO,)),), (), (LIKED,))
    floor = World((), ((Amount(((0, 1), (0, -1))), 0),), (Amount(((0, -1), (0, 4))),))

    assert solve_schedule(_two(rule)).ends == (1, 1)
    assert solve_schedule(_two(never)).ends == (1, None)
    assert solve_schedule(_two(floor)).ends == (1, 1)


def test_the_second_least_share_is_raised_after_the_least() -> None:
    values = Amount(((0, 1), (0, 0))), Amount(((0, 1), (0, 5))), Amount(((0, 1), (0, 5)))

    assert solve_schedule(_two(World((), (), values))).shares == (2, 12, 12)


def test_without_parties_the_goal_alone_counts() -> None:
    assert solve_schedule(_two(World((), (), ()), goal={1: 1})).ends == (None, 1)


def test_the_same_schedule_gives_the_same_plan() -> None:
    schedule = _two(World((), (), (Amount(((0, 3), (0, 3))),)), capacity=(1,))

    assert len({solve_schedule(schedule).ends for _ in range(3)}) == 1


def test_no_time_is_no_proof_and_begins_nothing() -> None:
    plan = solve_schedule(_two(World((), (), (LIKED,)), goal={0: 1}), seconds=0)

    assert plan == Plan((None, None), 0, (0,), proved=False, gap=1, bare=True)


def test_what_might_not_fit_is_refused() -> None:
    huge = World((), (), (Amount(((0, SAFE), (0, 0))),))
    with pytest.raises(TooLarge):
        solve_schedule(_two(huge))
