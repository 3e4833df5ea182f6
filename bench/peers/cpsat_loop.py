"""The ε-constraint loop over CP-SAT, as one writes it on the first day.

One model; for each point the first objective is maximised, then the second with the first held,
then the second must grow by one. Default parameters, two workers, the last solution as a hint.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bench.registry import Ints
from detente.solve.program import Program

# OR-Tools is loaded when it is asked: it takes 0.4 s to import.

WORKERS = 2


def cpsat_loop(program: Program) -> list[tuple[int, int]]:
    """Return the efficient points of a program of two objectives, the first one descending."""
    from ortools.sat.python import cp_model  # noqa: PLC0415

    model, chosen, rows = _model(program)
    first, second = (rows[row] for row in program.objectives)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    points: list[tuple[int, int]] = []
    while True:
        model.maximize(first)
        if not _solved(solver, model):
            return points
        best = solver.value(first)
        last = model.clone()
        _hint(last, solver, chosen)
        last.add(first == best)
        last.maximize(second)
        _solved(solver, last)
        points.append((best, solver.value(second)))
        _hint(model, solver, chosen)
        model.add(second >= points[-1][1] + 1)


def points_of(answer: list[tuple[int, int]]) -> Ints:
    """Return the points as an array."""
    return np.array(answer, dtype=np.int64).reshape(-1, 2)


def _solved(solver: Any, model: Any) -> bool:
    """Solve to the end; return whether there is a solution."""
    from ortools.sat.python import cp_model  # noqa: PLC0415

    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return False
    if status != cp_model.OPTIMAL:
        raise RuntimeError(f"CP-SAT says {solver.status_name(status)}")
    return True


def _hint(model: Any, solver: Any, chosen: list[list[Any]]) -> None:
    model.clear_hints()
    for options in chosen:
        for option in options:
            model.add_hint(option, solver.value(option))


def _model(program: Program) -> tuple[Any, list[list[Any]], list[Any]]:
    """Return the model, a Boolean for each option, and the expression of each row."""
    from ortools.sat.python import cp_model  # noqa: PLC0415

    model = cp_model.CpModel()
    chosen = [[model.new_bool_var("") for _ in options] for options in program.unary]
    for options, domain in zip(chosen, program.domains, strict=True):
        model.add_exactly_one(options[option] for option in domain)
        model.add_bool_and(~x for option, x in enumerate(options) if option not in domain)
    for rule in program.rules:
        for combination in rule.forbidden:
            picked = zip(rule.scope, combination, strict=True)
            model.add_bool_or(~chosen[variable][option] for variable, option in picked)
    extras: list[tuple[Any, tuple[int, ...]]] = []
    for term in program.terms:
        for combination, values in term.values.items():
            met = model.new_bool_var("")
            parts = [chosen[v][o] for v, o in zip(term.scope, combination, strict=True)]
            model.add_bool_and(parts).only_enforce_if(met)
            model.add_bool_or([met, *(~part for part in parts)])
            extras.append((met, values))
    for charge in program.charges:
        due = model.new_bool_var("")
        model.add_max_equality(due, [chosen[v][o] for v, o in sorted(charge.triggers)])
        extras.append((due, charge.values))
    rows = [
        start
        + sum(
            vector[row] * x
            for options, vectors in zip(chosen, program.unary, strict=True)
            for x, vector in zip(options, vectors, strict=True)
        )
        + sum(values[row] * x for x, values in extras)
        for row, start in enumerate(program.start)
    ]
    for gate in program.gates:
        if gate.triggers is None:
            model.add(rows[gate.row] >= gate.floor)
            continue
        called = model.new_bool_var("")
        for variable, option in sorted(gate.triggers):
            model.add_implication(chosen[variable][option], called)
        model.add(rows[gate.row] >= gate.floor).only_enforce_if(called)
    return model, chosen, rows
