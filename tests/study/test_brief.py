"""The brief holds every result of its case, and they agree with one another."""

from __future__ import annotations

import pytest

from detente.case.numbers import numbers
from detente.negotiation.payoff import compile_case
from detente.study.agreement import agreement
from detente.study.brief import DRAWS, brief
from detente.study.reach import reach
from detente.testing import Bounds, random_case, two_issue_case
from tests.negotiation.ranged import ranged
from tests.negotiation.small import exact

SMALL = Bounds(issues=(2, 3), options=(2, 3), packages=27)


@pytest.mark.parametrize("seed", range(12))
def test_a_brief_is_made_of_the_studies(seed: int) -> None:
    case = random_case(seed, SMALL)
    payoffs = compile_case(case)
    result = brief(case, input_hash="abc")

    assert result.agreement == agreement(payoffs, "abc")
    assert result.reach == reach(payoffs, "abc")
    assert result.agreement.open == (result.reach.j > 0)
    pairs = [(g, t) for g in case.principals for t in case.principals if g != t]
    inside = case.no_agreement == "status_quo"
    assert [(o.giver, o.taker) for o in result.offers] == (pairs if inside else [])
    assert [n.key for n in result.numbers] == [n.key for n in numbers(case)]
    assert len(result.sentences) == 5
    assert result.relation is None
    assert (result.case, result.as_of) == (case.id, case.as_of.isoformat())


def test_worth_is_weight_times_score() -> None:
    result = brief(two_issue_case())
    worth = {(w.party, w.issue, w.option): (w.score, w.points) for w in result.worth}

    assert exact(worth["A", "price", "middle"]) == (60, 42)
    assert exact(worth["B", "delivery", "early"]) == (100, 60)
    assert exact(worth["A", "price", "low"]) == (0, 0)
    assert len(worth) == 2 * (3 + 2)


def test_progress_names_what_is_being_done() -> None:
    told: list[tuple[str, int, int]] = []

    brief(random_case(2, SMALL), progress=lambda what, done, of: told.append((what, done, of)))

    assert len({what for what, _, _ in told}) >= 5
    assert all(0 <= done <= of for _, done, of in told)


def test_a_brief_goes_into_json_and_back() -> None:
    result = brief(two_issue_case())

    assert '"exact":"1/3"' in result.model_dump_json().replace(" ", "")


def test_a_brief_says_how_sure_it_is_with_the_same_seed_in_the_same_bytes() -> None:
    case = ranged()
    result = brief(case, draws=40, seed=3)

    assert (result.robustness.draws, result.robustness.provenance.seed) == (40, 3)
    assert result.robustness.redrawn is not None
    assert result.robustness.redrawn.solves == 10
    held = {sentence.topic: sentence.holds for sentence in result.sentences}
    assert held["agreement"] is not None
    assert held["relation"] is None
    assert brief(case, draws=40, seed=3).model_dump_json() == result.model_dump_json()
    assert brief(case).robustness.draws == DRAWS == 400
