"""The answer in a few sentences, each built from results and carrying its numbers."""

from __future__ import annotations

from fractions import Fraction

from detente.case.case import Case
from detente.case.naming import place_name, possessive
from detente.study.agreement import AgreementResult
from detente.study.agreement_sentence import agreement_sentence
from detente.study.blocks import BlocksResult
from detente.study.claims import ClaimsResult
from detente.study.drift import DriftResult
from detente.study.judgements import JudgementsResult
from detente.study.obstacles import ObstaclesResult
from detente.study.offers import OffersResult
from detente.study.outlook_sentences import drift_sentence, scenario_sentence
from detente.study.reach import ReachResult
from detente.study.relation import RelationResult
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import (
    MONTHS,
    Part,
    Sentence,
    Writer,
    date_text,
    difference_text,
    inside,
    points_text,
    share_text,
    signed_text,
)
from detente.study.sequence_result import Way
from detente.study.sequence_sentence import sequence_sentence
from detente.study.verdicts import borne_out
from detente.study.window_result import WindowResult
from detente.study.window_sentence import window_sentence

__all__ = [
    "MONTHS",
    "Part",
    "Sentence",
    "date_text",
    "points_text",
    "sentences",
    "share_text",
    "signed_text",
]

SMALL = Fraction(1, 10)
"""Part of what is missing to everything below which a rise is called small."""

MOST = Fraction(9, 10)
"""Part of the rise from which an obstacle accounts for nearly all of it."""


def sentences(
    case: Case,
    relation: RelationResult | None,
    offers: tuple[OffersResult, ...],
    agreement: AgreementResult,
    reach: ReachResult,
    judgements: JudgementsResult,
    obstacles: ObstaclesResult,
    scenarios: ScenariosResult | None = None,
    drift: DriftResult | None = None,
    claims: ClaimsResult | None = None,
    blocks: BlocksResult | None = None,
    window: WindowResult | None = None,
    sequence: Way | None = None,
) -> tuple[Sentence, ...]:
    """Return five sentences, and one on each part of the outlook that the case has.

    Each part that is a number names the section of the brief that shows how it came about.
    """
    outlook = []
    if scenarios is not None:
        outlook.append(scenario_sentence(case, scenarios, claims))
    if drift is not None:
        outlook.append(drift_sentence(case, drift))
    if window is not None:
        outlook.append(window_sentence(case, window))
    if sequence is not None:
        outlook.append(sequence_sentence(case, sequence))
    return (
        _relation(relation),
        _offers(case, offers, reach),
        agreement_sentence(case, agreement, blocks),
        _reach(case, agreement, reach, obstacles, scenarios, claims),
        *outlook,
        _doubt(agreement, judgements),
    )


def _relation(result: RelationResult | None) -> Sentence:
    said = Writer("relation", "relation")
    if result is None:
        return said.say(
            "The case has no chronology, so that where the relation stands cannot be said."
        ).end()
    now, then = result.latest, result.before
    said.say(f"In the twelve months to {date_text(now.last)} the chronology holds ")
    said.number(f"{now.cooperative}").say(" cooperative and ")
    said.number(f"{now.conflictual}").say(" conflictual acts, protests included, after ")
    said.number(f"{then.cooperative}").say(" and ").number(f"{then.conflictual}")
    said.say(" in the twelve months before")
    totals = [year.cooperative + year.conflictual for year in (then, now)]
    if all(totals):
        said.say(": the share of cooperation went from ")
        said.number(share_text(Fraction(then.cooperative, totals[0]))).say(" to ")
        said.number(share_text(Fraction(now.cooperative, totals[1])))
    return said.say(
        "; the events were selected by hand, so this measures a selection, not all that happened."
    ).end()


def _offers(case: Case, results: tuple[OffersResult, ...], reach: ReachResult) -> Sentence:
    said = Writer("offers", "offers")
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
        giver, taker = (inside(case.principals[p].name) for p in (result.giver, result.taker))
        if place:
            said.say(f"; {giver}, likewise, could bring {taker} ")
        else:
            said.say(f"In a package that {giver} and those whose assent it needs would accept, ")
            said.say(f"{giver} could bring {taker} at most ")
        _most(said, giver, result)
    return said.say(".").end()


def _most(said: Writer, giver: str, result: OffersResult) -> None:
    """Say the most one side can bring another with a return; in brackets, moving alone."""
    pair = f"{result.giver}.{result.taker}"
    most, gift = result.most, result.gift
    if most is None:
        said.say("nothing (")
    else:
        said.number(f"{points_text(most.value)} points", f"most-{pair}")
        said.say(f" ({possessive(giver)} own gain ")
        said.number(signed_text(most.own), f"most-{pair}").say("; ")
    said.say("by its own moves alone, whatever they cost it, ")
    if gift is None:
        said.say("nothing)")
        return
    said.number(points_text(gift.value), f"gift-{pair}").say(", at its own gain of ")
    said.number(signed_text(gift.own), f"gift-{pair}").say(")")


