from fractions import Fraction

from detente.negotiation.payoff import compile_case
from detente.negotiation.target import Target
from detente.study.obstacles import ObstaclesResult, find_obstacles
from detente.testing import two_issue_case
from tests.study.situations import watched

RESERVE, COUNCIL, BOARD = "principals.B.reserve", "ratifiers.council", "ratifiers.board"


def _found(target: Target | None = None) -> ObstaclesResult:
    return find_obstacles(compile_case(watched()), target)


def test_a_case_without_obstacles() -> None:
    found = find_obstacles(compile_case(two_issue_case()))

    assert found.obstacles == ()
    assert [opening.lifted for opening in found.openings] == [()]
    assert (found.reached, found.j, found.all_lifted) == (True, Fraction(1, 3), Fraction(1, 3))


def test_two_ratifiers_that_only_give_way_together() -> None:
    """Early delivery needs the board, a higher price the council: only both open the zone."""
    found = _found()

    assert not found.reached
    assert found.j == 0
    assert [set(opening.lifted) for opening in found.openings] == [{COUNCIL, BOARD}]
    assert found.complete
    assert not any(o.opens for o in found.obstacles)


def test_the_shares_of_the_whole() -> None:
    """Both ratifiers lifted give 6/35 (mid/early), and 1/3 (high/early) without the reserve."""
    found = _found()
    costs = {o.obstacle: o for o in found.obstacles}

    assert found.all_lifted == Fraction(1, 3)
    assert all(o.alone == 0 for o in found.obstacles)
    assert costs[RESERVE].last == Fraction(1, 3) - Fraction(6, 35)
    assert costs[COUNCIL].last == costs[BOARD].last == Fraction(1, 3)
    assert costs[COUNCIL].shapley == costs[BOARD].shapley
    shares = [o.shapley for o in found.obstacles if o.shapley is not None]
    assert sum(shares) == Fraction(1, 3)
    # The reserve counts only after both ratifiers: in a third of all orders.
    assert costs[RESERVE].shapley == costs[RESERVE].last / 3


def test_a_reserve_falls_by_the_least_that_suffices() -> None:
    found = _found(Target(require={"price": "high"}))

    assert [set(opening.lifted) for opening in found.openings] == [{RESERVE, COUNCIL, BOARD}]
    assert found.openings[0].relax == {RESERVE: 10}


def test_a_target_that_nothing_reaches() -> None:
    found = _found(Target(gain={"B": Fraction(61)}))

    assert (found.openings, found.complete, found.reached) == ((), True, False)


def test_the_bottleneck_is_the_reserve_once_the_others_have_gone() -> None:
    case = watched()
    freed = case.model_copy(
        update={
            "ratifiers": {},
            "issues": {
                name: issue.model_copy(
                    update={
                        "options": {
                            o: option.model_copy(update={"calls": ()})
                            for o, option in issue.options.items()
                        }
                    }
                )
                for name, issue in case.issues.items()
            },
        }
    )

    found = find_obstacles(compile_case(freed))

    assert found.bottleneck == "B"
    curve = next(c for c in found.curves if c.party == "B")
    assert curve.most == 60
    assert curve.share == Fraction(1, 6)
    assert [(rise.fall, rise.j) for rise in curve.rises] == [(Fraction(10), Fraction(1, 3))]
