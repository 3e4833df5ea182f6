"""Brute force: every package is looked at, and every comparison follows the definition.

Slow on purpose. The functions take plain sequences and callables, and share no code with the
exact merge, so that each can check the other on small problems.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, TypeVar

T = TypeVar("T")
Vector = tuple[Fraction, ...]
"""One exact number for each party, in a fixed order."""


def products(domains: Sequence[Sequence[T]]) -> Iterator[tuple[T, ...]]:
    """Yield every way to choose one value from each domain, the last domain moving fastest.

    Parameters
    ----------
    domains
        The values of each variable. One empty domain leaves nothing to yield; no domain at all
        leaves the empty choice.

    Examples
    --------
    >>> list(products(["ab", "xy"]))
    [('a', 'x'), ('a', 'y'), ('b', 'x'), ('b', 'y')]
    """
    return itertools.product(*domains)


def dominates(one: Sequence[Fraction], other: Sequence[Fraction]) -> bool:
    """Return whether ``one`` is nowhere below ``other``, and somewhere above it (Pareto).

    Raises
    ------
    ValueError
        When the two have different lengths.

    Examples
    --------
    >>> dominates((2, 1), (1, 1)), dominates((2, 0), (1, 1)), dominates((1, 1), (1, 1))
    (True, False, False)
    """
    pairs = list(zip(one, other, strict=True))
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


def non_dominated(points: Iterable[Vector]) -> list[Vector]:
    """Return the distinct points that no other point dominates, in ascending order.

    Quadratic: each point is compared with every other one.

    Parameters
    ----------
    points
        Vectors of one length, larger being better in every place.

    Examples
    --------
    >>> non_dominated([(1, 1), (0, 3), (2, 1), (0, 3), (0, 2)])
    [(0, 3), (2, 1)]
    """
    distinct = sorted(set(points))
    return [p for p in distinct if not any(dominates(q, p) for q in distinct)]


def leximin(values: Iterable[Fraction]) -> Vector:
    """Return the values in ascending order: of two such tuples the larger is leximin-better.

    The worst-off place counts first, then the second worst-off, and so on.

    References
    ----------
    Sen, A. (1970). *Collective Choice and Social Welfare*. Holden-Day, p. 138.

    Examples
    --------
    >>> leximin((5, 1, 2)) > leximin((1, 9, 1))
    True
    """
    return tuple(sorted(values))


def arg_max(items: Iterable[T], key: Callable[[T], Any]) -> list[T]:
    """Return all items whose key is the largest, in the order given; none of none.

    Parameters
    ----------
    items
        Candidates.
    key
        What is maximised: any totally ordered value, such as a rational or a tuple of them.

    Examples
    --------
    >>> arg_max(["a", "bb", "cc"], len)
    ['bb', 'cc']
    """
    keyed = [(key(item), item) for item in items]
    if not keyed:
        return []
    top = max(value for value, _ in keyed)
    return [item for value, item in keyed if value == top]


def efficient(
    packages: Iterable[T], value: Callable[[T], Vector]
) -> list[tuple[Vector, tuple[T, ...]]]:
    """Return the efficient points, each with all packages that reach it.

    Parameters
    ----------
    packages
        Those to choose from, such as the feasible ones of :func:`products`.
    value
        Each package's vector, larger being better in every place.

    Returns
    -------
    list of (vector, packages)
        In ascending order of the vectors; the packages of a point in the order given.

    Examples
    --------
    >>> efficient(range(4), lambda n: (n % 2, -(n % 2)))
    [((0, 0), (0, 2)), ((1, -1), (1, 3))]
    """
    reached: dict[Vector, list[T]] = {}
    for package in packages:
        reached.setdefault(value(package), []).append(package)
    return [(point, tuple(reached[point])) for point in non_dominated(reached)]
