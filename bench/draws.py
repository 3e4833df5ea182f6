"""Random problems, the same on every machine: seeded, whole numbers, opposed principals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bench.registry import Ints
from detente.solve.program import Program

SEED = 2017
MAGNITUDE = 10**6
OPPOSED = 0.95
"""How much of an option's values is at the others' cost; the rest is its own."""


def opposed(
    issues: int,
    options: int,
    *,
    principals: int = 2,
    magnitude: int = MAGNITUDE,
    seed: int = SEED,
    share: float = OPPOSED,
) -> list[Ints]:
    """Return, for each issue, a table of what its options bring: shape (options, principals).

    A ``share`` of each value is drawn so that an option's values add up to nothing over the
    principals; the rest is drawn freely. All lie within ± ``magnitude``.

    >>> [table.tolist() for table in opposed(1, 2, magnitude=100)]
    [[[34, -36], [34, -36]]]
    """
    draws = np.random.default_rng(seed)
    widest = 2 * (principals - 1) / principals
    tables = []
    for _ in range(issues):
        shared = draws.uniform(-1, 1, (options, principals))
        shared -= shared.mean(axis=1, keepdims=True)
        free = draws.uniform(-1, 1, (options, principals))
        mixed = share * shared / widest + (1 - share) * free
        tables.append(np.rint(magnitude * mixed).astype(np.int64))
    return tables


def program_of(tables: Sequence[Ints]) -> Program:
    """Return tables as an additive program."""
    places = tuple(tuple(range(len(table))) for table in tables)
    principals = tables[0].shape[1]
    return Program(
        domains=places,
        order=places,
        start=(0,) * principals,
        unary=tuple(tuple(tuple(row) for row in table.tolist()) for table in tables),
        objectives=tuple(range(principals)),
    )


def every_point(tables: Sequence[Ints]) -> Ints:
    """Return the values of every package, shape (packages, principals), the last issue fastest."""
    points: Ints = np.zeros((1, tables[0].shape[1]), dtype=np.int64)
    for table in tables:
        points = (points[:, None, :] + table[None, :, :]).reshape(-1, table.shape[1])
    return points
