"""Changes to a case by the definitions: a merge patch on the plain data of its file.

Shares no code with the room that makes changes. Keys that are absent stay, null takes a key away,
and an estimate, a code or a list is replaced as a whole. Where some of a party's swing weights are
set or taken away, the others are scaled so that all are 100 again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.case.written import written

Plain = dict[str, Any]
SAID = ("reason", "fact", "signer", "sourced", "date", "known_from")
"""What an estimate or a code says of itself, beside its numbers."""

BASE = (
    "principals",
    "ratifiers",
    "third_parties",
    "issues",
    "constraints",
    "linkages",
    "commitments",
)
"""The rooms that hold what can be agreed."""


def altered(case: Case, changes: Iterable[Mapping[str, Any]]) -> Case:
    """Return a case with changes made to it, the later ones over the earlier ones.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> change = {"principals": {"A": {"weights": {"points": {"price": 80}}}}}
    >>> case = altered(two_issue_case(), [change])
    >>> {issue: int(e.mode) for issue, e in case.principals["A"].weights.points.items()}
    {'price': 80, 'delivery': 20}
    """
    return Case.model_validate(patched(written(case), changes))


def patched(plain: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> Plain:
    """Return plain data with changes made to it."""
    found: Plain = _copied(plain)
    touched: dict[tuple[str, str], set[str]] = {}
    for change in changes:
        _merge(found, change)
        for room in ("principals", "ratifiers"):
            for party, form in change.get(room, {}).items():
                points = ((form or {}).get("weights") or {}).get("points") or {}
                touched.setdefault((room, party), set()).update(points)
    for (room, party), issues in touched.items():
        if issues:
            _rescale(found[room][party]["weights"]["points"], issues)
    return found


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(item) for key, item in value.items()}
    return value


def _whole(value: Any) -> bool:
    """Whether a value is replaced as a whole: all but mappings that are no estimate or code."""
    return not isinstance(value, Mapping) or "value" in value or "code" in value


def _merge(into: Plain, change: Mapping[str, Any]) -> None:
    for key, value in change.items():
        if value is None:
            into.pop(key, None)
        elif _whole(value) or _whole(into.get(key)):
            into[key] = _without_nulls(value)
        else:
            _merge(into[key], value)


def _without_nulls(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    return value


def ends(estimate: Any) -> tuple[Fraction, Fraction, Fraction]:
    """Return low, mode and high of an estimate in any of its written forms.

    Examples
    --------
    >>> ends([1, 2, 3])[2], ends({"value": "1/3", "reason": "why"})[0]
    (Fraction(3, 1), Fraction(1, 3))
    """
    value = estimate["value"] if isinstance(estimate, Mapping) else estimate
    low, mode, high = value if isinstance(value, list) else (value, value, value)
    return Fraction(str(low)), Fraction(str(mode)), Fraction(str(high))


def _rescale(points: Plain, issues: set[str]) -> None:
    fixed = sum((ends(points[i])[1] for i in points if i in issues), Fraction(0))
    free = sum((ends(points[i])[1] for i in points if i not in issues), Fraction(0))
    for issue, estimate in points.items():
        if issue not in issues and free:
            scaled = [end * (100 - fixed) / free for end in ends(estimate)]
            value = [str(min(end, Fraction(100))) for end in scaled]
            said = estimate if isinstance(estimate, Mapping) else {}
            points[issue] = {**said, "value": value}


def bare(case: Case) -> Any:
    """Return what can be agreed in a case and what it is worth, without who says so and why.

    Two cases with equal bare forms have the same numbers, exactly, and the same rules.
    """
    plain = written(case)
    rooms = {room: plain.get(room, {}) for room in BASE}
    return _bare({**rooms, "no_agreement": plain.get("no_agreement", "status_quo")})


def _bare(value: Any) -> Any:
    if isinstance(value, Mapping):
        if "value" in value:
            return ends(value)
        if "code" in value:
            return ends(value["code"])
        return {key: _bare(item) for key, item in value.items() if key not in SAID}
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return ends(value)
    if isinstance(value, list) and value and not any(isinstance(item, str) for item in value):
        return ends(value)
    return value
