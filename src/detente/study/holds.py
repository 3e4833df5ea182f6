"""How often what the brief says holds: each of its sentences' claims, asked of every draw anew.

A claim is what a sentence says as judged, and in a draw it holds where the same is so by that
draw's numbers. Claims on events, scenarios, days and single judgements are not asked: they are not
about the present answer, or are about the ranges themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np

from detente.case.case import Case, Package
from detente.case.naming import place_name, possessive
from detente.negotiation.acceptability import acceptance
from detente.negotiation.bargaining import solutions
from detente.negotiation.compiler import answer
from detente.negotiation.drawn import Bools
from detente.negotiation.feasibility import called
from detente.negotiation.offers import controlled
from detente.negotiation.payoff import Payoffs, no_agreement
from detente.negotiation.question import Question, Row, choosable, obstacles, win_set, zone
from detente.negotiation.reach import how_far, is_open, most, reach
from detente.negotiation.redraw import Redraws
from detente.negotiation.redrawn import best_of, reach_drawn
from detente.solve.law import Floats
from detente.study.obstacles import ObstaclesResult
from detente.study.redrawn import Anew
from detente.study.redrawn_result import Held
from detente.study.robustness_share import quantiles_of, share_of
from detente.study.sentence_parts import inside, joined

NEARLY = 0.9
"""Part of what lifting every obstacle brings from which one of them brings nearly all of it."""

SMALL = 0.1
"""Part of what is missing to everything below which a rise is called small."""

CLOSE = 1e-9
"""Shares and points nearer than this are taken as equal."""

ASKS_NOBODY = "the Nash package needs nobody else’s assent"
"""What a Nash package is said to be that calls on no ratifier."""


def claims(
    payoffs: Payoffs, found: Anew, barred: ObstaclesResult | None = None
) -> tuple[Held, ...]:
    """Return what the brief's sentences claim, and in which share of the draws it holds.

    Parameters
    ----------
    payoffs
        The case, compiled with its modes.
    found
        Draws of it answered anew, the outside world as it is now.
    barred
        What stands in the way as judged; without it nothing is asked of obstacles.

    Examples
    --------
    >>> from detente.negotiation.draws import draw
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.study.redrawn import anew
    >>> from detente.testing import two_issue_case
    >>> case = two_issue_case()
    >>> [one.says for one in claims(compile_case(case), anew(draw(case, 9))) if one.holds][:1]
    ['an agreement is possible']
    """
    return (
        *_offers(payoffs, found),
        *_agreement(payoffs, found),
        *_reach(payoffs, found, barred),
    )


def _offers(payoffs: Payoffs, found: Anew) -> Iterator[Held]:
    case = payoffs.case
    if case.no_agreement == "outside":
        return
    for giver in case.principals:
        for taker in case.principals:
            if giver == taker:
                continue
            asked = [_returned(case, giver, taker), _gift(case, giver, taker)]
            judged = [answer(payoffs, question) for question in asked]
            values = [points[0].values[0] if points else None for points in judged]
            if values[0] is None:
                continue
            most_found = np.concatenate(
                [
                    best_of(
                        redraws, asked[0], known, acceptance(redraws.drawn, known).accepted[giver]
                    )
                    for known in (judged[0][0].package,)
                    for redraws, _ in found.parts
                ]
            )
            gift_found = np.concatenate([_values(redraws, asked[1]) for redraws, _ in found.parts])
            names = [inside(case.principals[p].name) for p in (giver, taker)]
            told = f"what {names[0]} could bring {names[1]} at most, with a return"
            reached = most_found[~np.isnan(most_found)]
            if len(reached):  # else the win-set is empty in every draw
                yield Held(topic="offers", says=told, between=quantiles_of(reached))
            if values[1] is not None and values[0] > values[1]:
                held = most_found > gift_found + CLOSE
                says = f"with a return {names[0]} could bring {names[1]} more than without one"
                yield Held(topic="offers", says=says, holds=share_of(held))


def _returned(case: Case, giver: str, taker: str) -> Question:
    whole = win_set(case, giver)
    return Question((Row(taker),), whole.consent, whole.reserves)


def _gift(case: Case, giver: str, taker: str) -> Question:
    held = no_agreement(case)
    allowed = {i: (held[i], *options) for i, options in controlled(case, giver).items()}
    return Question((Row(taker),), consent=(giver,), allowed=allowed)


def _values(redraws: Redraws, question: Question) -> Floats:
    """Return a single row's best value in every draw, nan where there is none: (n,)."""
    answers = redraws.answer(question)
    best = np.full(len(redraws), np.nan)
    best[answers.any] = answers.points[answers.starts[:-1][answers.any], 0]
    return best


