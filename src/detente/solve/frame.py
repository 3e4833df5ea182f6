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
    """

    sizes: tuple[int, ...]
    terms: tuple[Pattern, ...]
    rules: tuple[tuple[tuple[int, ...], frozenset[tuple[int, ...]]], ...]
    charges: tuple[frozenset[Choice], ...]
    gates: tuple[tuple[frozenset[Choice] | None, bool], ...]


def frame_of(program: Program) -> Frame:
    """Return what a program's skeleton depends on."""
    rows = [gate.row for gate in program.gates]
    own = {row for row in rows if rows.count(row) == 1} - {*program.objectives}
    return Frame(
        sizes=tuple([len(options) for options in program.unary]),
        terms=tuple([(term.scope, _classes(term.values)) for term in program.terms]),
        rules=tuple([(rule.scope, rule.forbidden) for rule in program.rules]),
        charges=tuple([charge.triggers for charge in program.charges]),
        gates=tuple([(gate.triggers, gate.row in own) for gate in program.gates]),
    )


def _classes(values: Mapping[tuple[int, ...], Vector]) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Return a term's combinations with numbers from 1 on: those of one class bring the same."""
    seen: dict[tuple[int, ...], int] = {}
    return tuple(
        [(pair, seen.setdefault(vector, len(seen) + 1)) for pair, vector in values.items()]
    )


def within(frame: Frame, open_: tuple[tuple[int, ...], ...]) -> Frame:
    """Return a frame whose variables have some of their options only, numbered anew from 0.

    Ties keep their places and their classes; what they say of the other options is left out.

    Parameters
    ----------
    frame
        A frame.
    open_
        For each variable the options to keep, ascending.

    Examples
    --------
    >>> frame = Frame((3, 2), (), (((0, 1), frozenset({(0, 0), (2, 1)})),), (), ())
    >>> within(frame, ((1, 2), (0, 1))).rules
    (((0, 1), frozenset({(1, 1)})),)
    """
    if all(len(kept) == size for kept, size in zip(open_, frame.sizes, strict=True)):
        return frame
    number = [{option: place for place, option in enumerate(kept)} for kept in open_]

    def renamed(scope: tuple[int, ...], combination: tuple[int, ...]) -> tuple[int, ...] | None:
        found = tuple([number[v].get(o, -1) for v, o in zip(scope, combination, strict=True)])
        return None if -1 in found else found

    def triggers(held: frozenset[Choice]) -> frozenset[Choice]:
        return frozenset([(v, number[v][o]) for v, o in held if o in number[v]])

    return Frame(
        sizes=tuple([len(kept) for kept in open_]),
        terms=tuple(
            [
                (scope, tuple([(new, k) for c, k in named if (new := renamed(scope, c))]))
                for scope, named in frame.terms
            ]
        ),
        rules=tuple(
            [
                (scope, frozenset([new for c in named if (new := renamed(scope, c))]))
                for scope, named in frame.rules
            ]
        ),
        charges=tuple([triggers(held) for held in frame.charges]),
        gates=tuple([(None if t is None else triggers(t), cut) for t, cut in frame.gates]),
    )
