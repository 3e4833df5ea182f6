"""What a program's ties look like, apart from its numbers: states, and which option leads where.

Variables join one after another. What the ties still open can tell of a partial solution is its
*state*: the options of the variables they bind, as far as they differ to them, the charges that
have fallen due and the gates that have been called. One table a step says to which state each
option leads from each state, or that a rule forbids it; so partial solutions need carry no more
than one number, and programs that differ in numbers alone share one skeleton.

Source of the idea: nonserial dynamic programming (Bertelè & Brioschi 1972).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.base.errors import NotProved
from detente.solve.elimination import sequence_of
from detente.solve.frame import Frame, Pattern
from detente.solve.program import Choice

Ints = NDArray[Any]
STATES = 2_000_000
"""Most states of open ties, times options, that one step may have."""


class TooDense(NotProved):
    """So many ties stay open at once that their states cannot be listed."""


@dataclass(frozen=True, slots=True)
class Joint:
    """One step: a variable joins.

    Cells are pairs of a state and an option, numbered state × options + option.

    Attributes
    ----------
    variable
        The variable.
    states, options
        How many states there are before it, and how many options it has.
    leads
        The state that each cell leads to, -1 where a rule forbids it.
    barred
        Whether any cell is forbidden.
    terms
        Number of each term that is settled here, with the class met in each cell.
    charges
        Number of each charge that may fall due here, with the cells in which it does.
    called
        For each gate, the cells after which it holds; ``None`` where it holds in all of them, or
        where a label for which it does not is beyond its floor.
    released
        Gates that nothing later calls, with the cells in which they were never called.
    """

    variable: int
    states: int
    options: int
    leads: Ints
    barred: bool
    terms: tuple[tuple[int, Ints], ...]
    charges: tuple[tuple[int, Ints], ...]
    called: tuple[Ints | None, ...]
    released: tuple[tuple[int, Ints], ...]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The steps of a program, and the place of each tie among them.

    Attributes
    ----------
    sequence
        Variables in the order in which they join.
    joints
        One for each of them.
    ends_terms, ends_charges
        The step after which each term is settled and each charge can no longer fall due.
    """

    sequence: tuple[int, ...]
    joints: tuple[Joint, ...]
    ends_terms: tuple[int, ...]
    ends_charges: tuple[int, ...]

    @property
    def cells(self) -> int:
        """How many cells the widest step has."""
        return max((joint.states * joint.options for joint in self.joints), default=0)


@lru_cache(maxsize=512)
def skeleton(frame: Frame) -> Skeleton:
    """Return the skeleton of a frame.

    Raises
    ------
    TooDense
        When a step would have more than ``STATES`` cells.
    """
    ties = [_table(frame, tie) for tie in frame.terms]
    bars = [_table(frame, (scope, tuple((c, 1) for c in named))) for scope, named in frame.rules]
    scopes = tuple(tie[0] for tie in (*frame.terms, *frame.rules))
    sequence = sequence_of(frame.sizes, scopes)
    place = {variable: step for step, variable in enumerate(sequence)}
    ends = [max((place[v] for v in scope), default=0) for scope in scopes]
    walk = _Walk(frame, ties, bars, ends, place)
    return Skeleton(
        sequence,
        tuple([walk.join(variable) for variable in sequence]),
        tuple(ends[: len(frame.terms)]),
        tuple(max((place[v] for v, _ in triggers), default=0) for triggers in frame.charges),
    )


def _table(frame: Frame, tie: Pattern) -> tuple[tuple[int, ...], Ints]:
    scope, named = tie
    table = np.zeros(tuple(frame.sizes[v] for v in scope), dtype=np.int64)
    for combination, number in named:
        table[combination] = number
    return scope, table


