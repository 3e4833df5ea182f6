"""A door to OR-Tools: every efficient point of a program, one solve of CP-SAT after another.

The status OPTIMAL alone counts as a proof, and INFEASIBLE as one that nothing is left.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from detente.base.errors import NotProved
from detente.solve.epsilon import Expired, efficient_points
from detente.solve.program import Frontier, Program, Vector
from detente.solve.stated import SAFE, Stated

# OR-Tools is loaded when something is solved: it takes 0.3 s to import.

_EXACT = 50
_SEED = 1
_POLL = 0.05

Progress = Callable[[int, int], None]


class TooLarge(NotProved):
    """The amounts of a program might leave CP-SAT's 64-bit integers."""


def solve_cpsat(
    program: Program,
    *,
    seconds: float | None = None,
    progress: Progress | None = None,
    workers: int = 1,
) -> Frontier:
    """Return the efficient points of a program, each with its canonical solution, by CP-SAT.

    Parameters
    ----------
    program
        What is to be solved. Without objectives the answer is one empty point, or no point.
    seconds
        How long to try, all solves together. Beyond, the answer holds the points that are
        certainly efficient, is not proved, and bounds say what else there may be.
    progress
        Called with the number of points found, and the same plus one: how many there are shows
        at the end alone, when both numbers agree.
    workers
        Threads of the solver. A proved answer does not depend on them; one that time cut short
        may.

    Returns
    -------
    Frontier
        Solutions are not counted: every count is ``None``.

    Raises
    ------
    TooLarge
        When the sizes of all amounts of a row, or of all objectives together, add up to ``SAFE``
        or more, so that a sum might not fit 64 bits.

    References
    ----------
    Haimes, Y. Y., Lasdon, L. S. & Wismer, D. A. (1971). On a bicriterion formulation of the
    problems of integrated system identification and system optimization. *IEEE Transactions on
    Systems, Man, and Cybernetics*, SMC-1(3), 296–297 (two objectives). Sylva, J. & Crema, A.
    (2004). A method for finding the set of non-dominated vectors for multiple objective integer
    linear programs. *European Journal of Operational Research*, 158(1), 46–55 (three or more).

    Examples
    --------
    >>> from detente.solve.program import Program
    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> answer = solve_cpsat(Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1)))
    >>> answer.points, answer.packages
    (((3, -1), (2, 2), (-1, 3)), ((1, 0), (1, 1), (0, 1)))
    """
    _refuse_large(program)
    if not all(program.domains):
        return Frontier(method="cp-sat")
    until = math.inf if seconds is None else time.monotonic() + seconds
    tell = None if progress is None else lambda found: progress(found, found + 1)
    found, bounds = efficient_points(_Engine(program, until, workers), tell)
    if progress is not None and not bounds:
        progress(len(found), len(found))
    found = sorted(found, key=lambda item: item[0], reverse=True)
    return Frontier(
        points=tuple(point for point, _ in found),
        packages=tuple(package for _, package in found),
        counts=(None,) * len(found),
        proved=not bounds,
        bounds=bounds,
        method="cp-sat",
    )


def _refuse_large(program: Program) -> None:
    """Raise if any sum of coefficients times their 0 or 1 might come near 64 bits."""
    floors: dict[int, int] = {}
    for gate in program.gates:
        floors[gate.row] = max(floors.get(gate.row, 0), abs(gate.floor))
    sizes = {}
    for row in {*program.objectives, *floors}:
        size = abs(program.start[row]) + floors.get(row, 0)
        size += sum(abs(vector[row]) for options in program.unary for vector in options)
        size += sum(abs(v[row]) for term in program.terms for v in term.values.values())
        sizes[row] = size + sum(abs(charge.values[row]) for charge in program.charges)
    total = sum(sizes[row] for row in program.objectives)
    worst = max([total, *sizes.values()])
    if worst >= SAFE:
        raise TooLarge(f"amounts add up to {worst}, beyond what CP-SAT's 64-bit integers hold")


