"""Every efficient point by one maximisation after another, of whatever solver is handed in.

For two objectives the ε-constraint loop: the first is maximised, then the second with the first
held, then the second must grow. For more, the sum is maximised where every known point is beaten
in some objective: whatever could dominate an optimum would beat the same points with a larger sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from detente.solve.program import Vector

Found = tuple[Vector, tuple[int, ...]]


class Expired(Exception):  # noqa: N818 (no error: an answer that came too late)
    """The time is over; ``bound`` is what the objective cannot exceed, where that is known."""

    def __init__(self, bound: int | None = None) -> None:
        self.bound = bound
        super().__init__("the time is over")


class Engine(Protocol):
    """What maximises: a program whose objectives can be kept within ranges."""

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The least and the most that each objective could be, from its amounts alone."""
        ...

    def limit(self, goal: int, low: int, high: int) -> None:
        """Keep an objective within a range from now on, in place of the range it had."""
        ...

    def maximise(self, goals: Sequence[int]) -> Vector | None:
        """Return all objectives where the sum of some is largest; ``None`` if nothing is left.

        Raises
        ------
        Expired
            When that was not proved in time.
        """
        ...

    def canonical(self) -> tuple[int, ...] | None:
        """Return the canonical solution of what is left; ``None`` if nothing is.

        Raises
        ------
        Expired
            When that was not proved in time.
        """
        ...

    def beat(self, point: Vector) -> None:
        """Ask for more than a point in one objective at least, for good."""
        ...


def efficient_points(
    engine: Engine, tell: Callable[[int], None] | None = None
) -> tuple[list[Found], tuple[Vector, ...]]:
    """Return efficient points with their canonical solutions, and bounds if time cut them short.

    Parameters
    ----------
    engine
        What maximises.
    tell
        Called with the number of points found.

    Returns
    -------
    found, bounds
        Every solution is at most one of the points or one of the bounds, in each objective; there
        are no bounds when every point was found.

    References
    ----------
    Haimes, Y. Y., Lasdon, L. S. & Wismer, D. A. (1971). On a bicriterion formulation of the
    problems of integrated system identification and system optimization. *IEEE Transactions on
    Systems, Man, and Cybernetics*, SMC-1(3), 296–297 (two objectives). Sylva, J. & Crema, A.
    (2004). A method for finding the set of non-dominated vectors for multiple objective integer
    linear programs. *European Journal of Operational Research*, 158(1), 46–55 (three or more).
    """
    search = _Search(engine)
    found: list[Found] = []
    try:
        for item in search.points():
            found.append(item)
            if tell is not None:
                tell(len(found))
    except Expired:
        if len(engine.ranges) == 2:
            return found, (search.reach,)
        return found, zones(search.reach, [point for point, _ in found])
    return found, ()


class _Search:
    """The loop; ``reach`` is what no solution still to be found exceeds."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._size = len(engine.ranges)
        self.reach: Vector = tuple(high for _, high in engine.ranges)

    def points(self) -> Iterator[Found]:
        if self._size == 2:
            return self._two()
        return self._more() if self._size > 2 else self._few()

    def _few(self) -> Iterator[Found]:
        """Yield the point of one objective, or the empty one of none."""
        for goal in range(self._size):
            if self._most(goal) is None:
                return
            self._engine.limit(goal, self.reach[goal], self.reach[goal])
        package = self._engine.canonical()
        if package is not None:
            yield self.reach, package

    def _two(self) -> Iterator[Found]:
        if self._most(1) is None:
            return
        low, _ = self._engine.ranges[0]
        second, _ = self._engine.ranges[1]
        top = self.reach[1]
        while second <= top:
            self._engine.limit(0, low, self.reach[0])
            self._engine.limit(1, second, top)
            first = _certain(self._most(0))[0]
            self._engine.limit(0, first, first)
            point = _certain(self._engine.maximise([1]))
            yield self._held(point)
            self.reach = (first - 1, top)
            second = point[1] + 1

    def _more(self) -> Iterator[Found]:
        for goal in range(self._size):
            if self._most(goal) is None:
                return
        self._open()
        while (point := self._engine.maximise(range(self._size))) is not None:
            yield self._held(point)
            self._engine.beat(point)
            self._open()

    def _most(self, goal: int) -> Vector | None:
        """Maximise one objective, and lower the reach to that or to what time allowed."""
        most: int | None = None
        try:
            best = self._engine.maximise([goal])
            most = None if best is None else best[goal]
        except Expired as expired:
            most = expired.bound
            raise
        finally:
            if most is not None:
                lower = min(self.reach[goal], most)
                self.reach = (*self.reach[:goal], lower, *self.reach[goal + 1 :])
        return best

    def _held(self, point: Vector) -> Found:
        """Return a point with its canonical solution; the objectives stay held."""
        for goal, value in enumerate(point):
            self._engine.limit(goal, value, value)
        return point, _certain(self._engine.canonical())

    def _open(self) -> None:
        """Let the objectives range up to the reach."""
        for goal, (low, _) in enumerate(self._engine.ranges):
            self._engine.limit(goal, low, self.reach[goal])


def _certain(answer: Vector | None) -> Vector:
    """Return an answer where a solution is known to be left."""
    if answer is None:
        raise RuntimeError("the solver lost a solution that it had found")
    return answer


def zones(ideal: Vector, points: Sequence[Vector]) -> tuple[Vector, ...]:
    """Return points of which one is at least whatever solution remains beside efficient points.

    A solution other than an efficient point is below it in some objective, by one at least. What
    lies below an efficient point as a whole is left out.

    Parameters
    ----------
    ideal
        What no solution exceeds, in each objective.
    points
        Efficient points.

    References
    ----------
    Klamroth, K., Lacour, R. & Vanderpooten, D. (2015). On the representation of the search region
    in multi-objective optimization. *European Journal of Operational Research*, 245(3), 767–778.

    Examples
    --------
    >>> zones((5, 5), [(3, 2)])
    ((5, 1), (2, 5))
    """
    left: list[Vector] = [ideal]
    for point in points:
        hit = [zone for zone in left if _within(point, zone)]
        left = [zone for zone in left if not _within(point, zone)]
        parts = {
            (*zone[:place], value - 1, *zone[place + 1 :])
            for zone in hit
            for place, value in enumerate(point)
        }
        for part in sorted(parts, reverse=True):  # what contains another comes before it
            if not any(_within(part, zone) for zone in left):
                left.append(part)
    kept = [zone for zone in left if not any(_within(zone, point) for point in points)]
    return tuple(sorted(kept, reverse=True))


def _within(one: Vector, other: Vector) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))
