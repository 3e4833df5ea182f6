"""Given solutions of a program, by its definition: their values, and whether they hold."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.elimination import rule_tables
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
        allowed = np.zeros(len(vectors), dtype=bool)
        allowed[list(program.domains[variable])] = True
        holds &= allowed[options[:, variable]]
    for term in program.terms:
        distinct = {vector: n for n, vector in enumerate(dict.fromkeys(term.values.values()), 1)}
        met = np.zeros(tuple(len(program.unary[v]) for v in term.scope), dtype=np.int64)
        for combination, vector in term.values.items():
            met[combination] = distinct[vector]
        brings = np.array([(0,) * rows.shape[1], *distinct], dtype=numbers)
        rows += brings[met[_at(options, term.scope)]]
    for scope, barred in rule_tables(program):
        holds &= ~barred[_at(options, scope)]
    for charge in program.charges:
        rows[_any(options, charge.triggers)] += np.array(charge.values, dtype=numbers)
    for gate in program.gates:
        passes = (rows[:, gate.row] >= gate.floor).astype(bool)
        holds &= passes if gate.triggers is None else passes | ~_any(options, gate.triggers)
    return rows, holds


def _at(options: Ints, scope: tuple[int, ...]) -> tuple[Ints, ...]:
    return tuple([options[:, variable] for variable in scope])


def _any(options: Ints, triggers: frozenset[Choice]) -> Ints:
    found: Ints = np.zeros(len(options), dtype=bool)
    for variable, option in triggers:
        found |= options[:, variable] == option
    return found
