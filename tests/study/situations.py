"""The case of a price and a delivery in several situations, worked out by hand.

Gains of A and B: mid/early 12, 44; high/early 40, 20; these and no agreement are acceptable to
both. M is 70 and 60, so that J is 1/3, at high/early.
"""

from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.testing import two_issue_case

WHY = "worked out by hand"


def with_rooms(**rooms: Any) -> Case:
    """Return the case with rooms added or replaced."""
    return Case.model_validate({**written(two_issue_case()), **rooms})


def wary(reserve: int = 30) -> dict[str, Any]:
    """Return changes by which B accepts nothing under a reserve."""
    return {"principals": {"B": {"reserve": {"value": reserve, "reason": WHY}}}}


def stormy() -> Case:
    """Return the case with a storm, of probability 1/4, in which B asks for 30."""
    states = {
        "calm": {"name": "Calm", "probability": {"value": "3/4", "reason": WHY}},
        "storm": {
            "name": "Storm",
            "probability": {"value": "1/4", "reason": WHY},
            "changes": wary(),
        },
    }
    return with_rooms(
        shocks={"weather": {"name": "The weather", "now": "calm", "states": states}},
        scenarios={"gale": {"name": "A gale", "states": {"weather": "storm"}}},
    )


def ageing() -> Case:
    """Return the case in which A once cared less for the price, and will ask for 50."""
    return with_rooms(
        dated={
            "before": {
                "name": "When the date mattered more to A",
                "from": "2016-05-01",
                "until": "2017-01-01",
                "changes": {"principals": {"A": {"weights": {"points": {"price": 50}}}}},
                "reason": WHY,
            },
            "later": {
                "name": "When A asks for 50, and no agreement costs it 5",
                "from": "2018-01-01",
                "changes": {"principals": {"A": {"reserve": 50, "baseline": -5}}},
                "reason": WHY,
            },
        }
    )


def suspicious() -> Case:
    """Return the case in which A believes that B asks for 30."""
    return with_rooms(
        beliefs={
            "hard_bargain": {
                "name": "B drives a hard bargain",
                "holder": "A",
                "about": "B",
                "changes": wary(),
                "reason": WHY,
            }
        }
    )


def watched() -> Case:
    """Return the case in which ratifiers of A and B stand in the way, in turn and together.

    A council of B cares for the price alone and accepts no rise of it; a board of A refuses early
    delivery. Each can be lifted, and so can B's reserve of 30.
    """
    case = written(two_issue_case())
    options = {name: issue["options"] for name, issue in case["issues"].items()}
    for option in ("middle", "high"):
        options["price"][option]["calls"] = ["council"]
        options["price"][option]["scores"]["council"] = -50 if option == "middle" else -100
    options["delivery"]["early"]["calls"] = ["board"]
    options["delivery"]["early"]["scores"]["board"] = -100
    principals = {**case["principals"], "B": {**case["principals"]["B"]}}
    principals["B"] |= {"reserve": {"value": 30, "reason": WHY}, "reserve_removable": True}
    return Case.model_validate(
        {
            **case,
            "principals": principals,
            "ratifiers": {
                "council": {
                    "name": "the council",
                    "principal": "B",
                    "kind": "parliament",
                    "removable": True,
                    "weights": {"points": {"price": 100}, "reason": WHY},
                },
                "board": {
                    "name": "the board",
                    "principal": "A",
                    "kind": "other",
                    "removable": True,
                    "weights": {"points": {"delivery": 100}, "reason": WHY},
                },
            },
        }
    )
