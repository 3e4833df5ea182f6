"""Whether every name in a case's outlook resolves: shocks, states, steps, and what claims name."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from detente.case.case import Case
from detente.case.claim import Claim
from detente.case.finding import Finding, Path
from detente.case.references import selection_names, unknown


def outlook_names(case: Case) -> Iterator[Finding]:
    """Yield every name in shocks, dates, views, order and claims that resolves to nothing."""
    yield from _shocks(case)
    yield from _times(case)
    yield from _views(case)
    yield from order_names(case)
    for claim_id, claim in case.claims.items():
        yield from _claim(case, claim_id, claim)


def facts_known(case: Case, path: Path, facts: Iterable[str]) -> Iterator[Finding]:
    """Yield the facts that the case does not have."""
    for fact in dict.fromkeys(facts):
        if fact not in case.facts:
            yield unknown("C204", path, "fact", fact, case.facts)


def signer_known(case: Case, path: Path, signer: str | None) -> Iterator[Finding]:
    """Yield a signer that the case does not have."""
    if signer is not None and signer not in case.signers:
        yield unknown("C205", path, "signer", signer, case.signers)


def _place(path: Path, kind: str, place: str, known: Iterable[str]) -> Finding:
    """Return the finding that a place does not exist; ``about`` is the whole place."""
    name = place.rpartition(".")[2]
    return dataclasses.replace(unknown("C210", path, kind, name, known), about=place)


def _shocks(case: Case) -> Iterator[Finding]:
    for shock_id, shock in case.shocks.items():
        path: Path = ("shocks", shock_id)
        yield from facts_known(case, (*path, "facts"), shock.facts)
        place = f"shocks.{shock_id}.states.{shock.now}"
        if shock.now not in shock.states:
            yield _place((*path, "now"), f"state of {shock_id}", place, shock.states)
        if shock.given is not None and shock.given not in case.shocks:
            others = [name for name in case.shocks if name != shock_id]
            yield _place((*path, "given"), "shock", f"shocks.{shock.given}", others)
        for state_id, state in shock.states.items():
            here = (*path, "states", state_id)
            yield from facts_known(case, (*here, "facts"), state.facts)
            yield from selection_names(
                case, (*here, "holds"), {issue: (option,) for issue, option in state.holds.items()}
            )
            if shock.given is not None and shock.given in case.shocks and shock.given != shock_id:
                others = [*case.shocks[shock.given].states]
                for given in state.probabilities:
                    if given not in others:
                        place = f"shocks.{shock.given}.states.{given}"
                        key = (*here, "probabilities", given)
                        yield _place(key, f"state of {shock.given}", place, others)
        yield from _transitions(case, shock_id)
    for name, scenario in case.scenarios.items():
        for shock_id, state_id in scenario.states.items():
            key = ("scenarios", name, "states", shock_id)
            if shock_id not in case.shocks:
                yield _place(key, "shock", f"shocks.{shock_id}", case.shocks)
            elif state_id not in case.shocks[shock_id].states:
                place = f"shocks.{shock_id}.states.{state_id}"
                yield _place(key, f"state of {shock_id}", place, case.shocks[shock_id].states)


def _transitions(case: Case, shock_id: str) -> Iterator[Finding]:
    shock = case.shocks[shock_id]
    given = case.shocks.get(shock.given or "")
    for name, passage in shock.transitions.items():
        path: Path = ("shocks", shock_id, "transitions", name)
        yield from facts_known(case, (*path, "facts"), passage.facts)
        for key, state in (("from", passage.from_), ("to", passage.to)):
            if state not in shock.states:
                place = f"shocks.{shock_id}.states.{state}"
                yield _place((*path, key), f"state of {shock_id}", place, shock.states)
        if passage.at is not None and passage.at not in case.calendar:
            place = f"calendar.{passage.at}"
            yield _place((*path, "at"), "calendar entry", place, case.calendar)
        if passage.given is not None and given is not None and passage.given not in given.states:
            place = f"shocks.{shock.given}.states.{passage.given}"
            yield _place((*path, "given"), f"state of {shock.given}", place, given.states)


def _times(case: Case) -> Iterator[Finding]:
    for name, entry in case.dated.items():
        yield from facts_known(case, ("dated", name, "facts"), entry.facts)
        yield from signer_known(case, ("dated", name, "signer"), entry.signer)


def _views(case: Case) -> Iterator[Finding]:
    for name, belief in case.beliefs.items():
        path = ("beliefs", name)
        for key, party in (("holder", belief.holder), ("about", belief.about)):
            if party not in case.principals:
                yield unknown("C207", (*path, key), "principal", party, case.principals)
        yield from facts_known(case, (*path, "facts"), belief.facts)
        yield from signer_known(case, (*path, "signer"), belief.signer)
    for name, judged in case.judgement_sets.items():
        yield from signer_known(case, ("judgement_sets", name, "signer"), judged.signer)


def order_names(case: Case) -> Iterator[Finding]:
    """Yield the names in the calendar, in steps and in wishes that resolve to nothing."""
    for name, entry in case.calendar.items():
        yield from selection_names(case, ("calendar", name, "bars"), entry.bars)
        yield from facts_known(case, ("calendar", name, "facts"), entry.facts)
    for name, step in case.steps.items():
        path: Path = ("steps", name)
        yield from selection_names(case, (*path, "option"), step.option)
        for before in step.after:
            if before not in case.steps:
                others = [other for other in case.steps if other != name]
                yield _place((*path, "after"), "step", f"steps.{before}", others)
        yield from facts_known(case, (*path, "facts"), step.facts)
        yield from signer_known(case, (*path, "signer"), step.signer)
    for name, wish in case.wishes.items():
        path = ("wishes", name)
        if wish.party not in case.parties:
            yield unknown("C201", (*path, "party"), "party", wish.party, case.parties)
        yield from selection_names(case, (*path, "first"), wish.first)
        yield from selection_names(case, (*path, "then"), wish.then)
        yield from facts_known(case, (*path, "facts"), wish.facts)


def _claim(case: Case, claim_id: str, claim: Claim) -> Iterator[Finding]:
    path: Path = ("claims", claim_id)
    for number, place in enumerate(claim.elements):
        yield from _exists(case, (*path, "elements", str(number)), place)
    if claim.expects is None:
        return
    measure = claim.measure or claim.outcome
    if measure == "ceiling" and claim.expects not in case.shocks:
        place = f"shocks.{claim.expects}"
        yield _place((*path, "expects"), "shock", place, case.shocks)
    elif measure == "bottleneck":
        if "." in claim.expects:
            yield from _exists(case, (*path, "expects"), claim.expects)
        elif claim.expects not in case.parties:
            yield unknown("C201", (*path, "expects"), "party", claim.expects, case.parties)


def _exists(case: Case, path: Path, place: str) -> Iterator[Finding]:
    """Yield the first part of a dotted place that leads nowhere in the case."""
    element: Any = case
    parts = place.split(".")
    for count, part in enumerate(parts, 1):
        inner = _inner(element)
        if part not in inner:
            above = ".".join(parts[: count - 1]) or "the case"
            found = _place(path, f"place in {above}", ".".join(parts[:count]), inner)
            yield dataclasses.replace(
                found, message=f"there is no place '{place}': {above} has no '{part}'"
            )
            return
        element = inner[part]


def _inner(element: Any) -> Mapping[str, Any]:
    """Return what stands in an element, by the keys of the case file."""
    if isinstance(element, BaseModel):
        fields = type(element).model_fields
        held = {info.alias or name: getattr(element, name) for name, info in fields.items()}
        return {key: value for key, value in held.items() if value is not None}
    return element if isinstance(element, Mapping) else {}
