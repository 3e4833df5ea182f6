"""In which order variables are merged, and what stays open after each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.program import Program, Vector

Ints = NDArray[Any]
Table = tuple[tuple[int, ...], Ints]
"""A scope, and a dense table over its options."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A program's ties by the step that completes them, variables joining in a given order.

    Attributes
    ----------
    sequence
        Variables in the order in which they join.
    terms, rules
        Numbers of the terms and rules that a step completes.
    term_tables, rule_tables
        Scope and dense table of each term (… × rows) and rule (bool).
    most
        The most that later variables can add to each row.
    """

    sequence: tuple[int, ...]
    terms: tuple[tuple[int, ...], ...]
    rules: tuple[tuple[int, ...], ...]
    term_tables: tuple[Table, ...]
    rule_tables: tuple[Table, ...]
    most: tuple[tuple[int, ...], ...]


def plan(program: Program, sequence: Sequence[int]) -> Plan:
    """Return what each step of a given order completes, and what may come after it."""
    place = {variable: step for step, variable in enumerate(sequence)}
    ends_terms = [max(place[v] for v in term.scope) for term in program.terms]
    ends_rules = [max(place[v] for v in rule.scope) for rule in program.rules]
    steps = range(len(sequence))
    return Plan(
        sequence=tuple(sequence),
        terms=tuple(tuple(i for i, e in enumerate(ends_terms) if e == s) for s in steps),
        rules=tuple(tuple(i for i, e in enumerate(ends_rules) if e == s) for s in steps),
        term_tables=_term_tables(program),
        rule_tables=rule_tables(program),
        most=_remaining(program, place, ends_terms),
    )


@lru_cache(maxsize=256)
def sequence_of(sizes: tuple[int, ...], scopes: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
    """Return an order of variables that keeps few ties open.

    Variables with a single option come first: they keep no tie open.

    Parameters
    ----------
    sizes
        Number of options of each variable.
    scopes
        The variables that each tie binds.
    """
    single = [v for v, size in enumerate(sizes) if size == 1]
    left = set(range(len(sizes))) - {*single}
    done = single
    while left:

        def cost(variable: int) -> tuple[int, int, int]:
            joined = {*done, variable}
            still = {
                v
                for scope in scopes
                if not joined.issuperset(scope)
                for v in scope
                if v in joined and sizes[v] > 1
            }
            return len(still), sizes[variable], variable

        chosen = min(left, key=cost)
        left.remove(chosen)
        done.append(chosen)
    return tuple(done)


def widest_first(program: Program, sizes: Sequence[int]) -> tuple[int, ...]:
    """Return the variables in an order for going through all solutions.

    Those with one option come first, then those whose options lie farthest apart on the rows of
    gates and objectives: bounds then turn away most, soonest. ``sizes`` are their numbers of
    options.
    """
    rows = sorted({gate.row for gate in program.gates} | {*program.objectives})
    spans = [
        [max(c) - min(c) for c in zip(*program.unary[v], strict=True)]
        for v in range(len(program.domains))
    ]
    total = [sum(span[row] for span in spans if span) or 1 for row in range(len(program.start))]

    def width(variable: int) -> float:
        return sum((spans[variable][row] / total[row] for row in rows if spans[variable]), 0.0)

    return tuple(sorted(range(len(spans)), key=lambda v: (sizes[v] > 1, -width(v))))


def _term_tables(program: Program) -> tuple[Table, ...]:
    numbers: Any = np.int64 if program.magnitude < 2**62 else object
    tables = []
    for term in program.terms:
        shape = tuple(len(program.unary[v]) for v in term.scope)
        table = np.zeros((*shape, len(program.start)), dtype=numbers)
        for combination, vector in term.values.items():
            table[combination] = vector
        tables.append((term.scope, table))
    return tuple(tables)


def rule_tables(program: Program) -> tuple[Table, ...]:
    """Return the scope of each rule, and which combinations it forbids."""
    tables = []
    for rule in program.rules:
        table = np.zeros(tuple(len(program.unary[v]) for v in rule.scope), dtype=bool)
        if rule.forbidden:
            table[tuple(np.array([*rule.forbidden]).T)] = True
        tables.append((rule.scope, table))
    return tuple(tables)


def _remaining(
    program: Program, place: dict[int, int], ends_terms: list[int]
) -> tuple[tuple[int, ...], ...]:
    """Return, for each step, the largest sum of what later steps can bring to each row."""
    nothing = (0,) * len(program.start)
    brought = [[*nothing] for _ in place]

    def add(step: int, vectors: Iterable[Vector]) -> None:
        brought[step] = [
            a + max(c) for a, c in zip(brought[step], zip(*vectors, strict=True), strict=True)
        ]

    for variable, at in place.items():
        allowed = [program.unary[variable][option] for option in program.domains[variable]]
        add(at, allowed or [nothing])
    for term, end in zip(program.terms, ends_terms, strict=True):
        add(end, (nothing, *{*term.values.values()}))
    for charge in program.charges:
        add(max((place[v] for v, _ in charge.triggers), default=0), (nothing, charge.values))
    after = [[*nothing]]
    for step in range(len(brought) - 1, 0, -1):
        after.append([a + b for a, b in zip(after[-1], brought[step], strict=True)])
    return tuple(tuple(total) for total in reversed(after))
