"""The frontier as one list: points efficient among feasible packages, and within the zone."""

from __future__ import annotations

from pydantic import Field

from detente.base.exact import Exact, to_text
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.negotiation.bargaining import solutions
from detente.negotiation.frontier import Progress, frontiers
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point
from detente.negotiation.reach import is_open
from detente.study.agreement import EMPTY

UNPROVED = "The time allowed did not suffice to prove the points efficient"


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
    count: int | None
    in_zone: bool
    on_feasible_frontier: bool


class Names(Result):
    """What people call what the points name by ids.

    Attributes
    ----------
    principals, issues
        Names by id.
    options
        Names by issue and option.
    """

    principals: dict[str, str]
    issues: dict[str, str]
    options: dict[str, dict[str, str]]


class FrontierResult(Result):
    """Both frontiers, and the bargaining solutions.

    ``solutions`` names ``nash``, ``kalai_smorodinsky``, ``egalitarian`` and ``utilitarian``; it is
    empty, with a ``reason``, when the zone is. ``tied`` holds all points of each.
    ``names`` are what the case calls its principals, issues and options.

    ``proved`` says whether the points are every efficient one and no other. Where the time did not
    suffice they are points found, there are no solutions, and ``gap`` says by how many points at
    most some package is better for every principal than one of them (``None`` where nothing was
    found). ``methods`` says how each frontier was worked out.
    """

    points: tuple[FrontierPoint, ...]
    solutions: dict[str, FrontierPoint]
    tied: dict[str, tuple[FrontierPoint, ...]] = Field(default_factory=dict)
    open: bool
    reason: str | None
    proved: bool
    gap: Exact | None
    methods: dict[str, str]
    names: Names
    provenance: Provenance


def frontier(
    payoffs: Payoffs,
    input_hash: str = "",
    seconds: float | None = None,
    progress: Progress | None = None,
) -> FrontierResult:
    """Return both frontiers in one list, best for the first principal first.

    Parameters
    ----------
    payoffs
        The compiled case.
    input_hash
        SHA-256 of the files read.
    seconds
        How long to try; without it, until it is proved.
    progress
        Called with what is worked out, how much of it is done, and how much there is.

    Raises
    ------
    NotProved
        When the case is too large for the engine.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> frontier(compile_case(two_issue_case())).solutions["nash"].gains
    {'A': 40.0, 'B': 20.0}
    """
    both = frontiers(payoffs, seconds=seconds, progress=progress)
    principals = tuple(payoffs.case.principals)
    outside = {point.values: point for point in both.feasible}
    inside = {point.values: point for point in both.zone}

    def flagged(found: Point) -> FrontierPoint:
        return FrontierPoint(
            package=dict(found.package),
            gains={p: float(v) for p, v in zip(principals, found.values, strict=True)},
            exact={p: to_text(v) for p, v in zip(principals, found.values, strict=True)},
            count=found.count,
            in_zone=found.values in inside,
            on_feasible_frontier=found.values in outside,
        )

    reserves = tuple(payoffs.reserve[p] for p in principals)
    named = solutions(both.zone, reserves) if both.proved else {}
    values = sorted({*outside, *inside}, reverse=True)
    return FrontierResult(
        points=tuple(flagged(inside.get(value) or outside[value]) for value in values),
        solutions={name: flagged(found.point) for name, found in named.items()},
        tied={name: tuple(map(flagged, found.tied)) for name, found in named.items()},
        open=is_open(both.zone),
        reason=UNPROVED if not both.proved else None if both.zone else EMPTY,
        proved=both.proved,
        gap=None if both.proved else both.gap,
        methods=both.methods,
        names=_names(payoffs.case),
        provenance=Provenance(method="frontier", input_hash=input_hash),
    )


def _names(case: Case) -> Names:
    return Names(
        principals={name: principal.name for name, principal in case.principals.items()},
        issues={name: issue.name for name, issue in case.issues.items()},
        options={
            name: {option: one.name for option, one in issue.options.items()}
            for name, issue in case.issues.items()
        },
    )
