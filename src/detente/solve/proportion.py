"""A share counted in draws, with the interval it leaves open (Wilson 1927)."""

from __future__ import annotations

from math import sqrt

Z = 1.959963984540054
"""The normal quantile of a two-sided interval of 95 %."""


def wilson(hits: float, count: float) -> tuple[float, float]:
    """Return the 95 % interval of a probability of which ``hits`` of ``count`` draws speak.

    It lies within 0…1 and is never empty of width, not even at 0 or at all. Neither need be
    whole: draws that resemble each other are worth fewer than there are.

    Raises
    ------
    ValueError
        When there are no draws, or the hits do not fit them.

    Source: Wilson (1927), without continuity correction.

    Examples
    --------
    >>> [round(end, 4) for end in wilson(50, 100)]
    [0.4038, 0.5962]
    """
    if not 0 <= hits <= count or count < 1:
        raise ValueError("there are at least one draw and as many hits at most")
    share = hits / count
    room = Z * Z / count
    middle = (share + room / 2) / (1 + room)
    half = Z / (1 + room) * sqrt(share * (1 - share) / count + room / (4 * count))
    low = 0.0 if hits == 0 else middle - half
    high = 1.0 if hits == count else middle + half
    return max(0.0, low), min(1.0, high)
