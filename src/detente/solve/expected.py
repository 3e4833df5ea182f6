"""Solutions fixed before it is known which of several programs holds: those worth weighing.

All programs share their variables. A *choice* gives each variable a digit: 0 leaves it at what
each program holds, and n takes option n - 1. What a choice is expected to bring is the sum over
programs of probability × value where it is a solution, and nothing where it is not.

Choices are built variable by variable, for the most probable programs first; the others count
until then for the most that the step before left open to them. A partial choice is dropped when
the most that any completion could be expected to bring is clearly behind what a known choice does
bring (branch and bound, Land & Doig 1960); with two objectives also when it falls short, in some
direction, of every corner that the known choices leave open. Bounds are in double precision with a
margin far above their error, so that no choice is lost that could be efficient; what is left is
weighed exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
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

STOPS = (0, 2, 5, 10, 20)
"""After how many of the most probable programs the bounds are looked at, within a step."""

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
        self._ways = _ways(len(branch.units)) / np.array(branch.units, dtype=np.float64)
        self._futures = _futures(branch, self.route, self._ways)
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

    def join(self, step: int, parents: Array, digits: Array) -> None:
        """Join the next variable; ``digits`` are the choices that result, each of a parent."""
        program, route, variable = self.branch.program, self.route, self.route.sequence[step]
        options = self.branch.options(variable, digits[:, variable])
        possible = options >= 0
        safe = np.where(possible, options, 0)
        vectors = np.array(program.unary[variable], dtype=np.float64)
        self.rows = self.rows[parents] + vectors[safe]
        inside = np.zeros(len(program.unary[variable]), dtype=bool)
        inside[list(program.domains[variable])] = True
        allowed = possible & inside[safe]
        self.alive = self.alive[parents] & allowed
        for held in (self.charged, self.called):
            for name in held:
                held[name] = held[name][parents]
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

    def limit(self, step: int) -> Array:
        """Return the most that each partial choice could bring in each direction: (ways, n)."""
        top = self._ways @ self.rows[:, : len(self.branch.units)].T + self._futures[step][:, None]
        found: Array = np.maximum(top, 0) * self.alive * self.branch.probability
        return found


def _ways(size: int) -> Array:
    """Return the directions in which bounds are taken; the objectives themselves are among them."""
    return WAYS if size == 2 else np.eye(size)


def _futures(branch: Branch, route: Plan, ways: Array) -> Array:
    """Return, by step and direction, the most that later steps add: shape (steps, ways)."""
    program = branch.program
    size = len(branch.units)
    most = np.array(route.most, dtype=np.float64)[:, :size]
    found = np.zeros((len(route.sequence), len(ways)))
    total, apart = np.zeros(len(ways)), np.zeros(size)
    for step in range(len(route.sequence) - 1, -1, -1):
        # What terms and charges may still add is bounded for each objective by itself.
        found[step] = total + ways @ (most[step] - apart)
        variable = route.sequence[step]
        table = np.array(
            [program.unary[variable][o][:size] for o in program.domains[variable]], dtype=np.float64
        ).reshape(len(program.domains[variable]), size)
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
    ordered = sorted(branches, key=lambda branch: -branch.probability)
    sequence = widest_first(ordered[0].program, [len(found) for found in digits])
    fronts = [_Front(branch, sequence) for branch in ordered]
    stops = (*[stop for stop in STOPS if stop < len(fronts)], len(fronts))
    groups = [fronts[start:end] for start, end in pairwise(stops)]
    ways = _ways(len(branches[0].units))
    best = staircase(known) if known.shape[1] == 2 and len(known) else known
    table = np.zeros((1, len(digits)), dtype=np.int64)
    # What each group's scenarios could bring to the partial choices of the step before.
    limits = [np.full((len(ways), 1), np.inf) for _ in groups]
    for step, variable in enumerate(sequence):
        mine = np.array(digits[variable], dtype=np.int64)
        size = len(table) * len(mine)
        if size > LABELS // max(1, len(branches)):
            raise NotProved("too many packages could still be best before the scenario is known")
        parents = np.repeat(np.arange(len(table)), len(mine))
        table = table[parents]
        table[:, variable] = np.tile(mine, size // max(1, len(mine)))
        reached = np.zeros((len(ways), size))
        for number, group in enumerate(groups):
            for front in group:
                front.join(step, parents, table)
                reached += front.limit(step)
            later = sum((limit[:, parents] for limit in limits[number + 1 :]), np.zeros((1, 1)))
            keep = ~_behind(ways, reached + later + MARGIN, best)
            if number == len(groups) - 1:
                keep &= np.any([front.alive for front in fronts], axis=0)
            table, parents, reached = table[keep], parents[keep], reached[:, keep]
            for one in groups[: number + 1]:
                for front in one:
                    front.keep(keep)
        limits = [np.sum([front.limit(step) for front in one], axis=0) for one in groups]
    return table


def _behind(ways: Array, limits: Array, known: Array) -> Array:
    """Return which partial choices are behind a known choice, or short of every corner left."""
    if not len(known):
        return np.zeros(limits.shape[1], dtype=bool)
    alone = limits[[int(np.argmax(ways[:, i])) for i in range(known.shape[1])]]
    lost = np.zeros(limits.shape[1], dtype=bool)
    for one in known:
        lost |= (alone < one[:, None]).all(axis=0)
    if known.shape[1] == 2 and (~lost).sum() > FEW:
        open_ = np.flatnonzero(~lost)
        lost[open_] = out_of_reach(ways, limits[:, open_], corners(known) - MARGIN)
    return lost
