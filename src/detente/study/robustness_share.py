"""Shares of draws and quantiles over them, each with what more draws could still change."""

from __future__ import annotations

import numpy as np

from detente.base.result import Result
from detente.negotiation.drawn import Bools
from detente.solve.law import Floats
from detente.solve.proportion import wilson

_QUANTILES = (0.05, 0.5, 0.95)


class Share(Result):
    """A share of the draws, with the 95 % interval of the probability it estimates (Wilson).

    Attributes
    ----------
    hits
        In how many draws it holds.
    share
        ``hits`` of all draws.
    low, high
        The interval: how far more draws could still move the share.
    """

    hits: int
    share: float
    low: float
    high: float


class Quantiles(Result):
    """What lies below 5, 50 and 95 of 100 draws."""

    p05: float
    p50: float
    p95: float


def share_of(held: Bools) -> Share:
    """Return the share of the draws in which something holds, with its interval.

    Examples
    --------
    >>> share_of(np.array([True, False, False, False])).share
    0.25
    """
    hits, count = int(held.sum()), len(held)
    low, high = wilson(hits, count)
    return Share(hits=hits, share=hits / count, low=low, high=high)


def quantiles_of(gain: Floats) -> Quantiles:
    """Return the 5 %, 50 % and 95 % quantiles of a gain over the draws, in points.

    Examples
    --------
    >>> quantiles_of(np.arange(101.0)).p95
    95.0
    """
    p05, p50, p95 = (float(value) for value in np.quantile(gain, _QUANTILES))
    return Quantiles(p05=p05, p50=p50, p95=p95)
