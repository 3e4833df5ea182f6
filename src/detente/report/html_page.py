"""What the page of a brief asks of a case: names, anchors and rows, made ready for templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from markupsafe import Markup

from detente.case.case import Case, Package
from detente.case.naming import moves, option_name, place_name
from detente.report.figures.judgements import swings
from detente.report.figures.labels import judgement_name
from detente.report.figures.offers import in_order
from detente.report.html_annex import Annex
from detente.report.html_claims import Claims
from detente.report.html_links import (
    codes_id,
    number,
    number_id,
    place_id,
    worth_id,
)
from detente.report.html_outlook import Outlook
from detente.report.html_packages import Packages, alone
from detente.report.html_window import WindowPage
from detente.report.tables.kept import kept_notes, kept_sheets
from detente.report.tables.sheet import Sheet
from detente.report.words import points_text
from detente.study.agreement import AgreementPoint, NamedSolution
from detente.study.brief import BriefResult, NumberEntry, Worth
from detente.study.judgements import Move
from detente.study.offers import OfferResult, OffersResult
from detente.study.robustness_result import AnswerSensitivity

SECTIONS = (
    ("relation", "Where the relation stands"),
    ("offers", "What each can offer"),
    ("agreement", "What could be agreed"),
    ("reach", "How far it can go"),
    ("obstacles", "What stands in the way"),
    ("blocks", "Who blocks what"),
    ("scenarios", "The world outside"),
    ("drift", "What time changes"),
    ("window", "Is the window open"),
    ("views", "As others see it"),
    ("tracks", "Levels, order, division"),
    ("judgements", "What rests on judgement"),
    ("robustness", "How sure it is"),
    ("method", "How this was made"),
)
"""Every section that a brief can have, with its short title."""


@dataclass(frozen=True)
class FrontierRow:
    """An efficient point, and the sets on whose frontier it lies."""

    point: AgreementPoint
    feasible: bool
    win_sets: tuple[str, ...]
    zone: bool


class Page:
    """A brief and its case, as the templates see them."""

    def __init__(self, case: Case, brief: BriefResult) -> None:
        self.case = case
        self.brief = brief
        self.packages = Packages(case, brief)
        self.outlook = Outlook(case, brief)
        self.annex = Annex(case, brief)
        self.window = WindowPage(case, brief.window)
        self.claims = Claims(case, brief)
        self.by_key: Mapping[str, NumberEntry] = {n.key: n for n in brief.numbers}
        self.worth: Mapping[tuple[str, str, str], Worth] = {
            (w.party, w.issue, w.option): w for w in brief.worth
        }

    def option(self, issue: str, option: str) -> str:
        """Return the name of an option."""
        return option_name(self.case, issue, option)

    def place(self, place: str) -> str:
        """Return the name of an element of the case."""
        return place_name(self.case, place)

    def alone(self, options: Package) -> dict[str, str]:
        """Return the package that settles some issues and leaves the rest at no agreement."""
        return alone(self.case, options)

    def party(self, party: str) -> str:
        """Return the name of a principal, a ratifier or a third party."""
        if party in self.case.parties:
            return self.case.parties[party].name
        return self.case.third_parties[party].name

    def word(self, word: str) -> str:
        """Return a word of the chronology in plain English."""
        names = self.case.chronology.names if self.case.chronology else {}
        return names.get(word, word.replace("_", " "))

    def kept_notes(self) -> list[str]:
        """Return what the record holds for the case's dates, and what it does not."""
        return list(kept_notes(self.brief.kept))

    def kept_sources(self) -> list[str]:
        """Return the sources that the record's numbers are from, each once."""
        kept = self.brief.kept
        named = [*(one.source for one in kept.measured), *(one.source for one in kept.yearly)]
        return list(dict.fromkeys(named))

    def kept_sheets(self) -> list[Sheet]:
        """Return the tables of what the record says."""
        return [sheet for sheet in kept_sheets(self.brief.kept) if sheet.rows]

    def judgement(self, found: NumberEntry) -> str:
        """Return what a judgement is about."""
        return judgement_name(self.case, found)

    def moved(self) -> list[AnswerSensitivity]:
        """Return the answers of which some judgement moves a part that chance does not."""
        return [one for one in self.brief.robustness.sensitivity if one.influences]

    def owner(self, found: NumberEntry) -> str:
        """Return where who answers for a number stands: the signer, or the fact it is read in."""
        if found.signer is not None:
            return f"signer-{found.signer}"
        return f"fact-{found.facts[0]}"

    def reserve(self, principal: str) -> Markup:
        """Return a party's reserve as a link to its estimate, or to the party without one."""
        rank = "principals" if principal in self.case.principals else "ratifiers"
        key = f"{rank}.{principal}.reserve"
        entry = self.by_key.get(key)
        value = Fraction(0) if entry is None else entry.mode
        return number(
            points_text(value), number_id(key) if entry else place_id(f"{rank}.{principal}")
        )

    def of(self, party: str, issue: str, option: str) -> Iterator[NumberEntry]:
        """Yield the codes, or the score, of an option for a party."""
        return iter(self._by_option.get((party, issue, option), ()))

    def weight(self, party: str, issue: str) -> NumberEntry | None:
        """Return a party's weight of an issue, where one is given."""
        rank = "principals" if party in self.case.principals else "ratifiers"
        return self.by_key.get(f"{rank}.{party}.weights.points.{issue}")

    def worth_target(self, party: str, issue: str) -> str:
        """Return where an option's points lead: the party's weight of its issue."""
        found = self.weight(party, issue)
        return "def-score" if found is None else number_id(found.key)

    def score_target(self, party: str, issue: str, option: str) -> str:
        """Return where an option's score leads: its codes, or the score given."""
        known = (party, issue, option) in self._by_option
        return codes_id(party, issue, option) if known else "def-score"

    def worth_id(self, party: str, issue: str, option: str) -> str:
        """Return the anchor of what an option is to a party."""
        return worth_id(party, issue, option)

    def solutions(self) -> list[tuple[list[str], NamedSolution]]:
        """Return the solutions, those that pick the same package together."""
        found: dict[tuple[str, ...], tuple[list[str], NamedSolution]] = {}
        for name, solution in self.brief.agreement.solutions.items():
            key = tuple(solution.point.package.values())
            found.setdefault(key, ([], solution))[0].append(name)
        return list(found.values())

    def in_order(self, found: OffersResult) -> tuple[OfferResult, ...]:
        """Return one direction's offers, those that pay the taker first."""
        return in_order(found)

    def only_no_agreement(self) -> bool:
        """Return whether no agreement is itself the one package acceptable to all."""
        found = self.brief.agreement
        return found.zone == 1 and not any(
            moves(self.case, s.point.package) for s in found.solutions.values()
        )

    def sections(self) -> list[tuple[str, str]]:
        """Return the anchor and the short title of each section, in their order."""
        brief = self.brief
        held = {
            "scenarios": brief.scenarios,
            "drift": brief.drift,
            "window": brief.window,
            "views": brief.beliefs or brief.sets,
        }
        return [s for s in SECTIONS if held.get(s[0], brief) is not None]

    def no(self, ident: str) -> int:
        """Return the number of a section."""
        return [name for name, _ in self.sections()].index(ident) + 1

    def annexes(self) -> list[tuple[str, str, str]]:
        """Return the anchor, the letter and the title of each annex."""
        related = self.brief.relation
        found = [
            ("packages", "Packages, taken apart"),
            ("numbers", "Every number"),
            ("facts", "Facts and sources"),
        ]
        if related is not None and related.events:
            found.insert(0, ("annex-events", "Events"))
        if self.brief.claims is not None:
            found.insert(0, ("claims", "Claims, and what carries them"))
        return [(ident, "ABCDE"[place], title) for place, (ident, title) in enumerate(found)]

    def swings(self) -> list[tuple[NumberEntry, Fraction | None, Fraction | None]]:
        """Return the judgements that move the answer most, each with its ends."""
        return [(swing.number, swing.down, swing.up) for swing in swings(self.brief)]

    def flips(self) -> list[tuple[NumberEntry, Move]]:
        """Return the moves that open a closed zone or close an open one."""
        opened = self.brief.agreement.open
        return [
            (self.by_key[move.key], move)
            for move in self.brief.judgements.moves
            if move.open != opened
        ]

    def frontier(self) -> list[FrontierRow]:
        """Return every efficient point once, with the sets on whose frontier it lies."""
        found = self.brief.agreement
        sets = {
            "feasible": found.feasible_frontier,
            "zone": found.zone_frontier,
            **{f"by {p}": points for p, points in found.win_set_frontiers.items()},
        }
        rows: dict[tuple[str, ...], tuple[AgreementPoint, set[str]]] = {}
        for name, points in sets.items():
            for point in points:
                key = tuple(str(gain) for gain in point.gains.values())
                rows.setdefault(key, (point, set()))[1].add(name)
        ordered = sorted(rows.values(), key=lambda row: [-v for v in row[0].gains.values()])
        return [
            FrontierRow(
                point,
                "feasible" in names,
                tuple(p for p in self.case.principals if f"by {p}" in names),
                "zone" in names,
            )
            for point, names in ordered
        ]

    @cached_property
    def _by_option(self) -> dict[tuple[str, str, str], list[NumberEntry]]:
        found: dict[tuple[str, str, str], list[NumberEntry]] = {}
        for entry in self.brief.numbers:
            if entry.key.startswith("issues.") and entry.issue and entry.option:
                found.setdefault((entry.party, entry.issue, entry.option), []).append(entry)
        return found
