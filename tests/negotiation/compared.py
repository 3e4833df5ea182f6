"""Cases whose weights are compared: for what is said of partial preferences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from tests.negotiation.small import small_case

RANKED = {"order": {"ranking": ["a", "b", "c"]}}


def compared(
    comparisons: Mapping[str, Any],
    weights: Mapping[str, Any] | None = None,
    party: str = "A",
    **rest: Any,
) -> Case:
    """Return a case of A and B over three issues, one move each, with comparisons of one party.

    Every move brings A its whole weight but that of c, which costs it as much; B loses by a and
    gains by the others.
    """
    points = {"a": 50, "b": 30, "c": 20}
    scores = {"a": {"A": 100, "B": -100}, "b": {"A": 100, "B": 100}, "c": {"A": -100, "B": 100}}
    case = small_case(
        {"A": points, "B": {"a": 20, "b": 40, "c": 40}, **rest.pop("more", {})},
        {issue: {"now": {}, "moved": found} for issue, found in scores.items()},
        **rest,
    )
    plain = written(case)
    room = "principals" if party in case.principals else "ratifiers"
    plain[room][party]["weights"]["comparisons"] = dict(comparisons)
    if weights is not None:
        plain[room][party]["weights"]["points"] = dict(weights)
    return Case.model_validate(plain)


def moved(*issues: str) -> dict[str, str]:
    """Return the package in which some of the issues move."""
    return {issue: "moved" if issue in issues else "now" for issue in "abc"}
