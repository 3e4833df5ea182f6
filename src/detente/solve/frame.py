"""Frames: what a program's skeleton depends on, its numbers put aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.solve.program import Choice, Program, Vector

Pattern = tuple[tuple[int, ...], tuple[tuple[tuple[int, ...], int], ...]]
"""A tie's scope, and the class of each combination that it names."""


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a skeleton depends on.

    Attributes
    ----------
    sizes
        Number of options of each variable.
    terms, rules
        Their patterns; a rule's combinations are all of class 1.
    charges, gates
        Triggers of each charge; of each gate, its triggers and whether its row may be cut at what
        is safe (no other gate and no objective lies on it).
    last
        The variable that joins last, if one must.
    """

    sizes: tuple[int, ...]
    terms: tuple[Pattern, ...]
    rules: tuple[tuple[tuple[int, ...], frozenset[tuple[int, ...]]], ...]
    charges: tuple[frozenset[Choice], ...]
    gates: tuple[tuple[frozenset[Choice] | None, bool], ...]
    last: int | None = None


def frame_of(program: Program, last: int | None = None) -> Frame:
    """Return what a program's skeleton depends on; one variable may be asked to join last."""
    rows = [gate.row for gate in program.gates]
    own = {row for row in rows if rows.count(row) == 1} - {*program.objectives}
    return Frame(
        sizes=tuple([len(options) for options in program.unary]),
        terms=tuple([(term.scope, _classes(term.values)) for term in program.terms]),
        rules=tuple([(rule.scope, rule.forbidden) for rule in program.rules]),
        charges=tuple([charge.triggers for charge in program.charges]),
        gates=tuple([(gate.triggers, gate.row in own) for gate in program.gates]),
        last=last,
    )


def _classes(values: Mapping[tuple[int, ...], Vector]) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Return a term's combinations with numbers from 1 on: those of one class bring the same."""
    seen: dict[tuple[int, ...], int] = {}
    return tuple(
        [(pair, seen.setdefault(vector, len(seen) + 1)) for pair, vector in values.items()]
    )
