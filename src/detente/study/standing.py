"""How a case stands: open or not, how far it can go, and what would be agreed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from detente.base.exact import Exact
from detente.base.result import Result
from detente.negotiation.bargaining import nash
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import zone
from detente.negotiation.reach import how_far, is_open
from detente.study.agreement import AgreementPoint, point


class Standing(Result):
    """A case in one situation.

    Attributes
    ----------
    open
        Whether the zone gives every principal more than nothing.
    j
        How far it can go, measured against the M of the case itself, so that situations can be
        compared; it may pass 1 where a situation offers more than the case does.
    nash
        The Nash package; ``None`` where the zone is empty.
    baseline
        What no agreement itself brings each principal there, compared with the case's own date.
    """

    open: bool
    j: Exact
    nash: AgreementPoint | None
    baseline: dict[str, Exact]


def standing(payoffs: Payoffs, tops: Mapping[str, Fraction]) -> Standing:
    """Return how a compiled case stands.

    Parameters
    ----------
    payoffs
        The case in a situation, compiled.
    tops
        M of each principal, in the case itself.
    """
    case = payoffs.case
    principals = tuple(case.principals)
    found = answer(payoffs, zone(case))
    reserves = tuple(payoffs.reserve[p] for p in principals)
    return Standing(
        open=is_open(found),
        j=how_far(found, tops)[0],
        nash=point(principals, nash(found, reserves).point) if found else None,
        baseline={
            p: payoffs.values.get(f"principals.{p}.baseline", Fraction(0)) for p in principals
        },
    )
