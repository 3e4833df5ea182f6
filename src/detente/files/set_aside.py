"""Broken elements set aside, so that the rest of a case can still be checked.

Nothing is told that may only be so because an element was set aside.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from detente.case.finding import Finding
from detente.files.form_problem import fields_at, real_path
from detente.files.yaml_tree import Path

STAND_INS: dict[str, Any] = {
    "title": "-",
    "id": "x",
    "name": "-",
    "text": "-",
    "selection": "-",
    "as_of": "9999-12-31",
    "weights": {"points": {}},
}
"""Values for required keys that are absent; only weights matter to a check of consistency."""

_IDLE = {*STAND_INS} - {"weights"} | {
    "question",
    "summary",
    "role",
    "adjective",
    "topic",
    "rule",
    "scope",
}
_IDLE |= {"confidence", "date", "names"}

# What may be told only because a whole room of the case was set aside or is misspelt.
_ROOMS = {
    "as_of": {"C416", "C501"},
    "signer": {"C306"},
    "signers": {"C205"},
    "facts": {"C204"},
    "no_agreement": {"C303", "C308", "C311", "C401", "C402", "C403", "C404", "C408", "C409"},
    "principals": {"C201", "C206", "C207", "C417"},
    "ratifiers": {"C201", "C206"},
    "third_parties": {"C201", "C209"},
    "issues": {"C202", "C203"},
    "shocks": {"C210"},
    "steps": {"C210"},
}
_SCORED = {"C302", "C303", "C304", "C308", "C309"}
_GATHERED = _SCORED | {"C301", "C314", "C402", "C403", "C406", "C415", "C417", "C421"}
_PASSED_DOWN = {"reason", "signer", "fact", "status_quo", "sourced", "given", "divisible"}
_CHANGED = {"C411", "C420", "C423"}  # what the whole case makes of changes


@dataclass(frozen=True, slots=True)
class Aside:
    """An element that was set aside; ``unknown`` when its key is none of the form's."""

    path: tuple[str, ...]
    unknown: bool = False


def aside(path: Path, *, unknown: bool = False) -> Aside:
    """Return an element set aside; an item of a list counts as the list."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return Aside(tuple(map(str, path)), unknown)


def set_aside(value: Any, details: Sequence[ErrorDetails]) -> list[Aside] | None:
    """Remove from a document the elements that pydantic's findings are about.

    For a missing key a stand-in is put where that misleads no check; otherwise the element that
    lacks it is removed.

    Returns
    -------
    list of Aside, or None
        What was removed or is missing; ``None`` when nothing could be done, and the document
        stays broken.
    """
    filled: list[Path] = []
    found: dict[Path, bool] = {}
    for detail in details:
        path = real_path(value, detail["loc"])
        key = str(detail["loc"][-1]) if detail["loc"] else ""
        if detail["type"] == "missing" and key in STAND_INS and len(detail["loc"]) == len(path) + 1:
            _at(value, path)[key] = copy.deepcopy(STAND_INS[key])
            filled.append((*path, key))
        elif path:
            found[path] = detail["type"] == "extra_forbidden"
    outer = [p for p in found if not any(p[:n] in found for n in range(1, len(p)))]
    for path in sorted(outer, reverse=True):  # the last item of a list first
        del _at(value, path[:-1])[path[-1]]
    if not outer and not filled:
        return None
    return [aside(path, unknown=found.get(path, False)) for path in (*outer, *filled)]


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def caused(finding: Finding, gone: Iterable[Aside], absent: Iterable[str]) -> bool:
    """Whether a finding may only stand because an element was set aside.

    Parameters
    ----------
    finding
        What was found in the rest of the case.
    gone
        The elements set aside.
    absent
        Keys of the case that the document does not have: one of them may be what an unknown key
        was meant to be.
    """
    meant = set().union(*(_ROOMS.get(key, set()) for key in absent))
    return any(_hangs_on(finding, one.path, one.unknown, meant) for one in gone)


def _hangs_on(finding: Finding, gone: tuple[str, ...], unknown: bool, meant: set[str]) -> bool:
    path, code = finding.path, finding.code
    if code == "C210" and _leads_to(finding.about, gone, unknown):
        return True
    if len(gone) == 1:
        if code in _CHANGED and gone[0] not in _IDLE:
            return True
        return code in (meant if unknown else _ROOMS.get(gone[0], set())) or path[:1] == gone
    if not unknown and gone[-1] in _IDLE and gone[-1] in fields_at(gone[:-1]):
        return False
    if code in _CHANGED:
        return True
    named = len(gone) == 2 or (len(gone) == 4 and gone[2] in ("options", "objectives"))
    party = gone[0] in ("principals", "ratifiers")
    return (
        (named and finding.about == gone[-1])
        or path[: len(gone)] == gone
        or (gone[: len(path)] == path and (len(gone) == len(path) + 1 or code in _GATHERED))
        or (gone[:-1] == path[: len(gone) - 1] and (unknown or gone[-1] in _PASSED_DOWN))
        or (code in _SCORED and gone[:2] == path[:2])
        or (code in _SCORED and party and finding.about == gone[1])
        or (code == "C203" and gone[0] == "issues" and len(gone) < 4 and gone[1] in path)
        or (code == "C206" and party and gone[1] in path and (unknown or _objectives(gone)))
    )


def _leads_to(place: str, gone: tuple[str, ...], unknown: bool) -> bool:
    """Whether a place that does not exist may have been set aside, or stand under another name."""
    keys = (*place.split("."),)
    above = gone[:-1] if unknown else gone
    return keys[: len(above)] == above


def _objectives(gone: tuple[str, ...]) -> bool:
    return gone[2:] in ((), ("objectives",))
