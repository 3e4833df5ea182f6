"""The exact Pareto merge of an additive program with one or two objectives.

Variables join from the last to the first, so that the sets stored on the way are the efficient
values of the suffixes. Values are held as costs, the distance to each objective's best, and both
costs lie side by side in one integer, so that adding an option is adding a constant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.program import Frontier, Program

Ints = NDArray[Any]

_FITS = 2**62


@dataclass(frozen=True, slots=True, eq=False)
class Additive:
    """The efficient points of an additive program, with all packages that reach them.

    A package that reaches an efficient point has only efficient suffixes: put a dominating suffix
    in place of its own and the package gets better in one objective and worse in none, so it
    still passes every floor, for floors are on objectives alone. Hence the stored suffixes
    suffice to count and to list. A suffix below a floor even with the best of all other variables
    is in no feasible package.

    Attributes
    ----------
    points
        Shape (n, objectives), descending by the first objective.
    options
        For each variable its allowed options, smallest place first.
    adds
        For each variable the packed cost of each of those options.
    suffixes
        Packed costs of the efficient suffixes from each variable on, ascending; the last is that
        of no variable.
    came
        For each variable and each of its suffixes, option number in ``options`` × size of the
        next suffix set + place there, of the canonical way to reach it.
    """

    points: Ints
    options: tuple[tuple[int, ...], ...]
    adds: tuple[tuple[int, ...], ...]
    suffixes: tuple[Ints, ...]
    came: tuple[NDArray[np.int64], ...]

    def canonical(self) -> NDArray[np.int64]:
        """Return each point's package of smallest places, first variable first: (n, variables)."""
        found = np.empty((len(self.points), len(self.options)), dtype=np.int64)
        at = np.arange(len(self.points))
        for variable, options in enumerate(self.options):
            if not len(at):
                break
            chosen, at = np.divmod(self.came[variable][at], len(self.suffixes[variable + 1]))
            found[:, variable] = np.array(options, dtype=np.int64)[chosen]
        return found

    def counts(self) -> tuple[int, ...]:
        """Return how many packages reach each point, exactly."""
        if not len(self.points):
            return ()
        packages = 1
        for options in self.options:
            packages *= len(options)
        kind: Any = np.int64 if packages < _FITS else object
        below = np.ones(len(self.suffixes[-1]), dtype=kind)
        for variable in reversed(range(len(self.options))):
            keys, parents = self.suffixes[variable], self.suffixes[variable + 1]
            ways = np.zeros(len(keys), dtype=kind)
            for add in self.adds[variable]:
                wanted = parents + add
                place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
                hit = np.flatnonzero(keys[place] == wanted)
                ways[place[hit]] += below[hit]  # parents differ, so no place comes twice
            below = ways
        return tuple(int(x) for x in below.tolist())

    def count(self, point: int) -> int:
        """Return how many packages reach one point, by its number in ``points``."""
        ways = {int(self.suffixes[0][point]): 1}
        for variable, adds in enumerate(self.adds):
            reached: dict[int, int] = {}
            for key, many in ways.items():
                for add in adds:
                    if self._holds(variable + 1, key - add):
                        reached[key - add] = reached.get(key - add, 0) + many
            ways = reached
        return sum(ways.values())

    def packages(self, point: int) -> Iterator[tuple[int, ...]]:
        """Yield all packages that reach one point, in canonical order."""
        stack: list[tuple[int, tuple[int, ...]]] = [(int(self.suffixes[0][point]), ())]
        while stack:
            key, chosen = stack.pop()
            variable = len(chosen)
            if variable == len(self.options):
                yield chosen
                continue
            pairs = zip(self.options[variable], self.adds[variable], strict=True)
            for option, add in reversed(list(pairs)):
                if self._holds(variable + 1, key - add):
                    stack.append((key - add, (*chosen, option)))

    def frontier(self, counts: bool = True) -> Frontier:
        """Return the frontier, its counts ``None`` where they are not wanted."""
        size = len(self.points)
        return Frontier(
            points=tuple(map(tuple, self.points.tolist())),
            packages=tuple(map(tuple, self.canonical().tolist())),
            counts=self.counts() if counts else (None,) * size,
            method="additive",
        )

    def _holds(self, variable: int, key: int) -> bool:
        keys = self.suffixes[variable]
        if key < 0:
            return False
        place = int(np.searchsorted(keys, key))
        return place < len(keys) and bool(keys[place] == key)


