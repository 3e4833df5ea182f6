"""Frontiers, solutions and how far a case goes, beside answers worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from detente.case.case import Case
from detente.solve.exhaustive import dominates
from detente.testing import oracle
from detente.testing.oracle import Point, tabulate
from detente.testing.strategies import cases
from tests.testing.worked import deal, outside, treaty, whole


def numbers(points: tuple[Point, ...]) -> list[tuple[int, ...]]:
    return [whole(*point.gains) for point in points]


def test_sizes_by_hand() -> None:
    table = tabulate(treaty())
    assert oracle.sizes(table) == oracle.Sizes(8, {"A": 4, "B": 4}, 1)
    assert oracle.is_open(table)


def test_frontiers_by_hand() -> None:
    table = tabulate(treaty())
    # (-23, 30) is below (-10, 45); (0, 0) and (7, 10) below (20, 25); (30, -20) below (37, -10).
    assert numbers(oracle.feasible_frontier(table)) == [(-40, 60), (-10, 45), (20, 25), (37, -10)]
    assert numbers(oracle.zone_frontier(table)) == [(7, 10)]


def test_a_point_names_all_its_packages() -> None:
    case = deal({"o10": (50, 100), "o2": (100, 50), "Z": (100, 50), "k": (40, 40)})
    assert oracle.zone_frontier(tabulate(case)) == (
        Point((Fraction(50), Fraction(100)), (("o10",),), ("o10",)),
        Point((Fraction(100), Fraction(50)), (("Z",), ("o2",)), ("Z",)),
    )


SYMMETRIC = {"x": (50, 40), "y": (40, 50), "v": (40, 50), "z": (30, 70), "w": (70, 30)}


@pytest.mark.parametrize(
    ("name", "gains", "canonical"),
    [
        ("nash", [(30, 70), (70, 30)], ("w",)),  # 30·70 = 2100 over 50·40 = 2000
        ("kalai_smorodinsky", [(40, 50), (50, 40)], ("v",)),  # 40/70 over 30/70; ideals 70, 70
        ("egalitarian", [(40, 50), (50, 40)], ("v",)),  # the worse off has 40 over 30
        ("utilitarian", [(30, 70), (70, 30)], ("w",)),  # 100 over 90
    ],
)
def test_tied_solutions(name: str, gains: list[tuple[int, ...]], canonical: tuple[str]) -> None:
    solution = oracle.solution(tabulate(deal(SYMMETRIC)), name)
    assert numbers(solution.points) == gains
    assert solution.canonical is not None
    assert solution.canonical.canonical == canonical
    assert solution.reason is None


def test_all_packages_of_a_solution() -> None:
    first = oracle.solution(tabulate(deal(SYMMETRIC)), "egalitarian").points[0]
    assert first.packages == (("v",), ("y",))


def test_solutions_where_no_package_serves_everybody() -> None:
    # C gains nothing anywhere. Nash: two served at best, 5·5 = 25 against 2·20 = 40.
    # Kalai–Smorodinsky leaves C out: ideals 10 and 20, q (1/2, 1/4) against s (1/5, 1).
    # Egalitarian: q (0, 5, 5) against s (0, 2, 20). Utilitarian: 10 against 22.
    case = deal({"p": (10, 0, 0), "q": (5, 5, 0), "r": (0, 20, 0), "s": (2, 20, 0)})
    found = oracle.solutions(tabulate(case))
    assert {name: [p.canonical for p in s.points] for name, s in found.items()} == {
        "nash": [("s",)],
        "kalai_smorodinsky": [("q",)],
        "egalitarian": [("q",)],
        "utilitarian": [("s",)],
    }
    assert tuple(found) == oracle.SOLUTIONS


def test_solutions_depart_from_the_reserves() -> None:
    options = {"a": (5, 40), "b": (20, 14)}
    # From 0: 5·40 = 200 against 20·14 = 280. From -10 for A: 15·40 = 600 against 30·14 = 420.
    plain = oracle.solution(tabulate(deal(options)), "nash")
    lower = oracle.solution(tabulate(deal(options, A=-10)), "nash")
    assert [point.canonical for point in plain.points] == [("b",)]
    assert [point.canonical for point in lower.points] == [("a",)]


def test_ideals_are_taken_within_the_zone() -> None:
    # b would give A 100, and B refuses it. Ideals 60 and 80: a (1, 1/2) and d (1/2, 1) tie.
    # With 100 as A's ideal, a (3/5, 1/2) would beat d (3/10, 1).
    case = deal({"a": (60, 40), "b": (100, -1), "d": (30, 80)})
    found = oracle.solution(tabulate(case), "kalai_smorodinsky")
    assert [point.canonical for point in found.points] == [("d",), ("a",)]


def test_a_zone_without_any_range() -> None:
    found = oracle.solutions(tabulate(deal({"a": (100, -100)})))
    assert {numbers(s.points)[0] for s in found.values()} == {(0, 0)}


def test_an_empty_zone_has_no_solution_and_says_why() -> None:
    table = tabulate(deal({"a": (100, -100)}, A=1))
    assert table.zone == ()
    assert not oracle.is_open(table)
    assert oracle.how_far(table) == 0
    assert oracle.zone_frontier(table) == ()
    for solution in oracle.solutions(table).values():
        assert (solution.points, solution.canonical) == ((), None)
        assert solution.reason == oracle.EMPTY_ZONE


def test_largest_gains_and_how_far_by_hand() -> None:
    # With the removable lifted, A could have all the land for nothing, 60, and B a grant, 60.
    case = treaty()
    largest = oracle.largest_gains(case)
    assert largest == {"A": 60, "B": 60}
    assert oracle.how_far(tabulate(case), largest) == Fraction(7, 60)
    assert oracle.how_far(tabulate(case, {"commitments.loans"})) == Fraction(10, 60)
    every = {"ratifiers.diet", "ratifiers.duma", "commitments.keep"}
    assert oracle.how_far(tabulate(case, every)) == Fraction(20, 60)


def test_a_zone_that_is_not_open_goes_nowhere() -> None:
    table = tabulate(deal({"a": (100, -100), "b": (0, 50)}))
    assert [row.package for row in table.zone] == [("none",), ("b",)]
    assert not oracle.is_open(table)
    assert oracle.how_far(table) == 0


def test_gains_over_an_outside_value() -> None:
    # a: 100 - 20 = 80 and -50 + 10 = -40; b: 30 - 20 = 10 and 100 + 10 = 110; c is X's.
    table = tabulate(outside())
    assert [whole(*table.vector(row)) for row in table.feasible] == [(80, -40), (10, 110)]
    assert [row.package for row in table.zone] == [("b",)]
    assert oracle.how_far(table) == Fraction(1, 8)  # min(10/80, 110/110)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_what_holds_of_every_case(case: Case) -> None:
    table = tabulate(case)
    assert all(
        row.gains[p] == oracle.gain(case, p, row.package)
        for row in table.rows
        for p in case.parties
    )
    frontier = [point.gains for point in oracle.zone_frontier(table)]
    vectors = [table.vector(row) for row in table.zone]
    assert not any(dominates(v, point) for v in vectors for point in frontier)
    assert all(v in frontier or any(dominates(p, v) for p in frontier) for v in vectors)
    for solution in oracle.solutions(table).values():
        assert {point.gains for point in solution.points} <= {*frontier}
    lifted = tabulate(case, oracle.removable(case))
    assert oracle.how_far(lifted) >= oracle.how_far(table) >= 0
    assert oracle.how_far(lifted) <= 1
