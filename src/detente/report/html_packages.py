"""Packages taken apart: what makes up every gain that the brief names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from detente.case.case import Case, Package
from detente.case.naming import moves, option_name, place_name
from detente.negotiation.payoff import Payoffs, compile_case
from detente.negotiation.question import NOTHING, Lifted
from detente.report.html_links import number_id, place_id, worth_id
from detente.report.words import SOLUTION_NAMES
from detente.study.brief import BriefResult
from detente.study.offers import OffersResult

REACHED = {
    "civic": "by civic groups alone",
    "officials": "by officials and below",
    "ministers": "by ministers and below",
    "leaders": "by leaders and below",
}
"""What can be decided without going higher, in words."""


@dataclass(frozen=True)
class Share:
    """A party's points from one line of a package, and the anchor they come from."""

    points: Fraction
    target: str


@dataclass(frozen=True)
class Line:
    """One line of a package taken apart: an issue it changes, a linkage, a commitment."""

    name: str
    what: str
    shares: Mapping[str, Share]


@dataclass(frozen=True)
class Account:
    """A package taken apart.

    Attributes
    ----------
    ident
        Its anchor.
    titles
        What the brief calls it; several where one package plays several parts.
    lines
        What it is made of.
    gains
        Each party's gain: the sum of its lines.
    """

    ident: str
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    gains: Mapping[str, Fraction]


class Packages:
    """Every package whose gains the brief names, each under one anchor."""

    def __init__(self, case: Case, result: BriefResult) -> None:
        self._case = case
        self._payoffs: Payoffs = compile_case(case)
        self._found: dict[tuple[tuple[str, ...], Lifted], tuple[str, list[str]]] = {}
        for slug, title, package, lifted in _named(case, result):
            key = self._key(package, lifted)
            known = self._found.get(key)
            if known is None:
                self._found[key] = (f"package-{slug}", [title])
            elif not lifted:
                known[1].append(title)
        for issue, option in _offered_options(result):
            package = alone(case, {issue: option})
            if any(self._tied(party, issue, package) for party in case.principals):
                title = f"{option_name(case, issue, option)}, alone"
                known = self._found.setdefault(
                    self._key(package, NOTHING), (f"package-alone.{issue}.{option}", [])
                )
                known[1].append(title)

    def anchor(self, package: Package, lifted: Lifted = NOTHING) -> str:
        """Return the anchor of a package that the brief names."""
        return self._found[self._key(package, lifted)][0]

    def alone(self, party: str, issue: str, option: str) -> str:
        """Return where a party's gain from one option alone comes from."""
        package = alone(self._case, {issue: option})
        if self._tied(party, issue, package):
            return self.anchor(package)
        return worth_id(party, issue, option)

    def accounts(self) -> Iterator[Account]:
        """Yield every package taken apart, in the order of the brief."""
        for (options, lifted), (ident, titles) in self._found.items():
            package = dict(zip(self._case.issues, options, strict=True))
            yield Account(
                ident,
                tuple(dict.fromkeys(titles)),
                tuple(self._lines(package, lifted)),
                {p: self._payoffs.gain(p, package, lifted) for p in self._case.parties},
            )

    def _tied(self, party: str, issue: str, package: Package) -> bool:
        """Whether more than the option's own points makes up what it brings alone."""
        return any(place != f"issues.{issue}" for place, _ in self._payoffs.account(party, package))

    def _key(self, package: Package, lifted: Lifted) -> tuple[tuple[str, ...], Lifted]:
        return tuple(package[issue] for issue in self._case.issues), lifted & set(
            self._places(package)
        )

    def _places(self, package: Package) -> list[str]:
        found = [f"issues.{issue}" for issue in moves(self._case, package)]
        for party in self._case.parties:
            found += [place for place, _ in self._payoffs.account(party, package)]
        return list(dict.fromkeys(found))

    def _lines(self, package: Package, lifted: Lifted) -> Iterator[Line]:
        case = self._case
        held = {p: dict(self._payoffs.account(p, package)) for p in case.parties}
        for place in self._places(package):
            if place in lifted:
                continue
            room, _, name = place.partition(".")
            issue = room == "issues"
            yield Line(
                place_name(case, place),
                option_name(case, name, package[name]) if issue else room.removesuffix("s"),
                {
                    party: Share(
                        found.get(place, Fraction(0)),
                        worth_id(party, name, package[name])
                        if issue
                        else self._target(party, place),
                    )
                    for party, found in held.items()
                    if issue or place in found
                },
            )

    def _target(self, party: str, place: str) -> str:
        room, _, name = place.partition(".")
        if room == "linkages":
            return number_id(f"linkages.{name}.points.{party}")
        if room == "commitments":
            return number_id(f"commitments.{name}.price")
        rank = "principals" if party in self._case.principals else "ratifiers"
        return place_id(f"{rank}.{party}")


