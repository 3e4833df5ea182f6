"""Whether what a text claims of a result is borne out, with the ranking that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from detente.case.case import Case
from detente.study.claims import ClaimResult, ClaimsResult
from detente.study.obstacles import CurveResult, ObstaclesResult
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import Writer, difference_text, inside, share_text

Verdict = Literal["borne out", "not borne out", "not settled"]

RANKED = 3
"""How many places of a ranking are told."""


def mean_spread(result: ScenariosResult) -> dict[str, Fraction]:
    """Return by how much each shock moves J on average over scenarios.

    The largest mean of J over the scenarios that hold one of its states, less the smallest.
    """
    found: dict[str, Fraction] = {}
    for shock in result.spread:
        means = [state.j for state in result.states if state.shock == shock]
        found[shock] = max(means) - min(means)
    return found


def ranked(spread: Mapping[str, Fraction]) -> list[str]:
    """Return the shocks that move anything, the one that moves most first."""
    return sorted((s for s, value in spread.items() if value), key=lambda s: -spread[s])


def by_fall(result: ObstaclesResult) -> list[tuple[Fraction, CurveResult]]:
    """Return the parties whose accepting less raises J, the least fall as a share first."""
    found = [(c.share, c) for c in result.curves if c.rises and c.share is not None]
    return sorted(found, key=lambda one: one[0])


def verdict_of(claim: ClaimResult, scenarios: ScenariosResult | None) -> Verdict | None:
    """Return the verdict on a claim that expects a result; ``None`` where it expects nothing.

    What moves J most from outside is settled only where the shocks taken alone and their means
    over scenarios put the same one first, or neither puts the one claimed first.
    """
    if claim.agrees is None:
        return None
    if claim.measure == "ceiling" and scenarios is not None:
        first = {tuple(ranked(s)[:1]) for s in (scenarios.spread, mean_spread(scenarios))}
        if len(first) > 1 and (str(claim.expects),) in first:
            return "not settled"
    return "borne out" if claim.agrees else "not borne out"


def borne_out(
    said: Writer,
    case: Case,
    claims: ClaimsResult,
    obstacles: ObstaclesResult,
    scenarios: ScenariosResult | None,
) -> None:
    """Say of each claim that expects a result whether it is so, and by which ranking."""
    for found in claims.claims:
        verdict = verdict_of(found, scenarios)
        if verdict is None:
            continue
        said.say(f"; the text's claim {found.number}, “{found.text.removesuffix('.')}”, is ")
        said.number(verdict, "claims").say(": ")
        if found.measure == "bottleneck":
            _parties(said, case, obstacles)
        else:
            _shocks(said, case, found, scenarios)


def _parties(said: Writer, case: Case, obstacles: ObstaclesResult) -> None:
    ranking = by_fall(obstacles)[:RANKED]
    if not ranking:
        said.say("no party's accepting less, alone, would let it go farther")
        return
    for place, (share, curve) in enumerate(ranking):
        name = inside(case.parties[curve.party].name)
        if place:
            said.say(f", then {name} by ").number(share_text(share), "bottleneck")
        else:
            said.say(f"the bottleneck is {name}, who would have to accept ")
            said.number(share_text(share), "bottleneck").say(" of its most less")
    if len(by_fall(obstacles)) == 1:
        said.say(", and no other party's accepting less, alone, would help")


def _shocks(
    said: Writer, case: Case, claim: ClaimResult, scenarios: ScenariosResult | None
) -> None:
    alone = ranked(scenarios.spread) if scenarios is not None else []
    if scenarios is None or not alone:
        said.say("no change of the outside world moves how far it can go")
        return
    means = mean_spread(scenarios)
    mean = ranked(means)
    said.say("the outside world can also change what they want; alone, ")
    wanted = str(claim.expects)
    _ranking(said, case, alone, scenarios.spread, wanted)
    said.say(" percentage points; on average over scenarios ")
    if mean[:1] == alone[:1]:
        said.say("likewise ")
    if mean:
        _ranking(said, case, mean, means, wanted)
        said.say(" percentage points")
    else:
        said.say("none does")


def _ranking(
    said: Writer, case: Case, order: list[str], spread: Mapping[str, Fraction], wanted: str
) -> None:
    """Say who moves it most, who comes next, and where the one claimed stands."""
    told = order[:2]
    if wanted in order and wanted not in told:
        told = [order[0], wanted]
    for place, shock in enumerate(told):
        name = inside(case.shocks[shock].name)
        said.say(f", {name} by " if place else f"{name} moves it most, by ")
        said.number(difference_text(spread[shock]), "scenarios")
