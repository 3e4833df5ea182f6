"""Intervals of a mean and of a share, each as arrays, one entry a period."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVEL = 0.95
"""The level of an interval where none is asked for."""


@dataclass(frozen=True)
class Interval:
    """Lower and upper ends, and how they were found.

    Attributes
    ----------
    low, high
        The ends, shape (n,); NaN where there is none.
    level
        How often such an interval holds the true value, between 0 and 1.
    method
        How it was found, in words.
    """

    low: Floats
    high: Floats
    level: float
    method: str

    def __post_init__(self) -> None:
        for ends in (self.low, self.high):
            ends.flags.writeable = False


def student(level: float, freedom: int) -> float:
    r"""Return the t with :math:`P(|T| \le t)` = level, for Student's T.

    Parameters
    ----------
    level
        Between 0 and 1, both excluded.
    freedom
        Degrees of freedom, at least 1.

    Raises
    ------
    ValueError
        Outside these ranges.

    Notes
    -----
    The finite series of Abramowitz & Stegun 1964, 26.7.3 and 26.7.4, halved until two neighbouring
    numbers are left.

    Examples
    --------
    >>> round(student(0.95, 10), 3)
    2.228
    """
    if not 0 < level < 1 or freedom < 1:
        raise ValueError(f"no such t: level {level}, {freedom} degrees of freedom")
    return _student(level, freedom)


@lru_cache(maxsize=4096)
def _student(level: float, freedom: int) -> float:
    low, high = 0.0, np.pi / 2
    while low < (middle := (low + high) / 2) < high:
        if _within(middle, freedom) < level:
            low = middle
        else:
            high = middle
    return float(np.tan(high) * np.sqrt(freedom))


def _within(angle: float, freedom: int) -> float:
    """Return P(|T| ≤ t) for the angle whose tangent is t/√freedom."""
    cosine, sine = np.cos(angle), np.sin(angle)
    odd = freedom % 2
    steps = np.arange(2 + odd, freedom - 1, 2)
    terms = np.cumprod((steps - 1) / steps * cosine**2)
    if odd:
        rest = 0.0 if freedom == 1 else sine * cosine * (1 + terms.sum())
        return float(2 / np.pi * (angle + rest))
    return float(sine * (1 + terms.sum()))


def of_mean(n: Floats, total: Floats, squares: Floats, *, level: float = LEVEL) -> Interval:
    """Return Student's interval of a mean, values taken as independent.

    Parameters
    ----------
    n, total, squares
        How many values, their sum, the sum of their squares, shape (periods,).
    level
        Between 0 and 1.

    Returns
    -------
    Interval
        NaN where there are fewer than two values.
    """
    mean, freedom = _over(total, n), n - 1
    error = np.sqrt(_over(np.maximum(squares - mean * total, 0), n * freedom))
    low, high = _student_ends(mean, error, freedom, level)
    return Interval(low, high, level, "Student's t, events taken as independent")


def of_ratio(
    days: Floats,
    total: Floats,
    n: Floats,
    tt: Floats,
    tn: Floats,
    nn: Floats,
    *,
    level: float = LEVEL,
) -> Interval:
    r"""Return the interval of Σt / Σn where the values of one day belong together.

    Parameters
    ----------
    days
        Days with values, shape (periods,).
    total, n
        Σt and Σn over the days.
    tt, tn, nn
        Σt², Σtn and Σn² over the days.
    level
        Between 0 and 1.

    Returns
    -------
    Interval
        NaN where there are fewer than two days.

    Notes
    -----
    With m = Σt / Σn and k days the squared error is k/(k−1) · Σ(t − m n)² / (Σn)², the variance of
    a ratio of two sums over units taken whole (Cochran 1977, Sampling Techniques, 3rd edition,
    6.3 on ratios, chapter 9A on clusters); Student's t with k − 1 degrees of freedom.
    """
    ratio, freedom = _over(total, n), days - 1
    spread = np.maximum(tt - 2 * ratio * tn + ratio**2 * nn, 0)
    error = np.sqrt(_over(days * spread, freedom * n**2))
    low, high = _student_ends(ratio, error, freedom, level)
    return Interval(low, high, level, "Student's t over days: the events of a day go together")


def wilson(hits: Floats, n: Floats, *, level: float = LEVEL) -> Interval:
    """Return Wilson's score interval of a share, cases taken as independent.

    Parameters
    ----------
    hits, n
        How many are of the kind, and how many in all, shape (periods,); neither need be whole.
    level
        Between 0 and 1.

    Returns
    -------
    Interval
        Within 0 and 1; NaN where n is 0.

    Notes
    -----
    Wilson 1927, Journal of the American Statistical Association 22, 209–212.
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = _over(hits, n)
    scale = _over(n, n + z**2)
    centre = (share + _over(np.full_like(n, z**2), 2 * n)) * scale
    half = (
        z * scale * np.sqrt(_over(share * (1 - share), n) + _over(np.full_like(n, z**2), 4 * n**2))
    )
    low, high = np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)
    return Interval(low, high, level, "Wilson's, events taken as independent")


def _student_ends(
    middle: Floats, error: Floats, freedom: Floats, level: float
) -> tuple[Floats, Floats]:
    times = np.array(
        [student(level, int(each)) if each >= 1 else np.nan for each in freedom.tolist()]
    )
    return middle - times * error, middle + times * error


def _over(above: Floats, below: Floats) -> Floats:
    """Divide; NaN where there is nothing to divide by."""
    found = np.full(np.shape(above), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found
