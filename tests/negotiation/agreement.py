"""Every answer of the engine beside the oracle's, on one case: used by the agreement tests."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from detente import testing as oracle
from detente.case.case import Case
from detente.negotiation import offers as engine_offers
from detente.negotiation.bargaining import solutions
from detente.negotiation.compiler import answer, count
from detente.negotiation.frontier import frontiers
from detente.negotiation.payoff import Payoffs, compile_case, no_agreement
from detente.negotiation.question import (
    Lifted,
    Point,
    feasible,
    obstacles,
    win_set,
    zone,
)
from detente.negotiation.reach import how_far, is_open, most


def _engine_points(
    points: Iterable[Point],
) -> list[tuple[tuple[Fraction, ...], tuple[str, ...], int]]:
    return sorted((p.values, tuple(p.package.values()), p.count or 0) for p in points)


def _oracle_points(
    points: Iterable[oracle.Point],
) -> list[tuple[tuple[Fraction, ...], tuple[str, ...], int]]:
    return sorted((p.gains, tuple(p.canonical), len(p.packages)) for p in points)


def differences(case: Case, lifted: Lifted = frozenset()) -> list[str]:
    """Return the names of the answers on which engine and oracle differ."""
    payoffs = compile_case(case)
    table = oracle.tabulate(case, lifted)
    both = frontiers(payoffs, lifted)
    principals = tuple(case.principals)
    told: list[str] = []

    def same(name: str, ours: object, theirs: object) -> None:
        if ours != theirs:
            told.append(f"{name}: engine {ours!r}, oracle {theirs!r}")

    same(
        "feasible frontier",
        _engine_points(both.feasible),
        _oracle_points(oracle.feasible_frontier(table)),
    )
    same("zone frontier", _engine_points(both.zone), _oracle_points(oracle.zone_frontier(table)))
    same("open", is_open(both.zone), oracle.is_open(table))
    sizes = oracle.sizes(table)
    same("feasible size", count(payoffs, feasible(case, lifted)), sizes.feasible)
    same("zone size", count(payoffs, zone(case, lifted)), sizes.zone)
    for p in principals:
        same(f"win-set of {p}", count(payoffs, win_set(case, p, lifted)), sizes.win_sets[p])
    image = answer(payoffs, zone(case, lifted), image=True)
    same("image of the zone", sum(point.count or 0 for point in image), sizes.zone)
    found = solutions(both.zone, tuple(payoffs.reserve[p] for p in principals))
    for name, theirs in oracle.solutions(table).items():
        if theirs.canonical is None:
            same(name, found.get(name), None)
            continue
        same(name, found[name].point.values, theirs.canonical.gains)
        same(name, tuple(found[name].point.package.values()), theirs.canonical.canonical)
        same(name, {p.values for p in found[name].tied}, {p.gains for p in theirs.points})
    tops = most(payoffs)
    largest = oracle.largest_gains(case)
    same("M", tops, {p: top or 0 for p, top in largest.items()})
    if all(top is not None for top in largest.values()):
        same("J", how_far(both.zone, tops)[0], oracle.how_far(table, largest))
    same("obstacles", set(obstacles(case)), set(oracle.removable(case)))
    if case.no_agreement == "status_quo":
        for giver in principals:
            for taker in principals:
                if giver != taker:
                    told.extend(_offers(payoffs, table, giver, taker, lifted))
    return told


def _offers(
    payoffs: Payoffs, table: oracle.Table, giver: str, taker: str, lifted: Lifted
) -> list[str]:
    told: list[str] = []
    if not lifted:
        mine = engine_offers.offers(payoffs, giver, taker)
        other_offers = oracle.offers(table, giver, taker)
        ours = {
            (o.issue, o.option): (
                o.worth,
                o.own,
                o.compensation,
                o.stands_alone,
                None if o.price is None else o.price.loss,
            )
            for o in mine
        }
        theirs = {
            (o.issue, o.option): (o.worth, o.own, o.compensation, o.stands_alone, o.price)
            for o in other_offers
        }
        if ours != theirs:
            told.append(f"offers {giver}->{taker}: engine {ours}, oracle {theirs}")
        told.extend(_places(payoffs, table, giver, mine, other_offers))
    pairs = (
        (
            "gift",
            engine_offers.gift(
                payoffs, giver, taker, lifted, engine_offers.gift(payoffs, giver, taker)
            ),
            oracle.gift(table, giver, taker),
        ),
        (
            "most",
            engine_offers.most_with_return(
                payoffs,
                giver,
                taker,
                lifted,
                engine_offers.most_with_return(payoffs, giver, taker),
            ),
            oracle.most(table, giver, taker),
        ),
    )
    for name, largest, other in pairs:
        if largest is None or other is None:
            if not (largest is None and other is None):
                told.append(f"{name} {giver}->{taker}: engine {largest}, oracle {other}")
            continue
        own = next(row.gains[giver] for row in table.rows if row.package == other.packages[0])
        if (
            largest.value,
            tuple(largest.package.values()),
            not largest.refused_by,
            largest.own,
        ) != (
            other.gain,
            other.packages[0],
            other.ratified,
            own,
        ):
            told.append(f"{name} {giver}->{taker}: engine {largest}, oracle {other}")
    return told


def _places(
    payoffs: Payoffs,
    table: oracle.Table,
    giver: str,
    ours: Iterable[engine_offers.Offer],
    others: Iterable[oracle.Offer],
) -> list[str]:
    """Compare who or what blocks each offer, and the canonical return."""
    told: list[str] = []
    held = no_agreement(payoffs.case)
    theirs = {(o.issue, o.option): o for o in others}
    at = {row.package: row for row in table.rows}
    for mine in ours:
        row = at[tuple({**held, mine.issue: mine.option}.values())]
        refused = {f"ratifiers.{name}" for name in row.refusing}
        refused = {r for r in refused if payoffs.case.ratifiers[r[10:]].principal == giver}
        blocked = {place for place in mine.blocked_by if place.startswith("ratifiers.")}
        rules = any(place.startswith("constraints.") for place in mine.blocked_by)
        promises = any(place.startswith("commitments.") for place in mine.blocked_by)
        if (blocked, rules, promises) != (refused, not row.feasible, giver not in row.permitted):
            told.append(f"blocked from {giver}: engine {mine}, oracle {row}")
        returns = theirs[mine.issue, mine.option].returns
        if mine.price is not None and returns:
            package = tuple({**held, **mine.price.returned}.values())
            nothing = tuple(held.values())
            expected = nothing if nothing in returns else returns[0]
            if package != expected:
                told.append(f"returned to {giver}: engine {mine}, oracle {expected}")
    return told
