"""Solutions fixed before it is known which of several programs holds: those worth weighing.

All programs share their variables. A *choice* gives each variable a digit: 0 leaves it at what
each program holds, and n takes option n - 1. What a choice is expected to bring is the sum over
programs of probability × value where it is a solution, and nothing where it is not.

Choices are built variable by variable for all programs at once. A partial choice is dropped when
the most that any completion could be expected to bring is clearly behind what a known choice does
bring (branch and bound, Land & Doig 1960); with two objectives also when it falls short, in some
direction, of every corner that the known choices leave open. Bounds are in double precision with a
margin far above their error, so that no choice is lost that could be efficient; what is left is
weighed exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.base.errors import NotProved
from detente.solve.bounds import corners, out_of_reach, staircase
from detente.solve.elimination import Plan, plan, widest_first
from detente.solve.passes import LABELS
from detente.solve.program import Program

Array = NDArray[Any]

FEW = 200
"""Fewer partial choices than this are not worth weighing in several directions."""

WAYS = np.stack([np.linspace(0.0, 1.0, 13), np.linspace(1.0, 0.0, 13)], axis=1)
"""Directions, as shares of two objectives."""

MARGIN = 1e-6
"""By how much a choice must be behind in double precision to be dropped unweighed."""


@dataclass(frozen=True)
class Branch:
    """One of the programs.

    Attributes
    ----------
    program
        The program; its first rows are the objectives.
    probability
        That it holds.
    units
        What each objective is divided by, so that programs can be compared.
    held
        For each variable the option that digit 0 stands for; -1 where it stands for none.
    """

    program: Program
    probability: float
    units: tuple[int, ...]
    held: tuple[int, ...]

    def options(self, variable: int, digits: Array) -> Array:
        """Return the option numbers that a variable's digits stand for here."""
        found: Array = np.where(digits == 0, self.held[variable], digits - 1)
        return found


class _Front:
    """The partial choices, seen by one branch."""

    def __init__(self, branch: Branch, sequence: tuple[int, ...]) -> None:
        program = branch.program
        self.branch = branch
        self.route: Plan = plan(program, sequence=sequence)
        self._futures = _futures(branch, self.route)
        self.slack = 0.5 + program.magnitude * 1e-12
        self.rows = np.array([program.start], dtype=np.float64)
        self.alive = np.ones(1, dtype=bool)
        self.charged = {i: np.zeros(1, dtype=bool) for i in range(len(program.charges))}
        self.called = {
            i: np.zeros(1, dtype=bool)
            for i, g in enumerate(program.gates)
            if g.triggers is not None
        }

    def keep(self, mask: Array) -> None:
        self.rows, self.alive = self.rows[mask], self.alive[mask]
        for held in (self.charged, self.called):
            for name in held:
                held[name] = held[name][mask]

    def join(self, step: int, digits: Array, times: int) -> None:
        """Join the next variable; ``digits`` are the choices that result."""
        program, route, variable = self.branch.program, self.route, self.route.sequence[step]
        options = self.branch.options(variable, digits[:, variable])
        possible = options >= 0
        safe = np.where(possible, options, 0)
        vectors = np.array(program.unary[variable], dtype=np.float64)
        self.rows = np.repeat(self.rows, times, axis=0) + vectors[safe]
        inside = np.zeros(len(program.unary[variable]), dtype=bool)
        inside[list(program.domains[variable])] = True
        allowed = possible & inside[safe]
        self.alive = np.repeat(self.alive, times) & allowed
        for held in (self.charged, self.called):
            for name in held:
                held[name] = np.repeat(held[name], times)
        for index in route.terms[step]:
            scope, table = route.term_tables[index]
            self.rows += table[self._at(scope, digits)].astype(np.float64)
        for index in route.rules[step]:
            scope, table = route.rule_tables[index]
            self.alive &= ~table[self._at(scope, digits)]
        for index, flags in self.charged.items():
            charge = program.charges[index]
            fresh = _triggered(charge.triggers, variable, safe, len(vectors)) & possible & ~flags
            self.rows[fresh] += np.array(charge.values, dtype=np.float64)
            self.charged[index] = flags | fresh
        most = np.array(route.most[step], dtype=np.float64)
        for index, gate in enumerate(program.gates):
            reach = self.rows[:, gate.row] + most[gate.row] >= gate.floor - self.slack
            if gate.triggers is not None:
                flags = self.called[index] | (
                    _triggered(gate.triggers, variable, safe, len(vectors)) & possible
                )
                self.called[index] = flags
                reach |= ~flags
            self.alive &= reach

    def _at(self, scope: tuple[int, ...], digits: Array) -> tuple[Array, ...]:
        return tuple(np.maximum(self.branch.options(v, digits[:, v]), 0) for v in scope)

    def bound(self, step: int) -> Array:
        """Return the most that each partial choice could bring here, weighed by probability."""
        size = len(self.branch.units)
        most = np.array(self.route.most[step][:size], dtype=np.float64)
        top = (self.rows[:, :size] + most) / np.array(self.branch.units, dtype=np.float64)
        found: Array = np.maximum(top, 0) * self.alive[:, None] * self.branch.probability
        return found

    def limit(self, step: int) -> Array:
        """Return the most that each partial choice could bring in each direction: (ways, n)."""
        units = np.array(self.branch.units, dtype=np.float64)
        ways = WAYS / units[None, :]
        top = ways @ self.rows[:, :2].T + self._futures[step][:, None]
        found: Array = np.maximum(top, 0) * self.alive * self.branch.probability
        return found


