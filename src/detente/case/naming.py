"""Names for people: what an element of a case is called in a sentence or a table."""

from __future__ import annotations

from collections.abc import Mapping

from detente.case.case import Case, Package

_NAMED = ("third_parties", "shocks", "scenarios", "dated", "calendar", "beliefs", "steps", "wishes")


def place_name(case: Case, place: str) -> str:
    """Return the name of an element by its place, such as ``ratifiers.diet``.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> place_name(two_issue_case(), "issues.price") == two_issue_case().issues["price"].name
    True
    """
    room, _, name = place.partition(".")
    if room == "principals" and name.endswith(".reserve"):
        return f"{possessive(case.principals[name.removesuffix('.reserve')].name)} reserve"
    if room in ("principals", "ratifiers"):
        return case.parties[name].name
    if room == "issues":
        return case.issues[name].name
    if room == "constraints":
        return case.constraints[name].name or case.constraints[name].text
    if room == "linkages":
        return case.linkages[name].name or case.linkages[name].text
    if room == "commitments":
        return case.commitments[name].name or case.commitments[name].text
    if room in _NAMED:
        element = getattr(case, room)[name]
        return str(element.name or element.text)
    return {"outside": "no agreement"}.get(place, place)


def option_name(case: Case, issue: str, option: str) -> str:
    """Return the name of an option."""
    return case.issues[issue].options[option].name


def moves(case: Case, package: Package) -> Mapping[str, str]:
    """Return the issues that a package settles otherwise than no agreement does."""
    return {
        issue: option
        for issue, option in package.items()
        if option != case.issues[issue].status_quo
    }


def possessive(name: str) -> str:
    """Return the possessive of a name.

    Examples
    --------
    >>> possessive("Japan"), possessive("the United States")
    ("Japan's", "the United States'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"
