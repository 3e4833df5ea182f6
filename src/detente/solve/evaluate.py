"""Given solutions of a program, by its definition: their values, and whether they hold."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.program import Choice, Program

Ints = NDArray[Any]

_SAFE = 2**62


def evaluate(program: Program, options: Ints) -> tuple[Ints, Ints]:
    """Return every row of given solutions, and whether each obeys domains, rules and gates.

    Parameters
    ----------
    program
        A program.
    options
        Option numbers, of shape (solutions, variables).

    Returns
    -------
    values, holds
        Exact whole numbers of shape (solutions, rows), and a truth value for each solution.

    Examples
    --------
    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> program = Program(((0, 1), (0,)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1))
    >>> values, holds = evaluate(program, np.array([[1, 0], [1, 1]]))
    >>> values.tolist(), holds.tolist()
    ([[3, -1], [2, 2]], [True, False])
    """
    numbers: Any = np.int64 if program.magnitude < _SAFE else object
    size = len(options)
    rows = np.tile(np.array(program.start, dtype=numbers), (size, 1))
    holds = np.ones(size, dtype=bool)
    for variable, vectors in enumerate(program.unary):
        rows += np.array(vectors, dtype=numbers)[options[:, variable]]
        holds &= np.isin(options[:, variable], program.domains[variable])
    for term in program.terms:
        for combination, vector in term.values.items():
            rows[_chosen(options, term.scope, combination)] += np.array(vector, dtype=numbers)
    for rule in program.rules:
        for combination in rule.forbidden:
            holds &= ~_chosen(options, rule.scope, combination)
    for charge in program.charges:
        rows[_any(options, charge.triggers)] += np.array(charge.values, dtype=numbers)
    for gate in program.gates:
        passes = (rows[:, gate.row] >= gate.floor).astype(bool)
        holds &= passes if gate.triggers is None else passes | ~_any(options, gate.triggers)
    return rows, holds


def _chosen(options: Ints, scope: tuple[int, ...], combination: tuple[int, ...]) -> Ints:
    found: Ints = (options[:, list(scope)] == np.array(combination)).all(axis=1)
    return found


def _any(options: Ints, triggers: frozenset[Choice]) -> Ints:
    found: Ints = np.zeros(len(options), dtype=bool)
    for variable, option in triggers:
        found |= options[:, variable] == option
    return found
