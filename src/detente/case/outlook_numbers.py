"""The numbers that stand outside a file's own base: probabilities, changes, wishes, months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from pydantic import TypeAdapter

from detente.base.estimate import Estimate, EstimateField
from detente.case.case import Case
from detente.case.comparison import Comparison
from detente.case.finding import Path
from detente.case.issue import CODE_LIMIT, Code, CodeField
from detente.case.numbers import Kind, Number, numbers
from detente.case.patches import Patch, patches
from detente.case.shape import form_at

_ESTIMATE: TypeAdapter[Estimate] = TypeAdapter(EstimateField)
_CODE: TypeAdapter[Code] = TypeAdapter(CodeField)
_OF_PARTY: Mapping[str, Kind] = {
    "reserve": "reserve",
    "outside": "outside",
    "baseline": "baseline",
    "exposure": "exposure",
    "impatience": "impatience",
}


def every_number(case: Case) -> tuple[Number, ...]:
    """Return every number of the case: those of its base, then those of its outlook.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> every_number(two_issue_case()) == numbers(two_issue_case())
    True
    """
    return (*numbers(case), *outlook_numbers(case))


def outlook_numbers(case: Case) -> tuple[Number, ...]:
    """Return every number outside the base of a consistent case, in the order of the file's rooms.

    Probabilities of states and of transitions; what principals bear on the way to a package; what
    the changes of states, dated entries, beliefs, judgement sets and steps set; the points of
    wishes and the months of steps. The key is the number's path in the file, a change's own place
    before the place it changes. Weights that are only rescaled are not listed.

    Raises
    ------
    ValidationError
        When a change sets a number to what is none.

    Examples
    --------
    >>> from detente.case.case import Case
    >>> from detente.case.written import written
    >>> from detente.testing import two_issue_case
    >>> wish = {"text": "The price first.", "party": "B", "first": {"price": "high"},
    ...     "then": {"delivery": "early"}, "points": 4}
    >>> case = Case.model_validate({**written(two_issue_case()), "wishes": {"first": wish}})
    >>> [(n.key, n.kind, n.party) for n in outlook_numbers(case)]
    [('wishes.first.points', 'wish', 'B')]
    """
    return (*own_numbers(case), *(n for patch in patches(case) for n in patch_numbers(case, patch)))


def own_numbers(case: Case) -> Iterator[Number]:
    """Yield the numbers of the outlook that stand in no change.

    Probabilities; what principals bear on the way to a package; months of steps; points of wishes.
    """
    for shock_id, shock in case.shocks.items():
        for state_id, state in shock.states.items():
            path: Path = ("shocks", shock_id, "states", state_id)
            reason = state.reason or shock.reason
            facts = state.facts or shock.facts
            if state.probability is not None:
                key = (*path, "probability")
                yield _number(case, key, "probability", "", state.probability, reason, facts)
            for given, estimate in state.probabilities.items():
                key = (*path, "probabilities", given)
                yield _number(case, key, "probability", "", estimate, reason, facts)
        for name, passage in shock.transitions.items():
            reason = passage.reason or shock.reason
            facts = passage.facts or shock.facts
            for part in ("probability", "hazard"):
                held = getattr(passage, part)
                if held is not None:
                    key = ("shocks", shock_id, "transitions", name, part)
                    yield _number(case, key, "transition", "", held, reason, facts)
    for party, principal in case.principals.items():
        if principal.exposure is not None:
            key = ("principals", party, "exposure")
            yield _number(case, key, "exposure", party, principal.exposure, None)
        if principal.impatience is not None:
            key = ("principals", party, "impatience")
            yield _number(case, key, "impatience", party, principal.impatience, None)
    for step_id, step in case.steps.items():
        if step.months is not None:
            key = ("steps", step_id, "months")
            yield _number(
                case, key, "duration", "", step.months, step.reason, step.facts, step.signer
            )
    for wish_id, wish in case.wishes.items():
        key = ("wishes", wish_id, "points")
        yield _number(case, key, "wish", wish.party, wish.points, wish.reason, wish.facts)


def patch_numbers(case: Case, patch: Patch) -> Iterator[Number]:
    """Yield the numbers that one set of changes sets."""
    yield from _set(case, patch, patch.made, ())


def _set(case: Case, patch: Patch, made: Mapping[str, Any], path: Path) -> Iterator[Number]:
    for key, value in made.items():
        here = (*path, str(key))
        form = form_at(Case, here)
        if form is Estimate and value is not None:
            kind, party, named = _what(case, patch, here)
            estimate = _ESTIMATE.validate_python(value)
            yield _number(
                case, (*patch.path, *here), kind, party, estimate, None, (), None, **named
            )
        elif form is Code and value is not None:
            _, party, named = _what(case, patch, here)
            yield _coded(case, (*patch.path, *here), party, _CODE.validate_python(value), named)
        elif form is Comparison and value is not None:
            yield _compared(case, (*patch.path, *here), here[1], value)
        elif isinstance(value, Mapping):
            yield from _set(case, patch, value, here)


def _what(case: Case, patch: Patch, path: Path) -> tuple[Kind, str, dict[str, str]]:
    """Return what the number at a place measures, whose it is, and what it is about."""
    room, name, *rest = path
    if room in ("principals", "ratifiers"):
        if rest[0] == "weights":
            return "weight", name, {"issue": rest[-1]}
        if rest[0] == "objectives":
            return "importance", name, {"objective": rest[1]}
        return _OF_PARTY[rest[0]], name, {}
    if room == "issues":
        about = {"issue": name, "option": rest[1]}
        coded = rest[2] == "codes"
        return (
            "code" if coded else "score",
            rest[3],
            {**about, "objective": rest[4]} if coded else about,
        )
    if room == "linkages":
        return "linkage", rest[-1], {}
    if room == "commitments":
        return "price", _named(case, patch, room, name, "by"), {}
    if room == "wishes":
        return "wish", _named(case, patch, room, name, "party"), {}
    return "duration", "", {}


def _named(case: Case, patch: Patch, room: str, name: str, key: str) -> str:
    """Return whom an element names, after the change."""
    changed = patch.made[room][name].get(key)
    return str(changed or getattr(getattr(case, room).get(name), key, ""))


def _coded(case: Case, path: Path, party: str, code: Code, named: Mapping[str, str]) -> Number:
    return Number(
        key=".".join(path),
        kind="code",
        party=party,
        low=Fraction(max(-CODE_LIMIT, code.code - 1)),
        mode=Fraction(code.code),
        high=Fraction(min(CODE_LIMIT, code.code + 1)),
        reason=code.reason,
        signer=code.signer or case.signer,
        facts=(code.fact,) if code.fact else (),
        issue=named["issue"],
        option=named["option"],
        objective=named["objective"],
    )


def _compared(case: Case, path: Path, party: str, said: Mapping[str, Any]) -> Number:
    """Return a comparison that a change makes, or of which it changes a part."""
    found = Comparison.model_validate({k: v for k, v in said.items() if v is not None})
    return Number(
        key=".".join(path),
        kind="comparison",
        party=party,
        low=found.times,
        mode=found.times,
        high=found.times,
        reason=found.reason,
        signer=found.signer or case.signer,
        facts=(found.fact,) if found.fact else (),
    )


def _number(
    case: Case,
    path: Path,
    kind: Kind,
    party: str,
    estimate: Estimate,
    reason: str | None,
    facts: tuple[str, ...] = (),
    signer: str | None = None,
    **named: str,
) -> Number:
    return Number(
        key=".".join(path),
        kind=kind,
        party=party,
        low=estimate.low,
        mode=estimate.mode,
        high=estimate.high,
        reason=estimate.reason or reason,
        signer=None if estimate.sourced else estimate.signer or signer or case.signer,
        facts=(estimate.fact,) if estimate.fact else facts,
        issue=named.get("issue"),
        option=named.get("option"),
        objective=named.get("objective"),
    )
