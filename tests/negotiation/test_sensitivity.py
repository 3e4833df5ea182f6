"""Which judgements move an answer: those that must, and no others."""

from __future__ import annotations

import numpy as np
import pytest

from detente.case.case import Case
from detente.case.numbers import STILL
from detente.case.written import written
from detente.negotiation.drawn import Drawn
from detente.negotiation.draws import draw
from detente.negotiation.sensitivity import Inputs, sensitivity
from detente.testing import two_issue_case
from tests.negotiation.ranged import ranged

KEY = "issues.land.options.split.scores.A"


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    plain = written(ranged())
    plain["principals"]["A"]["baseline"] = {"value": [0, 1, 9], "reason": "worked"}
    return Drawn(draw(Case.model_validate(plain), 3_000, 4))


def test_a_gain_rests_on_its_own_numbers(drawn: Drawn) -> None:
    gain = drawn.gain("A", {"land": "split", "trade": "none"})

    found = sensitivity(Inputs(drawn.draws), gain)

    # Weight × score: the score varies by a sixth of itself, the weight by a twentieth; A's two
    # weights add up, so that either stands for both.
    keys = [one.number.key for one in found.influences]
    assert keys[0] == KEY
    assert set(keys[1:]) == {f"principals.A.weights.points.{i}" for i in ("land", "trade")}
    assert found.mean == pytest.approx(float(gain.mean()))
    assert found.influences[0].low < found.mean < found.influences[0].high
    assert found.influences[1].index.share == pytest.approx(
        found.influences[2].index.share, abs=0.02
    )


def test_at_most_so_many_are_told_and_the_strongest_first(drawn: Drawn) -> None:
    gain = drawn.gain("A", {"land": "split", "trade": "none"})
    inputs = Inputs(drawn.draws)

    some, one = sensitivity(inputs, gain), sensitivity(inputs, gain, 1)

    assert one.influences == some.influences[:1]
    shares = [found.index.share for found in some.influences]
    assert shares == pytest.approx(sorted(shares, reverse=True), abs=1e-12)
    assert min(shares) > some.noise


def test_chance_moves_nothing(drawn: Drawn) -> None:
    answer = np.random.default_rng(8).random(len(drawn.draws))

    found = sensitivity(Inputs(drawn.draws), answer)

    # By chance one of a few numbers may beat five shuffles; then by little.
    assert len(found.influences) <= 2
    assert all(one.index.share < 0.02 for one in found.influences)


def test_what_cannot_move_an_answer_is_left_out(drawn: Drawn) -> None:
    kinds = {drawn.draws.numbers[place].kind for place in Inputs(drawn.draws).places}

    assert "reserve" in kinds
    assert not kinds & {*STILL}


def test_the_same_draws_give_the_same_answer(drawn: Drawn) -> None:
    gain = drawn.gain("B", {"land": "split", "trade": "none"})

    assert sensitivity(Inputs(drawn.draws), gain) == sensitivity(Inputs(drawn.draws), gain)


def test_a_case_without_ranges_has_no_influence() -> None:
    found = sensitivity(Inputs(draw(two_issue_case(), 20)), np.ones(20))

    assert (found.influences, found.noise, found.spread) == ((), 0.0, 0.0)
