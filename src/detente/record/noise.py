"""What moves in a series without its level changing: its weekly cycle, its noise, its memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_MEMORY = 0.6
"""Neighbours are never taken to be more alike than this: a change makes them look alike, too."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Noise of a series.

    Attributes
    ----------
    variance
        Variance of one observation of weight 1.
    memory
        Correlation of neighbours, 0 to :data:`MOST_MEMORY`.
    """

    variance: float
    memory: float

    @property
    def long_run(self) -> float:
        r"""Variance of a mean times its weight: :math:`\sigma^2 (1 + \rho) / (1 - \rho)`."""
        return self.variance * (1 + self.memory) / (1 - self.memory)


def noise(values: Floats, weights: Floats | None = None) -> Noise:
    r"""Return the noise of a series from the differences of neighbours.

    A change of level touches one difference of neighbours and two of neighbours but one, whatever
    its size, so that a series with a few changes is measured nearly as one with none. With
    :math:`D_k` the mean of :math:`(z_{i+k} - z_i)^2 / (1/w_i + 1/w_{i+k})`, and noise that forgets
    by the factor :math:`\rho` each step, :math:`D_1 = \sigma^2 (1 - \rho)` and :math:`D_2 =
    \sigma^2 (1 - \rho^2)`:

    .. math:: \rho = D_2 / D_1 - 1, \qquad \sigma^2 = D_1 / (1 - \rho)

    with ρ held between 0 and :data:`MOST_MEMORY`.

    Parameters
    ----------
    values
        Shape (n,), n ≥ 3, finite, in order.
    weights
        Shape (n,), above 0: the variance of an observation is σ² by its weight. 1 where not given.

    References
    ----------
    Chakar, Lebarbier, Lévy-Leduc & Robin (2017), with means for medians: counts of a
    quiet dyad have differences whose median is 0.
    """
    inverse = np.ones_like(values) if weights is None else 1.0 / weights
    one, two = (
        float(np.mean((values[k:] - values[:-k]) ** 2 / (inverse[k:] + inverse[:-k])))
        for k in (1, 2)
    )
    if one <= 0.0:
        return Noise(0.0, 0.0)
    memory = min(max(two / one - 1.0, 0.0), MOST_MEMORY)
    return Noise(one / (1.0 - memory), memory)


def cycle_of(values: Floats, length: int) -> Floats:
    """Return what each place in a cycle adds to its surroundings, for every index.

    The mean, over all rounds, of a value less the mean of the `length` values about it; the parts
    add up to 0 over a round. A value that is missing, or whose surroundings hold fewer than
    `length` values (at the ends, beside gaps), tells nothing.

    Parameters
    ----------
    values
        Shape (n,); NaN where missing. Index modulo `length` is the place in the cycle.
    length
        Length of a round, as 7 for days of the week; below 2 there is no cycle.

    Returns
    -------
    array of float
        Shape (n,); 0 where a place of the cycle was never seen.
    """
    n = len(values)
    if length < 2 or n < 2 * length:
        return np.zeros(n)
    kernel = np.ones(length) if length % 2 else np.r_[0.5, np.ones(length - 1), 0.5]
    around = np.full(n, np.nan)
    reach = len(kernel) // 2
    around[reach : n - reach] = np.convolve(values, kernel, mode="valid") / length
    rest = values - around
    parts = np.zeros(length)
    for place in range(length):
        here = rest[place::length]
        here = here[np.isfinite(here)]
        if here.size:
            parts[place] = here.mean()
    return np.asarray((parts - parts.mean())[np.arange(n) % length])
