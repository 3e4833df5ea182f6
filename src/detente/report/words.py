"""Numbers and names as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.case.case import Case
from detente.case.naming import moves, option_name, place_name, possessive
from detente.study.sentences import points_text, share_text

SOLUTION_NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}
"""Each solution under the name of the literature."""

__all__ = [
    "SOLUTION_NAMES",
    "changes",
    "option_name",
    "places",
    "points_text",
    "possessive",
    "share_text",
]


def changes(case: Case, package: Mapping[str, str]) -> list[str]:
    """Return what a package changes, one name an issue; empty for no agreement."""
    return [option_name(case, issue, option) for issue, option in moves(case, package).items()]


def places(case: Case, found: Iterable[str]) -> str:
    """Return the names of places in one line, or an empty text."""
    return "; ".join(place_name(case, place) for place in found)
