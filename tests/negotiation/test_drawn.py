"""Worth and gains over all draws are those of the exact engine, draw by draw."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.preference import scores
from detente.case.written import written
from detente.files.opened import open_case
from detente.negotiation.drawn import Drawn
from detente.negotiation.draws import draw
from detente.negotiation.payoff import compile_case
from detente.testing import random_case
from detente.testing.draw import Bounds
from tests.negotiation.ranged import ranged

LEAST = 1e-9


def _check(case: Case, seed: int, rows: range) -> None:
    drawn = Drawn(draw(case, rows.stop, seed))
    packages = [
        {i: [*issue.options][-1 - place % len(issue.options)] for i, issue in case.issues.items()}
        for place in range(3)
    ]
    for row in rows:
        values = drawn.draws.values(row)
        payoffs = compile_case(case, values)
        for party in case.parties:
            for issue, options in payoffs.worth[party].items():
                mine, exact = drawn.scores(party, issue), scores(case, party, issue, values)
                for option, worth in options.items():
                    assert abs(drawn.worth(party, issue)[option][row] - float(worth)) < LEAST
                    assert abs(mine[option][row] - float(exact[option])) < LEAST
            for package in packages:
                gain = payoffs.gain(party, package)
                assert abs(drawn.gain(party, package)[row] - float(gain)) < LEAST
                signs = drawn.sign(party, package, reserve=False)
                assert signs[row] == (gain > 0) - (gain < 0)
                margin = gain - payoffs.reserve[party]
                assert drawn.accepts(party, package)[row] == (margin >= 0)


@pytest.mark.parametrize("seed", range(12))
def test_random_cases_agree_with_the_exact_engine(seed: int) -> None:
    _check(random_case(seed, Bounds(divisible=40)), seed, range(12))


def test_the_reference_case_agrees_with_the_exact_engine() -> None:
    _check(open_case("japan-russia-2017").case, 3, range(6))


def _ties(reserve: Fraction, mode: int = 60) -> Case:
    plain = written(ranged())
    plain["principals"]["A"]["reserve"] = {"value": str(reserve), "reason": "worked"}
    plain["principals"]["A"]["weights"]["points"] = {
        "land": {"value": [mode - 1, mode, mode + 1]},
        "trade": {"value": [99 - mode, 100 - mode, 101 - mode]},
    }
    return Case.model_validate(plain)


def test_a_gain_that_is_the_reserve_is_enough() -> None:
    # To cede the land is worth its weight: 59 … 61, in tenths of a point.
    case = _ties(Fraction(60))
    drawn = Drawn(draw(case, 400, 2))
    weight = drawn.draws.whole("principals.A.weights.points.land", 10)

    accepted = drawn.accepts("A", {"land": "ceded", "trade": "none"})

    assert (weight == 600).any()
    assert np.array_equal(accepted, weight >= 600)


@given(st.integers(0, 500), st.integers(598, 602))
def test_ties_in_any_draw_are_decided_exactly(seed: int, tenths: int) -> None:
    case = _ties(Fraction(tenths, 10) - Fraction(1, 3) * Fraction(1, 2))
    drawn = Drawn(draw(case, 12, seed))
    package = {"land": "ceded", "trade": "some"}

    for row, found in enumerate(drawn.sign("A", package, reserve=True)):
        payoffs = compile_case(case, drawn.draws.values(row))
        margin = payoffs.gain("A", package) - payoffs.reserve["A"]
        assert found == (margin > 0) - (margin < 0)


def test_no_agreement_is_nothing_in_every_draw() -> None:
    case = open_case("japan-russia-2017").case
    drawn = Drawn(draw(case, 200))
    held = {i: str(issue.status_quo) for i, issue in case.issues.items()}

    for party in case.parties:
        assert not drawn.gain(party, held).any()
        assert not drawn.sign(party, held, reserve=False).any()


def test_one_score_alone_accepts_as_often_as_its_law_says() -> None:
    # A's gain is half its score of splitting the land, triangular on 30 … 80 with mode 50.
    plain = written(ranged())
    plain["principals"]["A"]["weights"]["points"] = {"land": 50, "trade": 50}
    plain["principals"]["A"]["reserve"] = {"value": 30, "reason": "worked"}
    count = 20_000

    drawn = Drawn(draw(Case.model_validate(plain), count, 5, "triangular"))
    share = float(drawn.accepts("A", {"land": "split", "trade": "none"}).mean())

    # P(score ≥ 60) = (80 − 60)² / ((80 − 30)(80 − 50)); a cell of 1/100 more at the end itself.
    expected = 400 / 1500
    assert abs(share - expected) < 4 * (expected * (1 - expected) / count) ** 0.5 + 4e-4