class _Walk:
    """Lists the states step by step: one row a state, one column an open variable or flag."""

    def __init__(
        self,
        frame: Frame,
        terms: Sequence[tuple[tuple[int, ...], Ints]],
        rules: Sequence[tuple[tuple[int, ...], Ints]],
        ends: Sequence[int],
        place: dict[int, int],
    ) -> None:
        self._frame = frame
        self._terms, self._rules = terms, rules
        self._ends, self._place = ends, place
        self._step = 0
        self._slots: dict[int, Ints] = {}
        self._due = {i: np.zeros(1, dtype=bool) for i in range(len(frame.charges))}
        self._called = {
            i: np.zeros(1, dtype=bool) for i, (t, _) in enumerate(frame.gates) if t is not None
        }
        self._size = 1

    def join(self, variable: int) -> Joint:
        """Join a variable: return its step, and go on to the states after it."""
        options, states = self._frame.sizes[variable], self._size
        if states * options > STATES:
            raise TooDense(f"more than {STATES:,} states of open ties")
        choice = np.tile(np.arange(options, dtype=np.int64), states)
        for held in (self._slots, self._due, self._called):
            for name in held:
                held[name] = np.repeat(held[name], options)
        self._slots[variable] = choice
        met = []
        for index, (scope, table) in enumerate(self._terms):
            if self._ends[index] == self._step:
                met.append((index, table[tuple(self._slots[v] for v in scope)]))
        barred = np.zeros(states * options, dtype=bool)
        for index, (scope, table) in enumerate(self._rules, start=len(self._terms)):
            if self._ends[index] == self._step:
                barred |= table[tuple(self._slots[v] for v in scope)] > 0
        fallen = []
        for index in list(self._due):
            triggers = self._frame.charges[index]
            fresh = self._triggered(variable, triggers)[choice] & ~self._due[index]
            self._due[index] = self._due[index] | fresh
            if fresh.any():
                fallen.append((index, np.flatnonzero(fresh)))
            if self._over(triggers):
                del self._due[index]
        called, released = self._gates(variable, choice)
        leads = self._forget(barred)
        self._step += 1
        return Joint(
            variable,
            states,
            options,
            leads,
            bool(barred.any()),
            tuple(met),
            tuple(fallen),
            called,
            released,
        )

    def _triggered(self, variable: int, triggers: frozenset[Choice]) -> Ints:
        mine = np.zeros(self._frame.sizes[variable], dtype=bool)
        mine[[option for v, option in triggers if v == variable]] = True
        return mine

    def _over(self, triggers: frozenset[Choice]) -> bool:
        return all(self._place[v] <= self._step for v, _ in triggers)

    def _gates(
        self, variable: int, choice: Ints
    ) -> tuple[tuple[Ints | None, ...], tuple[tuple[int, Ints], ...]]:
        called: list[Ints | None] = []
        released = []
        for index, (triggers, cut) in enumerate(self._frame.gates):
            if index not in self._called or triggers is None:
                called.append(None)
                continue
            self._called[index] |= self._triggered(variable, triggers)[choice]
            held = self._called[index]
            called.append(None if held.all() else held)
            if cut and self._over(triggers):
                released.append((index, np.flatnonzero(~self._called[index])))
                del self._called[index]
        return tuple(called), tuple(released)

    def _forget(self, barred: Ints) -> Ints:
        """Forget what no later variable can see, and number the states that are left."""
        for variable in list(self._slots):
            stands_for = self._stands_for(variable)
            if stands_for is None:
                del self._slots[variable]
            else:
                self._slots[variable] = stands_for[self._slots[variable]]
        columns = [*self._slots.values(), *self._due.values(), *self._called.values()]
        code = np.zeros(len(barred), dtype=np.int64)
        size = 1
        for column in columns:
            radix = int(column.max(initial=0)) + 1
            if size * radix >= 2**62:
                code = np.unique(code, return_inverse=True)[1].reshape(-1)
                size = int(code.max(initial=0)) + 1
            code, size = code * radix + column, size * radix
        open_ = np.flatnonzero(~barred)
        _, first, leads_open = np.unique(code[open_], return_index=True, return_inverse=True)
        leads = np.full(len(barred), -1, dtype=np.int64)
        leads[open_] = leads_open.reshape(-1)
        kept = open_[first]
        for held in (self._slots, self._due, self._called):
            for name in held:
                held[name] = held[name][kept]
        self._size = len(kept)
        return leads

    def _stands_for(self, variable: int) -> Ints | None:
        """Return for each option the smallest that no pending tie tells from it; ``None``: free."""
        ties = [
            tie
            for tie, end in zip((*self._terms, *self._rules), self._ends, strict=True)
            if end > self._step and variable in tie[0]
        ]
        if not ties:
            return None
        seen: dict[tuple[bytes, ...], int] = {}
        return np.array(
            [
                seen.setdefault(
                    tuple(t.take(option, axis=s.index(variable)).tobytes() for s, t in ties), option
                )
                for option in range(self._frame.sizes[variable])
            ],
            dtype=np.int64,
        )
