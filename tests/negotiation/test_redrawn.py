"""Outcomes in every draw: those of the oracle, and those that a pencil finds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.files.opened import open_case
from detente.negotiation import redrawn
from detente.negotiation.acceptability import acceptance
from detente.negotiation.bargaining import solutions
from detente.negotiation.compiler import answer
from detente.negotiation.drawn import Drawn
from detente.negotiation.draws import draw
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import Question, Row, obstacles, win_set, zone
from detente.negotiation.reach import how_far, most, reach
from detente.negotiation.redraw import Redraws
from detente.negotiation.redrawn import (
    best_of,
    efficient_in,
    mosts,
    outcomes,
    reach_drawn,
    reserves,
)
from detente.solve.law import Shape
from detente.testing import oracle, random_case, two_issue_case
from detente.testing.draw import Bounds
from tests.negotiation.at_draw import at_draw
from tests.negotiation.ranged import ranged
from tests.negotiation.small import small_case

BOUNDS = Bounds(ratifiers=(0, 4), rules=3, packages=150)


def redraws_of(case: Case, count: int, seed: int, shape: Shape = "pert") -> Redraws:
    return Redraws(Drawn(draw(case, count, seed, shape)))


@pytest.mark.parametrize("seed", range(120))
def test_solutions_and_reach_are_those_of_the_oracle_in_every_draw(seed: int) -> None:
    case = random_case(seed, BOUNDS)
    redraws = redraws_of(case, 2, seed)
    found = outcomes(redraws, mosts(redraws))

    for row, one in enumerate(found):
        there = at_draw(case, redraws.drawn.draws.values(row))
        table = oracle.tabulate(there)
        assert one.open == oracle.is_open(table)
        for name, expected in oracle.solutions(table).items():
            if expected.canonical is None:
                assert not one.solutions
                continue
            chosen = one.solutions[name]
            assert tuple(chosen.point.package.values()) == expected.canonical.canonical
            assert {p.values for p in chosen.tied} == {tuple(p.gains) for p in expected.points}
        tops = oracle.largest_gains(there)
        if all(top is not None and top > 0 for top in tops.values()):
            assert one.j == oracle.how_far(table, tops)


@pytest.mark.parametrize("seed", range(15))
def test_reach_with_obstacles_lifted(seed: int) -> None:
    case = random_case(seed, Bounds(ratifiers=(1, 4), rules=3, reserves=True))
    redraws = redraws_of(case, 3, seed)
    tops = mosts(redraws)
    base = [one.j for one in outcomes(redraws, tops)]
    for lifted in ({*obstacles(case)}, {*obstacles(case)[:1]}):
        found = reach_drawn(redraws, tops, frozenset(lifted), base)
        for row in range(3):
            payoffs = compile_case(case, redraws.drawn.draws.values(row))
            exact = reach(payoffs, most(payoffs), frozenset(lifted))
            assert found[row] == pytest.approx(float(exact), abs=1e-12)


def test_the_reference_case_in_a_few_draws() -> None:
    case = open_case("japan-russia-2017").case
    redraws = redraws_of(case, 8, 11)
    tops = mosts(redraws)
    for row, one in enumerate(outcomes(redraws, tops)):
        payoffs = compile_case(case, redraws.drawn.draws.values(row))
        points = answer(payoffs, zone(case))
        assert dict(tops[row]) == most(payoffs)
        assert one.j == how_far(points, tops[row])[0]
        least = tuple(payoffs.reserve[p] for p in case.principals)
        for name, expected in solutions(points, least).items():
            assert one.solutions[name].point.values == expected.point.values
            assert dict(one.solutions[name].point.package) == dict(expected.point.package)


def test_the_best_of_one_row_over_a_win_set() -> None:
    case = ranged()
    redraws = redraws_of(case, 10, 1)
    whole = win_set(case, "A")
    question = Question((Row("B"),), whole.consent, whole.reserves)
    package = answer(redraws.payoffs, question)[0].package
    held = acceptance(redraws.drawn, package).accepted["A"]
    found = best_of(redraws, question, package, held)
    for row in range(10):
        payoffs = compile_case(case, redraws.drawn.draws.values(row))
        points = answer(payoffs, question)
        assert found[row] == pytest.approx(float(points[0].values[0]))


def test_efficient_means_that_no_other_package_of_the_zone_is_better() -> None:
    case = two_issue_case()
    redraws = redraws_of(case, 3, 0)
    for package in ({"price": "high", "delivery": "early"}, {"price": "low", "delivery": "late"}):
        points = answer(compile_case(case), zone(case))
        expected = any(dict(point.package) == package for point in points)
        assert efficient_in(redraws, package).tolist() == [expected] * 3


def test_reserves_are_those_of_each_draw() -> None:
    redraws = redraws_of(ranged(), 4, 0)
    for row, held in enumerate(reserves(redraws)):
        payoffs = compile_case(redraws.case, redraws.drawn.draws.values(row))
        assert held == (payoffs.reserve["A"], payoffs.reserve["B"])


def rival(*, ranges: dict[tuple[str, str], list[int]]) -> Case:
    """Return a case of one issue: ``p`` and ``q`` are fair, ``a`` and ``b`` one-sided."""
    scores = {
        "none": {},
        "p": {"A": 40, "B": 40},
        "q": {"A": 50, "B": 25},
        "a": {"A": 100, "B": -100},
        "b": {"A": -100, "B": 100},
    }
    plain = written(small_case({"A": {"x": 100}, "B": {"x": 100}}, {"x": scores}))
    for (option, party), ends in ranges.items():
        plain["issues"]["x"]["options"][option]["scores"][party] = {"value": ends}
    return Case.model_validate(plain)


@pytest.mark.parametrize("shape", ["triangular", "pert"])
def test_nash_changes_over_with_the_probability_that_a_pencil_finds(shape: Shape) -> None:
    # 40 · 40 = 1,600 points² are less than 25 · X where X > 64: on [20, 80] with its mode at 50 a
    # triangular X is there in (80 − 64)² / (60 · 30); a PERT one, Beta(3, 3), beyond 44 / 60.
    part = 16 / 60
    chance = {
        "triangular": 256 / 1800,
        "pert": 10 * part**3 - 15 * part**4 + 6 * part**5,
    }[shape]
    case = rival(ranges={("q", "A"): [20, 50, 80]})
    count = 4_000
    redraws = redraws_of(case, count, 5, shape)
    chosen = [one.solutions["nash"].point.package["x"] for one in outcomes(redraws, mosts(redraws))]
    hits = chosen.count("q")
    assert {*chosen} == {"p", "q"}
    assert abs(hits / count - chance) < 4 * (chance * (1 - chance) / count) ** 0.5


@pytest.mark.parametrize("shape", ["triangular", "pert"])
def test_the_zone_is_open_with_the_probability_that_a_pencil_finds(shape: Shape) -> None:
    # Only p is left for both; A's gain from it, on [−20, 40] with its mode at 10, must be above 0.
    part = 1 / 3
    below = {
        "triangular": 400 / 1800,
        "pert": 10 * part**3 - 15 * part**4 + 6 * part**5,
    }[shape]
    plain = written(rival(ranges={("p", "A"): [-20, 10, 40]}))
    del plain["issues"]["x"]["options"]["q"]
    count = 4_000
    redraws = redraws_of(Case.model_validate(plain), count, 2, shape)
    opened = sum(one.open for one in outcomes(redraws, mosts(redraws)))
    assert abs(opened / count - (1 - below)) < 4 * (below * (1 - below) / count) ** 0.5


def test_a_margin_as_wide_as_the_world_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    case = ranged()
    expected = outcomes(redraws_of(case, 20, 3), mosts(redraws_of(case, 20, 3)))
    monkeypatch.setattr(redrawn, "NEAR", 1e9)
    found = outcomes(redraws_of(case, 20, 3), mosts(redraws_of(case, 20, 3)))
    for one, two in zip(expected, found, strict=True):
        assert (one.open, one.j) == (two.open, two.j)
        assert {n: dict(s.point.package) for n, s in one.solutions.items()} == {
            n: dict(s.point.package) for n, s in two.solutions.items()
        }


def test_what_nobody_can_gain_from_is_not_open() -> None:
    case = rival(ranges={})
    drawn = draw(case, 2)
    still = Redraws(Drawn(replace(drawn, steps=np.zeros_like(drawn.steps))))
    none = [dict.fromkeys(case.principals, Fraction(0))] * 2
    assert [one.open for one in outcomes(still, none)] == [True, True]
