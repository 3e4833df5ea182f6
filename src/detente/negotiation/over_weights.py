"""How packages fare over all weights that a party's comparisons leave open.

What is said of every weight is decided in rationals. Shares are of weights drawn evenly from the
polytope: how large the part of it is in which something holds, not how likely it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.case.case import Package
from detente.negotiation.payoff import Payoffs
from detente.negotiation.polytope import Extreme, Polytope, Terms, gain_terms
from detente.solve.hit_and_run import Mean, Sample, hit_and_run, mean_of
from detente.solve.law import Floats
from detente.solve.linear import Vector, dot

Held = Literal["every", "some", "none"]
"""Whether something holds for every weight, for some, or for none."""

ALIKE = 1e-9
"""Points within which two gains are taken for the same, where weights are drawn."""


@dataclass(frozen=True)
class Across:
    """One package over all weights of one party.

    Attributes
    ----------
    terms
        The party's gain.
    least, most
        Its least and its most, and weights that attain them.
    accepts
        For which weights the gain reaches the party's reserve.
    best
        For which weights no other package brings the party more.
    never_less
        Places of the packages that bring it no more than this one, whatever the weights.
    """

    terms: Terms
    least: Extreme
    most: Extreme
    accepts: Held
    best: Held
    never_less: tuple[int, ...]


def across(payoffs: Payoffs, found: Polytope, packages: Sequence[Package]) -> tuple[Across, ...]:
    """Return how packages fare over all weights of a party, exactly.

    Parameters
    ----------
    payoffs
        The case, compiled with its modes; reserves, scores and all else stay at them.
    found
        The party's weights.
    packages
        Packages, each an option for every issue.

    Examples
    --------
    >>> from detente.case.case import Case
    >>> from detente.case.written import written
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.negotiation.polytope import polytope
    >>> from detente.testing import two_issue_case
    >>> plain = written(two_issue_case())
    >>> plain["principals"]["A"]["weights"]["comparisons"] = {
    ...     "price_first": {"more": "price", "than": "delivery", "times": 2}}
    >>> case = Case.model_validate(plain)
    >>> early = [{"price": name, "delivery": "early"} for name in ("low", "high")]
    >>> [(str(one.least.value), one.accepts, one.best)
    ...     for one in across(compile_case(case), polytope(case, "A"), early)]
    [('-100/3', 'some', 'none'), ('100/3', 'every', 'every')]
    """
    reserve = payoffs.reserve[found.party]
    amounts = [gain_terms(payoffs, found, package) for package in packages]
    witnesses = [found.hull.centre, *found.hull.corners]
    seen = [[_at(terms, point) for point in witnesses] for terms in amounts]
    tops = [max(values) for values in zip(*seen, strict=True)]
    told = []
    for place, terms in enumerate(amounts):
        least, most = found.least(terms), found.most(terms)
        never_less = tuple(
            other
            for other in range(len(amounts))
            if other != place
            and all(a >= b for a, b in zip(seen[place], seen[other], strict=True))
            and found.least(terms - amounts[other]).value >= 0
        )
        leads = any(value == top for value, top in zip(seen[place], tops, strict=True))
        rivals = [one for other, one in enumerate(amounts) if other != place]
        told.append(
            Across(
                terms=terms,
                least=least,
                most=most,
                accepts=_held(least.value >= reserve, most.value >= reserve),
                best=_held(
                    len(never_less) == len(rivals),
                    leads or found.first_somewhere(terms, rivals),
                ),
                never_less=never_less,
            )
        )
    return tuple(told)


def _held(every: bool, some: bool) -> Held:
    return "every" if every else "some" if some else "none"


def _at(terms: Terms, point: Vector) -> Fraction:
    return dot(terms.factors, point) + terms.constant


@dataclass(frozen=True, eq=False)
class DrawnWeights:
    """Weights of a party drawn evenly from what its comparisons leave open.

    Attributes
    ----------
    found
        The party's weights.
    sample
        The draws: the open issues' weights in points, shape (chains, kept, issues).
    """

    found: Polytope
    sample: Sample

    def gain(self, terms: Terms) -> Floats:
        """Return a gain at every draw, in points: shape (chains, kept)."""
        factors = np.array([float(factor) for factor in terms.factors])
        return np.asarray(self.sample.points @ factors + float(terms.constant))

    def weights(self) -> dict[str, Mean]:
        """Return the mean weight of each open issue."""
        points = self.sample.points
        return {issue: mean_of(points[..., n]) for n, issue in enumerate(self.found.issues)}

    def preferred(self, told: Sequence[Across]) -> NDArray[np.bool_]:
        """Return at which draws each package brings the most: (packages, chains, kept).

        Packages that bring the same bring it both.
        """
        gains = np.stack([self.gain(one.terms) for one in told])
        return np.asarray(gains >= gains.max(axis=0) - ALIKE)


def drawn_weights(found: Polytope, count: int, seed: int) -> DrawnWeights:
    """Draw weights evenly from what a party's comparisons leave open.

    Parameters
    ----------
    found
        The party's weights.
    count
        How many; rounded up to as many in each of 100 chains.
    seed
        0 or above. Every party has a random stream of its own, from the seed and its name.

    Examples
    --------
    >>> from detente.solve.linear import Region
    >>> one = Fraction(1)
    >>> found = Polytope("A", ("a", "b"), {}, Region(2, (), (((one, one), 100 * one),)))
    >>> drawn = drawn_weights(found, 1_000, seed=1)
    >>> drawn.sample.points.shape, 45 < drawn.weights()["a"].value < 55
    ((100, 10, 2), True)
    """
    name = f"{found.party}.weights.comparisons"
    own = int.from_bytes(sha256(name.encode()).digest()[:16], "big")
    rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, own])))
    return DrawnWeights(found, hit_and_run(found.hull, count, rng))
