"""Reading the points of answers, so that they can be compared."""

from __future__ import annotations

import numpy as np

from bench.registry import Ints
from detente.solve.program import Frontier


def points_of(frontier: Frontier) -> Ints:
    """Return the points of a frontier; one that is not proved raises ``ValueError``."""
    if not frontier.proved:
        raise ValueError("not proved")
    return np.array(frontier.points, dtype=np.int64)
