"""How often named packages are acceptable, and what they bring, over many draws.

A package is acceptable to a principal when it is feasible, none of the principal's hard commitments
forbids it, the principal's gain reaches its reserve, and so does the gain of each of its ratifiers
that the package calls on. Only numbers are drawn: feasibility, commitments and whom a package calls
on are the same in every draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from detente.case.case import Case, Package
from detente.negotiation.drawn import Bools, Drawn
from detente.negotiation.feasibility import broken, called
from detente.negotiation.offers import controlled
from detente.negotiation.payoff import no_agreement
from detente.negotiation.question import choosable
from detente.solve.law import Floats


@dataclass(frozen=True, eq=False)
class Acceptance:
    """One package over all draws.

    Attributes
    ----------
    package
        The package.
    barred
        Places that keep it out of the zone in every draw: constraints that it breaks, hard
        commitments that forbid it, and issues whose option only a third party can choose.
    gains
        For each principal and ratifier its gain, in points: shape (n,).
    refused
        For each principal, and each ratifier that the package calls on, whether its gain falls
        short of its reserve: shape (n,).
    accepted
        For each principal, whether the package is acceptable to it: shape (n,).
    """

    package: Package
    barred: tuple[str, ...]
    gains: dict[str, Floats]
    refused: dict[str, Bools]
    accepted: dict[str, Bools]

    @property
    def by_all(self) -> Bools:
        """Whether it is acceptable to all principals: shape (n,)."""
        return np.asarray(np.logical_and.reduce([*self.accepted.values()]))


def acceptance(drawn: Drawn, package: Package) -> Acceptance:
    """Return how one package fares in every draw.

    Parameters
    ----------
    drawn
        The case in many draws.
    package
        One option for every issue.

    Examples
    --------
    >>> from detente.negotiation.draws import draw
    >>> from detente.testing import two_issue_case
    >>> drawn = Drawn(draw(two_issue_case(), 2))
    >>> acceptance(drawn, {"price": "high", "delivery": "early"}).by_all.tolist()
    [True, True]
    """
    case = drawn.case
    general = [*_out(case, package)]
    refused: dict[str, Bools] = {}
    accepted: dict[str, Bools] = {}
    barred = list(general)
    for principal in case.principals:
        forbidden = _forbidding(case, package, principal)
        barred += forbidden
        asked = (principal, *called(case, package, principal))
        for party in asked:
            refused[party] = ~drawn.accepts(party, package)
        willing = ~np.logical_or.reduce([refused[party] for party in asked])
        accepted[principal] = np.asarray(willing & (not general and not forbidden))
    return Acceptance(
        package=package,
        barred=tuple(barred),
        gains={party: drawn.gain(party, package) for party in case.parties},
        refused=refused,
        accepted=accepted,
    )


def acceptances(drawn: Drawn, packages: Sequence[Package]) -> tuple[Acceptance, ...]:
    """Return how several packages fare in every draw."""
    return tuple(acceptance(drawn, package) for package in packages)


def _out(case: Case, package: Package) -> list[str]:
    found = [f"constraints.{name}" for name in broken(case, package)]
    found += [f"issues.{i}" for i, option in package.items() if option not in choosable(case, i)]
    return found


def _forbidding(case: Case, package: Package, principal: str) -> list[str]:
    return [
        f"commitments.{name}"
        for name, promise in case.commitments.items()
        if promise.kind == "hard"
        and promise.by == principal
        and any(package[issue] in options for issue, options in promise.options.items())
    ]


@dataclass(frozen=True, eq=False)
class Alone:
    """One option that a principal controls, given alone, over all draws.

    Attributes
    ----------
    giver, taker
        Who gives it and to whom.
    issue, option
        The option.
    free
        Whether it costs its giver nothing, all else at no agreement: shape (n,).
    welcome
        Whether it is worth something to the taker: shape (n,).
    """

    giver: str
    taker: str
    issue: str
    option: str
    free: Bools
    welcome: Bools


def alone(drawn: Drawn) -> tuple[Alone, ...]:
    """Return every option that one principal controls, as an offer to each other principal.

    Empty where no agreement is ``outside``: nothing then stands alone.
    """
    case = drawn.case
    if case.no_agreement == "outside":
        return ()
    held = no_agreement(case)
    found = []
    for giver, taker in permutations(case.principals, 2):
        for issue, options in controlled(case, giver).items():
            for option in options:
                package = {**held, issue: option}
                free = drawn.sign(giver, package, reserve=False) >= 0
                welcome = drawn.sign(taker, package, reserve=False) > 0
                found.append(Alone(giver, taker, issue, option, free, welcome))
    return tuple(found)
