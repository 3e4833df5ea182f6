"""Robustness of whole cases: which packages are told, what is said of each, and by what seed."""

from __future__ import annotations

import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.files.opened import open_case
from detente.negotiation.payoff import compile_case
from detente.study.agreement import agreement
from detente.study.partial import partial
from detente.study.robustness import PACKAGES, robustness
from detente.study.robustness_result import RobustnessResult
from detente.testing import two_issue_case
from detente.testing.draw import Bounds
from detente.testing.generator import random_case
from tests.negotiation.compared import RANKED, compared
from tests.negotiation.ranged import ranged
from tests.report.full_case import full_case


@pytest.fixture(scope="module")
def reference() -> RobustnessResult:
    return robustness(
        compile_case(open_case("japan-russia-2017").case), draws=1_000, seed=3, solves=30
    )


def test_solutions_are_told_and_others_evenly_spread(reference: RobustnessResult) -> None:
    case = open_case("japan-russia-2017").case
    found = agreement(compile_case(case))
    told = [one.package for one in reference.packages]

    assert len(told) == PACKAGES < reference.points == len(found.zone_frontier)
    assert told == [p.package for p in found.zone_frontier if p.package in told]
    assert told[0] == found.zone_frontier[0].package
    assert told[-1] == found.zone_frontier[-1].package
    for name, solution in found.solutions.items():
        one = next(one for one in reference.packages if name in one.solutions)
        assert (one.package, one.as_judged) == (solution.point.package, solution.point.gains)


def test_what_is_said_of_a_package_fits_together(reference: RobustnessResult) -> None:
    for one in reference.packages:
        assert not one.barred
        assert one.acceptable.hits <= min(share.hits for share in one.to.values())
        if one.refuses_most is not None:
            worst = one.refused[one.refuses_most]
            assert worst.hits == max(share.hits for share in one.refused.values())
            assert one.acceptable.hits + worst.hits <= reference.draws
        for principal, gain in one.as_judged.items():
            spread = one.gains[principal]
            assert spread.p05 - 6 < float(gain) < spread.p95 + 6


def test_the_same_seed_gives_the_same_answer_and_another_does_not(
    reference: RobustnessResult,
) -> None:
    payoffs = compile_case(open_case("japan-russia-2017").case)

    assert robustness(payoffs, draws=1_000, seed=3, solves=30) == reference
    assert robustness(payoffs, draws=1_000, seed=4, solves=30) != reference


def test_it_carries_how_it_came_about(reference: RobustnessResult) -> None:
    assert reference.provenance.method == "robustness"
    assert reference.provenance.parameters == {"draws": "1000", "shape": "pert", "solves": "30"}
    assert reference.provenance.seed == 3


def test_answers_are_about_the_nash_package(reference: RobustnessResult) -> None:
    asked = [(answer.answer, answer.party) for answer in reference.sensitivity]

    assert asked == [
        ("acceptable", None),
        ("gain", "JPN"),
        ("gain", "RUS"),
        ("how far", None),
    ]
    nash = next(one for one in reference.packages if "nash" in one.solutions)
    assert reference.sensitivity[0].mean == pytest.approx(nash.acceptable.share)
    assert all(len(answer.influences) <= 10 for answer in reference.sensitivity)


def test_a_case_without_ranges_answers_as_it_is_judged() -> None:
    found = robustness(compile_case(two_issue_case()), draws=10)

    assert (found.numbers, found.ranged, found.zone) == (10, 0, True)
    assert {one.acceptable.share for one in found.packages} == {1.0}
    assert all(not answer.influences for answer in found.sensitivity)
    assert [(o.option, o.free.share, o.both.share) for o in found.options] == [
        ("early", 0.0, 0.0),
        ("middle", 0.0, 0.0),
    ]


def test_where_the_zone_is_empty_feasible_packages_are_told() -> None:
    plain = written(ranged())
    for party in plain["principals"].values():
        party["reserve"] = {"value": [20, 60, 70], "reason": "worked"}

    found = robustness(compile_case(Case.model_validate(plain)), draws=200)

    assert not found.zone
    assert [answer.answer for answer in found.sensitivity] == ["how far"]
    assert found.packages
    assert all(not one.solutions for one in found.packages)


def test_a_case_with_everything_is_answered() -> None:
    found = robustness(compile_case(full_case()), draws=50, shape="triangular")

    assert found.shape == "triangular"
    assert any(one.barred == () for one in found.packages)


def test_nothing_stands_alone_where_no_agreement_is_outside() -> None:
    case = random_case(2, Bounds(no_agreement="outside"))

    assert robustness(compile_case(case), draws=20).options == ()


def test_one_draw_is_none() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        robustness(compile_case(two_issue_case()), draws=1)
    with pytest.raises(ValueError, match="none or more"):
        robustness(compile_case(two_issue_case()), draws=2, solves=-1)


def test_the_same_seed_gives_the_same_bytes(reference: RobustnessResult) -> None:
    payoffs = compile_case(open_case("japan-russia-2017").case)
    again = robustness(payoffs, draws=1_000, seed=3, solves=30)

    assert again.model_dump_json(indent=2) == reference.model_dump_json(indent=2)


def test_acceptable_in_the_draws_answered_anew_as_in_the_others(
    reference: RobustnessResult,
) -> None:
    payoffs = compile_case(open_case("japan-russia-2017").case)
    found = robustness(payoffs, draws=30, seed=3)

    assert found.redrawn is not None
    assert reference.redrawn is not None
    for one, two in zip(found.packages, found.redrawn.packages, strict=True):
        assert (one.package, one.acceptable) == (two.package, two.in_zone)
    assert found.redrawn == reference.redrawn


def test_none_is_answered_anew_where_none_is_asked() -> None:
    found = robustness(compile_case(ranged()), draws=20, solves=0, scenarios=True)

    assert (found.redrawn, found.ahead, found.claims) == (None, None, ())
    assert found.provenance.parameters["solves"] == "0"


def test_in_scenarios_only_where_the_case_has_shocks_and_they_are_asked() -> None:
    full = robustness(compile_case(full_case()), draws=20, solves=10, scenarios=True)
    plain = robustness(compile_case(ranged()), draws=20, solves=10, scenarios=True)

    assert full.redrawn is not None
    assert full.ahead is not None
    assert (full.redrawn.scenarios, full.ahead.scenarios) == (False, True)
    assert full.redrawn.solves == full.ahead.solves == 10
    assert plain.ahead is None


def test_compared_weights_are_asked_about_the_same_packages() -> None:
    case = compared(RANKED)
    found = robustness(compile_case(case), draws=100, seed=3)

    assert found.partial is not None
    assert found.partial == partial(
        compile_case(case), [one.package for one in found.packages], samples=100, seed=3
    )
    assert [party.party for party in found.partial.parties] == ["A"]


def test_without_comparisons_there_is_nothing_partial() -> None:
    assert robustness(compile_case(two_issue_case()), draws=5).partial is None
