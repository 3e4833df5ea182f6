from ortools.sat.python import cp_model

from detente.solve.schedule import Amount, Schedule, Task, World
from detente.solve.stated_schedule import StatedSchedule

NOTHING = World((), (), (Amount(((0, 1, 2), (0, 1))),))


def _plans(schedule: Schedule) -> set[tuple[int | None, ...]]:
    """Return every plan that the model allows."""
    stated = StatedSchedule(cp_model.CpModel(), schedule)
    found: set[tuple[int | None, ...]] = set()
    while True:
        solver = cp_model.CpSolver()
        if solver.solve(stated.model) == cp_model.INFEASIBLE:
            return found
        values = [[solver.boolean_value(one) for one in done] for done in stated.done]
        found.add(tuple(row.index(True) if any(row) else None for row in values))
        free = [(one, solver.boolean_value(one)) for one in stated.free]
        stated.model.add_bool_or([~one if value else one for one, value in free])


def _schedule(*tasks: Task, **more: object) -> Schedule:
    return Schedule(2, (3, 2), tasks, (NOTHING,), ((1, 1),), **more)  # type: ignore[arg-type]  # as given


def test_a_task_ends_when_it_may_or_never() -> None:
    assert _plans(_schedule(Task(0, 1, 1, starts=(0, 1)))) == {(1,), (2,), (None,)}
    assert _plans(_schedule(Task(0, 1, 2, starts=(0,)))) == {(2,), (None,)}
    assert _plans(_schedule(Task(0, 1, 1, starts=(1,)))) == {(2,), (None,)}


def test_a_task_begins_after_those_before_it() -> None:
    first, then = Task(0, 1, 1, starts=(0, 1)), Task(1, 1, 1, after=(0,), starts=(0, 1))

    assert _plans(_schedule(first, then)) == {(None, None), (1, None), (2, None), (1, 2)}


def test_what_is_farther_is_not_taken_back() -> None:
    near = Task(0, 1, 1, never_after=(1,), starts=(0, 1))
    far = Task(0, 2, 1, starts=(0, 1))

    assert {plan for plan in _plans(_schedule(near, far)) if None not in plan} == {(1, 2)}


def test_of_two_that_exclude_each_other_one_is_done() -> None:
    one = Task(0, 1, 1, never_after=(1,), starts=(0, 1))
    other = Task(0, 2, 1, never_after=(0,), starts=(0, 1))

    assert not {plan for plan in _plans(_schedule(one, other)) if None not in plan}


def test_a_carrier_carries_no_more_than_it_can() -> None:
    tasks = (
        Task(0, 1, 1, starts=(0, 1), carriers=(0,)),
        Task(1, 1, 1, starts=(0, 1), carriers=(0,)),
    )

    both = {p for p in _plans(_schedule(*tasks, capacity=(1,))) if None not in p}

    assert both == {(1, 2), (2, 1)}


def test_a_task_may_wait_for_a_world() -> None:
    change = Task(0, 1, 1, starts=(0, 1))
    wait = Task(1, 1, 1, starts=(0, 1), worlds=frozenset({1}))
    schedule = Schedule(2, (2, 2), (change, wait), (NOTHING, NOTHING), ((1, 1),), changers=(0,))

    assert {plan for plan in _plans(schedule) if plan[1] is not None} == {(1, 2)}


def test_a_task_allowed_in_no_world_is_never_begun() -> None:
    never = Task(0, 1, 1, starts=(0, 1), worlds=frozenset())

    assert _plans(_schedule(never)) == {(None,)}
