"""Numbers and names as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from detente.case.case import Case, Fact
from detente.case.naming import moves, option_name, place_name, possessive
from detente.report.outcome_words import OUTCOME_NAMES
from detente.study.sentence_parts import (
    date_text,
    difference_text,
    joined,
    points_text,
    quoted,
    share_text,
    signed_text,
)

SOLUTION_NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
"""Each solution under the name of the literature."""

__all__ = [
    "OUTCOME_NAMES",
    "SOLUTION_NAMES",
    "capital",
    "changes",
    "date_text",
    "difference_text",
    "element_name",
    "joined",
    "option_name",
    "place_name",
    "places",
    "points_text",
    "possessive",
    "quoted",
    "scenario_name",
    "share_text",
    "signed_text",
    "state_name",
    "told_apart",
]


def changes(case: Case, package: Mapping[str, str]) -> list[str]:
    """Return what a package changes, one name an issue; empty for no agreement."""
    return [option_name(case, issue, option) for issue, option in moves(case, package).items()]


def told_apart(
    case: Case, packages: Sequence[Mapping[str, str]]
) -> tuple[list[str], list[list[str]]]:
    """Return what all of several packages change, and what each changes besides.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> early, late = ({"price": "high", "delivery": name} for name in ("early", "late"))
    >>> told_apart(two_issue_case(), [early, late])
    (['the high price'], [['early delivery'], []])
    """
    every = [moves(case, package) for package in packages]
    shared = (
        []
        if len(every) < 2
        else [i for i in every[0].items() if all(i in found.items() for found in every)]
    )
    return [option_name(case, *item) for item in shared], [
        [option_name(case, *item) for item in found.items() if item not in shared]
        for found in every
    ]


def places(case: Case, found: Iterable[str]) -> str:
    """Return the names of places in one line, or an empty text."""
    return "; ".join(place_name(case, place) for place in found)


def capital(text: str) -> str:
    """Return a text with its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def scenario_name(case: Case, states: Mapping[str, str]) -> str:
    """Return what differs in a scenario from how things stand now, under its name if it has one.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> scenario_name(two_issue_case(), {})
    'as now'
    """
    differs = {shock: s for shock, s in states.items() if s != case.shocks[shock].now}
    named = [
        found.name
        for found in case.scenarios.values()
        if {k: s for k, s in found.states.items() if s != case.shocks[k].now} == differs
    ]
    told = "; ".join(state_name(case, shock, state) for shock, state in differs.items())
    if not told:
        return "as now"
    return f"{named[0]} ({told})" if named else told


def state_name(case: Case, shock: str, state: str) -> str:
    """Return the name of a shock with that of one of its states."""
    return f"{case.shocks[shock].name}: {case.shocks[shock].states[state].name}"


def element_name(case: Case, place: str) -> str:
    """Return the names that lead to a place in a case, the words of the file after them.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> element_name(two_issue_case(), "issues.price.options.high")
    'Price: the high price'
    >>> element_name(two_issue_case(), "principals.A.weights")
    'the seller: weights'
    """
    found: Any = case
    names: list[str] = []
    words: list[str] = []
    for key in place.split("."):
        found = found[key] if isinstance(found, Mapping) else getattr(found, key)
        words.append(key.replace("_", " "))
        name = getattr(found, "name", None) or getattr(found, "text", None)
        if isinstance(found, Fact):
            names, words = [*names, f"fact “{words[-1]}”"], []
        elif isinstance(name, str):
            names, words = [*names, name.removesuffix(".")], []
    if words[:2] == ["weights", "points"] and words[2:]:
        words = [f"weight of {case.issues[place.rpartition('.')[2]].name}"]
    return ": ".join([*names, *([" ".join(words)] if words else [])])


def measure(case: Case) -> str:
    """Return what a gain is counted in.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> measure(two_issue_case())
    'Each side divides 100 points among the issues; a gain is counted from no agreement.'
    """
    if all(party.weights.total == 100 for party in case.parties.values()):
        return "Each side divides 100 points among the issues; a gain is counted from no agreement."
    return "Gains are in each side's own unit of utility, less what no agreement is worth to it."
