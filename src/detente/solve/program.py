"""What is to be solved: variables, additive values, ties between variables, and gates.

A program knows no diplomacy. It holds *variables*, each with a domain of option numbers; *rows* of
integers, each the sum of what the chosen options bring; *rules* that forbid combinations; and
*gates* that ask a row to reach a floor, always or once an option has triggered it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Vector = tuple[int, ...]
Choice = tuple[int, int]
Method = Literal["additive", "elimination", "cp-sat"]


@dataclass(frozen=True, slots=True)
class Term:
    """Values that depend on several variables together.

    ``values`` maps the option numbers of ``scope``, in its order, to what they add to each row;
    combinations that are not named add nothing.
    """

    scope: tuple[int, ...]
    values: Mapping[tuple[int, ...], Vector]


@dataclass(frozen=True, slots=True)
class Rule:
    """Combinations of option numbers of ``scope`` that no solution may hold."""

    scope: tuple[int, ...]
    forbidden: frozenset[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Charge:
    """Values added once if any of the ``triggers`` (variable, option) is chosen."""

    triggers: frozenset[Choice]
    values: Vector


@dataclass(frozen=True, slots=True)
class Gate:
    """A row that must reach ``floor``: always, or if one of the ``triggers`` is chosen."""

    row: int
    floor: int
    triggers: frozenset[Choice] | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """A multi-objective problem over finite domains, in integers.

    Attributes
    ----------
    domains
        Allowed option numbers of each variable.
    order
        For each variable, the place of each option number among its options; among solutions of
        equal value the one whose places are smallest, first variable first, is canonical.
    start
        Value of each row before anything is chosen.
    unary
        ``unary[variable][option]`` is what the option adds to each row.
    objectives
        Rows to maximise.
    """

    domains: tuple[tuple[int, ...], ...]
    order: tuple[tuple[int, ...], ...]
    start: Vector
    unary: tuple[tuple[Vector, ...], ...]
    objectives: tuple[int, ...]
    terms: tuple[Term, ...] = ()
    rules: tuple[Rule, ...] = ()
    charges: tuple[Charge, ...] = ()
    gates: tuple[Gate, ...] = ()

    @property
    def magnitude(self) -> int:
        """A bound that no partial sum of any row can exceed, nor a gate's floor."""
        total = [*map(abs, self.start)]
        held = [
            *self.unary,
            *({*term.values.values()} for term in self.terms),
            *((charge.values,) for charge in self.charges),
        ]
        for vectors in held:
            columns = zip(*vectors, strict=True)
            total = [t + max(map(abs, c)) for t, c in zip(total, columns, strict=False)] or total
        return max(total, default=0) + max((abs(gate.floor) for gate in self.gates), default=0)


@dataclass(frozen=True, slots=True)
class Frontier:
    """The efficient points of a program.

    Attributes
    ----------
    points
        Value of each objective, best first objective first; mutually non-dominated.
    packages
        The canonical solution of each point, as option numbers.
    counts
        How many solutions reach each point; ``None`` where they were not counted.
    proved
        Whether every efficient point is there and no other.
    bounds
        Where the answer is not proved: points such that every solution is at most one of them, or
        at most one of ``points``, in each objective. Empty where it is proved.
    method
        How it was found: ``additive``, ``elimination`` or ``cp-sat``.
    """

    points: tuple[Vector, ...] = ()
    packages: tuple[tuple[int, ...], ...] = ()
    counts: tuple[int | None, ...] = ()
    proved: bool = True
    bounds: tuple[Vector, ...] = ()
    method: Method = field(default="elimination", compare=False)