def _reach(
    case: Case,
    agreement: AgreementResult,
    result: ReachResult,
    obstacles: ObstaclesResult,
    scenarios: ScenariosResult | None,
    claims: ClaimsResult | None,
) -> Sentence:
    said = Writer("reach", "reach")
    if not agreement.open:
        said.say("How far it can go: ").number("0 %")
        said.say(", for no package acceptable to all gives every side a gain")
    else:
        said.say("The best-balanced agreement gives each side at least ")
        said.number(share_text(result.j, 1)).say(" of its own largest possible gain (")
        for place, (principal, value) in enumerate(result.most.items()):
            said.say(", " if place else "").say(f"{inside(case.principals[principal].name)} ")
            said.number(points_text(value))
        said.say(" points, every obstacle lifted), and none gives every side a larger share")
    _way(said, case, result, obstacles)
    if claims is not None:
        borne_out(said, case, claims, obstacles, scenarios)
    return said.say(".").end()


def _way(said: Writer, case: Case, result: ReachResult, obstacles: ObstaclesResult) -> None:
    """Say what stands in the way: how much lifting everything would bring, and what of it most."""
    if not result.obstacles:
        said.say("; the case marks nothing as removable")
        return
    rise = result.all_lifted - result.j
    if not rise:
        said.say("; lifting every obstacle would not raise it")
        _wants(said)
        return
    said.say("; lifting every obstacle would raise this from ")
    said.number(share_text(result.j, 1)).say(" to ")
    said.number(share_text(result.all_lifted, 1), "obstacles")
    _owed(said, case, rise, obstacles)
    if not any(found.value > 0 for found in result.obstacles):
        said.say("; lifting any one of them alone would not raise it")
    if rise < SMALL * (1 - result.j):
        _wants(said)


def _owed(said: Writer, case: Case, rise: Fraction, obstacles: ObstaclesResult) -> None:
    """Say how much of the rise its dearest obstacle brings, shared out where there are several."""
    largest = obstacles.obstacles[0]
    owed = rise if len(obstacles.obstacles) == 1 else largest.shapley
    if not owed:
        return
    name = inside(place_name(case, largest.obstacle))
    if owed == rise:
        said.say(", all of it (").number(difference_text(rise), "obstacles")
        said.say(f" percentage points) by {name}")
        return
    part = "nearly all of it" if owed >= MOST * rise else "the largest part of it"
    said.say(f", {part} (").number(difference_text(owed), "obstacles").say(" of ")
    said.number(difference_text(rise), "obstacles").say(f" percentage points) by {name}")


def _wants(said: Writer) -> None:
    said.say("; what limits them is what they want, not what binds them")


def _doubt(agreement: AgreementResult, result: JudgementsResult) -> Sentence:
    said = Writer("judgements", "judgements")
    said.number(f"{result.judged:,}").say(" of ").number(f"{result.total:,}")
    said.say(" numbers of the case are judgements")
    if not result.moves:
        return said.say(", and none of them has a range to move in.").end()
    possible = sum(move.open for move in result.moves)
    same = sum(move.same_nash for move in result.moves)
    shares = [move.j for move in result.moves]
    said.say("; each moved alone to an end of its range (a code by one), ")
    said.number(f"{len(result.moves):,}", "moves").say(" moves in all")
    if len(result.moves) < 2 * result.judged:
        said.say(" (fewer than two a number: one at an end of its range or scale moves one way, ")
        said.say("one without a range or on what is outside this answer not at all)")
    said.say(", ")
    if not agreement.open:
        said.say("an agreement becomes possible in ").number(f"{possible:,}", "moves")
        said.say(" of them; all moved in its favour together, it ")
        said.number("becomes possible" if result.favour.open else "stays impossible", "moves")
        return said.say(".").end()
    said.say("an agreement stays possible in ").number(f"{possible:,}", "moves")
    said.say(", the Nash package stays the same in ").number(f"{same:,}", "moves")
    said.say(", and the share each side can have runs from ")
    said.number(share_text(min(shares)), "moves").say(" to ")
    said.number(share_text(max(shares)), "moves")
    said.say("; all moved against it together, it ")
    said.number("stays possible" if result.against.open else "is no longer possible", "moves")
    return said.say(".").end()
