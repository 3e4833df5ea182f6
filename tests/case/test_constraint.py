from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.constraint import Commitment, Constraint, Linkage

COMMITMENT: dict[str, Any] = {
    "text": "t",
    "by": "JPN",
    "to": "G7",
    "kind": "hard",
    "options": {"sanctions": "lift"},
}


def test_a_constraint_is_written_with_if() -> None:
    rule = Constraint.model_validate({"text": "t", "if": {"a": "x"}, "requires": {"b": ["y", "z"]}})

    assert (rule.if_, rule.requires) == ({"a": ("x",)}, {"b": ("y", "z")})
    assert not rule.removable
    for wrong in ({"text": "t", "if": {}}, {"text": "t"}, {"text": "t", "if_": {"a": "x"}}):
        with pytest.raises(ValidationError):
            Constraint.model_validate(wrong)


@pytest.mark.parametrize("issues", ["a", "abc"])
def test_a_linkage_is_of_exactly_two_issues(issues: str) -> None:
    with pytest.raises(ValidationError):
        Linkage.model_validate(
            {"text": "t", "when": dict.fromkeys(issues, "x"), "points": {"JPN": 1}}
        )


def test_a_linkage_moves_somebody() -> None:
    when = {"a": "x", "b": "y"}
    linkage = Linkage.model_validate({"text": "t", "when": when, "points": {"JPN": -1}})
    assert linkage.points["JPN"].mode == -1
    with pytest.raises(ValidationError):
        Linkage.model_validate({"text": "t", "when": when, "points": {}})


@pytest.mark.parametrize(
    "changed", [{"kind": "soft"}, {"options": {}}, {"by": None}, {"price": "dear"}]
)
def test_what_is_no_commitment_is_refused(changed: dict[str, Any]) -> None:
    assert Commitment.model_validate(COMMITMENT).price is None
    with pytest.raises(ValidationError):
        Commitment.model_validate({**COMMITMENT, **changed})
