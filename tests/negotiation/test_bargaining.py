"""The four solutions: worked by hand, and what must not change them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from detente.negotiation.bargaining import solutions
from detente.negotiation.question import Point
from detente.solve.exhaustive import non_dominated

NAMES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def _points(**values: tuple[int, ...]) -> list[Point]:
    return [
        Point(tuple(Fraction(v) for v in vector), {"x": name}, 1) for name, vector in values.items()
    ]


def _zero(count: int) -> tuple[Fraction, ...]:
    return (Fraction(0),) * count


def _chosen(points: list[Point], reserves: tuple[int, ...]) -> dict[str, str]:
    found = solutions(points, tuple(Fraction(r) for r in reserves))
    return {name: solution.point.package["x"] for name, solution in found.items()}


def _tied(points: list[Point], name: str, reserves: tuple[int, ...]) -> list[str]:
    found = solutions(points, tuple(Fraction(r) for r in reserves))[name]
    return [point.package["x"] for point in found.tied]


def test_four_rules_choose_four_points() -> None:
    #            v        product   share of ideal (60, 24)   least   sum
    # p       (60,  2)      120      1      1/12                2      62   utilitarian
    # q       (30,  9)      270      1/2    3/8  (1/2 worst 3/8) 9     39   Nash
    # r       (24, 11)      264      2/5    11/24 (worst 2/5)   11     35   KS: 2/5 > 3/8
    # s       (13, 13)      169      13/60  13/24               13     26   egalitarian
    # t       ( 4, 24)       96      1/15   1                    4     28
    points = _points(p=(60, 2), q=(30, 9), r=(24, 11), s=(13, 13), t=(4, 24))

    assert _chosen(points, (0, 0)) == {
        "nash": "q",
        "kalai_smorodinsky": "r",
        "egalitarian": "s",
        "utilitarian": "p",
    }


def test_reserves_move_the_departure() -> None:
    # p of the test before, (60, 2), lies outside the zone. Above d = (2, 4): q (28, 5) = 140,
    # r (22, 7) = 154, s (11, 9) = 99, t (2, 20) = 40. Ideals there (30, 24): ranges 28 and 20.
    # KS: q (1, 1/4), r (11/14, 7/20), s (11/28, 9/20), t (1/14, 1): worst largest at s, 11/28.
    # Egalitarian: q 5, r 7, s 9. Utilitarian, which asks for no departure: 39, 35, 26, 28.
    points = _points(q=(30, 9), r=(24, 11), s=(13, 13), t=(4, 24))

    assert _chosen(points, (2, 4)) == {
        "nash": "r",
        "kalai_smorodinsky": "s",
        "egalitarian": "s",
        "utilitarian": "q",
    }


def test_ties_are_all_kept_and_the_first_id_is_canonical() -> None:
    # Mirror images: both have product 12, sum 7, shares (3/4, 1) and the leximin (3, 4).
    points = _points(z=(4, 3), y=(3, 4))

    for name in NAMES:
        assert _tied(points, name, (0, 0)) == ["y", "z"]
    assert set(_chosen(points, (0, 0)).values()) == {"y"}


def test_ids_are_compared_as_text_issue_by_issue() -> None:
    first = Point((Fraction(2), Fraction(1)), {"b": "o2", "a": "z"}, 1)
    second = Point((Fraction(1), Fraction(2)), {"b": "o10", "a": "zz"}, 1)

    # "o10" comes before "o2" as text; the case's first issue, b, decides before a.
    assert solutions([first, second], _zero(2))["nash"].point is second


def test_nash_takes_most_parties_positive_first() -> None:
    # No package leaves all three above nothing: p makes two positive with product 2, q two with
    # product 12, r one only, whatever its size.
    points = _points(p=(0, 1, 2), q=(3, 0, 4), r=(1000, 0, 0))

    assert _chosen(points, (0, 0, 0))["nash"] == "q"
    assert _tied(points, "nash", (0, 0, 0)) == ["q"]


def test_nash_where_all_sit_at_their_reserves() -> None:
    points = _points(p=(0, 0))

    assert set(_chosen(points, (0, 0)).values()) == {"p"}


def test_three_principals() -> None:
    #       v           product   shares of (10, 8, 6)          sorted     sum
    # p (10, 2, 1)        20      1, 1/4, 1/6                   1/6 …       13
    # q ( 4, 4, 3)        48      2/5, 1/2, 1/2                 2/5, 1/2, 1/2   11   Nash, egal.: 3
    # r ( 4, 3, 4)        48      2/5, 3/8, 2/3                 3/8 …       11
    # s ( 2, 8, 2)        32      1/5, 1, 1/3                   1/5 …       12
    # t ( 1, 1, 6)         6      1/10 …                                     8
    points = _points(p=(10, 2, 1), q=(4, 4, 3), r=(4, 3, 4), s=(2, 8, 2), t=(1, 1, 6))

    assert _tied(points, "nash", (0, 0, 0)) == ["q", "r"]
    assert _tied(points, "kalai_smorodinsky", (0, 0, 0)) == ["q"]
    assert _tied(points, "egalitarian", (0, 0, 0)) == ["q", "r"]
    assert _tied(points, "utilitarian", (0, 0, 0)) == ["p"]


def test_leximin_looks_past_the_worst_off() -> None:
    # Worst off 2 both times; second worst 3 against 4; the largest, 9 against 5, comes last.
    points = _points(p=(2, 3, 9), q=(2, 4, 5))

    assert _chosen(points, (0, 0, 0))["egalitarian"] == "q"


def test_kalai_smorodinsky_leaves_out_a_party_without_a_range() -> None:
    # C has its reserve, 5, everywhere: its range is 0. Left: shares of (4, 8).
    # p (1, 1/8), q (3/4, 3/4), r (1/4, 1).
    points = _points(p=(4, 1, 5), q=(3, 6, 5), r=(1, 8, 5))

    assert _chosen(points, (0, 0, 5))["kalai_smorodinsky"] == "q"


def test_kalai_smorodinsky_where_nobody_has_a_range() -> None:
    assert _tied(_points(p=(3, 4)), "kalai_smorodinsky", (3, 4)) == ["p"]


def test_negative_reserves_count_as_the_departure() -> None:
    # Above d = (-4, 0): p (4, 5) = 20, q (9, 2) = 18.
    points = _points(q=(5, 2), p=(0, 5))

    assert _chosen(points, (-4, 0))["nash"] == "p"
    assert _chosen(points, (0, 0))["nash"] == "q"


def test_an_empty_zone_has_no_solutions() -> None:
    assert solutions([], _zero(2)) == {}


VECTORS = st.lists(st.tuples(*[st.integers(0, 12)] * 3), min_size=1, max_size=12)


def _efficient(vectors: list[tuple[int, ...]], shift: tuple[int, ...]) -> list[Point]:
    moved = [tuple(Fraction(v + s) for v, s in zip(one, shift, strict=True)) for one in vectors]
    return [Point(v, {"x": f"o{n}"}, 1) for n, v in enumerate(non_dominated(moved))]


@given(VECTORS, st.tuples(*[st.integers(-5, 5)] * 3), st.integers(0, 2), st.data())
def test_rescaling_a_party_changes_neither_nash_nor_kalai_smorodinsky(
    vectors: list[tuple[int, ...]], reserves: tuple[int, ...], party: int, data: st.DataObject
) -> None:
    points = _efficient(vectors, reserves)
    factor = data.draw(st.fractions(Fraction(1, 50), 50))
    offset = data.draw(st.fractions(-20, 20))

    def scaled(values: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return tuple(v * factor + offset if i == party else v for i, v in enumerate(values))

    before = solutions(points, tuple(Fraction(r) for r in reserves))
    after = solutions(
        [Point(scaled(p.values), p.package, p.count) for p in points],
        scaled(tuple(Fraction(r) for r in reserves)),
    )
    for name in ("nash", "kalai_smorodinsky"):
        assert after[name].point.package == before[name].point.package
        assert [p.package for p in after[name].tied] == [p.package for p in before[name].tied]


@given(VECTORS, st.permutations([0, 1, 2]))
def test_permuting_the_parties_permutes_the_points(
    vectors: list[tuple[int, ...]], order: list[int]
) -> None:
    points = _efficient(vectors, (0, 0, 0))
    turned = [Point(tuple(p.values[i] for i in order), p.package, p.count) for p in points]

    before, after = solutions(points, _zero(3)), solutions(turned, _zero(3))

    for name in NAMES:
        assert [p.package for p in after[name].tied] == [p.package for p in before[name].tied]


@given(VECTORS, st.tuples(*[st.integers(-3, 3)] * 3))
def test_what_is_dominated_never_attains_a_maximum(
    vectors: list[tuple[int, ...]], reserves: tuple[int, ...]
) -> None:
    """Solutions over the whole zone and over its efficient points are the same."""
    d = tuple(Fraction(r) for r in reserves)
    inside = [
        tuple(Fraction(x) for x in v)
        for v in vectors
        if all(x >= r for x, r in zip(v, reserves, strict=True))
    ]
    assume(inside)
    whole = [Point(v, {"x": str(v)}, 1) for v in sorted(set(inside))]
    keep = set(non_dominated(inside))

    over_all = solutions(whole, d)
    over_efficient = solutions([p for p in whole if p.values in keep], d)

    for name in NAMES:
        assert over_all[name] == over_efficient[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_canonical_point_is_the_first_of_those_tied(name: str) -> None:
    points = _points(c=(1, 2), b=(2, 1), a=(0, 0))[:2]

    found = solutions(points, _zero(2))[name]

    assert found.point == found.tied[0]
    assert [p.package["x"] for p in found.tied] == ["b", "c"]
