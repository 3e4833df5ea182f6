"""Every minimal set that makes a monotone property hold, by implicit hitting sets.

A set that fails is grown until it fails as largely as it can; every set that holds must then hit
what it lacks. A minimal set that hits all that is known either holds, and is one of the answers,
or fails and teaches one more. Source: Reiter (1987); Liffiton et al. (2016).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Subset = frozenset[str]


@dataclass(frozen=True)
class MinimalSets:
    """Minimal sets that make a property hold.

    Attributes
    ----------
    sets
        By size, then by names.
    complete
        Whether there is no other.
    """

    sets: tuple[Subset, ...]
    complete: bool


def minimal_sets(
    names: Sequence[str], holds: Callable[[Subset], bool], limit: int = 200
) -> MinimalSets:
    """Return all subset-minimal sets of names for which a property holds.

    Parameters
    ----------
    names
        The elements, all different.
    holds
        A property that stays once it holds as the set grows.
    limit
        Most sets to return; beyond, the answer is not complete.

    Examples
    --------
    >>> found = minimal_sets("abcd", lambda s: "a" in s or {"b", "c"} <= s)
    >>> [sorted(one) for one in found.sets], found.complete
    ([['a'], ['b', 'c']], True)
    """
    everything = frozenset(names)
    if not holds(everything):
        return MinimalSets((), complete=True)
    hitting: set[Subset] = {frozenset()}
    found: set[Subset] = set()
    while True:
        untried = sorted(hitting - found, key=_order)
        if not untried or len(found) >= limit:
            return MinimalSets(tuple(sorted(found, key=_order)), complete=not untried)
        candidate = untried[0]
        if holds(candidate):
            found.add(candidate)
        else:
            hitting = _hit(hitting, everything - _grown(candidate, names, holds))


def _order(one: Subset) -> tuple[int, list[str]]:
    return len(one), sorted(one)


def _grown(failing: Subset, names: Sequence[str], holds: Callable[[Subset], bool]) -> Subset:
    """Return a largest set that fails and contains one that fails."""
    for name in names:
        if name not in failing and not holds(failing | {name}):
            failing |= {name}
    return failing


def _hit(hitting: set[Subset], lacking: Subset) -> set[Subset]:
    """Return the minimal hitting sets once one more set must be hit (Berge's step)."""
    kept = {one for one in hitting if one & lacking}
    grown = {one | {name} for one in hitting - kept for name in lacking}
    return kept | {one for one in grown if not any(other <= one for other in kept)}
