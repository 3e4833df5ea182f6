"""Quantile regression with few regressors, exact, for many weightings of the points at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_EDGE = 1e-9


def quantile_regression(
    regressors: Floats, values: Floats, tau: float, weights: Floats, start: Floats | None = None
) -> Floats:
    r"""Return the coefficients that minimise the weighted check loss, a row for each weighting.

    .. math:: \min_b \sum_i w_i \, \rho_\tau(y_i - x_i b), \qquad
              \rho_\tau(u) = u (\tau - 1[u < 0])

    A minimum stands at a corner: a plane through as many points as there are coefficients. From a
    corner the search walks along the edge that falls most steeply, to the lowest point of that
    edge, another corner, until no edge falls.

    Ties: values are told apart by amounts of 1e-9 of their range; of minima that remain, that which
    the search meets.

    Parameters
    ----------
    regressors
        Shape (n, p), of full column rank; the constant, where wanted, is one of the columns.
    values
        Shape (n,).
    tau
        Between 0 and 1.
    weights
        Shape (draws, n), at least 0. A weight of 0 leaves a point out.
    start
        Indices of p points to start from; found where not given.

    Returns
    -------
    array of float
        Shape (draws, p).

    Raises
    ------
    ValueError
        If the shapes do not fit, `tau` is not between 0 and 1, or the regressors are of lower rank.

    References
    ----------
    Koenker & Bassett (1978), theorem 3.1 and 3.3; Koenker & d'Orey (1987).
    """
    n, p = regressors.shape
    if values.shape != (n,) or weights.shape[1:] != (n,) or not 0 < tau < 1:
        raise ValueError("shapes do not fit, or tau is not between 0 and 1")
    chosen = _corner(regressors) if start is None else np.asarray(start, dtype=np.int64)
    spread = float(np.ptp(values)) or 1.0
    # Golden-ratio steps: distinct amounts in no order, so that corners are of p points alone.
    told_apart = values + _EDGE * spread * ((np.arange(n) * 0.6180339887498949) % 1.0)
    draws = len(weights)
    basis = np.tile(chosen, (draws, 1))
    out = np.zeros((draws, p))
    going = np.arange(draws)
    for _ in range(50 * (n + p)):
        if not going.size:
            return out
        basis_now = basis[going]
        inverse = np.linalg.inv(regressors[basis_now])
        beta = np.einsum("dij,dj->di", inverse, told_apart[basis_now])
        out[going] = beta
        rest = told_apart - beta @ regressors.T
        np.put_along_axis(rest, basis_now, 0.0, axis=1)
        weight = weights[going]
        slope = weight * np.where(rest > 0, tau, tau - 1.0)
        np.put_along_axis(slope, basis_now, 0.0, axis=1)
        pulls = np.einsum("dn,np,dpk->dk", slope, regressors, inverse)
        held = np.take_along_axis(weight, basis_now, axis=1)
        # Along edge k the k-th point of the corner is left: up costs (1-tau) of it, down tau.
        up = -pulls + (1.0 - tau) * held
        down = pulls + tau * held
        falls = np.concatenate([up, down], axis=1)
        edge = np.argmin(falls, axis=1)
        row = np.arange(len(going))
        steep = falls[row, edge]
        more = steep < -1e-10 * (1.0 + weight.sum(axis=1))
        if not more.any():
            return out
        going, row = going[more], row[more]
        edge, rest, weight = edge[more], rest[more], weight[more]
        leave = edge % p
        direction = inverse[row, :, leave] * np.where(edge < p, 1.0, -1.0)[:, None]
        rate = direction @ regressors.T  # the plane rises by this at each point
        np.put_along_axis(rate, basis_now[more], 0.0, axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            at = np.where(np.abs(rate) > 1e-12, rest / rate, np.inf)
        at[(at <= 0) | (weight == 0)] = np.inf
        order = np.argsort(at, axis=1, kind="stable")
        steps = np.take_along_axis(np.abs(rate) * weight, order, axis=1)
        reach = np.cumsum(steps, axis=1) + steep[more][:, None]
        first = np.argmax(reach >= -1e-12, axis=1)
        enter = np.take_along_axis(order, first[:, None], axis=1)[:, 0]
        moved = basis_now[more]
        moved[np.arange(len(going)), leave] = enter
        basis[going] = moved
    raise ArithmeticError("no minimum was reached")  # pragma: no cover


def check_loss(
    regressors: Floats, values: Floats, tau: float, weights: Floats, coefficients: Floats
) -> float:
    """Return the weighted check loss of one set of coefficients."""
    rest = values - regressors @ coefficients
    return float(np.sum(weights * rest * (tau - (rest < 0))))


def _corner(regressors: Floats) -> NDArray[np.int64]:
    """Return p rows that are independent, chosen one by one as the farthest from those before."""
    left = regressors.astype(float).copy()
    scale = float(np.abs(left).max()) or 1.0
    chosen: list[int] = []
    for _ in range(left.shape[1]):
        lengths = np.linalg.norm(left, axis=1)
        row = int(np.argmax(lengths))
        if lengths[row] <= 1e-10 * scale:
            raise ValueError("the regressors are of lower rank")
        chosen.append(row)
        unit = left[row] / lengths[row]
        left = left - np.outer(left @ unit, unit)
    return np.array(chosen, dtype=np.int64)
