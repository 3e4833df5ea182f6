"""The affine hull of a region, and a point inside it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.solve.hull import Hull, hull, whole
from detente.solve.linear import Linear, Region, UnboundedError, dot
from tests.solve.test_linear import NONE, ONE, _random, _vertices


def _rank(vectors: list[tuple[Fraction, ...]]) -> int:
    rows, rank = [[*v] for v in vectors], 0
    for column in range(len(rows[0]) if rows else 0):
        place = next((n for n in range(rank, len(rows)) if rows[n][column]), None)
        if place is None:
            continue
        rows[rank], rows[place] = rows[place], rows[rank]
        for n in range(rank + 1, len(rows)):
            factor = rows[n][column] / rows[rank][column]
            rows[n] = [a - factor * b for a, b in zip(rows[n], rows[rank], strict=True)]
        rank += 1
    return rank


def _less(one: tuple[Fraction, ...], other: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _inside(region: Region, found: Hull) -> None:
    assert region.holds(found.centre)
    assert all(region.holds(corner) for corner in found.corners)
    coordinates = tuple(found.centre[place] for place in found.free)
    assert whole(found, coordinates) == found.centre
    assert all(dot(row, coordinates) > least for row, least in found.rows)


@pytest.mark.parametrize("seed", range(150))
def test_it_has_the_dimensions_of_the_vertices_and_a_point_inside(seed: int) -> None:
    region, _ = _random(seed)
    corners = sorted(_vertices(region))
    if not corners:
        with pytest.raises(ValueError, match="empty"):
            hull(region)
        return

    found = hull(region)

    _inside(region, found)
    assert len(found.free) == _rank([_less(corner, corners[0]) for corner in corners])
    assert len(found.free) == _rank([_less(corner, found.centre) for corner in found.corners])


def test_corners_span_a_square_of_which_two_opposite_ones_answer_every_row() -> None:
    box = Region(2, (((-ONE, NONE), -ONE), ((NONE, -ONE), -ONE)))

    found = hull(box)

    _inside(box, found)
    assert _rank([_less(corner, found.centre) for corner in found.corners]) == 2


def test_a_region_of_one_point_has_no_coordinates() -> None:
    found = hull(Region(2, (), (((ONE, ONE), ONE), ((ONE, -ONE), NONE))))

    assert (found.free, found.rows) == ((), ())
    assert found.centre == (Fraction(1, 2), Fraction(1, 2))


def test_hidden_equations_are_found() -> None:
    """A ≥ B ≥ C ≥ A leaves one dimension of four, though no row says equal."""
    ring = tuple(
        (tuple(Fraction(i == a) - Fraction(i == b) for i in range(4)), NONE)
        for a, b in ((0, 1), (1, 2), (2, 0))
    )
    region = Region(4, ring, (((ONE,) * 4, ONE),))

    found = hull(region)

    _inside(region, found)
    assert len(found.free) == 1
    assert found.centre[0] == found.centre[1] == found.centre[2]


def test_a_region_without_end_is_refused() -> None:
    with pytest.raises(UnboundedError):
        hull(Region(1))


def test_a_program_made_ready_is_used() -> None:
    region = Region(3, (), (((ONE,) * 3, ONE),))

    assert hull(region, Linear(region)) == hull(region)
