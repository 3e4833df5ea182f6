"""What an element or a number of the outlook is called, and the anchor it stands at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.change import leaves
from detente.case.issue import Code
from detente.case.naming import place_name
from detente.case.patches import Patch
from detente.case.shape import form_at
from detente.report.figures.labels import capital, judgement_name
from detente.report.html_links import (
    codes_id,
    number_id,
    option_id,
    place_id,
    state_id,
    transition_id,
)
from detente.study.brief import NumberEntry

OF_CHANGE = {"shocks": 5, "dated": 3, "beliefs": 3, "judgement_sets": 3, "steps": 3}
"""How many parts of a number's key name the changes that it stands in."""

SAID = ("reason", "signer", "fact", "facts", "date", "known_from")
"""Keys of a change that say who answers for it, and change nothing."""


def place_target(case: Case, keys: Mapping[str, Any], place: str) -> str | None:
    """Return the anchor at which an element of the case stands; ``None`` where it has none.

    Parameters
    ----------
    keys
        The keys of all numbers of the case.
    place
        A dotted place, such as ``shocks.us_russia.states.eased``.
    """
    if place in keys:
        return number_id(place)
    room, *rest = place.split(".")
    if not rest:
        return {"chronology": "relation"}.get(room)
    match room, rest:
        case "facts" | "signers", [name, *_]:
            return f"{room.removesuffix('s')}-{name}"
        case "shocks", [shock, "states", state, *_]:
            return state_id(shock, state)
        case "shocks", [shock, "transitions", name, *_]:
            return transition_id(shock, name)
        case "issues", [issue, "options", option, "codes" | "scores", party, *_]:
            coded = party in case.issues[issue].options[option].codes
            return codes_id(party, issue, option) if coded else option_id(issue, option)
        case "issues", [issue, "options", option, *_]:
            return option_id(issue, option)
        case "issues", [issue, *_]:
            return f"issue-{issue}"
        case "principals" | "ratifiers", [party, "objectives", objective, *_]:
            return number_id(f"{room}.{party}.objectives.{objective}.importance")
    return place_id(f"{room}.{rest[0]}")


def number_label(case: Case, patched: Mapping[tuple[str, ...], Patch], number: NumberEntry) -> str:
    """Return what a number is about, also where it stands in the changes of something."""
    path = number.key.split(".")
    where = OF_CHANGE.get(path[0], 0)
    if number.kind == "probability":
        given = case.shocks[path[1]].given if path[4] == "probabilities" else None
        if given is None:
            return "probability"
        return f"probability, given “{case.shocks[given].states[path[5]].name}”"
    if number.kind == "transition":
        return "within any one month" if path[4] == "hazard" else "once the event is over"
    if path[0] == "steps" and len(path) == where:
        return "months"
    if path[0] == "wishes":
        return f"{case.parties[number.party].name}: cost while it is violated"
    if number.kind in ("linkage", "price", "wish", "duration") and path[0] in OF_CHANGE:
        patch = patched[tuple(path[:where])]
        about = f"{number.kind} of “{element_name(case, patch, *path[where : where + 2])}”"
        return f"{case.parties[number.party].name}: {about}" if number.party else about
    return judgement_name(case, number)


def element_name(case: Case, patch: Patch, room: str, name: str) -> str:
    """Return the name of an element that a change concerns; one that it adds names itself."""
    if name in getattr(case, room):
        return place_name(case, f"{room}.{name}")
    added = patch.made[room][name]
    return str(added.get("name") or added.get("text") or name)


def others_changed(case: Case, patch: Patch) -> Iterator[str]:
    """Yield what changes do besides setting numbers: what they take away, and texts they set."""
    for path in leaves(patch.given):
        value = _at(patch.given, path)
        number = form_at(Case, path) in (Estimate, Code) and value is not None
        if number or path[-1] in SAID:
            continue
        what = capital(element_name(case, patch, *path[:2]))
        if len(path) > 2:
            what += f", {' '.join(path[2:]).replace('_', ' ')}"
        if value is None:
            yield f"{what}: taken away"
        else:
            held = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
            yield f"{what}: {held}"


def _at(changes: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    found: Any = changes
    for key in path:
        found = found[key]
    return found
