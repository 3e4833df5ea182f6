"""Draws answered anew: what is counted, in scenarios too, and by which seed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest

from detente.case.case import Case, Package
from detente.case.situation import in_world, worlds
from detente.files.opened import open_case
from detente.negotiation.drawn_worlds import drawn_worlds
from detente.negotiation.draws import draw
from detente.negotiation.payoff import compile_case
from detente.negotiation.reach import most
from detente.solve.proportion import wilson
from detente.study import redrawn as module
from detente.study.agreement import agreement, nash_package
from detente.study.redrawn import anew, anew_ahead, redrawn
from detente.study.redrawn_result import RedrawnResult
from detente.study.standing import standing
from detente.testing import random_case, two_issue_case
from detente.testing.draw import Bounds
from tests.negotiation.ranged import ranged


def told(case: Case) -> Sequence[Package]:
    found = agreement(compile_case(case))
    return [point.package for point in found.zone_frontier]


def test_shares_count_draws_each_compiled_and_asked_by_itself() -> None:
    case, packages = ranged(), told(ranged())
    draws = draw(case, 60, 4)
    found = redrawn(anew(draws), packages)
    each = [agreement(compile_case(case, draws.values(row))) for row in range(60)]

    assert found.solves == 60
    assert found.open.hits == sum(one.open for one in each)
    assert found.zone.hits == sum(one.zone > 0 for one in each)
    assert (found.open.low, found.open.high) == wilson(found.open.hits, 60)
    nash = [one.solutions["nash"].point for one in each if one.solutions]
    for place, principal in enumerate(case.principals):
        gains = [float([*point.gains.values()][place]) for point in nash]
        assert found.nash_gains[principal].p50 == pytest.approx(np.quantile(gains, 0.5))
    for one in found.choices:
        assert one.nash.hits == sum(point.package == one.package for point in nash)
    assert found.different == len({tuple(point.package.values()) for point in nash})
    assert sum(one.nash.hits for one in found.choices) == len(nash)
    for option in found.options:
        held = sum(point.package[option.issue] == option.option for point in nash)
        assert option.nash.hits == held
        inside = sum(
            any(p.package[option.issue] == option.option for p in one.zone_frontier) for one in each
        )
        assert option.efficient.hits == inside


def test_a_named_package_is_chosen_where_its_gains_are() -> None:
    case, packages = ranged(), told(ranged())
    draws = draw(case, 60, 4)
    found = redrawn(anew(draws), packages)
    for one, package in zip(found.packages, packages, strict=True):
        assert one.package == package
        hits = dict.fromkeys(one.solutions, 0)
        for row in range(60):
            payoffs = compile_case(case, draws.values(row))
            gains = {p: payoffs.gain(p, package) for p in case.principals}
            each = agreement(payoffs)
            for name, solution in each.solutions.items():
                hits[name] += any(dict(point.gains) == gains for point in solution.tied)
        assert {name: share.hits for name, share in one.solutions.items()} == hits
        assert one.solutions["nash"].hits <= one.efficient.hits <= one.in_zone.hits


def test_the_first_draws_are_answered_alike_whatever_the_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case, packages = ranged(), told(ranged())
    expected = redrawn(anew(draw(case, 30, 1)), packages)
    monkeypatch.setattr(module, "PART", 7)
    seen: list[tuple[int, int]] = []
    found = redrawn(anew(draw(case, 30, 1), lambda *step: seen.append(step)), packages)

    assert found.model_dump_json() == expected.model_dump_json()
    assert seen == [(7, 30), (14, 30), (21, 30), (28, 30), (30, 30)]


def test_in_scenarios_each_draw_stands_in_its_own() -> None:
    case = random_case(5, Bounds(shocks=(1, 2), rules=2))
    draws = draw(case, 40, 2)
    base = anew(draws)
    found = redrawn(anew_ahead(base, draws), [], scenarios=True)
    place = drawn_worlds(draws)
    there = [in_world(case, world.states) for world in worlds(case)]
    tops = [most(compile_case(case, draws.values(row))) for row in range(40)]
    stands = []
    for row in range(40):
        held = draw(there[place[row]], 40, 2).values(row)
        stands.append(standing(compile_case(there[place[row]], held), tops[row]))

    assert found.scenarios
    assert found.open.hits == sum(one.open for one in stands)
    far = [float(one.j) for one in stands]
    assert found.j.p50 == pytest.approx(np.quantile(far, 0.5))


def test_a_package_of_the_reference_case_is_looked_at_with_what_others_decide() -> None:
    case = open_case("japan-russia-2017").case
    package = nash_package(compile_case(case))
    assert package is not None
    draws = draw(case, 24, 3)
    base = anew(draws)
    ahead = redrawn(anew_ahead(base, draws), [package], scenarios=True)

    # Third parties move in most draws; the principals' part of the package is still acceptable.
    assert ahead.packages[0].in_zone.hits > 20
    assert all(choice.package["us_line"] == package["us_line"] for choice in ahead.choices)


def test_where_the_zone_is_empty_there_is_nothing_to_choose() -> None:
    case = random_case(1, Bounds(no_agreement="outside"))
    found = redrawn(anew(draw(case, 5)), [])
    assert isinstance(found, RedrawnResult)
    assert len(found.nash_gains) in (0, len(case.principals))


def test_a_case_without_ranges_is_answered_as_judged() -> None:
    case = two_issue_case()
    found = redrawn(anew(draw(case, 4)), told(case))
    assert (found.open.share, found.different) == (1.0, 1)
    assert found.j.p05 == found.j.p95 == float(Fraction(1, 3))
