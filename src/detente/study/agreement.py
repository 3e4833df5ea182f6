"""What could be agreed and ratified: win-sets, the zone, both frontiers, the solutions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.negotiation.bargaining import solutions
from detente.negotiation.compiler import answer, count
from detente.negotiation.frontier import frontiers
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point, feasible, win_set, zone
from detente.negotiation.reach import is_open

EMPTY = "no package is acceptable to all who must assent"
"""Why there are no solutions."""


class AgreementPoint(Result):
    """One point, with the canonical package that reaches it.

    Attributes
    ----------
    package
        One option for every issue.
    gains
        Each principal's gain, in points.
    count
        How many packages reach the point.
    """

    package: dict[str, str]
    gains: dict[str, Exact]
    count: int | None


class NamedSolution(Result):
    """A bargaining solution: its canonical point, and every point tied with it."""

    point: AgreementPoint
    tied: tuple[AgreementPoint, ...]


class AgreementResult(Result):
    """What could be agreed and ratified.

    Attributes
    ----------
    packages, feasible
        How many packages the options combine to, and how many break no constraint.
    win_sets
        How many packages each principal and its ratifiers would accept.
    zone
        How many all would accept.
    open
        Whether one of those gives every principal more than nothing.
    reason
        Why there are no solutions, where there are none.
    feasible_frontier, win_set_frontiers, zone_frontier
        Efficient points among feasible packages, in each win-set, and in the zone.
    solutions
        ``nash``, ``kalai_smorodinsky``, ``egalitarian``, ``utilitarian``; empty with the zone.
    reserves
        The least gain each principal accepts.
    """

    packages: int
    feasible: int
    win_sets: dict[str, int]
    zone: int
    open: bool
    reason: str | None
    feasible_frontier: tuple[AgreementPoint, ...]
    win_set_frontiers: dict[str, tuple[AgreementPoint, ...]]
    zone_frontier: tuple[AgreementPoint, ...]
    solutions: dict[str, NamedSolution]
    reserves: dict[str, Exact]
    provenance: Provenance


def agreement(payoffs: Payoffs, input_hash: str = "") -> AgreementResult:
    """Answer what could be agreed and ratified.

    Parameters
    ----------
    payoffs
        The compiled case.
    input_hash
        SHA-256 of the files read.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    case = payoffs.case
    both = frontiers(payoffs)
    principals = tuple(case.principals)
    reserves = tuple(payoffs.reserve[p] for p in principals)
    in_zone = count(payoffs, zone(case))
    named = solutions(both.zone, reserves)
    return AgreementResult(
        packages=case.packages,
        feasible=count(payoffs, feasible(case)),
        win_sets={p: count(payoffs, win_set(case, p)) for p in principals},
        zone=in_zone,
        open=is_open(both.zone),
        reason=None if both.zone else EMPTY,
        feasible_frontier=points(principals, both.feasible),
        win_set_frontiers={
            p: points(principals, answer(payoffs, win_set(case, p))) for p in principals
        },
        zone_frontier=points(principals, both.zone),
        solutions={
            name: NamedSolution(
                point=point(principals, found.point), tied=points(principals, found.tied)
            )
            for name, found in named.items()
        },
        reserves=dict(zip(principals, reserves, strict=True)),
        provenance=Provenance(method="frontier", input_hash=input_hash),
    )


def nash_package(payoffs: Payoffs) -> Mapping[str, str] | None:
    """Return the canonical Nash package; ``None`` where the zone is empty."""
    inside = answer(payoffs, zone(payoffs.case))
    found = solutions(inside, tuple(payoffs.reserve[p] for p in payoffs.case.principals))
    return found["nash"].point.package if found else None


def point(principals: tuple[str, ...], found: Point) -> AgreementPoint:
    """Return a point under the names of its principals."""
    gains: Mapping[str, Fraction] = dict(zip(principals, found.values, strict=True))
    return AgreementPoint(package=dict(found.package), gains=dict(gains), count=found.count)


def points(principals: tuple[str, ...], found: tuple[Point, ...]) -> tuple[AgreementPoint, ...]:
    """Return points under the names of their principals."""
    return tuple(point(principals, item) for item in found)
