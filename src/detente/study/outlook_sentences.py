"""Sentences on what lies beyond the present: scenarios, and what waiting costs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from detente.case.case import Case
from detente.case.naming import option_name
from detente.study.claims import ClaimsResult
from detente.study.drift import DayResult, DriftResult
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import (
    Sentence,
    Writer,
    date_text,
    difference_text,
    inside,
    points_text,
    share_text,
)

MOVED = Fraction(1, 100)
"""Least change of J that a sentence on past dates tells."""


def scenario_sentence(
    case: Case, result: ScenariosResult, claims: ClaimsResult | None = None
) -> Sentence:
    """Say how probable an agreement is by three bars, and what to choose before it is known.

    What moves it most is left out where a claim has asked for it: it has been said then.
    """
    said = Writer("scenarios", "scenarios")
    days = [shock.by.isoformat() for shock in case.shocks.values() if shock.by is not None]
    by = f" by {date_text(max(days))}" if days else ""
    if result.open == 1:
        said.say("In each of the ").number(f"{len(result.scenarios):,}")
        said.say(f" scenarios that the case describes an agreement is possible{by}")
    else:
        said.say(f"An agreement is possible{by} with a probability of ")
        said.number(share_text(result.open))
    said.say(" (agreed, that is, not yet carried out)")
    if result.open:
        _bars(said, case, result)
    asked = claims is not None and any(
        c.measure == "ceiling" and c.agrees is not None for c in claims.claims
    )
    if result.ceiling is not None and not asked:
        name = inside(case.shocks[result.ceiling].name)
        said.say(f"; what by itself moves most how far it can go is {name}, by ")
        said.number(difference_text(result.spread[result.ceiling]))
        said.say(" percentage points from its worst state to its best")
    choice = result.choice
    if choice is None:
        return said.say("; no package is acceptable in any scenario.").end()
    said.say("; of packages fixed before it is known what comes, the one with the largest product ")
    said.say("of expected gains holds: ")
    named = [option_name(case, issue, option) for issue, option in choice.package.items()]
    said.names(named or ["nothing new"], "ex-ante")
    said.say("; it would be accepted ")
    if choice.acceptance == 1:
        said.say("in every scenario")
    else:
        said.say("with a probability of ").number(share_text(choice.acceptance), "ex-ante")
    said.say(" and bring, on average, ")
    for place, (principal, value) in enumerate(choice.expected.items()):
        said.say(" and " if place else "").say(f"{inside(case.principals[principal].name)} ")
        said.number(points_text(value), "ex-ante")
    return said.say(" points.").end()


def _bars(said: Writer, case: Case, result: ScenariosResult) -> None:
    """Say how probable it is that more than the smallest step can be agreed."""
    said.say(", a low bar: the smallest step that all accept counts; one with a measure that ")
    said.say("leaders decide is possible with a probability of ")
    said.number(share_text(result.open_leaders))
    if case.ratifiers:
        said.say(", one that needs the assent of a parliament, a public or another such body with ")
        said.number(share_text(result.open_called))


def drift_sentence(case: Case, result: DriftResult) -> Sentence:
    """Say how the answer has moved up to the case's date, and until when waiting pays each."""
    said = Writer("drift", "drift")
    first = result.days[0]
    now = next(found for found in result.days if found.day == result.as_of)
    later = [found for found in result.days if found.day > result.as_of]
    moved = abs(now.standing.j - first.standing.j) >= MOVED
    if moved:
        said.say(
            f"As of {date_text(first.day)} the best-balanced agreement gave each side at least "
        )
        said.number(share_text(first.standing.j)).say(" of its largest possible gain today, ")
        said.say(f"as of {date_text(now.day)} ").number(share_text(now.standing.j))
    if later:
        said.say("; " if moved else "").say("in" if moved else "In")
        said.say(" the world as it stands, waiting ")
        for place, principal in enumerate(now.standing.baseline):
            said.say("; it " if place else "")
            _waiting(said, inside(case.principals[principal].name), principal, later)
    elif not moved:
        said.say(f"From {date_text(first.day)} to {date_text(now.day)} how far it can go moved by ")
        said.say("less than ").number("1").say(" percentage point")
    return said.say(".").end()


def _waiting(said: Writer, name: str, principal: str, later: Sequence[DayResult]) -> None:
    """Say from when to when waiting pays one side, and from when on it costs it."""
    runs = [
        (sign, [*days])
        for sign, days in groupby(later, lambda day: _sign(day.delay.get(principal, Fraction(0))))
    ]
    for place, (sign, days) in enumerate(runs):
        said.say(", and " if place else "")
        who = "it" if place else name
        verb = {-1: f"brings {who} ", 0: f"costs {who} ", 1: f"costs {who} "}[sign]
        said.say(verb)
        if sign:
            costs = [abs(day.delay[principal]) for day in days]
            _range(said, costs)
        else:
            said.say("nothing")
        said.say(f" {_when(days, place, len(runs))}")


def _range(said: Writer, costs: Sequence[Fraction]) -> None:
    low, high = points_text(min(costs)), points_text(max(costs))
    if low != high:
        said.number(low).say(" to ")
    said.number(high).say(" points")


def _when(days: Sequence[DayResult], place: int, runs: int) -> str:
    first, last = date_text(days[0].day), date_text(days[-1].day)
    if place == runs - 1 and place:
        return f"from {first} on"
    if place:
        return f"from {first} to {last}"
    return f"until {last}"


def _sign(value: Fraction) -> int:
    shown = points_text(value)
    return 0 if shown == points_text(Fraction(0)) else (-1 if value < 0 else 1)
