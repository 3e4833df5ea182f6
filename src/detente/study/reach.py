"""How far it can go: J, what it is measured against, and what each obstacle costs."""

from __future__ import annotations

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.negotiation import reach as engine
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import obstacles, zone
from detente.negotiation.reach import how_far, most
from detente.study.agreement import AgreementPoint, point


class ObstacleResult(Result):
    """What one obstacle costs, lifted alone.

    Attributes
    ----------
    obstacle
        Its place in the case.
    j
        J without it.
    value
        J without it less J with it; never negative.
    opens
        Whether the zone is open without it.
    """

    obstacle: str
    j: Exact
    value: Exact
    opens: bool


class ReachResult(Result):
    """How far it can go.

    Attributes
    ----------
    j
        The largest share of its own most that an agreement can bring to every principal: the
        maximum over the zone of the least gain / M; 0 where the zone is not open.
    point
        The point that attains it.
    most
        M of each principal: its largest gain over feasible packages with every obstacle lifted.
    all_lifted
        J with every removable obstacle lifted.
    obstacles
        Each obstacle lifted alone, the costliest first.
    """

    j: Exact
    point: AgreementPoint | None
    most: dict[str, Exact]
    all_lifted: Exact
    obstacles: tuple[ObstacleResult, ...]
    provenance: Provenance


def reach(payoffs: Payoffs, input_hash: str = "") -> ReachResult:
    """Answer how far the relation can go.

    Parameters
    ----------
    payoffs
        The compiled case.
    input_hash
        SHA-256 of the files read.
    """
    case = payoffs.case
    tops = most(payoffs)
    j, best = how_far(answer(payoffs, zone(case)), tops)
    found = []
    for obstacle in obstacles(case):
        higher = engine.reach(payoffs, tops, frozenset({obstacle}), j)
        found.append(
            ObstacleResult(obstacle=obstacle, j=higher, value=higher - j, opens=higher > 0)
        )
    lifted = engine.reach(payoffs, tops, frozenset(obstacles(case)), j)
    return ReachResult(
        j=j,
        point=None if best is None else point(tuple(case.principals), best),
        most=dict(tops),
        all_lifted=lifted,
        obstacles=tuple(sorted(found, key=lambda o: (-o.value, o.obstacle))),
        provenance=Provenance(method="how-far", input_hash=input_hash),
    )
