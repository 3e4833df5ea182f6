"""The frontier as one list: points efficient among feasible packages, and within the zone."""

from __future__ import annotations

from pydantic import Field

from detente.base.exact import to_text
from detente.base.result import Provenance, Result
from detente.study.agreement import AgreementPoint, AgreementResult


class FrontierPoint(Result):
    """One efficient point.

    Attributes
    ----------
    package
        The canonical package that reaches it.
    gains
        Each principal's gain in points, the nearest double.
    exact
        The same gains as rationals ``p/q``.
    count
        How many packages reach it.
    in_zone
        Whether its package is acceptable to all; it is then efficient within the zone.
    on_feasible_frontier
        Whether it is efficient among feasible packages.
    """

    package: dict[str, str]
    gains: dict[str, float]
    exact: dict[str, str]
    count: int
    in_zone: bool
    on_feasible_frontier: bool


class FrontierResult(Result):
    """Both frontiers, and the bargaining solutions.

    ``solutions`` names ``nash``, ``kalai_smorodinsky``, ``egalitarian`` and ``utilitarian``; it is
    empty, with a ``reason``, when the zone is. ``tied`` holds all points of each.
    """

    points: tuple[FrontierPoint, ...]
    solutions: dict[str, FrontierPoint]
    tied: dict[str, tuple[FrontierPoint, ...]] = Field(default_factory=dict)
    open: bool
    reason: str | None
    proved: bool
    provenance: Provenance


def frontier(agreed: AgreementResult) -> FrontierResult:
    """Return both frontiers in one list, best for the first principal first."""
    outside = {tuple(p.gains.values()): p for p in agreed.feasible_frontier}
    inside = {tuple(p.gains.values()): p for p in agreed.zone_frontier}
    values = sorted({*outside, *inside}, reverse=True)

    def flagged(found: AgreementPoint) -> FrontierPoint:
        gains = tuple(found.gains.values())
        return FrontierPoint(
            package=found.package,
            gains={party: float(gain) for party, gain in found.gains.items()},
            exact={party: to_text(gain) for party, gain in found.gains.items()},
            count=found.count,
            in_zone=gains in inside,
            on_feasible_frontier=gains in outside,
        )

    return FrontierResult(
        points=tuple(flagged(inside.get(value) or outside[value]) for value in values),
        solutions={name: flagged(s.point) for name, s in agreed.solutions.items()},
        tied={name: tuple(map(flagged, s.tied)) for name, s in agreed.solutions.items()},
        open=agreed.open,
        reason=agreed.reason,
        proved=agreed.provenance.proved,
        provenance=agreed.provenance,
    )
