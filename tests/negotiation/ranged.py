"""A small case whose numbers are ranges: for what is said of draws."""

from __future__ import annotations

from detente.case.case import Case
from detente.case.written import written
from tests.negotiation.small import small_case

WEIGHTS = {"A": {"land": 60, "trade": 40}, "B": {"land": 50, "trade": 50}}
ISSUES = {
    "land": {"held": {}, "split": {"A": 50, "B": -50}, "ceded": {"A": 100, "B": -100}},
    "trade": {"none": {}, "some": {"A": 25, "B": 50}, "free": {"A": -100, "B": 100}},
}


def ranged() -> Case:
    """Return a case of A and B over land and trade: weights, scores and a reserve are ranges."""
    plain = written(small_case(WEIGHTS, ISSUES))
    for name, points in WEIGHTS.items():
        party = plain["principals"][name]
        party["weights"]["points"] = {
            issue: {"value": [weight - 10, weight, weight + 5]} for issue, weight in points.items()
        }
        party["reserve"] = {"value": [0, 2, 10], "reason": "worked"}
    options = plain["issues"]["land"]["options"]
    options["split"]["scores"] = {"A": {"value": [30, 50, 80]}, "B": {"value": [-70, -50, -40]}}
    return Case.model_validate(plain)
