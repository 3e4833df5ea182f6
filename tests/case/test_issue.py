from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from detente.case.issue import CODE_LIMIT, CodeField, Issue, Option

CODE = TypeAdapter(CodeField)


@pytest.mark.parametrize("value", range(-CODE_LIMIT, CODE_LIMIT + 1))
def test_a_code_is_read_short_or_in_full(value: int) -> None:
    assert CODE.validate_python(value) == CODE.validate_python({"code": value})


@pytest.mark.parametrize("value", [4, -4, 1.5, True, None, [], {}, {"code": 1, "x": 2}, "two"])
def test_what_is_no_code_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        CODE.validate_python(value)


def test_one_controller_may_stand_alone() -> None:
    option = Option.model_validate({"name": "x", "controller": "JPN", "calls": ["diet"]})

    assert (option.controller, option.calls) == (("JPN",), ("diet",))
    assert (option.track, option.confidential, option.codes, option.scores) == (None, False, {}, {})


@pytest.mark.parametrize(
    "changed",
    [
        {"track": "kings"},
        {"name": ""},
        {"calls": "a b"},
        {"codes": {"A": 1}},
        {"scores": {"A": "x"}},
    ],
)
def test_what_is_no_option_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Option.model_validate({"name": "x", **changed})


def test_an_issue_has_an_option() -> None:
    assert Issue.model_validate({"name": "x", "options": {"a": {"name": "a"}}}).status_quo is None
    with pytest.raises(ValidationError):
        Issue.model_validate({"name": "x", "options": {}})
