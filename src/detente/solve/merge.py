"""Exact Pareto merge: partial solutions merged variable by variable, the hopeless dropped.

Variables join one after another. A *label* stands for all partial solutions with the same values
and the same open ties; it carries how many they are and the canonical one as a number in mixed
radix, so that solutions need no back-pointers. A label is dropped when its rules are broken, when
no completion can pass a gate, or when another label with the same open ties has no less of
anything and more of an objective. With equal objectives both stay: every solution that reaches an
efficient point is counted.

Source of the idea: nonserial dynamic programming (Bertelè & Brioschi 1972) with dominance as in
multi-objective shortest paths (Martins 1984).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.base.errors import NotProved
from detente.solve.elimination import Plan, plan
from detente.solve.nondominated import codes, dominated
from detente.solve.program import Choice, Frontier, Program

LABELS = 6_000_000
"""Most labels that may be open at once; beyond, the answer is not proved."""

_SAFE = 2**62
_SMALL = 48

Ints = NDArray[Any]
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Labels:
    """Partial solutions, one a row: values, canonical rank, number, and what is still open."""

    rows: Ints
    rank: Ints
    count: Ints
    slots: dict[int, Ints]
    called: dict[int, Ints]
    charged: dict[int, Ints]

    def keep(self, mask: Ints) -> None:
        """Keep the labels of a mask, or those at some places."""
        self.rows, self.rank, self.count = self.rows[mask], self.rank[mask], self.count[mask]
        for held in (self.slots, self.called, self.charged):
            for name in held:
                held[name] = held[name][mask]


def solve(program: Program, *, image: bool = False, progress: Progress | None = None) -> Frontier:
    """Return the efficient points of a program, each with its canonical solution and their number.

    Parameters
    ----------
    program
        What is to be solved. Without objectives the answer is one empty point whose count is the
        number of solutions, or no point.
    image
        Return every point that a solution reaches, not the efficient ones alone.
    progress
        Called with the number of variables merged and their total.

    Raises
    ------
    NotProved
        When more than ``LABELS`` labels would be open at once.

    Notes
    -----
    Values are held in 64-bit integers when a bound computed beforehand proves that every partial
    sum fits, and in Python integers otherwise.

    Examples
    --------
    Two variables, two objectives; the options (0, 1) of both pull in opposite directions.

    >>> from detente.solve.program import Program
    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> answer = solve(Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1)))
    >>> answer.points, answer.packages
    (((3, -1), (2, 2), (-1, 3)), ((1, 0), (1, 1), (0, 1)))
    """
    if not program.domains and any(
        gate.triggers is None and program.start[gate.row] < gate.floor for gate in program.gates
    ):
        return Frontier()  # gates are asked as variables join, and here none does
    route = plan(program)
    labels = _first(program)
    for step in range(len(route.sequence)):
        _join(program, route, step, labels)
        _compress(program, route, step, labels)
        if not len(labels.rank):
            break
        last = step == len(route.sequence) - 1
        if not last and len(labels.rank) > _SMALL:
            _drop(program, labels, image=image)
        if progress is not None:
            progress(step + 1, len(route.sequence))
    return _finish(program, labels, image=image)


def _first(program: Program) -> Labels:
    numbers: Any = np.int64 if program.magnitude < _SAFE else object
    total = 1
    for order in program.order:
        total *= max(1, len(order))
    counts: Any = np.int64 if total < _SAFE else object
    return Labels(
        rows=np.array([program.start], dtype=numbers).reshape(1, len(program.start)),
        rank=np.zeros(1, dtype=counts),
        count=np.ones(1, dtype=counts),
        slots={},
        called={
            index: np.zeros(1, dtype=bool)
            for index, gate in enumerate(program.gates)
            if gate.triggers is not None
        },
        charged={index: np.zeros(1, dtype=bool) for index in range(len(program.charges))},
    )


def _join(program: Program, route: Plan, step: int, labels: Labels) -> None:
    """Join the next variable: cross the labels with its options and settle what it completes."""
    variable = route.sequence[step]
    domain = np.array(program.domains[variable], dtype=np.int64)
    size, options = len(labels.rank), len(domain)
    if size * options > LABELS:
        raise NotProved(f"more than {LABELS:,} partial packages are open at once")
    gains = np.array(
        [program.unary[variable][option] for option in domain], dtype=labels.rows.dtype
    ).reshape(options, labels.rows.shape[1])
    places = np.array(
        [program.order[variable][option] * route.radix[variable] for option in domain],
        dtype=labels.rank.dtype,
    )
    width = labels.rows.shape[1]
    labels.rows = (labels.rows[:, None, :] + gains[None, :, :]).reshape(size * options, width)
    labels.rank = (labels.rank[:, None] + places[None, :]).reshape(-1)
    labels.count = np.repeat(labels.count, options)
    for held in (labels.slots, labels.called, labels.charged):
        for name in held:
            held[name] = np.repeat(held[name], options)
    choice = np.tile(domain, size)
    labels.slots[variable] = choice
    for index in route.terms[step]:
        scope, table = route.term_tables[index]
        labels.rows += table[tuple(labels.slots[v] for v in scope)]
    for index in labels.charged:
        charge = program.charges[index]
        fresh = _triggers(program, variable, charge.triggers)[choice] & ~labels.charged[index]
        labels.rows[fresh] += np.array(charge.values, dtype=labels.rows.dtype)
        labels.charged[index] = labels.charged[index] | fresh
    for index in labels.called:
        triggers = program.gates[index].triggers or frozenset()
        labels.called[index] |= _triggers(program, variable, triggers)[choice]
    alive = np.ones(size * options, dtype=bool)
    for index in route.rules[step]:
        scope, table = route.rule_tables[index]
        alive &= ~table[tuple(labels.slots[v] for v in scope)]
    for index, gate in enumerate(program.gates):
        reach = labels.rows[:, gate.row] + route.most[step][gate.row] >= gate.floor
        alive &= (reach | ~labels.called[index]) if index in labels.called else reach
    if not alive.all():
        labels.keep(alive.astype(bool))


def _triggers(program: Program, variable: int, triggers: frozenset[Choice]) -> Ints:
    """Return for each option of a variable whether it is one of the triggers."""
    mine = np.zeros(len(program.unary[variable]), dtype=bool)
    mine[[option for v, option in triggers if v == variable]] = True
    return mine


def _compress(program: Program, route: Plan, step: int, labels: Labels) -> None:
    """Forget what no later variable can see, so that labels become equal."""
    for variable in list(labels.slots):
        stands_for = route.stands_for[step].get(variable)
        if stands_for is None:
            del labels.slots[variable]
        else:
            labels.slots[variable] = stands_for[labels.slots[variable]]
    for index in list(labels.charged):
        if index not in route.charges_open[step]:
            del labels.charged[index]
    for index, gate in enumerate(program.gates):
        if gate.row in program.objectives or gate.row in route.shared_rows:
            continue
        safe = gate.floor - route.least[step][gate.row]
        column = np.minimum(labels.rows[:, gate.row], safe)
        if index in labels.called and index not in route.gates_open[step]:
            column = np.where(labels.called[index], column, safe)
            labels.called[index] = labels.called[index] & (column < safe)
        labels.rows[:, gate.row] = column


def _group(labels: Labels) -> NDArray[np.int64]:
    """Return a number for each label's open ties: equal number, equal ties."""
    group, size = np.zeros(len(labels.rank), dtype=np.int64), 1
    for held in (labels.slots, labels.called, labels.charged):
        for column in held.values():
            radix = int(column.max(initial=0)) + 1
            if size * radix >= _SAFE:
                group = codes(group)
                size = int(group.max(initial=0)) + 1
            group, size = group * radix + column, size * radix
    return codes(group) if size > 1 else group