def is_additive(program: Program) -> bool:
    """Return whether the plain merge applies.

    It does with one or two objectives, without terms, rules and charges, when every gate is asked
    always and is on an objective.
    """
    return (
        1 <= len(program.objectives) <= 2
        and not (program.terms or program.rules or program.charges)
        and all(g.triggers is None and g.row in program.objectives for g in program.gates)
    )


def merge_additive(
    program: Program, *, progress: Callable[[int, int], None] | None = None
) -> Additive:
    """Return all efficient points of an additive program.

    Parameters
    ----------
    program
        One for which :func:`is_additive` holds.
    progress
        Called with the number of variables merged and their total.

    Raises
    ------
    ValueError
        When the program is not additive.

    Notes
    -----
    Packed costs are 64-bit integers when a bound computed beforehand proves that every one fits
    in 62 bits, and Python integers otherwise.

    Examples
    --------
    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> found = merge_additive(Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1)))
    >>> found.points.tolist(), found.canonical().tolist(), found.count(1)
    ([[3, -1], [2, 2], [-1, 3]], [[1, 0], [1, 1], [0, 1]], 1)
    """
    if not is_additive(program):
        raise ValueError("the program is not additive with one or two objectives")
    goals = program.objectives
    options = tuple(
        tuple(sorted(domain, key=order.__getitem__))
        for domain, order in zip(program.domains, program.order, strict=True)
    )
    exact: Any = np.int64 if program.magnitude < _FITS else object
    if not all(options):
        empty = np.empty(0, dtype=np.int64)
        sets = (empty,) * (len(options) + 1)
        return Additive(
            np.empty((0, len(goals)), dtype=exact), options, ((),) * len(options), sets, sets[1:]
        )
    best = [program.start[goal] for goal in goals]
    reach = [0 for _ in goals]
    costs: list[list[list[int]]] = []  # variable, objective, option
    for unary, allowed in zip(program.unary, options, strict=True):
        columns = [[unary[option][goal] for option in allowed] for goal in goals]
        tops = [max(column) for column in columns]
        costs.append([[t - x for x in c] for t, c in zip(tops, columns, strict=True)])
        best = [b + t for b, t in zip(best, tops, strict=True)]
        reach = [r + max(c) for r, c in zip(reach, costs[-1], strict=True)]
    bits = reach[1].bit_length() if len(goals) == 2 else 0
    adds = tuple(
        tuple((cost[0][k] << bits) + (cost[1][k] if bits else 0) for k in range(len(cost[0])))
        for cost in costs
    )
    limits = [
        # At most the cost that a floor leaves; every other variable can still cost nothing.
        min([r, *(b - g.floor for g in program.gates if g.row == goal)])
        for r, b, goal in zip(reach, best, goals, strict=True)
    ]
    kind: Any = np.int64 if (reach[0] + 1) << bits < _FITS else object
    suffixes, came = _merge(adds, bits, limits, reach, kind, progress)
    ones, twos = suffixes[0] >> bits, suffixes[0] & ((1 << bits) - 1)
    columns_ = [ones, twos][: len(goals)]
    points = np.stack([b - c.astype(exact) for b, c in zip(best, columns_, strict=True)], axis=1)
    return Additive(points, options, adds, suffixes, came)


def _merge(
    adds: tuple[tuple[int, ...], ...],
    bits: int,
    limits: list[int],
    reach: list[int],
    kind: Any,
    progress: Callable[[int, int], None] | None,
) -> tuple[tuple[Ints, ...], tuple[NDArray[np.int64], ...]]:
    """Return suffix sets and pointers, first variable first."""
    mask = (1 << bits) - 1
    floors = limits != reach
    keys = np.zeros(0 if min(limits) < 0 else 1, dtype=kind)
    suffixes, came = [keys], []
    for step, add in enumerate(reversed(adds)):
        # Option-major and stable: among equals the smallest place stays, then its best suffix;
        # the suffix set holds each value once.
        candidates = (np.array(add, dtype=kind)[:, None] + keys[None, :]).reshape(-1)
        order = np.argsort(candidates, kind="stable")
        held = candidates[order]
        second = held & mask
        fresh = np.ones(len(held), dtype=bool)
        if len(held):
            fresh[1:] = second[1:] < np.minimum.accumulate(second)[:-1]
        if floors:
            fresh &= ((held >> bits) <= limits[0]).astype(bool)
            if len(limits) == 2:
                fresh &= (second <= limits[1]).astype(bool)
        keys = held[fresh]
        suffixes.append(keys)
        came.append(order[fresh].astype(np.int64))
        if progress is not None:
            progress(step + 1, len(adds))
    return tuple(reversed(suffixes)), tuple(reversed(came))
