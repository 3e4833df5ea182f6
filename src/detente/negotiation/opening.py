"""Opening sets: every smallest set of obstacles whose removal lets an agreement be reached."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Lifted, obstacles
from detente.negotiation.target import Target, attained, reaches
from detente.solve.minimal_sets import minimal_sets


@dataclass(frozen=True)
class Opening:
    """One opening set.

    Attributes
    ----------
    lifted
        Obstacles to lift; none of them can be left out.
    relax
        For each principal's reserve among them, the least by which it must fall, in points; where
        there are several, their sum is the least.
    """

    lifted: Lifted
    relax: dict[str, Fraction]


@dataclass(frozen=True)
class Openings:
    """All opening sets, by size then names, and whether there is no other."""

    sets: tuple[Opening, ...]
    complete: bool


def opening_sets(payoffs: Payoffs, target: Target | None = None, limit: int = 200) -> Openings:
    """Return every subset-minimal set of removable elements whose removal reaches a target.

    Without a target: whose removal makes the zone open. Where that is so already, the one opening
    set is empty; where not even the removal of everything suffices there is none. A reserve is not
    removed but lowered, by the least amount that suffices.

    Parameters
    ----------
    payoffs
        The compiled case.
    target
        What the agreement must hold or bring.
    limit
        Most sets to return.
    """
    asked = target or Target()
    found = minimal_sets(
        obstacles(payoffs.case), lambda lifted: reaches(payoffs, asked, lifted), limit
    )
    return Openings(
        tuple(Opening(one, _relaxed(payoffs, asked, one)) for one in found.sets), found.complete
    )


def _relaxed(payoffs: Payoffs, target: Target, lifted: Lifted) -> dict[str, Fraction]:
    principals = [*payoffs.case.principals]
    places = {
        p: f"principals.{p}.reserve" for p in principals if f"principals.{p}.reserve" in lifted
    }
    if not places:
        return {}
    falls = [
        {
            places[p]: max(Fraction(0), payoffs.reserve[p] - value)
            for p, value in zip(principals, point.values, strict=True)
            if p in places
        }
        for point in attained(payoffs, target, lifted)
    ]
    return min(falls, key=lambda fall: (sum(fall.values()), [*fall.values()]))
