"""One smallest set that makes a monotone property hold, such as statements that contradict.

Where all sets are too many, one is enough, if it is as small as any. A set that fails is grown
until it fails as largely as it can; what it lacks must be hit by every set that holds. A smallest
set that hits all that is known either holds, and no set that holds is smaller; or it fails and
teaches one more. Source: Ignatiev et al. (2015), after Reiter (1987).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Subset = frozenset[str]
Property = Callable[[Subset], bool]


@dataclass(frozen=True)
class SmallestSet:
    """A set that makes a property hold, and from which nothing can be left out.

    Attributes
    ----------
    members
        Its names, in the order they were given in.
    smallest
        Whether it is proved that no set that holds has fewer.
    """

    members: tuple[str, ...]
    smallest: bool


def smallest_set(names: Sequence[str], holds: Property, budget: int = 2_000) -> SmallestSet | None:
    """Return a smallest set of names for which a property holds; ``None`` when there is none.

    Parameters
    ----------
    names
        The elements, all different.
    holds
        A property that stays once it holds as the set grows.
    budget
        How many times the property may be asked, about; beyond, the set is one from which nothing
        can be left out, and is not proved smallest.

    Returns
    -------
    SmallestSet or None
        Tie rule: of several smallest sets, the one whose first name stands earliest in ``names``,
        then its second, and so on. A set that is not proved is what is left when names are left
        out from the last to the first, as long as the property holds.

    Examples
    --------
    >>> smallest_set("abcd", lambda s: {"a", "b", "d"} <= s or {"b", "c"} <= s)
    SmallestSet(members=('b', 'c'), smallest=True)
    """
    if not holds(frozenset(names)):
        return None
    left = frozenset(names)
    for name in reversed(names):
        if holds(left - {name}):
            left -= {name}
    lacking: list[Subset] = []
    asked = 2 * len(names)
    steps = [20 * budget]
    while asked <= budget:
        candidate = _hitting(names, lacking, steps)
        if candidate is None:
            break
        asked += 1
        if holds(candidate):
            return SmallestSet(tuple(name for name in names if name in candidate), smallest=True)
        grown = candidate
        for name in names:
            if name not in grown:
                asked += 1
                if not holds(grown | {name}):
                    grown |= {name}
        lacking.append(frozenset(names) - grown)
    return SmallestSet(tuple(name for name in names if name in left), smallest=False)


def _hitting(names: Sequence[str], lacking: Sequence[Subset], steps: list[int]) -> Subset | None:
    """Return the first smallest set that hits every one; ``None`` when the steps run out."""
    for size in range(len(names) + 1):
        found = _within(names, 0, lacking, size, steps)
        if steps[0] <= 0:
            return None
        if found is not None:
            return frozenset(found)
    return None


def _within(
    names: Sequence[str], first: int, lacking: Sequence[Subset], size: int, steps: list[int]
) -> tuple[str, ...] | None:
    """Return the first set of at most ``size`` names, from a place on, that hits every one."""
    steps[0] -= 1
    if not lacking:
        return ()
    if steps[0] <= 0 or size < _apart(lacking):
        return None
    for place in range(first, len(names)):
        if not all(one.intersection(names[place:]) for one in lacking):
            return None
        name = names[place]
        rest = [one for one in lacking if name not in one]
        if len(rest) == len(lacking):
            continue
        found = _within(names, place + 1, rest, size - 1, steps)
        if found is not None:
            return (name, *found)
    return None


def _apart(lacking: Sequence[Subset]) -> int:
    """Return how many sets share nothing, taken one after another: as many names are needed."""
    seen: Subset = frozenset()
    count = 0
    for one in sorted(lacking, key=len):
        if not one & seen:
            seen |= one
            count += 1
    return count
