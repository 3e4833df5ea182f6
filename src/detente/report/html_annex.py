"""The outlook in the annex of numbers: shocks, dates, views, order, each with its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from detente.case.case import Case
from detente.case.form import Selection
from detente.case.patches import Patch, patches
from detente.case.scenario import Shock
from detente.report.figures.labels import capital
from detente.report.html_links import place_id, state_id, transition_id
from detente.report.html_names import number_label, others_changed
from detente.report.words import option_name
from detente.study.brief import BriefResult, NumberEntry
from detente.study.sentences import date_text


@dataclass(frozen=True)
class Entry:
    """One element of the outlook, with what it says and the numbers it sets.

    Attributes
    ----------
    ident
        Its anchor.
    name, kind
        What it is called, and of which sort it is.
    notes
        What it says besides numbers.
    reason
        The reason of numbers that give none.
    facts, signer
        Who answers.
    numbers
        What each number is about, and the number.
    """

    ident: str
    name: str
    kind: str
    notes: tuple[str, ...]
    reason: str | None
    facts: tuple[str, ...]
    signer: str | None
    numbers: tuple[tuple[str, NumberEntry], ...]


@dataclass(frozen=True)
class Room:
    """A room of the outlook that holds something."""

    ident: str
    title: str
    entries: tuple[Entry, ...]


class Annex:
    """The rooms of the outlook, for the annex of numbers."""

    def __init__(self, case: Case, brief: BriefResult) -> None:
        self._case = case
        self._numbers = [n for n in brief.numbers if n.key.partition(".")[0] in _ROOMS]

    def rooms(self) -> Iterator[Room]:
        """Yield each room that holds something, in the order of the file."""
        for room, (title, build) in _ROOMS.items():
            entries = tuple(build(self))
            if entries:
                yield Room(f"room-{room}", title, entries)

    @cached_property
    def _patched(self) -> Mapping[tuple[str, ...], Patch]:
        return {tuple(patch.path): patch for patch in patches(self._case)}

    def _entry(self, place: str, ident: str, element: Any, kind: str, *notes: str) -> Entry:
        own = f"{place}."
        patch = self._patched.get((*place.split("."), "changes")) or self._patched.get(
            (*place.split("."), "effects")
        )
        found = [n for n in self._numbers if n.key.startswith(own)]
        said = [*notes, *(others_changed(self._case, patch) if patch is not None else ())]
        text = getattr(element, "text", None)
        named = getattr(element, "name", None)
        if text and named:
            said.insert(0, text)
        return Entry(
            ident=ident,
            name=capital(str(named or text)),
            kind=kind,
            notes=tuple(said),
            reason=getattr(element, "reason", None),
            facts=tuple(getattr(element, "facts", ())),
            signer=getattr(element, "signer", None) or self._case.signer,
            numbers=tuple((capital(number_label(self._case, self._patched, n)), n) for n in found),
        )

    def _shocks(self) -> Iterator[Entry]:
        for name, shock in self._case.shocks.items():
            by = f"by {date_text(shock.by.isoformat())}" if shock.by else ""
            given = f"given “{self._case.shocks[shock.given].name}”" if shock.given else ""
            said = " · ".join(filter(None, ("shock", by, given)))
            head = self._entry(f"shocks.{name}", place_id(f"shocks.{name}"), shock, said)
            yield replace(head, numbers=())
            for state_name, state in shock.states.items():
                notes = [
                    f"Holds: {option_name(self._case, issue, option)}"
                    for issue, option in state.holds.items()
                ]
                yield self._entry(
                    f"shocks.{name}.states.{state_name}",
                    state_id(name, state_name),
                    state,
                    "state, as it stands now" if state_name == shock.now else "state",
                    *notes,
                )
            yield from self._transitions(name, shock)

    def _transitions(self, shock_id: str, shock: Shock) -> Iterator[Entry]:
        for name, passage in shock.transitions.items():
            notes = []
            if passage.at is not None:
                notes.append(f"At: {self._case.calendar[passage.at].name}")
            if passage.given is not None and shock.given is not None:
                other = self._case.shocks[shock.given].states[passage.given]
                notes.append(f"Given: {other.name}")
            place = f"shocks.{shock_id}.transitions.{name}"
            found = self._entry(place, transition_id(shock_id, name), passage, "transition", *notes)
            states = [shock.states[state].name for state in (passage.from_, passage.to)]
            yield replace(found, name=capital(f"{shock.name}: from “{states[0]}” to “{states[1]}”"))

    def _scenarios(self) -> Iterator[Entry]:
        for name, found in self._case.scenarios.items():
            states = [self._case.shocks[s].states[state].name for s, state in found.states.items()]
            place = f"scenarios.{name}"
            yield self._entry(place, place_id(place), found, "scenario", "; ".join(states))

    def _dated(self) -> Iterator[Entry]:
        for name, found in self._case.dated.items():
            place = f"dated.{name}"
            yield self._entry(place, place_id(place), found, _span(found.from_, found.until))

    def _calendar(self) -> Iterator[Entry]:
        for name, found in self._case.calendar.items():
            place = f"calendar.{name}"
            kind = f"{found.kind} · {_span(found.from_, found.until)}"
            bars = [f"Bars: {self._selected(found.bars)}"] if found.bars else []
            yield self._entry(place, place_id(place), found, kind, *bars)

    def _beliefs(self) -> Iterator[Entry]:
        for name, found in self._case.beliefs.items():
            place = f"beliefs.{name}"
            holder, about = (self._case.principals[p].name for p in (found.holder, found.about))
            kind = f"what {holder} believes of {about}"
            yield self._entry(place, place_id(place), found, kind)

    def _sets(self) -> Iterator[Entry]:
        for name, found in self._case.judgement_sets.items():
            place = f"judgement_sets.{name}"
            kind = "judgement set"
            if found.date is not None:
                kind += f" · {date_text(found.date.isoformat())}"
            yield self._entry(place, place_id(place), found, kind)

    def _steps(self) -> Iterator[Entry]:
        for name, found in self._case.steps.items():
            place = f"steps.{name}"
            notes = [f"Carries out: {self._selected(found.option)}"]
            if found.after:
                before = ", ".join(self._case.steps[s].name for s in found.after)
                notes.append(f"After: {before}")
            yield self._entry(place, place_id(place), found, "step", *notes)

    def _wishes(self) -> Iterator[Entry]:
        for name, found in self._case.wishes.items():
            place = f"wishes.{name}"
            kind = f"wish of {self._case.parties[found.party].name}"
            order = f"First {self._selected(found.first)}, then {self._selected(found.then)}"
            yield self._entry(place, place_id(place), found, kind, order)

    def _third_parties(self) -> Iterator[Entry]:
        for name, found in self._case.third_parties.items():
            place = f"third_parties.{name}"
            yield self._entry(place, place_id(place), found, "third party")

    def _selected(self, chosen: Selection) -> str:
        return "; ".join(
            " or ".join(option_name(self._case, issue, o) for o in options)
            for issue, options in chosen.items()
        )


def _span(first: Any, until: Any) -> str:
    start = f"from {date_text(first.isoformat())}"
    return f"{start} until {date_text(until.isoformat())}" if until else start


_ROOMS: Mapping[str, tuple[str, Any]] = {
    "third_parties": ("Third parties", Annex._third_parties),
    "shocks": ("The outside world", Annex._shocks),
    "scenarios": ("Scenarios with a name", Annex._scenarios),
    "dated": ("Before and after", Annex._dated),
    "calendar": ("The calendar", Annex._calendar),
    "beliefs": ("What each believes of the other", Annex._beliefs),
    "judgement_sets": ("What others judge", Annex._sets),
    "steps": ("Steps", Annex._steps),
    "wishes": ("Wishes about order", Annex._wishes),
}