class _Engine:
    """What :mod:`detente.solve.epsilon` asks of a solver."""

    def __init__(self, program: Program, until: float, workers: int) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415 (heavy)

        stated = Stated(cp_model.CpModel(), program)
        self._model = stated.model
        self._goals = stated.goals
        self._ranks = stated.ranks
        self._choices = stated.choices
        self._domains = program.domains
        self._until = until
        self._workers = workers
        self._beaten: dict[tuple[int, int], Any] = {}

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        return tuple((goal.low, goal.high) for goal in self._goals)

    def limit(self, goal: int, low: int, high: int) -> None:
        self._goals[goal].limit(low, high)

    def maximise(self, goals: Sequence[int]) -> Vector | None:
        self._model.maximize(sum(self._goals[goal].variable for goal in goals))
        solver = self._solved()
        return solver and tuple(solver.value(goal.variable) for goal in self._goals)

    def canonical(self) -> tuple[int, ...] | None:
        solver = None
        for rank in self._ranks:
            self._model.minimize(rank.variable)
            solver = self._solved()
            if solver is None:
                break
            least = solver.value(rank.variable)
            rank.limit(least, least)
        for rank in self._ranks:
            rank.limit(rank.low, rank.high)
        if solver is None:
            return None
        return tuple(
            next(o for o in domain if solver.boolean_value(self._choices[variable, o]))
            for variable, domain in enumerate(self._domains)
        )

    def beat(self, point: Vector) -> None:
        above = []
        for goal, value in enumerate(point):
            if (goal, value) not in self._beaten:
                literal = self._beaten[goal, value] = self._model.new_bool_var("")
                variable = self._goals[goal].variable
                self._model.add(variable >= value + 1).only_enforce_if(literal)
            above.append(self._beaten[goal, value])
        self._model.add_bool_or(above)

    def _solved(self) -> Any:
        """Return a solver that holds a proved optimum, or ``None`` if there is no solution."""
        from ortools.sat.python import cp_model  # noqa: PLC0415 (heavy)

        left = self._until - time.monotonic()
        if left <= 0:
            raise Expired
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self._workers
        solver.parameters.random_seed = _SEED
        solver.parameters.catch_sigint_signal = False  # an interrupt is Python's to raise
        if left < math.inf:
            solver.parameters.max_time_in_seconds = left
        status = interruptibly(solver, self._model)
        if status == cp_model.INFEASIBLE:
            return None
        if status == cp_model.OPTIMAL:
            self._hint(solver)
            return solver
        if status == cp_model.FEASIBLE and self._model.has_objective():
            raise Expired(whole(solver.best_objective_bound))
        if status in (cp_model.FEASIBLE, cp_model.UNKNOWN):
            raise Expired
        raise RuntimeError(f"CP-SAT refuses the model: {self._model.validate()}")

    def _hint(self, solver: Any) -> None:
        """Start the next search from this solution."""
        self._model.clear_hints()
        for variable, domain in enumerate(self._domains):
            for option in domain if len(domain) != 2 else domain[:1]:
                literal = self._choices[variable, option]
                self._model.add_hint(literal, solver.boolean_value(literal))


def whole(bound: float) -> int:
    """Return a whole number that is no less than a bound known in floating point.

    Examples
    --------
    >>> whole(2.5)
    3
    """
    return math.ceil(bound) + (int(abs(bound)) >> _EXACT)


def interruptibly(solver: Any, model: Any) -> Any:
    """Solve in a thread of its own, so that Ctrl-C gets through to this one at once.

    Examples
    --------
    >>> from ortools.sat.python import cp_model
    >>> interruptibly(cp_model.CpSolver(), cp_model.CpModel()) == cp_model.OPTIMAL
    True
    """
    answers: list[Any] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def work() -> None:
        try:
            answers.append(solver.solve(model))
        except BaseException as failure:
            failures.append(failure)
        finally:
            done.set()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        done.wait()
    except BaseException:
        while not done.is_set():  # the search may not have begun, so ask again
            solver.stop_search()
            done.wait(_POLL)
        raise
    finally:
        thread.join()
    if failures:
        raise failures[0]
    return answers[0]
