"""Who is asked in each question, what may be chosen, and what may be lifted."""

from detente.negotiation.question import (
    Row,
    choosable,
    feasible,
    obstacles,
    win_set,
    zone,
)
from detente.testing import random_case, removable, two_issue_case
from tests.negotiation.small import small_case


def test_the_zone_asks_everybody_a_win_set_one_and_feasible_nobody() -> None:
    case = two_issue_case()
    lifted = frozenset({"ratifiers.diet"})

    assert zone(case).consent == zone(case).reserves == ("A", "B")
    assert win_set(case, "B").consent == win_set(case, "B").reserves == ("B",)
    assert feasible(case).consent == feasible(case).reserves == ()
    for asked in (zone(case, lifted), win_set(case, "A", lifted), feasible(case, lifted)):
        assert asked.maximise == (Row("A"), Row("B"))
        assert asked.lifted == lifted


def test_a_third_partys_option_is_chosen_only_where_it_holds_already() -> None:
    scores = {"A": 100, "B": 100}
    case = small_case(
        {"A": {"i": 100}, "B": {"i": 100}},
        {"i": {"held": {}, "mine": scores, "theirs": scores}},
        controllers={("i", "held"): "X", ("i", "theirs"): "X"},
    )

    assert choosable(case, "i") == ("held", "mine")


def test_without_a_status_quo_no_third_partys_option_is_chosen() -> None:
    scores = {"A": 100, "B": 100}
    case = small_case(
        {"A": {"i": 100}, "B": {"i": 100}},
        {"i": {"mine": scores, "theirs": scores}},
        controllers={("i", "theirs"): "X"},
        outside={"A": 0, "B": 0},
    )

    assert choosable(case, "i") == ("mine",)


def test_obstacles_are_what_is_marked_removable() -> None:
    for seed in range(60):
        case = random_case(seed)
        assert frozenset(obstacles(case)) == removable(case)
        assert len(set(obstacles(case))) == len(obstacles(case))