def _agreement(payoffs: Payoffs, found: Anew) -> Iterator[Held]:
    case, every = payoffs.case, found.outcomes
    points = answer(payoffs, zone(case))
    opened = np.array([one.open for one in every])
    if not is_open(points):
        yield Held(topic="agreement", says="no agreement is possible", holds=share_of(~opened))
        return
    yield Held(topic="agreement", says="an agreement is possible", holds=share_of(opened))
    reserves = tuple(payoffs.reserve[p] for p in case.principals)
    nash = solutions(points, reserves)["nash"].point.package
    chosen = [one.solutions["nash"].point.package if one.solutions else None for one in every]
    same = np.array([package == nash for package in chosen])
    says = "this very package is the one with the largest product of gains"
    yield Held(topic="agreement", says=says, holds=share_of(same))
    if case.ratifiers:
        asked = _asked(case, nash)
        held = np.array([p is not None and _asked(case, p) == asked for p in chosen])
        who = joined([inside(case.ratifiers[name].name) for name in asked]) if asked else ""
        says = f"the Nash package needs the assent of {who}" if asked else ASKS_NOBODY
        yield Held(topic="agreement", says=says, holds=share_of(held))
    for issue in _closed(payoffs):
        question = _moving(case, issue)
        held = ~np.concatenate([redraws.answer(question).any for redraws, _ in found.parts])
        name = inside(case.issues[issue].name)
        says = f"no package that all accept moves {name}"
        yield Held(topic="agreement", says=says, holds=share_of(held))
    gains = zip(
        *(one.solutions["nash"].point.values for one in every if one.solutions), strict=True
    )
    for principal, column in zip(case.principals, gains, strict=False):
        yield Held(
            topic="agreement",
            says=f"{possessive(case.principals[principal].name)} gain from the Nash package",
            between=quantiles_of(np.array([float(value) for value in column])),
        )


def _asked(case: Case, package: Package) -> tuple[str, ...]:
    return tuple(name for p in case.principals for name in called(case, package, p))


def _closed(payoffs: Payoffs) -> list[str]:
    """Return the issues that no package of the zone moves, though principals could choose to."""
    case = payoffs.case
    return [
        issue
        for issue, element in case.issues.items()
        if element.status_quo is not None
        and len(choosable(case, issue)) > 1
        and not answer(payoffs, _moving(case, issue))
    ]


def _moving(case: Case, issue: str) -> Question:
    """Return the question for a package of the zone that moves an issue."""
    whole = zone(case)
    moved = tuple(o for o in choosable(case, issue) if o != case.issues[issue].status_quo)
    return Question(whole.maximise[:1], whole.consent, whole.reserves, {issue: moved})


def _reach(payoffs: Payoffs, found: Anew, barred: ObstaclesResult | None) -> Iterator[Held]:
    case, every = payoffs.case, found.outcomes
    j = np.array([float(one.j) for one in every])
    yield Held(
        topic="reach",
        says="how far it can go: the share of its most that every side can have",
        between=quantiles_of(j),
        share=True,
    )
    tops = most(payoffs)
    base, _ = how_far(answer(payoffs, zone(case)), tops)
    everything = frozenset(obstacles(case))
    if not everything:
        return
    rise = reach(payoffs, tops, everything, base) - base
    lifted = _lifted(found, everything) - j
    if rise and rise < Fraction(SMALL) * (1 - base):
        says = (
            "what limits them is what they want: lifting every obstacle would bring less than a "
            "tenth of what is missing"
        )
        yield Held(topic="reach", says=says, holds=share_of(lifted < SMALL * (1 - j)))
    if not rise or barred is None or not barred.obstacles:
        return
    first = barred.obstacles[0]
    part = NEARLY if first.alone >= Fraction(NEARLY) * rise else 0.5
    if first.alone < Fraction(part) * rise:
        return
    alone = _lifted(found, frozenset({first.obstacle})) - j
    held: Bools = (lifted > CLOSE) & (alone >= part * lifted - CLOSE)
    much = "nine tenths" if part == NEARLY else "half"
    says = (
        f"lifting {inside(place_name(case, first.obstacle))} alone would bring at least {much} of "
        "what lifting every obstacle would"
    )
    yield Held(topic="reach", says=says, holds=share_of(held))


def _lifted(found: Anew, lifted: frozenset[str]) -> Floats:
    """Return J in every draw with some obstacles lifted."""
    parts: Sequence[Floats] = [
        reach_drawn(redraws, tops, lifted, [one.j for one in outcomes])
        for (redraws, outcomes), tops in zip(found.parts, found.tops, strict=True)
    ]
    return np.concatenate(parts)
