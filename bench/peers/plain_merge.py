"""The plain merge: the least code that finds the two-objective frontier of an additive problem."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bench.registry import Ints


def plain_merge(tables: Sequence[Ints]) -> Ints:
    """Return the efficient points; which package reaches them is not known, nor how many do."""
    points: Ints = np.zeros((1, 2), dtype=np.int64)
    for table in tables:
        moved = np.concatenate([points + row for row in table])
        moved = moved[np.lexsort((-moved[:, 1], -moved[:, 0]))]
        best = np.maximum.accumulate(moved[:, 1])
        kept = np.ones(len(moved), dtype=bool)
        kept[1:] = moved[1:, 1] > best[:-1]
        points = moved[kept]
    return points
