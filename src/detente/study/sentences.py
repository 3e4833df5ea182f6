"""The answer in a few sentences, each built from results and carrying its numbers."""

from __future__ import annotations

from fractions import Fraction

from detente.case.case import Case
from detente.case.naming import moves, option_name, place_name, possessive
from detente.study.agreement import AgreementResult
from detente.study.claims import ClaimsResult
from detente.study.drift import DriftResult
from detente.study.judgements import JudgementsResult
from detente.study.obstacles import ObstaclesResult
from detente.study.offers import MostResult, OffersResult
from detente.study.outlook_sentences import borne_out, drift_sentence, scenario_sentence
from detente.study.reach import ReachResult
from detente.study.relation import RelationResult
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import (
    MONTHS,
    Part,
    Sentence,
    Writer,
    date_text,
    points_text,
    quoted,
    share_text,
    signed_text,
)

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

SHOWN = 6
"""Options named in a sentence before the rest are counted."""


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
) -> tuple[Sentence, ...]:
    """Return five sentences, one more on scenarios and one on dates where the case has them.

    Each part that is a number names the section of the brief that shows how it came about.
    """
    outlook = []
    if scenarios is not None:
        outlook.append(scenario_sentence(case, scenarios, claims))
    if drift is not None:
        outlook.append(drift_sentence(case, drift))
    return (
        _relation(relation),
        _offers(case, offers, reach),
        _agreement(case, agreement),
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
        giver, taker = (case.principals[p].name for p in (result.giver, result.taker))
        pair = f"{result.giver}.{result.taker}"
        if place:
            said.say(f"; {giver}, likewise, could bring {taker} ")
            _most(said, giver, result.gift, f"gift-{pair}")
            said.say(" and ")
        else:
            said.say(f"By its own moves alone, whatever they cost it, {giver} could bring {taker} ")
            said.say("at most ")
            _most(said, giver, result.gift, f"gift-{pair}")
            said.say(f"; in a package that {giver} and those whose assent it needs would accept, ")
            said.say("at most ")
        _most(said, giver, result.most, f"most-{pair}")
    return said.say(".").end()


def _most(said: Writer, giver: str, found: MostResult | None, section: str) -> None:
    if found is None:
        said.say("nothing")
        return
    said.number(f"{points_text(found.value)} points", section)
    said.say(f" ({possessive(giver)} own gain ")
    said.number(signed_text(found.own), section).say(")")


def _agreement(case: Case, result: AgreementResult) -> Sentence:
    said = Writer("agreement", "agreement")
    everyone = "both governments" if len(case.principals) == 2 else "all governments"
    everyone += " and everyone whose assent it needs" if case.ratifiers else ""
    if not result.solutions:
        said.say("Of ").number(f"{result.feasible:,}").say(" feasible packages ").number("0")
        return said.say(f" would be accepted by {everyone}, not even no agreement.").end()
    if not result.open:
        said.say("The zone of agreement is not open: of ").number(f"{result.feasible:,}")
        said.say(" feasible packages ").number(f"{result.zone:,}")
        said.say(f" would be accepted by {everyone}, and each leaves some side without a gain")
        return said.say(".").end()
    nash = result.solutions["nash"].point
    changed = [option_name(case, i, o) for i, o in moves(case, nash.package).items()]
    said.say(
        f"The zone of agreement is open: {everyone} would accept packages that give each side "
    )
    said.say("a gain, and the one with the largest product of gains above the reserves (Nash) ")
    said.say("holds: ")
    said.say("; ".join(changed[:SHOWN]))
    rest = len(changed) - SHOWN
    if rest > 0:
        said.say("; and ").number(f"{rest} more", "package-nash")
    said.say("; and brings ")
    for place, (principal, gain) in enumerate(nash.gains.items()):
        said.say(" and " if place else "").say(f"{case.principals[principal].name} ")
        said.number(points_text(gain), "package-nash")
    return said.say(" points.").end()


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
        said.number(share_text(result.j)).say(" of its own largest possible gain (")
        for place, (principal, value) in enumerate(result.most.items()):
            said.say(", " if place else "").say(f"{case.principals[principal].name} ")
            said.number(points_text(value))
        said.say(" points, every obstacle lifted), and none gives every side a larger share")
    _way(said, case, result, obstacles)
    if claims is not None:
        borne_out(said, case, claims, obstacles, scenarios)
    return said.say(".").end()


def _way(said: Writer, case: Case, result: ReachResult, obstacles: ObstaclesResult) -> None:
    """Say what stands in the way: what costs most by itself, and when all share the cost."""
    costly = [found for found in result.obstacles if found.value > 0]
    if not result.obstacles:
        said.say("; the case marks nothing as removable")
        return
    if not costly:
        said.say("; lifting any one obstacle alone would not raise it")
        if result.all_lifted == result.j:
            said.say(", nor would lifting all")
            return
        said.say(", lifting all would raise it to ")
        said.number(share_text(result.all_lifted), "obstacles")
    else:
        said.say("; the obstacle that costs most by itself is ")
        said.say(f"{_named(case, costly[0].obstacle)}, without which it would be ")
        said.number(share_text(costly[0].j), "obstacles")
        if len(costly) > 1:
            said.say(f", then {_named(case, costly[1].obstacle)} (")
            said.number(share_text(costly[1].j), "obstacles").say(")")
        said.say("; without any obstacle, ")
        said.number(share_text(result.all_lifted), "obstacles")
    largest = obstacles.obstacles[0]
    if len(obstacles.obstacles) > 1 and largest.shapley:
        rise = result.all_lifted - result.j
        said.say("; of that rise, shared out among the obstacles, the largest part, ")
        said.number(share_text(largest.shapley / rise), "obstacles")
        said.say(f", is owed to {_named(case, largest.obstacle)}")


def _named(case: Case, place: str) -> str:
    return quoted(place_name(case, place))


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
    said.number(f"{len(result.moves):,}", "moves").say(" moves in all, ")
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
