"""Drift: how the answer moves from date to date, and what waiting costs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.preference import weights
from detente.case.situation import in_force
from detente.negotiation.question import zone
from detente.negotiation.reach import most
from detente.negotiation.situations import Situations
from detente.negotiation.together import prepare
from detente.study.standing import Standing, standing


class DayResult(Result):
    """The case as of one day.

    Attributes
    ----------
    day
        The day, as ``YYYY-MM-DD``.
    entries
        Dated entries that hold on it.
    standing
        How the case stands.
    weights
        Swing weights of each principal and ratifier by issue, in points.
    reserves
        Reserves of each principal and ratifier.
    delay
        For days from the case's own on: what having waited until then costs each principal; the
        Nash gain forgone plus the fall of its baseline.
    """

    day: str
    entries: tuple[str, ...]
    standing: Standing
    weights: dict[str, dict[str, Exact]]
    reserves: dict[str, Exact]
    delay: dict[str, Exact]


class DriftResult(Result):
    """How the answer moves over the days at which the case says that something changes.

    Attributes
    ----------
    as_of
        The case's own day; it is one of ``days``.
    days
        In order.
    moved
        For each principal and ratifier, the issues whose weight differs between the first and
        the last day up to ``as_of``: ``{party: {issue: change}}``.
    """

    as_of: str
    days: tuple[DayResult, ...]
    moved: dict[str, dict[str, Exact]]
    provenance: Provenance


def drift(
    case: Case, input_hash: str = "", situations: Situations | None = None
) -> DriftResult | None:
    """Answer how the answer moves over time; ``None`` for a case without dated entries.

    Parameters
    ----------
    case
        A consistent case.
    input_hash
        SHA-256 of the files read.
    situations
        Situations of the case that are compiled already, or will be asked for again.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    if not case.dated:
        return None
    known = situations or Situations(case)
    tops = most(known.world({}))
    then = [known.on(day, {}) for day in days_of(case)]
    prepare((payoffs, zone(payoffs.case)) for payoffs in then)
    days = [_day(known, day, tops) for day in days_of(case)]
    now = next(found for found in days if found.day == case.as_of.isoformat())
    return DriftResult(
        as_of=case.as_of.isoformat(),
        days=tuple(_delayed(found, now) for found in days),
        moved=_moved(days[0], now),
        provenance=Provenance(method="drift", input_hash=input_hash),
    )


def days_of(case: Case) -> tuple[date, ...]:
    """Return the days at which something changes by the case's dated entries, and its own."""
    found = {case.as_of}
    for entry in case.dated.values():
        found.add(entry.from_)
        if entry.until is not None:
            found.add(entry.until)
    return tuple(sorted(found))


def _day(known: Situations, day: date, tops: dict[str, Fraction]) -> DayResult:
    payoffs = known.on(day, {})
    then = payoffs.case
    return DayResult(
        day=day.isoformat(),
        entries=in_force(known.case, day),
        standing=standing(payoffs, tops),
        weights={party: dict(weights(then, party, payoffs.values)) for party in then.parties},
        reserves=dict(payoffs.reserve),
        delay={},
    )


def _delayed(found: DayResult, now: DayResult) -> DayResult:
    if found.day < now.day:
        return found
    return found.model_copy(
        update={
            "delay": {
                p: _gain(now, p)
                - _gain(found, p)
                + now.standing.baseline[p]
                - found.standing.baseline[p]
                for p in now.standing.baseline
            }
        }
    )


def _gain(found: DayResult, principal: str) -> Fraction:
    nash = found.standing.nash
    return nash.gains[principal] if nash is not None else Fraction(0)


def _moved(first: DayResult, now: DayResult) -> dict[str, dict[str, Exact]]:
    moved: dict[str, dict[str, Exact]] = {}
    for party, before in first.weights.items():
        after = now.weights.get(party, {})
        changes = {i: after[i] - w for i, w in before.items() if i in after and after[i] != w}
        if changes:
            moved[party] = changes
    return moved