def alone(case: Case, options: Package) -> dict[str, str]:
    """Return the package that settles some issues and leaves the rest at no agreement."""
    return {
        issue: options.get(issue) or str(found.status_quo) for issue, found in case.issues.items()
    }


def _named(case: Case, result: BriefResult) -> Iterator[tuple[str, str, Package, Lifted]]:
    for name, solution in result.agreement.solutions.items():
        title = f"{SOLUTION_NAMES[name][:1].upper()}{SOLUTION_NAMES[name][1:]} package"
        yield name, title, solution.point.package, NOTHING
    if result.reach.point is not None:
        yield "reach", "The package that goes farthest for all", result.reach.point.package, NOTHING
    for found in result.offers:
        yield from _offered(case, found)
    yield from _proposed(case, result)


def _proposed(case: Case, result: BriefResult) -> Iterator[tuple[str, str, Package, Lifted]]:
    """Yield the packages of levels, and those that a side would propose as it sees the case."""
    for level in result.tracks.tracks:
        if level.nash is not None:
            title = f"Nash package of what can be decided {REACHED[level.track]}"
            yield f"track.{level.track}", title, level.nash.package, NOTHING
    for seen in result.beliefs.holders if result.beliefs is not None else ():
        if seen.standing.nash is not None:
            title = f"What {case.principals[seen.holder].name} would propose as it sees the case"
            yield f"seen.{seen.holder}", title, seen.standing.nash.package, NOTHING


def _offered_options(result: BriefResult) -> list[tuple[str, str]]:
    """Return the options that are shown by themselves, each once."""
    shown: dict[tuple[str, str], None] = {}
    for found in result.offers:
        shown.update(dict.fromkeys((offer.issue, offer.option) for offer in found.offers))
        shown.update(dict.fromkeys((joint.issue, joint.option) for joint in found.together))
    return list(shown)


def _offered(case: Case, found: OffersResult) -> Iterator[tuple[str, str, Package, Lifted]]:
    giver, taker = (case.principals[p].name for p in (found.giver, found.taker))
    way = f"{found.giver}.{found.taker}"
    sides = [(found.gift, found.most, NOTHING, "", "")]
    for lifting in found.lifted:
        without = f", with “{place_name(case, lifting.obstacle)}” lifted"
        lifted = frozenset({lifting.obstacle})
        sides.append((lifting.gift, lifting.most, lifted, f".{lifting.obstacle}", without))
    for gift, most, lifted, end, without in sides:
        if gift is not None:
            title = f"The most {giver} can bring {taker} by moving alone{without}"
            yield f"gift.{way}{end}", title, gift.package, lifted
        if most is not None:
            title = f"The most {giver} can bring {taker} with a return{without}"
            yield f"most.{way}{end}", title, most.package, lifted
    for offer in found.offers:
        if offer.price is not None:
            title = f"Return for “{option_name(case, offer.issue, offer.option)}”"
            back = alone(case, offer.price.returned)
            yield f"return.{way}.{offer.issue}.{offer.option}", title, back, NOTHING
