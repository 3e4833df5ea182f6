from fractions import Fraction
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from detente.base.estimate import Estimate, EstimateField, expand


class Held(BaseModel):
    number: EstimateField


def read(value: Any) -> Estimate:
    return Held(number=value).number


def parts(estimate: Estimate) -> tuple[Fraction, Fraction, Fraction]:
    return estimate.low, estimate.mode, estimate.high


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (7, (7, 7, 7)),
        ("1/2", (Fraction(1, 2),) * 3),
        ([1, 2, 3], (1, 2, 3)),
        ((1, 1, 1), (1, 1, 1)),
        ({"value": 7}, (7, 7, 7)),
        ({"value": [1, "3/2", 3], "reason": "r"}, (1, Fraction(3, 2), 3)),
    ],
)
def test_every_written_form_is_read(written: Any, expected: Any) -> None:
    assert parts(read(written)) == expected


def test_who_answers_is_kept() -> None:
    estimate = read({"value": 7, "reason": "r", "fact": "f", "signer": "s", "sourced": True})

    assert (estimate.reason, estimate.fact, estimate.signer) == ("r", "f", "s")
    assert estimate.sourced


def test_an_estimate_stays_itself() -> None:
    estimate = read([1, 2, 3])

    assert expand(estimate) is estimate
    assert read(estimate) == estimate


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ([3, 2, 1], "low <= mode <= high"),
        ([1, 3, 2], "low <= mode <= high"),
        ([1, 2], "one number or"),
        ([1, 2, 3, 4], "one number or"),
        ([], "one number or"),
        ([1, 2, "x"], "not a number"),
        ([[1], 2, 3], "a number is needed"),
        ({}, "needs `value`"),
        ({"reason": "r"}, "needs `value`"),
        ({"value": {"value": 1}}, "a number is needed"),
        ({"value": 1, "low": 0}, "not low, mode and high apart"),
        ({"value": 1, "sourced": True}, "names its fact"),
        ({"value": 1, "raeson": "r"}, "Extra inputs"),
        (True, "true or false"),
        (None, "a number is needed"),
        ("much", "not a number"),
    ],
)
def test_what_is_no_estimate_is_refused(written: Any, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        read(written)


def test_the_schema_tells_the_written_forms() -> None:
    assert len(Held.model_json_schema()["properties"]["number"]["anyOf"]) == 3
