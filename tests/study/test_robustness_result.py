"""Shares and quantiles as results."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from detente.solve.proportion import wilson
from detente.study.robustness_result import Share, quantiles_of, share_of


def test_a_share_is_counted_and_keeps_its_interval() -> None:
    held = np.arange(40) % 4 == 0

    assert share_of(held) == Share(
        hits=10, share=0.25, low=wilson(10, 40)[0], high=wilson(10, 40)[1]
    )


def test_quantiles_lie_in_order() -> None:
    found = quantiles_of(np.random.default_rng(1).normal(size=1_000))

    assert found.p05 < found.p50 < found.p95


def test_results_are_frozen() -> None:
    found = quantiles_of(np.zeros(3))

    with pytest.raises(ValidationError, match="frozen"):
        found.p05 = 1.0
