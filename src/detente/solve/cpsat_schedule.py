"""A door to OR-Tools: the best schedule, one solve of CP-SAT for each part of the objective.

The status OPTIMAL alone counts as a proof.
"""

from __future__ import annotations

import math
import time
from typing import Any

from detente.solve.cpsat import TooLarge, interruptibly, whole
from detente.solve.schedule import Plan, Schedule, reached_by, shares_of
from detente.solve.stated import SAFE
from detente.solve.stated_schedule import StatedSchedule

# OR-Tools is loaded when something is solved: it takes 0.3 s to import.

_SEED = 1


def solve_schedule(schedule: Schedule, *, seconds: float | None = None) -> Plan:
    """Return the best plan of a schedule, by CP-SAT.

    Parameters
    ----------
    schedule
        What is to be scheduled. Of two tasks of one variable, at least one may not end after the
        other. A plan that begins nothing must be allowed.
    seconds
        How long to try, all solves together. Beyond, the best plan found is returned, not proved.

    Returns
    -------
    Plan
        Of plans that are equally good by goal and leximin, one with the fewest tasks, and of those
        one whose ends add up to the least. Which of several such is up to the solver, and always
        the same: it runs in one thread, with a fixed seed.

    Raises
    ------
    TooLarge
        When a sum might not fit 64 bits.

    References
    ----------
    Pritsker, A. A. B., Watters, L. J. & Wolfe, P. M. (1969). Multiproject scheduling with limited
    resources: a zero-one programming approach. *Management Science*, 16(1), 93–108 (tasks by date).
    Ogryczak, W. & Śliwiński, T. (2006). On direct methods for lexicographic min-max optimization.
    *ICCSA 2006*, LNCS 3982, 802–811 (the least, then the second least).

    Examples
    --------
    >>> from detente.solve.schedule import Amount, Task, World
    >>> first, second = Task(0, 1, 1, starts=(0, 1)), Task(1, 1, 1, starts=(0, 1))
    >>> worth = Amount(((0, 3), (0, -1))), Amount(((0, -1), (0, 3)))
    >>> both = Schedule(2, (2, 2), (first, second), (World((), (), worth),), ((1, 1), (1, 1)))
    >>> plan = solve_schedule(both)
    >>> plan.ends, plan.shares
    ((1, 1), (2, 2))
    """
    if schedule.largest >= SAFE:
        raise TooLarge(
            f"amounts add up to {schedule.largest}, beyond what CP-SAT's 64-bit integers hold"
        )
    until = math.inf if seconds is None else time.monotonic() + seconds
    return _Search(schedule, until).best()


class _Search:
    """One model, solved for one part of the objective after another."""

    def __init__(self, schedule: Schedule, until: float) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415 (heavy)

        self._cp = cp_model
        self._schedule = schedule
        self._until = until
        self._stated = StatedSchedule(cp_model.CpModel(), schedule)
        self._model = self._stated.model
        self._ends: tuple[int | None, ...] | None = None
        self._gap = 0
        self._proved = True

    def best(self) -> Plan:
        schedule, stated = self._schedule, self._stated
        if schedule.goal:
            met = stated.goals()
            self._stage(sum(met), upper=len(schedule.goal))
        parties = stated.shares()
        bound = schedule.largest
        for place in range(len(parties)):
            if not self._proved:
                break
            least = self._model.new_int_var(-bound, bound, "")
            left_out = [self._model.new_bool_var("") for _ in parties] if place else []
            for number, share in enumerate(parties):
                row = self._model.add(share >= least)
                if place:
                    row.only_enforce_if(~left_out[number])
            if place:
                self._model.add(sum(left_out) <= place)
            self._stage(least, upper=bound)
        if self._proved and self._ends is not None:
            self._tidy()
        ends = self._ends if self._ends is not None else (None,) * len(schedule.tasks)
        return Plan(
            ends,
            reached_by(schedule, ends),
            shares_of(schedule, ends),
            self._proved,
            self._gap,
            self._ends is None,
        )

    def _stage(self, number: Any, upper: int) -> None:
        """Make a number as large as it can be, and keep it there."""
        self._model.maximize(number)
        solver, status = self._solved()
        if status == self._cp.OPTIMAL:
            self._keep(solver)
            self._model.add(number >= solver.value(number))
            return
        self._proved = False
        self._gap = upper
        if status == self._cp.FEASIBLE:
            self._keep(solver)
            self._gap = whole(solver.best_objective_bound) - solver.value(number)

    def _tidy(self) -> None:
        """Of the best plans take one with the fewest tasks, ended the earliest."""
        dates = self._schedule.dates
        many = dates * len(self._schedule.tasks) + 1
        last = [(done[dates], done) for done in self._stated.done]
        late = [present * (many + dates) - sum(done[:dates]) for present, done in last]
        self._model.minimize(sum(late))
        solver, status = self._solved()
        if status in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            self._keep(solver)

    def _keep(self, solver: Any) -> None:
        found: list[int | None] = []
        self._model.clear_hints()
        for done in self._stated.done:
            values = [solver.boolean_value(literal) for literal in done]
            found.append(values.index(True) if any(values) else None)
        for literal in self._stated.free:
            self._model.add_hint(literal, solver.boolean_value(literal))
        self._ends = tuple(found)

    def _solved(self) -> tuple[Any, Any]:
        solver = self._cp.CpSolver()
        left = self._until - time.monotonic()
        if left <= 0:
            return solver, self._cp.UNKNOWN
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = _SEED
        solver.parameters.linearization_level = 2  # sums over dates: bounds come from relaxations
        solver.parameters.catch_sigint_signal = False  # an interrupt is Python's to raise
        if left < math.inf:
            solver.parameters.max_time_in_seconds = left
        status = interruptibly(solver, self._model)
        if status in (self._cp.INFEASIBLE, self._cp.MODEL_INVALID):
            raise RuntimeError(f"CP-SAT refuses the model: {self._model.validate()}")
        return solver, status
