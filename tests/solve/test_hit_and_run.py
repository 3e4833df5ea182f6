"""Hit-and-run against moments that are known, and against rejection."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from detente.solve.hit_and_run import CHAINS, Mean, hit_and_run, mean_of, pace
from detente.solve.hull import hull
from detente.solve.law import Floats
from detente.solve.linear import Region, Row

ONE, NONE = Fraction(1), Fraction(0)
FAR = 4.0
"""Standard errors that a right mean does not leave, but once in 16,000 times."""


def _rng(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def _simplex(size: int, *rows: Row, equal: tuple[Row, ...] = ()) -> Region:
    return Region(size, rows, (((ONE,) * size, ONE), *equal))


def _row(size: int, **coefficients: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(coefficients.get(f"x{place}", 0)) for place in range(size))


def _ranking(size: int) -> Region:
    return _simplex(
        size, *((_row(size, **{f"x{n}": 1, f"x{n + 1}": -1}), NONE) for n in range(size - 1))
    )


def _agrees(values: Floats, exact: float) -> None:
    found = mean_of(values)
    assert abs(found.value - exact) <= FAR * found.error, (found, exact)
    assert found.worth is not None
    assert found.worth > CHAINS


@pytest.mark.parametrize("size", [2, 3, 5, 8])
def test_the_simplex_has_its_dirichlet_moments(size: int) -> None:
    points = hit_and_run(hull(_simplex(size)), 4_000, _rng(size)).points

    for place in range(size):
        _agrees(points[..., place], 1 / size)
        _agrees(points[..., place] ** 2, 2 / (size * (size + 1)))


@pytest.mark.parametrize("size", [3, 6])
def test_a_ranking_has_the_rank_order_centroid(size: int) -> None:
    points = hit_and_run(hull(_ranking(size)), 4_000, _rng(7)).points

    assert (np.diff(points, axis=2) <= 1e-12).all()
    for place in range(size):
        _agrees(points[..., place], sum(1 / k for k in range(place + 1, size + 1)) / size)


def test_a_simplex_cut_by_a_box_is_as_rejection_says() -> None:
    caps = [Fraction(2, 5), Fraction(1, 2), Fraction(7, 10), Fraction(3, 10)]
    rows = [(_row(4, **{f"x{n}": -1}), -cap) for n, cap in enumerate(caps)]
    points = hit_and_run(hull(_simplex(4, *rows)), 10_000, _rng(3)).points

    drawn = _rng(4).dirichlet(np.ones(4), 200_000)
    kept = drawn[(drawn <= np.array([float(cap) for cap in caps])).all(axis=1)]

    assert len(kept) > 40_000
    for place in range(4):
        ours, theirs = mean_of(points[..., place]), kept[:, place]
        error = np.hypot(ours.error, theirs.std() / np.sqrt(len(theirs)))
        assert abs(ours.value - theirs.mean()) <= FAR * error


def test_a_triangle_and_the_share_of_it_that_is_known() -> None:
    """Of all weights of three issues a ninth has the first at least two thirds of the whole."""
    points = hit_and_run(hull(_simplex(3)), 10_000, _rng(5)).points

    found = mean_of(points[..., 0] >= 2 / 3)

    assert abs(found.value - 1 / 9) <= FAR * found.error
    assert 0.001 < found.error < 0.01


def test_a_long_thin_body_is_crossed() -> None:
    """Between 0 and 1 the one way, and a thousandth of that the other."""
    thin = _simplex(3, (_row(3, x1=-1), Fraction(-1, 1_000)))
    points = hit_and_run(hull(thin), 4_000, _rng(6)).points

    high, cut = 1.0, 0.001
    area = high * cut - cut**2 / 2
    _agrees(points[..., 1], (high * cut**2 / 2 - cut**3 / 3) / area)
    _agrees(points[..., 0], (high**2 * cut / 2 - high * cut**2 / 2 + cut**3 / 6) / area)


def test_equations_hold_in_every_point() -> None:
    alike = (_row(4, x0=1, x1=-2), NONE)
    points = hit_and_run(hull(_simplex(4, equal=(alike,))), 1_000, _rng(8)).points

    assert np.abs(points[..., 0] - 2 * points[..., 1]).max() < 1e-12
    assert np.abs(points.sum(axis=2) - 1).max() < 1e-12
    _agrees(points[..., 3], 1 / 3)


def test_one_point_is_itself_every_time() -> None:
    found = hit_and_run(hull(_simplex(2, equal=((_row(2, x0=1, x1=-1), NONE),))), 300, _rng(1))

    assert (found.points == 0.5).all()
    assert mean_of(found.points[..., 0]) == Mean(0.5, 0.0, None)


def test_the_same_seed_gives_the_same_bytes() -> None:
    body = hull(_ranking(5))

    first, again, other = (hit_and_run(body, 500, _rng(s)).points.tobytes() for s in (1, 1, 2))

    assert first == again != other


def test_points_are_rounded_up_to_as_many_in_every_chain() -> None:
    assert hit_and_run(hull(_simplex(2)), 101, _rng(0)).points.shape == (CHAINS, 2, 2)
    assert pace(5) == (125, 13)


def test_an_error_counts_that_points_resemble_each_other() -> None:
    """Chains that never move are worth one point each, however many are kept of them."""
    still = np.repeat(_rng(9).standard_normal((CHAINS, 1)), 50, axis=1)

    found = mean_of(still)

    assert found.worth == pytest.approx(CHAINS, rel=0.02)
    assert found.error == pytest.approx(0.1, rel=0.3)
