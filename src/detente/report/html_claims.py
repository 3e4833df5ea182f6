"""The annex of claims: what carries each, and which claims each element carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from detente.case.case import Case
from detente.case.claim import EventMark
from detente.report.html_links import number
from detente.report.html_names import place_label, place_target
from detente.study.brief import BriefResult, NumberEntry
from detente.study.claims import ClaimResult
from detente.study.relation import CountedEvent

RESULTS: Mapping[str, tuple[str, str]] = {
    "relation": ("where the relation stands", "relation"),
    "gift": ("the most each can bring alone", "offers"),
    "most": ("the most each can bring with a return", "offers"),
    "offers": ("what each can offer", "offers"),
    "agreement": ("what could be agreed", "agreement"),
    "reach": ("how far it can go", "reach"),
    "obstacles": ("what stands in the way", "obstacles"),
    "blocks": ("who blocks what", "blocks"),
    "bottleneck": ("the bottleneck", "bottleneck"),
    "ceiling": ("what moves it most from outside", "scenarios"),
    "scenarios": ("the answer over all scenarios", "scenarios"),
    "ex_ante": ("the package fixed before the scenario is known", "ex-ante"),
    "beliefs": ("the answer as each sees it", "beliefs"),
    "drift": ("the answer from day to day", "drift"),
    "delay": ("what waiting costs", "drift"),
    "tracks": ("what each level can agree", "tracks"),
    "order": ("wishes that oppose", "order"),
    "calendar": ("the calendar", "room-calendar"),
    "steps": ("the steps", "room-steps"),
}
"""Each result that a claim can move: its name, and the section that shows it."""

NUMERAL = re.compile(r"(?<![\w.-])−?\d[\d,]*(?:\.\d+)?(?:\s%)?(?![\w-])")


@dataclass(frozen=True)
class Carrier:
    """Something that carries claims: its name, its anchor, and the claims."""

    name: str
    target: str | None
    claims: tuple[ClaimResult, ...]


class Claims:
    """The claims of a case as the annex shows them."""

    def __init__(self, case: Case, brief: BriefResult) -> None:
        self._case = case
        self._brief = brief
        self._keys: Mapping[str, NumberEntry] = {n.key: n for n in brief.numbers}
        self._held = {
            "relation": brief.relation if brief.relation and brief.relation.events else None,
            "scenarios": brief.scenarios,
            "ex-ante": brief.scenarios,
            "beliefs": brief.beliefs,
            "drift": brief.drift,
            "order": brief.order,
            "room-calendar": case.calendar or None,
            "room-steps": case.steps or None,
        }

    def result(self, claim: ClaimResult) -> tuple[str, str]:
        """Return the name of the result that a claim moves, and where it is shown."""
        name, section = RESULTS[str(claim.outcome)]
        return name, section if self._held.get(section, True) is not None else "numbers"

    def linked(self, claim: ClaimResult, text: str) -> Markup:
        """Return a result in short with its numbers as links to where the result is shown."""
        _, section = self.result(claim)
        target = "numbers" if section.startswith("room-") else section
        found, last = Markup(), 0
        for match in NUMERAL.finditer(text):
            found += escape(text[last : match.start()]) + number(match.group(), target)
            last = match.end()
        return found + escape(text[last:])

    def carriers(self, claim: ClaimResult) -> list[tuple[str, str | None]]:
        """Return the names and anchors of what carries a claim: elements, then events."""
        return [*map(self._element, claim.elements), *self._events(claim)]

    def by_carrier(self) -> list[Carrier]:
        """Return everything that carries claims, in the order in which claims name it."""
        claims = self._brief.claims.claims if self._brief.claims else ()
        found: dict[tuple[str, str | None], list[ClaimResult]] = {}
        for claim in claims:
            for carrier in self.carriers(claim):
                found.setdefault(carrier, []).append(claim)
        return [Carrier(*carrier, tuple(held)) for carrier, held in found.items()]

    def expected(self, claim: ClaimResult) -> str:
        """Return the name of what a claim says the result is."""
        wanted = str(claim.expects)
        if wanted in self._case.parties:
            return self._case.parties[wanted].name
        if wanted in self._case.shocks:
            return self._case.shocks[wanted].name
        return wanted

    def _element(self, place: str) -> tuple[str, str | None]:
        return (
            place_label(self._case, self._keys, place),
            place_target(self._case, self._keys, place),
        )

    def _events(self, claim: ClaimResult) -> Iterable[tuple[str, str | None]]:
        if self._brief.relation is None:
            return
        wanted = self._case.claims[claim.claim].events
        for event in self._brief.relation.events:
            if any(_marks(mark, event) for mark in wanted):
                yield f"event of {event.date}", f"event-{event.row}"


def _marks(mark: EventMark, event: CountedEvent) -> bool:
    return (
        mark.date == event.date
        and mark.actor in (None, event.actor)
        and mark.kind in (None, event.kind)
    )
