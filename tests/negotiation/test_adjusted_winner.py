"""Adjusted Winner: worked by hand, its properties, and its two stages told out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.negotiation.adjusted_winner import Division, adjusted_winner, opposed
from detente.negotiation.payoff import compile_case
from tests.negotiation.small import small_case

POINTS = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=7)


def _points(pairs: list[tuple[int, int]]) -> dict[str, dict[str, Fraction]]:
    return {f"i{n}": {"A": Fraction(a), "B": Fraction(b)} for n, (a, b) in enumerate(pairs)}


def _divide(*pairs: tuple[int, int]) -> Division:
    return adjusted_winner(_points(list(pairs)))


def _told(pairs: list[tuple[int, int]]) -> Fraction:
    """Return the equal total by the two stages of the rule: winners first, then transfers."""
    sums = [sum(pair[p] for pair in pairs) for p in (0, 1)]
    issues = [[Fraction(100 * pair[p], sums[p]) for p in (0, 1)] for pair in pairs]
    holds: list[list[list[Fraction]]] = [[], []]
    for issue in issues:
        holds[0 if issue[0] >= issue[1] else 1].append(issue)
    totals = [sum((issue[p] for issue in holds[p]), Fraction(0)) for p in (0, 1)]
    rich = 0 if totals[0] >= totals[1] else 1
    poor = 1 - rich
    for issue in sorted(holds[rich], key=lambda i: i[rich] / i[poor]):
        gap = totals[rich] - totals[poor]
        part = min(Fraction(1), gap / (issue[0] + issue[1]))
        totals[rich] -= part * issue[rich]
        totals[poor] += part * issue[poor]
    assert totals[0] == totals[1]
    return totals[0]


def test_two_issues_by_hand() -> None:
    found = _divide((70, 40), (30, 60))

    # A has 70 and B 60; of the first issue x stays with A: 70x = 60 + 40(1 − x), x = 10/11.
    assert found.shares["i0"] == {"A": Fraction(10, 11), "B": Fraction(1, 11)}
    assert found.shares["i1"] == {"A": 0, "B": 1}
    assert found.totals == {"A": Fraction(700, 11), "B": Fraction(700, 11)}
    assert found.divided == "i0"


def test_where_totals_are_equal_nothing_is_divided() -> None:
    found = _divide((60, 40), (40, 60))

    assert found.divided is None
    assert found.shares == {"i0": {"A": 1, "B": 0}, "i1": {"A": 0, "B": 1}}
    assert found.totals == {"A": 60, "B": 60}


def test_an_issue_alone_is_halved() -> None:
    found = _divide((7, 3))

    assert found.shares["i0"] == {"A": Fraction(1, 2), "B": Fraction(1, 2)}
    assert found.points["i0"] == {"A": 100, "B": 100}


def test_ties_go_by_the_order_of_issues() -> None:
    found = _divide((1, 1), (1, 1), (1, 1))

    assert [found.shares[i]["A"] for i in found.shares] == [1, Fraction(1, 2), 0]


def test_an_issue_may_bring_one_side_nothing() -> None:
    found = _divide((5, 0), (5, 10))

    # The first issue is A's; of the second A keeps x: 50 + 50x = 100(1 − x), x = 1/3.
    assert found.shares["i0"] == {"A": 1, "B": 0}
    assert found.shares["i1"]["A"] == Fraction(1, 3)


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ({}, "two principals"),
        ({"x": {"A": Fraction(1)}}, "two principals"),
        ({"x": {"A": Fraction(1), "B": Fraction(1)}, "y": {"A": Fraction(1)}}, "two principals"),
        (_points([(1, -1), (1, 2)]), "not negative"),
        (_points([(1, 0), (1, 0)]), "points to divide"),
        (_points([(1, 1), (0, 0)]), "to somebody"),
    ],
)
def test_what_cannot_be_divided_is_refused(
    points: dict[str, dict[str, Fraction]], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        adjusted_winner(points)


@given(POINTS)
def test_it_is_equitable_envy_free_and_divides_one_issue_at_most(
    pairs: list[tuple[int, int]],
) -> None:
    found = adjusted_winner(_points(pairs))

    assert found.totals["A"] == found.totals["B"] >= 50
    assert all(0 <= x <= 1 for of in found.shares.values() for x in of.values())
    assert all(sum(of.values()) == 1 for of in found.shares.values())
    split = [issue for issue, of in found.shares.items() if 0 < of["A"] < 1]
    assert split == ([] if found.divided is None else [found.divided])
    for principal in ("A", "B"):
        assert sum(of[principal] for of in found.points.values()) == 100


@given(POINTS)
def test_it_is_efficient(pairs: list[tuple[int, int]]) -> None:
    """Whoever holds part of an issue holds it at a ratio no worse than any the other holds.

    Then both totals are maximal for some positive price of B's points in A's, and no other
    division by shares brings one principal more and the other no less.
    """
    found = adjusted_winner(_points(pairs))
    ratio = {issue: of["A"] / of["B"] for issue, of in found.points.items()}

    held = {p: [ratio[i] for i, of in found.shares.items() if of[p]] for p in ("A", "B")}

    assert min(held["A"]) >= max(held["B"])


@given(POINTS.filter(lambda pairs: len(pairs) <= 4))
def test_no_division_by_quarters_is_better(pairs: list[tuple[int, int]]) -> None:
    found = adjusted_winner(_points(pairs))
    values = list(found.points.values())
    total = found.totals["A"]

    for parts in product(range(5), repeat=len(values)):
        ours = sum(Fraction(part, 4) * of["A"] for part, of in zip(parts, values, strict=True))
        theirs = sum(
            Fraction(4 - part, 4) * of["B"] for part, of in zip(parts, values, strict=True)
        )
        assert not (ours >= total and theirs >= total and (ours, theirs) != (total, total))


@given(POINTS)
def test_it_ends_where_the_two_stages_end(pairs: list[tuple[int, int]]) -> None:
    assert adjusted_winner(_points(pairs)).totals["A"] == _told(pairs)


@given(POINTS)
def test_other_names_permute_the_answer(pairs: list[tuple[int, int]]) -> None:
    points = _points(pairs)
    found = adjusted_winner(points)
    names = {"A": "Z", "B": "Y"}
    renamed = adjusted_winner(
        {i: {names[p]: value for p, value in of.items()} for i, of in points.items()}
    )

    assert renamed.shares == {
        i: {names[p]: x for p, x in of.items()} for i, of in found.shares.items()
    }
    assert renamed.divided == found.divided


@given(POINTS)
def test_the_order_of_sides_and_issues_decides_ties_alone(
    pairs: list[tuple[int, int]],
) -> None:
    points = _points(pairs)
    found = adjusted_winner(points)
    turned = adjusted_winner(
        {i: {"B": of["B"], "A": of["A"]} for i, of in reversed(points.items())}
    )

    assert turned.totals == found.totals
    ratios = [of["A"] / of["B"] for of in found.points.values()]
    if len({*ratios}) == len(ratios):
        assert turned.shares == found.shares


@given(POINTS, st.integers(1, 9), st.integers(1, 9))
def test_units_do_not_matter(pairs: list[tuple[int, int]], a: int, b: int) -> None:
    assert _divide(*((a * x, b * y) for x, y in pairs)) == _divide(*pairs)


def _with_poles(poles: dict[str, dict[str, str]]) -> Case:
    case = small_case(
        {"A": {"x": 60, "y": 40}, "B": {"x": 50, "y": 50}},
        {
            "x": {"n": {}, "p": {"A": 100, "B": -20}, "q": {"A": -50, "B": 100}},
            "y": {"n": {}, "p": {"A": 100, "B": 100}, "q": {"A": 50, "B": 40}},
            "z": {"n": {}, "p": {}, "q": {}},
        },
    )
    issues = {
        name: issue.model_copy(update={"poles": poles.get(name, {})})
        for name, issue in case.issues.items()
    }
    return case.model_copy(update={"issues": issues})


def test_points_are_the_difference_between_the_poles() -> None:
    both = {"A": "p", "B": "q"}
    points, left_out = opposed(compile_case(_with_poles({"x": both, "y": both, "z": both})))

    assert points == {"x": {"A": 90, "B": 60}}
    assert left_out == {"y": "not opposed", "z": "no points"}


@pytest.mark.parametrize("poles", [{}, {"A": "p"}, {"A": "p", "B": "p"}])
def test_an_issue_needs_two_different_poles(poles: dict[str, str]) -> None:
    points, left_out = opposed(compile_case(_with_poles({"x": poles})))

    assert points == {}
    assert left_out["x"] == "no poles"


def test_three_principals_are_refused() -> None:
    case = small_case(
        {p: {"x": 100} for p in "ABC"}, {"x": {"n": {}, "p": dict.fromkeys("ABC", 100)}}
    )

    with pytest.raises(ValueError, match="two principals"):
        opposed(compile_case(case))
