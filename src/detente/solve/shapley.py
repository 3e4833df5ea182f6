"""Shapley values of a monotone set function, exact, with as few evaluations as it allows.

Source: Shapley (1953). A value function that never falls as its set grows is constant between two
nested sets with the same value; whole intervals of the lattice of subsets are filled that way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import factorial, lcm

Subset = frozenset[str]
Value = Callable[[Subset], Fraction]


def shapley(names: Sequence[str], value: Value) -> dict[str, Fraction]:
    """Return each name's Shapley value; together they are ``value(all) - value(none)``.

    Parameters
    ----------
    names
        The players, all different.
    value
        A function of sets of names that never falls as the set grows. It should remember what it
        was asked.

    Examples
    --------
    Two names that only work together share what they bring; a third brings nothing.

    >>> both = lambda s: Fraction(int({"a", "b"} <= s))
    >>> shapley(["a", "b", "c"], both)
    {'a': Fraction(1, 2), 'b': Fraction(1, 2), 'c': Fraction(0, 1)}
    """
    size = len(names)
    asked = _weightiest_first(names, value)
    table = values(asked, value)
    # Whole numbers: values at one unit, and shares of all orders of the names.
    unit = lcm(*[worth.denominator for worth in table])
    whole = [worth.numerator * (unit // worth.denominator) for worth in table]
    orders = [factorial(n) * factorial(size - n - 1) for n in range(size)]
    found = dict.fromkeys(names, 0)
    for mask, worth in enumerate(whole):
        share = orders[min(mask.bit_count(), size - 1)] if size else 0
        for place, name in enumerate(asked):
            if not mask >> place & 1 and whole[mask | 1 << place] != worth:
                found[name] += share * (whole[mask | 1 << place] - worth)
    return {name: Fraction(amount, unit * factorial(size)) for name, amount in found.items()}


def _weightiest_first(names: Sequence[str], value: Value) -> list[str]:
    """Order the names by what they bring alone and last.

    The lattice is split by the names that matter first, so that what is left between two sets is
    soon the same: the order saves evaluations and changes no value.
    """
    nothing, everything = frozenset[str](), frozenset(names)
    bring = {
        name: value(frozenset({name}))
        - value(nothing)
        + value(everything)
        - value(everything - {name})
        for name in names
    }
    return sorted(names, key=lambda name: -bring[name])


def values(names: Sequence[str], value: Value) -> list[Fraction]:
    """Return the value of every subset; the subset of number n holds the names of n's bits."""
    table: list[Fraction | None] = [None] * (1 << len(names))

    def ask(mask: int) -> Fraction:
        known = table[mask]
        if known is None:
            known = value(frozenset(n for place, n in enumerate(names) if mask >> place & 1))
            table[mask] = known
        return known

    def fill(low: int, high: int) -> None:
        """Fill the interval of sets between two nested ones."""
        if ask(low) == ask(high):
            free = high & ~low
            part = free
            while True:
                table[low | part] = table[low]
                if not part:
                    return
                part = (part - 1) & free
        if (high & ~low).bit_count() > 1:
            split = (high & ~low) & -(high & ~low)
            fill(low, high & ~split)
            fill(low | split, high)

    fill(0, len(table) - 1)
    return [found for found in table if found is not None]
