"""The frontier: packages nobody can improve for one principal without loss to another."""

from __future__ import annotations

from dataclasses import dataclass

from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted, Point, feasible, zone


@dataclass(frozen=True)
class Frontiers:
    """Both frontiers of a case.

    Attributes
    ----------
    feasible
        Points efficient among feasible packages.
    zone
        Points efficient within the zone of agreement; empty when the zone is.
    """

    feasible: tuple[Point, ...]
    zone: tuple[Point, ...]


def frontiers(payoffs: Payoffs, lifted: Lifted = NOTHING) -> Frontiers:
    """Return the exact frontiers among feasible packages and within the zone.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> bool(frontiers(compile_case(two_issue_case())).feasible)
    True
    """
    return Frontiers(
        answer(payoffs, feasible(payoffs.case, lifted)),
        answer(payoffs, zone(payoffs.case, lifted)),
    )
