"""Every solution of a program, one by one."""

from __future__ import annotations

import numpy as np

from detente.solve.merge import Ints, labelled
from detente.solve.program import Program


def members(program: Program) -> tuple[Ints, Ints]:
    """Return every solution of a program, one a row, in no particular order.

    Returns
    -------
    values, options
        The objectives' values, of shape (solutions, objectives), and the option number of every
        variable, of shape (solutions, variables).

    Raises
    ------
    NotProved
        When more than ``LABELS`` labels would be open at once.
    """
    labels = labelled(program, every=True)
    wide = len(program.domains)
    if labels is None or not len(labels.rank):
        return np.zeros((0, len(program.objectives)), object), np.zeros((0, wide), np.int64)
    options = np.zeros((len(labels.rank), wide), dtype=np.int64)
    rank = labels.rank
    for variable in reversed(range(wide)):
        order = program.order[variable]
        places = (rank % max(1, len(order))).astype(np.int64)
        options[:, variable] = np.argsort(np.array(order, dtype=np.int64))[places]
        rank = rank // max(1, len(order))
    return labels.rows[:, list(program.objectives)], options
