"""A case as it stands at a date, in a scenario, through somebody's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

from detente.case.case import Case
from detente.case.change import Note, changed, combined, noted

States = Mapping[str, str]
"""One state of every shock: ``{shock: state}``."""


@dataclass(frozen=True)
class World:
    """One scenario: a state of every shock, and its probability.

    Attributes
    ----------
    states
        One state of every shock.
    probability
        Product of the states' probabilities, exact.
    """

    states: States
    probability: Fraction


def worlds(case: Case) -> tuple[World, ...]:
    """Return the scenarios of a case: the products of its shocks' states.

    They are exclusive and exhaustive, and their probabilities add up to 1. A case without shocks
    has one scenario.
    """
    return tuple(_worlds(case))


def _worlds(case: Case) -> Iterator[World]:
    for chosen in product(*(shock.states for shock in case.shocks.values())):
        states = dict(zip(case.shocks, chosen, strict=True))
        probability = Fraction(1)
        for shock, state in states.items():
            probability *= chance(case, shock, state, states)
        yield World(states, probability)


def chance(case: Case, shock: str, state: str, states: States) -> Fraction:
    """Return the probability of a shock's state, given the states of the shocks before it."""
    found, given = case.shocks[shock].states[state], case.shocks[shock].given
    estimate = found.probabilities.get(states[given]) if given else found.probability
    return estimate.mode if estimate is not None else Fraction(0)


def present(case: Case) -> dict[str, str]:
    """Return the state in which every shock stands now."""
    return {name: shock.now for name, shock in case.shocks.items()}


def in_world(case: Case, states: States) -> Case:
    """Return the case in one scenario; shocks that are not named stand as they do now.

    Raises
    ------
    ChangeError
        When a state's changes cannot be made.
    """
    return changed(case, combined(state_changes(case, *item) for item in states.items()))


def state_changes(case: Case, shock: str, state: str) -> dict[str, Any]:
    """Return what a state changes, signed and reasoned; third parties' options among it."""
    found = case.shocks[shock].states[state]
    note = Note(
        signer=case.signer,
        reason=found.reason or case.shocks[shock].reason or found.name,
        fact=next(iter(found.facts or case.shocks[shock].facts), None),
    )
    held = {issue: {"status_quo": option} for issue, option in found.holds.items()}
    return combined([noted(found.changes, note), {"issues": held} if held else {}])


def in_force(case: Case, day: date) -> tuple[str, ...]:
    """Return the dated entries that hold on a day, the earlier first."""
    named = sorted(case.dated.items(), key=lambda item: item[1].from_)
    return tuple(
        name
        for name, entry in named
        if entry.from_ <= day and (entry.until is None or day < entry.until)
    )


def dated_changes(case: Case, name: str) -> dict[str, Any]:
    """Return what a dated entry changes, signed and reasoned."""
    entry = case.dated[name]
    note = Note(
        entry.signer or case.signer, entry.reason or entry.name, next(iter(entry.facts), None)
    )
    return noted(entry.changes, note)


def on_day(case: Case, day: date, base: Case | None = None) -> Case:
    """Return the case as of another day: dated entries applied, later knowledge left out.

    Before the case's own date, everything that was known only later is left out; what cannot be
    done without it shows as an inconsistency.

    Parameters
    ----------
    case
        The case, or the case in a scenario.
    day
        The day.
    base
        The case before the scenario, if any: what the scenario has taken away is then left alone.

    Raises
    ------
    ChangeError
        When the changes of a dated entry cannot be made.
    """
    changes = combined(dated_changes(case, name) for name in in_force(case, day))
    then = changed(case, changes if base is None else _left(case, changes, base))
    if day < case.as_of:
        then = _known(then, day)
    return then.model_copy(update={"as_of": day})


def _left(case: Case, changes: Mapping[str, Any], base: Case) -> dict[str, Any]:
    """Return changes without those of elements that a scenario has taken away."""
    return {
        room: {
            name: change
            for name, change in elements.items()
            if name in getattr(case, room) or name not in getattr(base, room)
        }
        for room, elements in changes.items()
    }


def _known(case: Case, day: date) -> Case:
    """Leave out the elements that were not known on a day."""
    rooms: dict[str, Any] = {}
    for room in type(case).model_fields:
        held = getattr(case, room)
        if isinstance(held, Mapping):
            kept = {
                name: element
                for name, element in held.items()
                if (getattr(element, "known_from", None) or day) <= day
            }
            if len(kept) < len(held):
                rooms[room] = kept
    return case.model_copy(update=rooms)


def as_believed(case: Case, holder: str) -> Case:
    """Return the case as one principal believes it to be: its beliefs in place of the estimates.

    Raises
    ------
    ChangeError
        When a belief's changes cannot be made.
    """
    held = (name for name, belief in case.beliefs.items() if belief.holder == holder)
    return changed(case, combined(belief_changes(case, name) for name in held))


def belief_changes(case: Case, name: str) -> dict[str, Any]:
    """Return what a belief changes, signed and reasoned."""
    belief = case.beliefs[name]
    fact = next(iter(belief.facts), None)
    note = Note(belief.signer or case.signer, belief.reason or belief.name, fact)
    return noted(belief.changes, note)


def as_judged(case: Case, name: str) -> Case:
    """Return the case with one judgement set in place of the file's estimates.

    Raises
    ------
    ChangeError
        When the set's changes cannot be made.
    """
    return changed(case, set_changes(case, name))


def set_changes(case: Case, name: str) -> dict[str, Any]:
    """Return what a judgement set changes, signed and reasoned."""
    found = case.judgement_sets[name]
    return noted(found.changes, Note(found.signer, found.reason or found.name, None, found.date))
