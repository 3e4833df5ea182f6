from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.payoff import compile_case
from detente.report.figures.obstacles import ALONE, LAST, SHARE, costly, obstacles
from detente.report.words import share_text
from detente.study.obstacles import find_obstacles
from tests.report.figures.drawing import check
from tests.report.full_case import full, full_case


def test_every_costly_obstacle_stands_with_both_its_costs() -> None:
    case, result = full()
    shown = check(obstacles(case, result.obstacles))

    assert {SHARE, ALONE} <= set(shown)
    assert costly(result.obstacles)
    for found in costly(result.obstacles):
        assert found.shapley is not None
        assert share_text(found.shapley, 1) in shown
        assert share_text(found.alone, 1) in shown


def test_too_many_for_shares_are_drawn_by_what_the_last_costs() -> None:
    case, result = full()
    unshared = tuple(o.model_copy(update={"shapley": None}) for o in result.obstacles.obstacles)
    found = result.obstacles.model_copy(update={"obstacles": unshared})

    shown = check(obstacles(case, found))

    assert LAST in shown
    assert SHARE not in shown


def test_what_costs_nothing_is_left_out() -> None:
    tree = written(full_case())
    tree["commitments"]["idle"] = {
        "text": "It binds nobody.",
        "by": "B",
        "to": "BANK",
        "kind": "hard",
        "options": {"volume": "large"},
        "removable": True,
    }
    case = Case.model_validate(tree)
    found = find_obstacles(compile_case(case))

    idle = next(o for o in found.obstacles if o.obstacle == "commitments.idle")
    assert (idle in costly(found)) == bool(idle.alone or idle.last or idle.shapley)
