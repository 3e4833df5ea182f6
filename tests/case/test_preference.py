"""The published rule from codes to scores, worked by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from detente.case.case import Case
from detente.case.modes import modes
from detente.case.preference import TOP, scores, weights
from detente.testing import random_case, score, two_issue_case


def _coded(no_agreement: str, **codes: dict[str, int]) -> Case:
    """One issue with options n, p, q; A codes them against wealth (importance 2) and honour."""
    party: dict[str, Any] = {
        "name": "A",
        "weights": {"points": {"x": 100}, "reason": "worked"},
        "objectives": {
            "wealth": {"text": "wealth", "importance": 2},
            "honour": {"text": "honour"},
        },
    }
    return Case.model_validate(
        {
            "detente": 1,
            "id": "coded",
            "title": "Codes",
            "as_of": "2017-05-11",
            "signer": "author",
            "signers": {"author": {"name": "author"}},
            "no_agreement": no_agreement,
            "principals": {"A": party, "B": {**party, "name": "B"}},
            "issues": {
                "x": {
                    "name": "x",
                    "status_quo": "n" if no_agreement == "status_quo" else None,
                    "reason": "worked",
                    "options": {
                        name: {"name": name, "codes": {"A": codes[name]} if name in codes else {}}
                        for name in ("n", "p", "q")
                    },
                }
            },
        }
    )


def test_codes_are_weighed_shifted_and_scaled() -> None:
    # Raw: n 2·1 + 0 = 2, p 2·2 − 1 = 3, q 2·(−3) + 3 = −3. Less n: 0, 1, −5. Scaled by 5.
    case = _coded(
        "status_quo", n={"wealth": 1}, p={"wealth": 2, "honour": -1}, q={"wealth": -3, "honour": 3}
    )

    assert scores(case, "A", "x") == {"n": 0, "p": 20, "q": -100}


def test_an_outside_value_shifts_nothing() -> None:
    case = _coded(
        "outside", n={"wealth": 1}, p={"wealth": 2, "honour": -1}, q={"wealth": -3, "honour": 3}
    )

    # Raw 2, 3, −3: the largest absolute one is 3.
    assert scores(case, "A", "x") == {"n": Fraction(200, 3), "p": 100, "q": -100}


def test_an_option_without_codes_is_coded_nothing() -> None:
    assert scores(_coded("status_quo", p={"honour": 2}), "A", "x") == {"n": 0, "p": 100, "q": 0}


def test_options_that_are_alike_score_nothing() -> None:
    assert set(scores(_coded("status_quo"), "A", "x").values()) == {0}
    same = {"wealth": 2}
    assert set(scores(_coded("status_quo", n=same, p=same, q=same), "A", "x").values()) == {0}


def test_scores_follow_the_table_of_numbers() -> None:
    case = two_issue_case()
    table = {**modes(case), "issues.price.options.high.scores.A": Fraction(80)}

    assert scores(case, "A", "price", table)["high"] == 80
    assert scores(case, "A", "price")["high"] == 100


def test_weights_are_nothing_where_none_is_given() -> None:
    case = two_issue_case()
    table = {k: v for k, v in modes(case).items() if "weights.points.price" not in k}

    assert weights(case, "A") == {"price": 70, "delivery": 30}
    assert weights(case, "A", table) == {"price": 0, "delivery": 30}


@pytest.mark.parametrize("seed", range(60))
def test_scores_agree_with_the_oracle_and_reach_their_anchor(seed: int) -> None:
    case = random_case(seed)
    for party in case.parties:
        weight = weights(case, party)
        assert sum(weight.values()) == 100
        for issue, form in case.issues.items():
            found = scores(case, party, issue)
            assert found == {option: score(case, party, issue, option) for option in form.options}
            if weight[issue]:
                assert max(abs(value) for value in found.values()) == TOP
            if form.status_quo:
                assert found[form.status_quo] == 0
