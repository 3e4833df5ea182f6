"""The record's result as a document: read back as it was, and refused where it is none."""

import pytest
from pydantic import ValidationError

from detente.study.recorded_result import Measure, PeriodResult, RecordedResult
from tests.study.answered import CHANGE, MISSING, NOTHING, PERIOD, recorded_result


def test_a_document_is_read_back_as_it_was() -> None:
    result = recorded_result(PERIOD, MISSING, changes=(CHANGE,))

    again = RecordedResult.model_validate_json(result.model_dump_json())

    assert again == result
    assert '"events":null' in result.model_dump_json()


def test_a_missing_period_holds_no_number() -> None:
    told = MISSING.model_dump(exclude={"name", "first", "last", "state", "outside", "topics"})

    assert set(told.values()) == {None}
    assert set(NOTHING.model_dump().values()) == {None}


@pytest.mark.parametrize(
    "wrong", [{"state": "empty"}, {"events": "many"}, {"quads": (1, 2, 3)}, {"more": 1}]
)
def test_what_is_no_period_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PeriodResult.model_validate({**PERIOD.model_dump(), **wrong})


def test_a_result_does_not_change() -> None:
    with pytest.raises(ValidationError):
        Measure(value=1.0, low=0.0, high=2.0).value = 2.0
