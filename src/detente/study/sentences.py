"""The answer in five sentences, each built from results and carrying its numbers."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from detente.base.result import Result
from detente.case.case import Case
from detente.case.naming import option_name, place_name
from detente.study.agreement import AgreementResult
from detente.study.judgements import JudgementsResult
from detente.study.offers import MostResult, OffersResult
from detente.study.reach import ReachResult
from detente.study.relation import RelationResult

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SHOWN = 3
"""Options named in a sentence before the rest are counted."""


class Part(Result):
    """A piece of a sentence: words, or a number with the section that shows how it came about."""

    text: str
    section: str | None = None


class Sentence(Result):
    """One sentence: what it is about, and its parts in order."""

    topic: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(part.text for part in self.parts)


class _Writer:
    """Collects the parts of one sentence."""

    def __init__(self, topic: str, section: str) -> None:
        self._topic = topic
        self._section = section
        self._parts: list[Part] = []

    def say(self, text: str) -> _Writer:
        self._parts.append(Part(text=text))
        return self

    def number(self, text: str, section: str | None = None) -> _Writer:
        self._parts.append(Part(text=text, section=section or self._section))
        return self

    def end(self) -> Sentence:
        first = self._parts[0]
        capital = first.model_copy(update={"text": first.text[:1].upper() + first.text[1:]})
        return Sentence(topic=self._topic, parts=(capital, *self._parts[1:]))


def date_text(iso: str) -> str:
    """Return a day in words, from its ISO form.

    Examples
    --------
    >>> date_text("2017-05-11")
    '11 May 2017'
    """
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def points_text(value: Fraction) -> str:
    """Return points to one decimal, with a true minus sign; never ``-0.0``."""
    rounded = round(value * 10) / 10 if value else 0.0
    text = f"{abs(float(rounded)):,.1f}"
    return f"−{text}" if rounded < 0 else text


def share_text(value: Fraction) -> str:
    """Return a share as whole per cent; what is not 0 is not shown as 0, nor 100 what is not."""
    if 0 < value < Fraction(1, 100):
        return "under 1 %"
    if Fraction(99, 100) < value < 1:
        return "over 99 %"
    return f"{round(value * 100)} %"


def sentences(
    case: Case,
    relation: RelationResult | None,
    offers: tuple[OffersResult, ...],
    agreement: AgreementResult,
    reach: ReachResult,
    judgements: JudgementsResult,
) -> tuple[Sentence, ...]:
    """Return the five sentences."""
    return (
        _relation(relation),
        _offers(case, offers, reach),
        _agreement(case, agreement),
        _reach(case, agreement, reach),
        _doubt(agreement, judgements),
    )


def _relation(result: RelationResult | None) -> Sentence:
    said = _Writer("relation", "relation")
    if result is None:
        return said.say(
            "The case has no chronology, so that where the relation stands cannot be said."
        ).end()
    now, then = result.latest, result.before
    said.say(f"In the twelve months to {date_text(now.last)} the chronology holds ")
    said.number(f"{now.cooperative}").say(" cooperative and ")
    said.number(f"{now.conflictual}").say(" conflictual acts, after ")
    said.number(f"{then.cooperative}").say(" and ")
    said.number(f"{then.conflictual}").say(" in the twelve months before; ")
    return said.say(
        "its events were selected by hand, so this counts a selection, not all that happened."
    ).end()


def _offers(case: Case, results: tuple[OffersResult, ...], reach: ReachResult) -> Sentence:
    said = _Writer("offers", "offers")
    if not results:
        said.say(
            "No agreement is an outside value, so that no option can be offered alone; with every "
            "obstacle lifted the most would be "
        )
        for place, (principal, value) in enumerate(reach.most.items()):
            said.say(" and " if place else "").number(points_text(value), "reach")
            said.say(f" points for {case.principals[principal].name}")
        return said.say(".").end()
    for place, result in enumerate(results):
        giver, taker = (case.principals[p].name for p in (result.giver, result.taker))
        said.say("; " if place else "")
        said.say(f"{giver} can bring {taker} at most ")
        _most(said, result, result.gift)
        said.say(" by moving alone and at most ")
        _most(said, result, result.most)
        said.say(" with a return")
    return said.say(".").end()


def _most(said: _Writer, result: OffersResult, found: MostResult | None) -> None:
    section = f"offers-{result.giver}-{result.taker}"
    if found is None:
        said.say("nothing")
        return
    said.number(f"{points_text(found.value)} points", section)


def _agreement(case: Case, result: AgreementResult) -> Sentence:
    said = _Writer("agreement", "agreement").say("Of ")
    said.number(f"{result.feasible:,}").say(" feasible packages ")
    said.number(f"{result.zone:,}")
    said.say(
        " would be accepted by both governments"
        if len(case.principals) == 2
        else " would be accepted by all governments"
    )
    said.say(" and by everyone whose assent it needs" if case.ratifiers else "")
    if not result.solutions:
        return said.say(": there is nothing to agree on.").end()
    nash = result.solutions["nash"].point
    if not result.open:
        said.say(", yet none gives every side more than nothing: the zone of agreement is not open")
        return said.say(".").end()
    said.say("; the zone of agreement is open, and its Nash package (")
    changed = [
        option_name(case, i, o) for i, o in nash.package.items() if o != case.issues[i].status_quo
    ]
    said.say("; ".join(changed[:SHOWN]))
    rest = len(changed) - SHOWN
    if rest > 0:
        said.say(" and ").number(f"{rest} more")
    said.say(") brings ")
    for place, (principal, gain) in enumerate(nash.gains.items()):
        said.say(" and " if place else "").say(f"{case.principals[principal].name} ")
        said.number(points_text(gain))
    return said.say(" points.").end()


def _reach(case: Case, agreement: AgreementResult, result: ReachResult) -> Sentence:
    said = _Writer("reach", "reach")
    if not agreement.open:
        said.say("How far it can go: ").number("0 %")
        said.say(", for no package is better than nothing for every side and acceptable to all")
    else:
        said.say("An agreement can bring every side at least ").number(share_text(result.j))
        said.say(
            " of the most it could have with every obstacle lifted, and no more for all at once"
        )
    worst = result.obstacles[0] if result.obstacles else None
    if worst is None:
        return said.say("; the case marks nothing as removable.").end()
    if worst.value == 0:
        said.say(
            "; lifting any one obstacle alone would not raise it, lifting all would raise it to "
        )
        return said.number(share_text(result.all_lifted)).say(".").end()
    said.say(f"; the obstacle that costs most by itself is {_named(case, worst.obstacle)}, ")
    said.say("without which it would be ").number(share_text(worst.j))
    return (
        said.say(", and without all of them ").number(share_text(result.all_lifted)).say(".").end()
    )


def _named(case: Case, place: str) -> str:
    name = place_name(case, place)
    return f"“{name}”" if name.endswith(".") else name


def _doubt(agreement: AgreementResult, result: JudgementsResult) -> Sentence:
    said = _Writer("judgements", "judgements")
    said.number(f"{result.judged:,}").say(" of ").number(f"{result.total:,}")
    said.say(" numbers of the case are judgements")
    if not result.moves:
        return said.say(", and none of them has a range to move in.").end()
    same = sum(move.open == agreement.open for move in result.moves)
    lowest = min(move.j for move in result.moves)
    highest = max(move.j for move in result.moves)
    said.say(
        f"; moved by one step, one at a time, they leave the zone "
        f"{'open' if agreement.open else 'not open'} in "
    )
    said.number(f"{same:,}").say(" of ").number(f"{len(result.moves):,}")
    said.say(" moves and how far it can go between ").number(share_text(lowest))
    said.say(" and ").number(share_text(highest))
    said.say("; all moved against agreement together, the zone is ")
    said.number("open" if result.against.open else "not open")
    return said.say(".").end()
