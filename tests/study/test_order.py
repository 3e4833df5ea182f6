from fractions import Fraction
from typing import Any

from detente.study.order import order
from detente.testing import two_issue_case
from tests.study.situations import WHY, with_rooms


def _wish(party: str, first: str, then: str, points: int) -> dict[str, Any]:
    options = {"price": ["middle", "high"], "delivery": ["early"]}
    return {
        "text": f"{first} before {then}",
        "party": party,
        "first": {first: options[first]},
        "then": {then: options[then]},
        "points": {"value": points, "reason": WHY},
    }


def test_a_case_without_wishes_has_no_order() -> None:
    assert order(two_issue_case()) is None


def test_wishes_of_two_parties_that_each_put_first_what_the_other_puts_after() -> None:
    case = with_rooms(
        wishes={
            "pay_first": _wish("A", "price", "delivery", 5),
            "deliver_first": _wish("B", "delivery", "price", 3),
            "pay_soon": _wish("B", "price", "delivery", 1),
        }
    )

    found = order(case)

    assert found is not None
    assert [(o.first, o.second, o.cost) for o in found.opposed] == [
        ("pay_first", "deliver_first", Fraction(3))
    ]


def test_one_partys_own_wishes_do_not_oppose_each_other() -> None:
    case = with_rooms(
        wishes={
            "one": _wish("A", "price", "delivery", 5),
            "other": _wish("A", "delivery", "price", 3),
        }
    )

    found = order(case)

    assert found is not None
    assert found.opposed == ()
