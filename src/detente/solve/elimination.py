"""In which order variables are merged, and what stays open after each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.solve.program import Program

Ints = NDArray[Any]
Table = tuple[tuple[int, ...], Ints]
"""A scope, and a dense table over its options."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The order of a merge, and tables for each step of it.

    Attributes
    ----------
    sequence
        Variables in the order in which they join.
    radix
        What one place of each variable's options is worth in a package's rank.
    terms, rules
        Numbers of the terms and rules that a step completes.
    term_tables, rule_tables
        Scope and dense table of each term (… × rows) and rule (bool).
    stands_for
        For each step, the variables that stay open, each with an array that maps an option to the
        smallest one that no pending tie tells from it.
    charges_open, gates_open
        Charges and gates that a later variable may still trigger.
    most, least
        The most and the least that later variables can add to each row.
    shared_rows
        Rows on which several gates lie.
    """

    sequence: tuple[int, ...]
    radix: tuple[int, ...]
    terms: tuple[tuple[int, ...], ...]
    rules: tuple[tuple[int, ...], ...]
    term_tables: tuple[Table, ...]
    rule_tables: tuple[Table, ...]
    stands_for: tuple[dict[int, Ints], ...]
    charges_open: tuple[frozenset[int], ...]
    gates_open: tuple[frozenset[int], ...]
    most: tuple[tuple[int, ...], ...]
    least: tuple[tuple[int, ...], ...]
    shared_rows: frozenset[int]


def plan(program: Program, sequence: Sequence[int] | None = None) -> Plan:
    """Return the order of a merge and its tables.

    The next variable is the one that leaves the fewest variables open, then the one with the
    fewest options, then the first; unless a sequence is given.
    """
    scopes = [t.scope for t in program.terms] + [rule.scope for rule in program.rules]
    sizes = tuple(len(domain) for domain in program.domains)
    sequence = sequence_of(sizes, tuple(scopes)) if sequence is None else tuple(sequence)
    place = {variable: step for step, variable in enumerate(sequence)}
    ends_terms = [max(place[v] for v in term.scope) for term in program.terms]
    ends_rules = [max(place[v] for v in rule.scope) for rule in program.rules]
    steps = range(len(sequence))
    rows = [gate.row for gate in program.gates]
    tables = (*_term_tables(program), *_rule_tables(program))
    return Plan(
        sequence=sequence,
        radix=_radix(program),
        terms=tuple(tuple(i for i, e in enumerate(ends_terms) if e == s) for s in steps),
        rules=tuple(tuple(i for i, e in enumerate(ends_rules) if e == s) for s in steps),
        term_tables=tables[: len(program.terms)],
        rule_tables=tables[len(program.terms) :],
        stands_for=tuple(
            _open_variables(
                program,
                place,
                s,
                [
                    table
                    for table, end in zip(tables, (*ends_terms, *ends_rules), strict=True)
                    if end > s
                ],
            )
            for s in steps
        ),
        charges_open=tuple(
            frozenset(
                i
                for i, charge in enumerate(program.charges)
                if any(place[v] > s for v, _ in charge.triggers)
            )
            for s in steps
        ),
        gates_open=tuple(
            frozenset(
                i
                for i, gate in enumerate(program.gates)
                if gate.triggers and any(place[v] > s for v, _ in gate.triggers)
            )
            for s in steps
        ),
        most=_remaining(program, place, ends_terms, max),
        least=_remaining(program, place, ends_terms, min),
        shared_rows=frozenset(row for row in rows if rows.count(row) > 1),
    )


@lru_cache(maxsize=256)
def sequence_of(
    sizes: tuple[int, ...], scopes: tuple[tuple[int, ...], ...], last: int | None = None
) -> tuple[int, ...]:
    """Return an order of variables that keeps few ties open; one of them may be put last.

    Variables with a single option come first: they keep no tie open.

    Parameters
    ----------
    sizes
        Number of options of each variable.
    scopes
        The variables that each tie binds.
    last
        The variable that must come last, if any.
    """
    single = [v for v, size in enumerate(sizes) if size == 1 and v != last]
    left = set(range(len(sizes))) - {last, *single}
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
    return tuple(done) if last is None else (*done, last)


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


def _radix(program: Program) -> tuple[int, ...]:
    radix: list[int] = []
    worth = 1
    for order in reversed(program.order):
        radix.append(worth)
        worth *= max(1, len(order))
    return tuple(reversed(radix))


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


def _rule_tables(program: Program) -> tuple[Table, ...]:
    tables = []
    for rule in program.rules:
        table = np.zeros(tuple(len(program.unary[v]) for v in rule.scope), dtype=bool)
        for combination in rule.forbidden:
            table[combination] = True
        tables.append((rule.scope, table))
    return tuple(tables)


def _open_variables(
    program: Program, place: dict[int, int], step: int, pending: Sequence[Table]
) -> dict[int, Ints]:
    found: dict[int, Ints] = {}
    for variable, at in place.items():
        ties = [tie for tie in pending if variable in tie[0]]
        if at > step or not ties:
            continue
        seen: dict[tuple[object, ...], int] = {}
        size = len(program.unary[variable])
        found[variable] = np.array(
            [seen.setdefault(_signature(variable, o, ties), o) for o in range(size)],
            dtype=np.int64,
        )
    return found


def _signature(variable: int, option: int, ties: Sequence[Table]) -> tuple[object, ...]:
    """Return all that the pending ties can tell of one option."""
    return tuple(
        tuple(table.take(option, axis=scope.index(variable)).ravel().tolist())
        for scope, table in ties
    )


def _remaining(
    program: Program,
    place: dict[int, int],
    ends_terms: list[int],
    choose: Callable[..., int],
) -> tuple[tuple[int, ...], ...]:
    """Return, for each step, the extreme sum of what later steps can bring to each row."""
    rows = range(len(program.start))
    brought = [[0 for _ in rows] for _ in place]
    for variable, at in place.items():
        vectors = [program.unary[variable][option] for option in program.domains[variable]]
        for row in rows:
            brought[at][row] += choose((vector[row] for vector in vectors), default=0)
    for term, end in zip(program.terms, ends_terms, strict=True):
        for row in rows:
            brought[end][row] += choose((0, *(vector[row] for vector in term.values.values())))
    for charge in program.charges:
        last = max((place[variable] for variable, _ in charge.triggers), default=0)
        for row in rows:
            brought[last][row] += choose(0, charge.values[row])
    after = [[0 for _ in rows]]
    for step in range(len(brought) - 1, 0, -1):
        after.append([a + b for a, b in zip(after[-1], brought[step], strict=True)])
    return tuple(tuple(total) for total in reversed(after))
