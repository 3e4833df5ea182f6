"""Sentences on what lies beyond the present: scenarios, waiting, and what the text had claimed."""

from __future__ import annotations

from detente.case.case import Case
from detente.case.naming import option_name
from detente.study.claims import ClaimResult, ClaimsResult
from detente.study.drift import DriftResult
from detente.study.obstacles import ObstaclesResult
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import (
    Sentence,
    Writer,
    date_text,
    points_text,
    share_text,
)

NAMED = 6
"""Options of a package that are named before the rest are counted."""


def borne_out(
    said: Writer,
    case: Case,
    claims: ClaimsResult,
    obstacles: ObstaclesResult,
    scenarios: ScenariosResult | None,
) -> None:
    """Say of each claim that expects a result whether it is so, and what the result is."""
    for found in claims.claims:
        if found.agrees is None:
            continue
        said.say(f"; the text's claim {found.number}, “{found.text.removesuffix('.')}”, is ")
        said.number("borne out" if found.agrees else "not borne out", "claims")
        said.say(": ")
        _found(said, case, found, obstacles, scenarios)


def _found(
    said: Writer,
    case: Case,
    claim: ClaimResult,
    obstacles: ObstaclesResult,
    scenarios: ScenariosResult | None,
) -> None:
    """Say what the result is that a claim had expected to be something."""
    if claim.measure == "bottleneck":
        curve = next((c for c in obstacles.curves if c.party == obstacles.bottleneck), None)
        if curve is None or curve.share is None:
            said.say("no one party's accepting less would let it go farther")
            return
        said.say(f"the bottleneck is {case.parties[curve.party].name}, which would have to accept ")
        said.number(share_text(curve.share), "bottleneck").say(" of its most less")
        return
    ceiling = scenarios.ceiling if scenarios is not None else None
    if scenarios is None or ceiling is None:
        said.say("no change of the outside world moves how far it can go")
        return
    said.say(f"what moves it most from outside is {case.shocks[ceiling].name}, by ")
    said.number(share_text(scenarios.spread[ceiling]), "scenarios")


def scenario_sentence(
    case: Case, result: ScenariosResult, claims: ClaimsResult | None = None
) -> Sentence:
    """Say how probable an agreement is, and what to choose before it is known what comes.

    What moves it most is left out where a claim has asked for it: it has been said then.
    """
    said = Writer("scenarios", "scenarios")
    days = [shock.by.isoformat() for shock in case.shocks.values() if shock.by is not None]
    said.say(f"By {date_text(max(days))} an" if days else "An")
    said.say(" agreement is possible with a probability of ").number(share_text(result.open))
    asked = claims is not None and any(
        c.measure == "ceiling" and c.agrees is not None for c in claims.claims
    )
    if result.ceiling is not None and not asked:
        said.say(f"; what moves it most from outside is {case.shocks[result.ceiling].name}, by ")
        said.number(share_text(result.spread[result.ceiling]))
        said.say(" from its worst state to its best")
    choice = result.choice
    if choice is None:
        return said.say("; no package is acceptable in any scenario.").end()
    named = [option_name(case, issue, option) for issue, option in choice.package.items()]
    said.say("; of packages fixed before it is known what comes, the one with the largest product ")
    said.say("of expected gains holds: ").say("; ".join(named[:NAMED]) or "nothing new")
    if len(named) > NAMED:
        said.say("; and ").number(f"{len(named) - NAMED} more", "ex-ante")
    said.say("; it would be accepted with a probability of ")
    said.number(share_text(choice.acceptance), "ex-ante").say(" and bring, on average, ")
    for place, (principal, value) in enumerate(choice.expected.items()):
        said.say(" and " if place else "").say(f"{case.principals[principal].name} ")
        said.number(points_text(value), "ex-ante")
    return said.say(" points.").end()


def drift_sentence(case: Case, result: DriftResult) -> Sentence:
    """Say how the answer has moved up to the case's date, and what waiting would cost."""
    said = Writer("drift", "drift")
    first, last = result.days[0], result.days[-1]
    now = next(found for found in result.days if found.day == result.as_of)
    if first.day < now.day:
        said.say(
            f"As of {date_text(first.day)} the best-balanced agreement gave each side at least "
        )
        said.number(share_text(first.standing.j)).say(" of its largest possible gain today, ")
        said.say(f"as of {date_text(now.day)} ")
        said.number(share_text(now.standing.j))
        if last.day > now.day:
            said.say(", and ")
    if last.day > now.day:
        if first.day == now.day:
            said.say("the best-balanced agreement gives each side at least ")
            said.number(share_text(now.standing.j)).say(" of its largest possible gain now, and ")
        said.number(share_text(last.standing.j)).say(" is to be expected as of ")
        said.say(f"{date_text(last.day)}; waiting until then would cost ")
        for place, (principal, value) in enumerate(last.delay.items()):
            said.say(" and " if place else "").say(f"{case.principals[principal].name} ")
            said.number(points_text(value))
        said.say(" points")
    return said.say(".").end()
