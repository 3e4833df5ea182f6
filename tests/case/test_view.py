import pytest
from pydantic import ValidationError

from detente.case.view import Belief, JudgementSet


def test_a_belief_is_held_by_one_about_another() -> None:
    raw = {"name": "x", "holder": "A", "about": "B", "changes": {"principals": {"B": {}}}}

    assert Belief.model_validate(raw).about == "B"
    for key in raw:
        with pytest.raises(ValidationError):
            Belief.model_validate({k: v for k, v in raw.items() if k != key})


def test_a_judgement_set_is_signed_and_changes_something() -> None:
    raw = {"name": "x", "signer": "me", "changes": {"principals": {"A": {"reserve": 1}}}}

    assert JudgementSet.model_validate(raw).date is None
    changes: tuple[dict[str, object], ...] = ({"signer": None}, {"changes": {}})
    for change in changes:
        with pytest.raises(ValidationError):
            JudgementSet.model_validate({**raw, **change})