def _drop(program: Program, labels: Labels, *, image: bool) -> None:
    """Merge equal labels, then drop those that are strictly dominated."""
    slack = sorted({gate.row for gate in program.gates} - {*program.objectives})
    wanted = [*program.objectives, *slack]
    group = _group(labels)
    columns = [codes(labels.rows[:, row]) for row in wanted]
    kept = _merge_equal(labels, [group, *columns])
    labels.keep(kept)
    if image or not program.objectives:
        return
    split = len(program.objectives)
    table = np.stack(columns, axis=1)[kept]
    lost = dominated(table[:, :split], table[:, split:], group[kept], exact=False)
    if lost.any():
        labels.keep(~lost)


def _merge_equal(labels: Labels, columns: list[NDArray[np.int64]]) -> Ints:
    """Give the first of each run of equal labels their total count and canonical rank."""
    order = np.lexsort(columns[::-1])
    fresh = np.zeros(len(order), dtype=bool)
    fresh[0] = True
    for column in columns:
        ordered = column[order]
        fresh[1:] |= ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(fresh)
    first = order[starts]
    if len(starts) < len(order):
        labels.count[first] = np.add.reduceat(labels.count[order], starts)
        labels.rank[first] = np.minimum.reduceat(labels.rank[order], starts)
    return np.sort(first)


def _finish(program: Program, labels: Labels, *, image: bool) -> Frontier:
    if not len(labels.rank):
        return Frontier()
    values = labels.rows[:, list(program.objectives)]
    columns = [codes(values[:, i]) for i in range(values.shape[1])]
    keep = _merge_equal(labels, columns or [np.zeros(len(labels.rank), dtype=np.int64)])
    labels.keep(keep)
    values = values[keep]
    if not image and columns:
        table = np.stack([column[keep] for column in columns], axis=1)
        empty = np.zeros((len(keep), 0), dtype=np.int64)
        lost = dominated(table, empty, np.zeros(len(keep), dtype=np.int64), exact=True)
        labels.keep(~lost)
        values = values[~lost]
    found = sorted(
        zip(
            (tuple(int(x) for x in point) for point in values),
            (int(rank) for rank in labels.rank),
            (int(count) for count in labels.count),
            strict=True,
        ),
        key=lambda item: (tuple(-x for x in item[0]), item[1]),
    )
    return Frontier(
        points=tuple(point for point, _, _ in found),
        packages=tuple(_decode(program, rank) for _, rank, _ in found),
        counts=tuple(count for _, _, count in found),
    )


def _decode(program: Program, rank: int) -> tuple[int, ...]:
    places: list[int] = []
    for order in reversed(program.order):
        rank, place = divmod(rank, max(1, len(order)))
        places.append(order.index(place))
    return tuple(reversed(places))
