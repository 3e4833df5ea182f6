"""In how much of what is left open something holds, and how sure that is."""

from __future__ import annotations

import numpy as np
import pytest

from detente.solve.proportion import wilson
from detente.study.partial_result import Part, part


def test_what_is_exact_needs_no_draw() -> None:
    seen = np.zeros((4, 5), dtype=bool)

    assert part("every", seen, 1.0) == Part(holds="every", share=1, low=1, high=1, worth=None)
    assert part("none", ~seen, 1.0) == Part(holds="none", share=0, low=0, high=0, worth=None)


def test_independent_draws_have_wilsons_interval() -> None:
    rng = np.random.Generator(np.random.PCG64(1))
    seen = rng.random((100, 100)) < 0.3

    found = part("some", seen, 1.0)

    assert found.worth is not None
    assert 5_000 < found.worth <= 10_000
    assert (found.low, found.high) == pytest.approx(
        wilson(0.3 * found.worth, found.worth), abs=0.01
    )


def test_draws_that_resemble_each_other_leave_a_wider_interval() -> None:
    rng = np.random.Generator(np.random.PCG64(1))
    alike = np.repeat(rng.random((100, 1)) < 0.3, 100, axis=1)

    found = part("some", alike, 1.0)

    assert found.worth == pytest.approx(100, rel=0.05)
    assert found.high - found.low > 0.15


def test_what_no_draw_shows_may_still_be() -> None:
    found = part("some", np.zeros((10, 10), dtype=bool), 50.0)

    assert (found.share, found.low, found.worth) == (0.0, 0.0, 50.0)
    assert 0.05 < found.high < 0.1
