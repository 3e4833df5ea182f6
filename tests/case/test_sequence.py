import pytest
from pydantic import ValidationError

from detente.case.sequence import Step, Wish


def test_a_step_carries_out_an_option_of_one_issue() -> None:
    step = Step.model_validate({"name": "x", "option": {"water": "quota"}, "after": "line"})

    assert (step.option, step.after, step.months) == ({"water": ("quota",)}, ("line",), None)
    for option in ({}, {"water": "quota", "power": "sales"}):
        with pytest.raises(ValidationError):
            Step.model_validate({"name": "x", "option": option})


def test_a_wish_says_what_comes_first_and_its_points() -> None:
    raw = {"text": "x", "party": "A", "first": {"i": "o"}, "then": {"j": "p"}, "points": [1, 2, 3]}

    assert Wish.model_validate(raw).points.mode == 2
    for key in raw:
        with pytest.raises(ValidationError):
            Wish.model_validate({k: v for k, v in raw.items() if k != key})


def test_whether_a_step_can_be_undone_may_be_left_open() -> None:
    raw = {"name": "x", "option": {"water": "quota"}}

    assert (Step.model_validate(raw).reversible, Step.model_validate(raw).visible) == (None, False)
    assert Step.model_validate({**raw, "reversible": False, "visible": True}).reversible is False