def _futures(branch: Branch, route: Plan) -> Array:
    """Return, by step and direction, the most that later steps add: shape (steps, ways)."""
    program = branch.program
    size = len(branch.units)
    if size != 2:
        return np.zeros((len(route.sequence), 0))
    ways = WAYS / np.array(branch.units, dtype=np.float64)[None, :]
    most = np.array(route.most, dtype=np.float64)[:, :2]
    found = np.zeros((len(route.sequence), len(WAYS)))
    total, apart = np.zeros(len(WAYS)), np.zeros(2)
    for step in range(len(route.sequence) - 1, -1, -1):
        # What terms and charges may still add is bounded for each objective by itself.
        found[step] = total + ways @ (most[step] - apart)
        variable = route.sequence[step]
        table = np.array(
            [program.unary[variable][o][:2] for o in program.domains[variable]], dtype=np.float64
        ).reshape(len(program.domains[variable]), 2)
        if len(table):
            total = total + (ways @ table.T).max(axis=1)
            apart = apart + table.max(axis=0)
    return found


def _triggered(
    triggers: frozenset[tuple[int, int]], variable: int, options: Array, size: int
) -> Array:
    table = np.zeros(size, dtype=bool)
    table[[option for v, option in triggers if v == variable]] = True
    return table[options]


def contenders(branches: Sequence[Branch], digits: Sequence[Sequence[int]], known: Array) -> Array:
    """Return every choice that might be efficient in what it is expected to bring.

    Parameters
    ----------
    branches
        The programs; their probabilities sum to 1.
    digits
        The digits that each variable may take.
    known
        What some choices are expected to bring, of shape (choices, objectives).

    Returns
    -------
    Array
        Digits, of shape (choices, variables), in no particular order.

    Raises
    ------
    NotProved
        When too many partial choices stay open at once.
    """
    likeliest = max(branches, key=lambda branch: branch.probability).program
    sequence = widest_first(likeliest, [len(found) for found in digits])
    fronts = [_Front(branch, sequence) for branch in branches]
    table = np.zeros((1, len(digits)), dtype=np.int64)
    for step, variable in enumerate(sequence):
        mine = np.array(digits[variable], dtype=np.int64)
        size = len(table) * len(mine)
        if size > LABELS // max(1, len(branches)):
            raise NotProved("too many packages could still be best before the scenario is known")
        table = np.repeat(table, len(mine), axis=0)
        table[:, variable] = np.tile(mine, size // max(1, len(mine)))
        for front in fronts:
            front.join(step, table, len(mine))
        bounds = sum((front.bound(step) for front in fronts), np.zeros(1))
        keep = np.any([front.alive for front in fronts], axis=0)
        for one in known:
            keep &= ~(bounds + MARGIN < one).all(axis=1)
        if len(branches[0].units) == 2 and len(known) and keep.sum() > FEW:
            for front in fronts:
                front.keep(keep)
            table = table[keep]
            limits = sum((front.limit(step) for front in fronts), np.zeros(1))
            keep = ~out_of_reach(WAYS, limits + MARGIN, corners(staircase(known)) - MARGIN)
        table = table[keep]
        for front in fronts:
            front.keep(keep)
    return table
