"""What of a case GENIUS has no words for: all of it is told at once, and nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.base.problem import Problem
from detente.case.case import Case
from detente.case.naming import place_name

_ROOMS = {
    "ratifiers": "'{}' is a ratifier, and in GENIUS nobody but the parties is asked",
    "constraints": "'{}' is a constraint, and in GENIUS every combination of values is a bid",
    "linkages": "'{}' depends on two issues together, and utility in GENIUS adds up by issues",
    "commitments": "'{}' is a commitment, and in GENIUS no party is bound to anybody outside",
    "shocks": "'{}' is a shock, and a scenario of GENIUS has one state of the world",
    "dated": "'{}' holds at other dates, and a scenario of GENIUS bears none",
    "beliefs": "'{}' is a belief, and in GENIUS a party knows its own utility alone",
    "judgement_sets": "'{}' is a judgement set, and a utility space holds one set of numbers",
    "steps": "'{}' is a step, and in GENIUS an agreement is carried out at once",
    "wishes": "'{}' is a wish about order, and in GENIUS an agreement has none",
}
_HINTS = {
    "judgement_sets": "take one of them, as CASE@SET, or remove them from a copy",
}


def refusals(case: Case) -> tuple[Problem, ...]:
    """Return a problem (G809) for every element of a case that GENIUS cannot say.

    Words are no loss: facts, sources, reasons, objectives, claims and the chronology stay behind.
    So do comparisons of weights, which move no utility.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> refusals(two_issue_case())
    ()
    """
    return tuple(replace(one, message=f"{one.path}: {one.message}") for one in _refusals(case))


def _refusals(case: Case) -> Iterator[Problem]:
    for room, said in _ROOMS.items():
        for name in getattr(case, room):
            place = f"{room}.{name}"
            called = case.judgement_sets[name].name if room == "judgement_sets" else None
            hint = _HINTS.get(room, "remove it from a copy of the case")
            message = said.format(called or place_name(case, place))
            yield Problem("G809", message, path=place, hint=hint)
    for name, entry in case.calendar.items():
        if entry.bars:
            message = f"'{entry.name}' bars options for a time, and time in GENIUS bars nothing"
            yield Problem("G809", message, path=f"calendar.{name}", hint="remove `bars`")
    for party_id, party in case.principals.items():
        if party.baseline is not None and party.baseline.mode:
            message = f"'{party.name}' has a baseline, and no agreement in GENIUS is one number"
            yield Problem("G809", message, path=f"principals.{party_id}.baseline")
    for issue_id, issue in case.issues.items():
        for option_id, option in issue.options.items():
            foreign = [name for name in option.controller if name in case.third_parties]
            if foreign and option_id != issue.status_quo:
                third = case.third_parties[foreign[0]].name
                message = f"'{option.name}' is for {third} to choose, and in GENIUS for the parties"
                place = f"issues.{issue_id}.options.{option_id}"
                yield Problem("G809", message, path=place, hint="remove the option from a copy")
