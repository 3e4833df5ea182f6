"""A case in other situations, by the definitions: in a scenario, on a day, in other eyes."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.testing.oracle_changes import Plain, altered, ends, patched


@dataclass(frozen=True)
class Situation:
    """A scenario: a state of every shock, its probability, and the case as it is there."""

    states: Mapping[str, str]
    probability: Fraction
    case: Case


def situations(case: Case) -> tuple[Situation, ...]:
    """Return every scenario: one state of each shock, whose changes are made together.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [(s.states, s.probability) for s in situations(two_issue_case())]
    [({}, Fraction(1, 1))]
    """
    whole = written(case)
    plain = whole.get("shocks", {})
    found = []
    for chosen in itertools.product(*(form["states"] for form in plain.values())):
        states = dict(zip(plain, chosen, strict=True))
        likely = Fraction(1)
        for shock, state in states.items():
            form = plain[shock]["states"][state]
            given = plain[shock].get("given")
            estimate = form["probabilities"][states[given]] if given else form["probability"]
            likely *= ends(estimate)[1]
        there = Case.model_validate(patched(whole, _of_states(plain, states)))
        found.append(Situation(states, likely, there))
    return tuple(found)


def in_states(case: Case, states: Mapping[str, str]) -> Case:
    """Return the case while some shocks stand in the states named, and the others as now."""
    return altered(case, _of_states(written(case).get("shocks", {}), states))


def _of_states(shocks: Plain, states: Mapping[str, str]) -> list[Mapping[str, Any]]:
    changes: list[Mapping[str, Any]] = []
    for shock, state in states.items():
        form = shocks[shock]["states"][state]
        changes.append(form.get("changes", {}))
        held = {issue: {"status_quo": option} for issue, option in form.get("holds", {}).items()}
        changes.append({"issues": held})
    return changes


def on_date(case: Case, day: date) -> Case:
    """Return the case on another day: what was known only later left out, dated entries made."""
    plain = written(case)
    entries = [
        entry
        for entry in plain.get("dated", {}).values()
        if date.fromisoformat(entry["from"]) <= day
        and ("until" not in entry or day < date.fromisoformat(entry["until"]))
    ]
    entries.sort(key=lambda entry: str(entry["from"]))
    known = _known(plain, day) if day < case.as_of else plain
    changed = patched(known, [_known_changes(known, entry["changes"]) for entry in entries])
    return Case.model_validate({**changed, "as_of": day})


def _known(value: Any, day: date) -> Any:
    """Leave out every element that could be known only after a day."""
    if not isinstance(value, Mapping):
        return value
    return {
        key: _known(item, day)
        for key, item in value.items()
        if not (
            isinstance(item, Mapping)
            and "known_from" in item
            and date.fromisoformat(item["known_from"]) > day
        )
    }


def _known_changes(plain: Plain, changes: Mapping[str, Any]) -> Plain:
    """Leave out changes to linkages and promises that the case does not know of yet."""
    return {
        room: {
            name: form
            for name, form in forms.items()
            if room not in ("linkages", "commitments", "constraints") or name in plain.get(room, {})
        }
        for room, forms in changes.items()
    }


def believed(case: Case, holder: str) -> Case:
    """Return the case with everything that a principal believes of others."""
    plain = written(case).get("beliefs", {})
    return altered(case, [b["changes"] for b in plain.values() if b["holder"] == holder])


def judged(case: Case, name: str) -> Case:
    """Return the case with the numbers of one judgement set."""
    return altered(case, [written(case)["judgement_sets"][name]["changes"]])
