"""Shapley's axioms, and the shortcut beside the definition by permutations."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from detente.solve.shapley import Subset, shapley, values

NAMES = ("b", "a", "d", "c")
Game = Callable[[Subset], Fraction]


@st.composite
def games(draw: st.DrawFn, names: tuple[str, ...] = NAMES) -> Game:
    """Draw monotone games: the most that any of a few sets held by a coalition is worth."""
    some = st.frozensets(st.sampled_from(names))
    sets = draw(st.lists(st.tuples(some, st.integers(-3, 6)), max_size=6))
    least = draw(st.integers(-4, -3))

    def worth(coalition: Subset) -> Fraction:
        held = [worth for needs, worth in sets if needs <= coalition]
        return Fraction(max([least, *held]), 3)

    return worth


def _by_permutations(game: Game) -> dict[str, Fraction]:
    total = dict.fromkeys(NAMES, Fraction(0))
    orders = list(permutations(NAMES))
    for order in orders:
        for place, name in enumerate(order):
            before = frozenset(order[:place])
            total[name] += game(before | {name}) - game(before)
    return {name: value / len(orders) for name, value in total.items()}


@given(games())
def test_shares_are_the_mean_over_all_orders(game: Game) -> None:
    assert shapley(NAMES, game) == _by_permutations(game)


@given(games())
def test_shares_add_up_to_what_all_bring(game: Game) -> None:
    found = shapley(NAMES, game)

    assert sum(found.values()) == game(frozenset(NAMES)) - game(frozenset())
    assert [*found] == [*NAMES]
    assert all(share >= 0 for share in found.values())


@given(games(NAMES[:3]))
def test_who_brings_nothing_gets_nothing(game: Game) -> None:
    assert shapley(NAMES, game)["c"] == 0


@given(games())
def test_equal_names_get_equal_shares(game: Game) -> None:
    swap = {"a": "b", "b": "a"}

    def even(coalition: Subset) -> Fraction:
        return game(coalition) + game(frozenset(swap.get(name, name) for name in coalition))

    found = shapley(NAMES, even)

    assert found["a"] == found["b"]


@given(games(), games())
def test_shares_add_over_games(one: Game, other: Game) -> None:
    both = shapley(NAMES, lambda s: one(s) + other(s))

    first, second = shapley(NAMES, one), shapley(NAMES, other)
    assert both == {name: first[name] + second[name] for name in NAMES}


@given(games())
def test_every_set_has_its_value(game: Game) -> None:
    found = values(NAMES, game)

    assert len(found) == 1 << len(NAMES)
    for mask, worth in enumerate(found):
        held = frozenset(n for place, n in enumerate(NAMES) if mask >> place & 1)
        assert worth == game(held)


def test_a_flat_game_is_asked_twice() -> None:
    asked: list[Subset] = []

    def flat(coalition: Subset) -> Fraction:
        asked.append(coalition)
        return Fraction(1)

    assert set(values(NAMES, flat)) == {1}
    assert asked == [frozenset(), frozenset(NAMES)]


def test_nobody_has_no_share() -> None:
    assert shapley((), lambda _: Fraction(7)) == {}
