"""Random small chains, every path of them, and paths drawn at random: rivals of the answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

import numpy as np

from detente.solve.chain import Course, Step, course

Rows = dict[int, dict[int, Fraction]]


@dataclass(frozen=True)
class Chain:
    """A chain in plain data: rows and open states by step, the days, and where it is at first."""

    start: dict[int, Fraction]
    open_first: frozenset[int]
    rows: list[Rows]
    open: list[frozenset[int]]
    days: list[int]

    def course(self) -> Course:
        """Return the answer that is to be checked."""
        steps = [
            Step(day, f"e{place % 3}", rows.get, held.__contains__)
            for place, (day, rows, held) in enumerate(
                zip(self.days, self.rows, self.open, strict=True)
            )
        ]
        return course(self.start, 0, self.open_first.__contains__, steps)


def random_chain(random: Random, states: int = 3, steps: int = 5) -> Chain:
    """Return a chain of a few states; several steps may fall on one day."""
    count = random.randint(2, states)
    length = random.randint(1, steps)
    names = range(count)

    def row() -> dict[int, Fraction]:
        parts = [random.choice((0, 0, 1, 2, 3)) for _ in names]
        parts[random.randrange(count)] += 1
        return {n: Fraction(p, sum(parts)) for n, p in enumerate(parts)}

    def some() -> frozenset[int]:
        return frozenset(n for n in names if random.random() < 0.7)

    rows = [{n: row() for n in names if random.random() < 0.8} for _ in range(length)]
    held = some()
    opened = []
    for _ in range(length):
        held = some() if random.random() < 0.3 else held
        opened.append(held)
    days = sorted(random.randint(1, length) for _ in range(length))
    first = some()
    return Chain(row(), first, rows, opened, days)


def every_path(chain: Chain) -> Iterator[tuple[tuple[int, ...], Fraction]]:
    """Yield every path through a chain, with its probability."""
    paths: list[tuple[tuple[int, ...], Fraction]] = [
        ((state,), mass) for state, mass in chain.start.items() if mass
    ]
    for rows in chain.rows:
        paths = [
            ((*path, to), mass * chance)
            for path, mass in paths
            for to, chance in rows.get(path[-1], {path[-1]: Fraction(1)}).items()
            if chance
        ]
    yield from paths


def closing(chain: Chain, path: tuple[int, ...]) -> tuple[int, str] | None:
    """Return the day on which a path first closes, and by what; day 0 where it is never open."""
    if path[0] not in chain.open_first:
        return 0, ""
    held = [chain.open_first, *chain.open]
    for day in sorted({*chain.days}):
        places = [n for n, d in enumerate(chain.days) if d == day]
        if path[places[-1] + 1] in held[places[-1] + 1]:
            continue
        for place in reversed(places):  # the last step before which it was open
            if path[place] in held[place]:
                return day, f"e{place % 3}"
    return None


def drawn(chain: Chain, count: int, seed: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return paths drawn at random: shape (count, steps + 1)."""
    rng = np.random.default_rng(seed)

    def pick(row: dict[int, Fraction], size: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return rng.choice([*row], size=size, p=[float(p) for p in row.values()])

    paths = np.empty((count, len(chain.rows) + 1), dtype=np.int64)
    paths[:, 0] = pick(chain.start, count)
    for place, rows in enumerate(chain.rows):
        paths[:, place + 1] = paths[:, place]
        for state, row in rows.items():
            mine = paths[:, place] == state
            paths[mine, place + 1] = pick(row, int(mine.sum()))
    return paths
