from fractions import Fraction

from detente.case.naming import place_name
from detente.negotiation.payoff import compile_case
from detente.negotiation.target import Target
from detente.report.tables.obstacles import obstacle_sheets, target_text
from detente.report.words import share_text
from detente.study.brief import brief
from detente.study.obstacles import find_obstacles
from detente.testing import two_issue_case
from tests.report.full_case import full
from tests.report.tables.reading import rows


def test_each_obstacle_shows_what_it_costs_in_the_order_of_the_result() -> None:
    case, result = full()
    found = result.obstacles

    (sheet,) = obstacle_sheets(case, found)

    assert rows(sheet) == {
        place_name(case, one.obstacle): (
            share_text(one.alone, 1),
            share_text(one.last, 1),
            share_text(one.shapley or Fraction(0), 1),
            "–",
        )
        for one in found.obstacles
    }
    assert next(iter(rows(sheet))) == "the seller's board"
    assert share_text(found.all_lifted, 1) in sheet.notes[0]


def test_whether_one_suffices_is_told_where_the_target_is_not_reached() -> None:
    case, _ = full()
    found = find_obstacles(compile_case(case), Target(require={"delivery": "early"}))

    (sheet,) = obstacle_sheets(case, found)

    suffices = {name: row[-1] for name, row in rows(sheet).items()}
    assert suffices.pop("the seller's board") == "yes"
    assert {*suffices.values()} == {"no"}


def test_without_obstacles_there_is_no_table() -> None:
    case = two_issue_case()

    assert not [*obstacle_sheets(case, brief(case).obstacles)]


def test_a_target_is_said_in_words() -> None:
    case, result = full()
    asked = result.obstacles.model_copy(
        update={"require": {"delivery": "early"}, "gain": {"B": Fraction(20)}}
    )

    assert target_text(case, result.obstacles) == "an agreement that gives every side a gain"
    assert target_text(case, asked).endswith(
        "a gain and holds early delivery (Delivery) and brings the buyer at least 20.0 points"
    )
