from detente.solve.schedule import (
    Amount,
    Schedule,
    Task,
    Term,
    World,
    amount_of,
    reached_by,
    shares_of,
    state_at,
    world_at,
)

FIRST = Task(0, 1, 1, starts=(0, 1, 2))
SECOND = Task(0, 2, 1, starts=(0, 1, 2))
OTHER = Task(1, 1, 1, starts=(0, 1, 2))
PLAIN = World((), (), (Amount(((0, 1, 5), (0, 10))),))
DOUBLE = World((), (), (Amount(((0, 2, 10), (0, 20))),))
SCHEDULE = Schedule(
    3, (3, 2), (FIRST, SECOND, OTHER), (PLAIN, DOUBLE), ((1, 2, 4),), (2,), (), {0: 2, 1: 1}
)  # fmt: skip


def test_the_last_task_done_sets_its_variable() -> None:
    assert [state_at(SCHEDULE, (1, 2, None), date)[0] for date in range(4)] == [0, 1, 2, 2]


def test_the_world_is_which_changers_are_done() -> None:
    assert [world_at(SCHEDULE, (1, 2, 3), date) for date in range(4)] == [0, 0, 0, 1]


def test_an_amount_adds_its_terms() -> None:
    held, absent = frozenset({(0, 1), (1, 1)}), frozenset({(0, 2)})
    amount = Amount(((0, 0, 0), (0, 0)), (Term((held,), (absent,), 7),), constant=1)

    assert [amount_of(amount, state) for state in ((0, 0), (1, 0), (0, 1), (2, 1))] == [1, 8, 8, 1]


def test_shares_are_weighted_by_date() -> None:
    assert shares_of(SCHEDULE, (1, 2, None)) == (2 * 1 + 4 * 5,)
    assert shares_of(SCHEDULE, (None, None, 1)) == (2 * 20 + 4 * 20,)


def test_what_holds_its_goal_at_the_last_date_is_counted() -> None:
    assert reached_by(SCHEDULE, (1, 2, None)) == 1
    assert reached_by(SCHEDULE, (None, 3, 3)) == 2


def test_sums_are_bounded_beforehand() -> None:
    assert SCHEDULE.largest == (10 + 20) * 7
    floor = World((), ((Amount(((0,), (0, 300)), constant=-3), -5),), ())
    assert Schedule(1, (1, 2), (), (floor,), ()).largest == 308
