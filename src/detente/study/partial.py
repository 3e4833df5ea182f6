"""Partial preferences: what holds for every weight that a party's comparisons allow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.base.result import Provenance
from detente.case.case import Package
from detente.case.party import Party
from detente.negotiation.feasibility import blockers, called
from detente.negotiation.over_weights import Across, DrawnWeights, Held, across, drawn_weights
from detente.negotiation.payoff import Payoffs
from detente.negotiation.polytope import Polytope, polytope
from detente.study.partial_result import (
    Bound,
    PackageAcross,
    PartialResult,
    PartyAcross,
    WeightAcross,
    part,
)

SAMPLES = 10_000
"""How many weightings are drawn for each party, where nothing else is said."""


def partial(
    payoffs: Payoffs,
    packages: Sequence[Package],
    input_hash: str = "",
    *,
    samples: int = SAMPLES,
    seed: int = 0,
) -> PartialResult | None:
    """Answer what holds for every weight that comparisons allow; ``None`` without comparisons.

    Parameters
    ----------
    payoffs
        The case, compiled with its modes. Scores, reserves and all else stay at them, and so do the
        weights that no comparison names and that have no range.
    packages
        The packages to be told, one option for every issue.
    input_hash
        SHA-256 of the files read.
    samples
        How many weightings to draw for each party, 1 or more; rounded up to full hundreds.
    seed
        0 or above; the same seed gives the same answer.

    Raises
    ------
    ValueError
        With no sample, or a seed below 0.

    Examples
    --------
    >>> from detente.case.case import Case
    >>> from detente.case.written import written
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> plain = written(two_issue_case())
    >>> plain["principals"]["A"]["weights"]["comparisons"] = {
    ...     "price_first": {"more": "price", "than": "delivery", "times": 2}}
    >>> payoffs = compile_case(Case.model_validate(plain))
    >>> found = partial(payoffs, [{"price": "high", "delivery": "early"}])
    >>> found.acceptable, str(found.parties[0].packages[0].least.value)
    (('every',), '100/3')
    """
    if samples < 1 or seed < 0:
        raise ValueError("there is 1 sample or more, and the seed is 0 or above")
    case = payoffs.case
    found = {p: one for p in case.parties if (one := polytope(case, p)) is not None}
    if not found:
        return None
    exact = {p: across(payoffs, one, packages) for p, one in found.items()}
    drawn = {p: drawn_weights(one, samples, seed) for p, one in found.items()}
    counts = {p: [one.accepts for one in told] for p, told in exact.items()}
    return PartialResult(
        samples=next(iter(drawn.values())).sample.points[..., 0].size,
        packages=tuple(dict(package) for package in packages),
        acceptable=tuple(
            _acceptable(payoffs, package, {p: held[n] for p, held in counts.items()})
            for n, package in enumerate(packages)
        ),
        parties=tuple(
            _party(payoffs, packages, one, exact[p], drawn[p]) for p, one in found.items()
        ),
        provenance=Provenance(
            method="partial-preferences",
            parameters={"samples": str(samples)},
            seed=seed,
            input_hash=input_hash,
        ),
    )


def _acceptable(payoffs: Payoffs, package: Package, accepts: dict[str, Held]) -> Held:
    """Return whether a package is acceptable to all: weights of different parties are their own."""
    case = payoffs.case
    barred = blockers(payoffs, package, case.principals)
    if any(not place.startswith("ratifiers.") for place in barred):
        return "none"
    asked = [
        party
        for principal in case.principals
        for party in (principal, *called(case, package, principal))
    ]
    said: list[Held] = [
        accepts.get(party)
        or ("every" if payoffs.gain(party, package) >= payoffs.reserve[party] else "none")
        for party in asked
    ]
    return "none" if "none" in said else "some" if "some" in said else "every"


def _party(
    payoffs: Payoffs,
    packages: Sequence[Package],
    found: Polytope,
    exact: Sequence[Across],
    drawn: DrawnWeights,
) -> PartyAcross:
    party: Party = payoffs.case.parties[found.party]
    reserve = payoffs.reserve[found.party]
    means = drawn.weights()
    worth = min((m.worth for m in means.values() if m.worth), default=1.0)
    best = drawn.preferred(exact) if exact else np.empty((0, 0, 0), dtype=bool)
    return PartyAcross(
        party=found.party,
        comparisons=tuple(party.weights.comparisons),
        reserve=reserve,
        weights={
            issue: WeightAcross(
                as_judged=party.weights.points[issue].mode,
                least=found.least(found.weight(issue)).value,
                most=found.most(found.weight(issue)).value,
                mean=means[issue].value,
                error=means[issue].error,
            )
            for issue in found.issues
        },
        dimensions=len(found.hull.free),
        burn=drawn.sample.burn,
        thin=drawn.sample.thin,
        packages=tuple(
            PackageAcross(
                as_judged=payoffs.gain(found.party, packages[n]),
                least=Bound(value=one.least.value, weights=dict(one.least.weights)),
                most=Bound(value=one.most.value, weights=dict(one.most.weights)),
                accepts=part(one.accepts, drawn.gain(one.terms) >= float(reserve), worth),
                best=part(one.best, best[n], worth),
                never_less=tuple(other + 1 for other in one.never_less),
            )
            for n, one in enumerate(exact)
        ),
    )
