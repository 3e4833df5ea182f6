"""The result of robustness is frozen, and written as it stands."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from detente.study.robustness_result import RobustnessResult
from tests.report.sure import sure


def test_it_is_frozen() -> None:
    _, result = sure()

    with pytest.raises(ValidationError, match="frozen"):
        result.draws = 1


def test_shares_and_gains_are_written_beside_their_exact_values() -> None:
    _, result = sure()
    written = result.model_dump(mode="json")

    assert isinstance(result, RobustnessResult)
    assert [one["acceptable"]["hits"] for one in written["packages"]] == [
        one.acceptable.hits for one in result.packages
    ]
