"""Minimal sets are minimal, and all of them, beside a look at every subset."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from detente.solve.minimal_sets import Subset, minimal_sets

NAMES = ("b", "a", "e", "d", "c")
Property = Callable[[Subset], bool]


def _having(needs: list[Subset]) -> Property:
    return lambda held: any(one <= held for one in needs)


properties = st.lists(st.frozensets(st.sampled_from(NAMES)), max_size=8)


def _by_hand(holds: Property) -> list[Subset]:
    found: list[Subset] = []
    for size in range(len(NAMES) + 1):
        for names in combinations(sorted(NAMES), size):
            one = frozenset(names)
            if holds(one) and not any(known <= one for known in found):
                found.append(one)
    return found


@given(properties)
def test_sets_are_all_and_in_order(needs: list[Subset]) -> None:
    found = minimal_sets(NAMES, _having(needs))

    assert [*found.sets] == _by_hand(_having(needs))
    assert found.complete


@given(properties)
def test_nothing_can_be_left_out(needs: list[Subset]) -> None:
    holds = _having(needs)

    for one in minimal_sets(NAMES, holds).sets:
        assert holds(one)
        assert not any(holds(one - {name}) for name in one)


@given(properties, st.permutations(NAMES))
def test_the_order_of_names_does_not_matter(needs: list[Subset], names: list[str]) -> None:
    assert minimal_sets(names, _having(needs)) == minimal_sets(NAMES, _having(needs))


@given(properties, st.integers(1, 4))
def test_a_limit_says_when_there_is_more(needs: list[Subset], limit: int) -> None:
    every = minimal_sets(NAMES, _having(needs)).sets
    found = minimal_sets(NAMES, _having(needs), limit)

    assert set(found.sets) <= set(every)
    assert len(found.sets) == min(limit, len(every))
    assert not found.complete or found.sets == every


def test_what_holds_already_needs_nothing() -> None:
    assert minimal_sets(NAMES, lambda _: True).sets == (frozenset(),)


def test_what_never_holds_has_no_set() -> None:
    found = minimal_sets(NAMES, lambda _: False)

    assert found.sets == ()
    assert found.complete
