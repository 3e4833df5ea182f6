"""The annex of claims: what carries each, and which claims each element carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from detente.case.case import Case
from detente.case.claim import EventMark
from detente.report.html_links import number
from detente.report.html_names import place_target
from detente.report.words import OUTCOME_NAMES, capital, element_name
from detente.study.brief import BriefResult, NumberEntry
from detente.study.claims import ClaimResult
from detente.study.relation import CountedEvent

SECTIONS: Mapping[str, str] = {
    "gift": "offers",
    "most": "offers",
    "ceiling": "scenarios",
    "ex_ante": "ex-ante",
    "delay": "drift",
    "calendar": "room-calendar",
    "steps": "room-steps",
}
"""The section that shows a result, where it is not of the same name."""

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
        outcome = claim.outcome or "reach"
        section = SECTIONS.get(outcome, outcome)
        name = OUTCOME_NAMES[outcome]
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

    def _element(self, place: str) -> tuple[str, str | None]:
        return (
            capital(element_name(self._case, place)),
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
