"""What is said of partial preferences: weights, packages, and in how much of what is left open."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.negotiation.over_weights import Held
from detente.solve.hit_and_run import mean_of
from detente.solve.proportion import wilson


class Part(Result):
    """How large a part of the weights that are left open something holds in.

    Attributes
    ----------
    holds
        For ``every`` weight, for ``some`` or for ``none``: decided exactly.
    share
        The part, from weights drawn evenly; 1 for every weight and 0 for none.
    low, high
        Its 95 % interval (Wilson), by how many independent draws the draws are worth.
    worth
        That number; ``None`` where nothing had to be drawn.
    """

    holds: Held
    share: float
    low: float
    high: float
    worth: float | None


class Bound(Result):
    """The least or the most a package brings a party, and weights of all issues that attain it."""

    value: Exact
    weights: dict[str, Exact]


class PackageAcross(Result):
    """One package over all weights of one party.

    Attributes
    ----------
    as_judged
        The party's gain by its points.
    least, most
        Its least and its most gain, exact.
    accepts
        Where the gain reaches the party's reserve.
    best
        Where no other of the packages brings the party more.
    never_less
        Places (from 1) of the packages that bring it no more than this one, whatever the weights.
    """

    as_judged: Exact
    least: Bound
    most: Bound
    accepts: Part
    best: Part
    never_less: tuple[int, ...]


class WeightAcross(Result):
    """What comparisons leave open of the weight of one issue.

    Attributes
    ----------
    as_judged
        Its points.
    least, most
        Between what it may lie, exact.
    mean, error
        Its mean over all weights that are left open, and the mean's standard error.
    """

    as_judged: Exact
    least: Exact
    most: Exact
    mean: float
    error: float


class PartyAcross(Result):
    """One party whose weights are compared.

    Attributes
    ----------
    party
        Its id.
    comparisons
        Ids of its comparisons.
    reserve
        Its reserve, at its mode.
    weights
        The open issues: those that a comparison names, and those whose weight has a range.
    dimensions
        In how many directions the weights can still move; at 0 there is one choice alone.
    burn, thin
        Steps of each chain before its first draw, and between two.
    packages
        One entry for each package, in their order.
    """

    party: str
    comparisons: tuple[str, ...]
    reserve: Exact
    weights: dict[str, WeightAcross]
    dimensions: int
    burn: int
    thin: int
    packages: tuple[PackageAcross, ...]


class PartialResult(Result):
    """What holds for every weight that comparisons allow, and how much of the rest.

    Attributes
    ----------
    samples
        How many weightings were drawn for each party.
    packages
        The packages that are told, one option for every issue.
    acceptable
        For each package whether it is acceptable to all who must assent: for ``every`` weight that
        the comparisons allow, for ``some``, or for ``none``.
    parties
        The parties whose weights are compared, principals first.
    """

    samples: int
    packages: tuple[dict[str, str], ...]
    acceptable: tuple[Held, ...]
    parties: tuple[PartyAcross, ...]
    provenance: Provenance


def part(holds: Held, seen: NDArray[np.bool_], worth: float) -> Part:
    """Return how large a part something holds in.

    Parameters
    ----------
    holds
        What is known exactly.
    seen
        Whether it holds at each draw: shape (chains, kept).
    worth
        How many independent draws they are worth where all agree.

    Examples
    --------
    >>> part("none", np.zeros((2, 2), dtype=bool), 4.0).share
    0.0
    """
    if holds != "some":
        share = float(holds == "every")
        return Part(holds=holds, share=share, low=share, high=share, worth=None)
    found = mean_of(seen)
    count = max(1.0, worth if found.worth is None else found.worth)
    low, high = wilson(found.value * count, count)
    return Part(holds=holds, share=found.value, low=low, high=high, worth=count)
