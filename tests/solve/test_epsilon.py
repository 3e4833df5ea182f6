"""The loops, on a solver that knows every combination and gives up when told."""

from collections.abc import Sequence

import pytest

from detente.solve.epsilon import Expired, efficient_points, zones
from detente.solve.program import Program, Vector
from tests.solve.brute import brute, random_program


class Listed:
    """An engine over a list of points, each its own package, that answers so many questions."""

    def __init__(self, points: Sequence[Vector], answers: int = 10**9, slack: int | None = None):
        self._points = list(points)
        self._answers = answers
        self._slack = slack
        size = len(points[0]) if points else 2
        self.ranges = tuple(
            (min((p[g] for p in points), default=0), max((p[g] for p in points), default=0) + 5)
            for g in range(size)
        )
        self._limits = list(self.ranges)

    def _left(self) -> list[Vector]:
        return [
            point
            for point in self._points
            if all(low <= x <= high for x, (low, high) in zip(point, self._limits, strict=True))
        ]

    def limit(self, goal: int, low: int, high: int) -> None:
        self._limits[goal] = (low, high)

    def maximise(self, goals: Sequence[int]) -> Vector | None:
        def worth(point: Vector) -> int:
            return sum(point[goal] for goal in goals)

        best = max(self._left(), key=worth, default=None)
        self._answers -= 1
        if self._answers < 0:
            if self._slack is None or best is None:
                raise Expired
            raise Expired(worth(best) + self._slack)
        return best

    def canonical(self) -> tuple[int, ...] | None:
        self._answers -= 1
        if self._answers < 0:
            raise Expired
        return min(self._left(), default=None)

    def beat(self, point: Vector) -> None:
        self._points = [
            p for p in self._points if any(a > b for a, b in zip(p, point, strict=True))
        ]


def _at_most(one: Vector, others: Sequence[Vector]) -> bool:
    return any(all(a <= b for a, b in zip(one, other, strict=True)) for other in others)


def _efficient(points: Sequence[Vector]) -> list[Vector]:
    return [p for p in points if not any(p != q and _at_most(p, [q]) for q in points)]


def _images() -> list[tuple[int, list[Vector]]]:
    found = []
    for seed in range(150):
        program: Program = random_program(seed)
        if program.objectives:
            found.append((seed, [*brute(program, image=True).points]))
    return found


IMAGES = _images()


def test_every_efficient_point_is_found() -> None:
    for seed, points in IMAGES:
        told: list[int] = []
        found, bounds = efficient_points(Listed(points), told.append)

        assert sorted(point for point, _ in found) == sorted(_efficient(points)), seed
        assert not bounds
        assert told == [*range(1, len(found) + 1)]


@pytest.mark.parametrize("slack", [None, 0, 1])
@pytest.mark.parametrize("answers", range(12))
def test_what_is_found_and_the_bounds_hold_whenever_time_is_over(
    answers: int, slack: int | None
) -> None:
    for seed, points in IMAGES:
        efficient = set(_efficient(points))
        found, bounds = efficient_points(Listed(points, answers, slack))
        known = [point for point, _ in found]

        assert set(known) <= efficient, seed
        assert all(_at_most(point, [*known, *bounds]) for point in points), seed
        assert bounds or set(known) == efficient


def test_zones_shrink_with_every_point() -> None:
    assert zones((5, 5, 5), []) == ((5, 5, 5),)
    assert zones((5, 5, 5), [(3, 2, 4)]) == ((5, 5, 3), (5, 1, 5), (2, 5, 5))


def test_zones_below_a_point_are_left_out() -> None:
    assert zones((5, 5), [(5, 5)]) == ()
    assert zones((5, 5), [(5, 2), (2, 5)]) == ((4, 4),)


def test_a_solver_that_loses_a_solution_is_a_fault() -> None:
    class Forgetful(Listed):
        def canonical(self) -> None:
            return None

    with pytest.raises(RuntimeError, match="lost"):
        efficient_points(Forgetful([(1, 2)]))
