"""Quantile regression: no corner has a lower loss."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.quantile import Floats, check_loss, quantile_regression


def lowest(x: Floats, y: Floats, tau: float, weights: Floats) -> float:
    n, p = x.shape
    found = []
    for rows in combinations(range(n), p):
        corner = x[list(rows)]
        if abs(np.linalg.det(corner)) > 1e-9:
            found.append(
                check_loss(
                    x,
                    y,
                    tau,
                    weights,
                    np.asarray(np.linalg.solve(corner, y[list(rows)]), dtype=float),
                )
            )
    return min(found)


@given(st.integers(0, 10_000), st.booleans(), st.sampled_from([0.1, 0.5, 0.9]), st.integers(1, 3))
@settings(max_examples=40)
def test_the_loss_is_the_least_of_all_corners(seed: int, ties: bool, tau: float, p: int) -> None:
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(11), rng.standard_normal((11, p - 1))])
    y = rng.integers(0, 3, 11).astype(float) if ties else rng.standard_normal(11)
    weights = rng.multinomial(11, np.ones(11) / 11, size=3).astype(float)
    weights[0] = 1
    for row, beta in zip(weights, quantile_regression(x, y, tau, weights), strict=True):
        assert check_loss(x, y, tau, row, beta) <= lowest(x, y, tau, row) + 1e-6


def test_alone_the_constant_is_the_quantile() -> None:
    y = np.arange(1.0, 12.0)
    beta = quantile_regression(np.ones((11, 1)), y, 0.5, np.ones((1, 11)))
    assert beta[0, 0] == pytest.approx(6)


def test_scale_and_origin_go_through() -> None:
    rng = np.random.default_rng(1)
    x = np.column_stack([np.ones(40), rng.standard_normal(40)])
    y, ones = rng.standard_normal(40), np.ones((1, 40))
    plain = quantile_regression(x, y, 0.9, ones)[0]
    moved = quantile_regression(x, 3 + 2 * y, 0.9, ones)[0]
    turned = quantile_regression(x, -y, 0.1, ones)[0]
    assert moved == pytest.approx(2 * plain + [3, 0], abs=1e-6)
    assert turned == pytest.approx(-plain, abs=1e-6)


def test_what_cannot_be_fitted_is_refused() -> None:
    ones = np.ones((1, 5))
    with pytest.raises(ValueError, match="rank"):
        quantile_regression(np.ones((5, 2)), np.arange(5.0), 0.5, ones)
    with pytest.raises(ValueError, match="tau"):
        quantile_regression(np.ones((5, 1)), np.arange(5.0), 1.0, ones)
