"""The result of robustness is frozen, and reads back as it was written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from detente.study.robustness_result import RobustnessResult
from tests.report.sure import sure


def test_it_is_frozen_and_reads_back() -> None:
    _, result = sure()
    again = RobustnessResult.model_validate_json(result.model_dump_json())

    assert again == result
    with pytest.raises(ValidationError, match="frozen"):
        again.draws = 1
