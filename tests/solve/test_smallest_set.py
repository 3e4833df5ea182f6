"""One smallest set that makes a property hold."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.solve.minimal_sets import minimal_sets
from detente.solve.smallest_set import SmallestSet, smallest_set

NAMES = "abcdefg"
FAMILIES = st.lists(st.frozensets(st.sampled_from(NAMES), min_size=1), min_size=1, max_size=6)


@settings(deadline=None, max_examples=200)
@given(FAMILIES)
def test_none_is_smaller_and_nothing_can_be_left_out(family: list[frozenset[str]]) -> None:
    def holds(subset: frozenset[str]) -> bool:
        return any(one <= subset for one in family)

    found = smallest_set(NAMES, holds)

    assert found is not None
    assert found.smallest
    members = frozenset(found.members)
    assert holds(members)
    assert not any(holds(members - {name}) for name in members)
    assert len(members) == len(minimal_sets(NAMES, holds).sets[0])


@settings(deadline=None, max_examples=200)
@given(FAMILIES)
def test_of_equal_ones_it_is_the_first_by_the_order_of_the_names(
    family: list[frozenset[str]],
) -> None:
    order = "gfedcba"
    sizes = [len(one) for one in family]
    first = min(
        [order.index(name) for name in sorted(one, key=order.index)]
        for one in family
        if len(one) == min(sizes)
    )

    found = smallest_set(order, lambda subset: any(one <= subset for one in family))

    assert found is not None
    assert [order.index(name) for name in found.members] == first


def test_there_may_be_none() -> None:
    assert smallest_set("abc", lambda _: False) is None
    assert smallest_set("abc", lambda _: True) == SmallestSet((), smallest=True)


def test_without_leave_to_ask_it_is_one_from_which_nothing_can_be_left_out() -> None:
    def holds(subset: frozenset[str]) -> bool:
        return {"a", "b", "c"} <= subset or {"d", "e"} <= subset

    assert smallest_set("abcde", holds, budget=1) == SmallestSet(("a", "b", "c"), smallest=False)
    assert smallest_set("abcde", holds) == SmallestSet(("d", "e"), smallest=True)


def test_many_long_ones_end_in_time() -> None:
    names = [f"{ring}{place}" for ring in "pq" for place in range(12)]
    rings = [frozenset(n for n in names if n[0] == ring) for ring in "pq"]
    asked = itertools.count()

    def holds(subset: frozenset[str]) -> bool:
        next(asked)
        return any(ring <= subset for ring in rings)

    found = smallest_set(names, holds)

    assert found is not None
    assert frozenset(found.members) in rings
    assert next(asked) < 2_500
