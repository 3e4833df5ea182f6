"""Results of draws answered anew are frozen and written as they stand."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from detente.study.redrawn_result import Held, RedrawnResult
from tests.report.sure import sure


def test_results_are_frozen_and_read_back() -> None:
    _, result = sure()
    assert result.redrawn is not None
    again = RedrawnResult.model_validate_json(result.redrawn.model_dump_json())
    assert again == result.redrawn
    with pytest.raises(ValidationError, match="frozen"):
        again.solves = 1


def test_a_claim_has_a_share_or_a_number() -> None:
    _, result = sure()
    assert result.claims
    for one in result.claims:
        assert isinstance(one, Held)
        assert (one.holds is None) != (one.between is None)
