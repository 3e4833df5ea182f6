"""A schedule in plain whole numbers: what is to be dated, and what must hold at every date.

Time is a grid of dates 0, 1, … ``dates``. A task begins at a date, ends ``length`` dates later, and
then sets its variable to its value; a variable that no task has set holds value 0. What is worked
out of the variables at a date is the *state*. Some tasks change the amounts themselves once they
are done: which of them are, is the *world* at a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

Pairs = frozenset[tuple[int, int]]
"""Pairs of a variable and a value: it holds if at least one variable has its value."""


@dataclass(frozen=True)
class Task:
    """Something that is begun once or never, and that sets a variable when it is done.

    Attributes
    ----------
    variable, value
        What it sets; the value is not 0.
    length
        From its beginning to its end, in dates: at least 1.
    after
        Tasks that must be done when it begins.
    never_after
        Tasks after whose end it may not end, nor with it: what they set is farther.
    starts
        Dates at which it may begin.
    carriers
        Who carries it, of ``capacity``.
    worlds
        Worlds in which it may begin; ``None`` for all.
    """

    variable: int
    value: int
    length: int
    after: tuple[int, ...] = ()
    never_after: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    carriers: tuple[int, ...] = ()
    worlds: frozenset[int] | None = None


@dataclass(frozen=True)
class Term:
    """An amount that counts while all of ``held`` hold and none of ``absent`` does."""

    held: tuple[Pairs, ...]
    absent: tuple[Pairs, ...]
    amount: int


@dataclass(frozen=True)
class Rule:
    """If all of ``held`` hold, then all of ``needs`` hold, and none of ``bars`` does."""

    held: tuple[Pairs, ...]
    needs: tuple[Pairs, ...] = ()
    bars: tuple[Pairs, ...] = ()


@dataclass(frozen=True)
class Amount:
    """A whole number worked out of a state: a constant, values' worth, and terms.

    Attributes
    ----------
    unary
        ``unary[variable][value]``.
    """

    unary: tuple[tuple[int, ...], ...]
    terms: tuple[Term, ...] = ()
    constant: int = 0


@dataclass(frozen=True)
class World:
    """What holds while exactly some of the tasks that change amounts are done.

    Attributes
    ----------
    rules
        Hold in every state.
    floors
        Amounts, each with the least that it must be in every state.
    values
        For each party, what a state is worth to it.
    """

    rules: tuple[Rule, ...]
    floors: tuple[tuple[Amount, int], ...]
    values: tuple[Amount, ...]


@dataclass(frozen=True)
class Schedule:
    """What is to be scheduled.

    The objective: first, as many variables as can be hold their ``goal`` at the last date. Then
    leximin over the parties of Σ over dates t before the last of ``weights[party][t]`` times the
    value of the state at t: the least is made as large as it can be, then the second least. Then
    as few tasks as can be are begun, and these end as early as they can, all ends added up.

    Attributes
    ----------
    dates
        The last date.
    sizes
        How many values each variable has.
    tasks
        What may be begun.
    changers
        Tasks that change amounts; world w is that in which the tasks of its bits are done, the
        first task being bit 0.
    worlds
        2 to the number of ``changers``.
    weights
        ``weights[party][date]``, at least 0, for the dates before the last.
    capacity
        How many tasks each carrier can carry at once; ``None`` for any number.
    goal
        Values that variables should have at the last date; empty where nothing is to be reached.
    """

    dates: int
    sizes: tuple[int, ...]
    tasks: tuple[Task, ...]
    worlds: tuple[World, ...]
    weights: tuple[tuple[int, ...], ...]
    changers: tuple[int, ...] = ()
    capacity: tuple[int | None, ...] = ()
    goal: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def largest(self) -> int:
        """A bound on the size of every sum that a solver forms."""
        found = 0
        for world in self.worlds:
            for amount, least in world.floors:
                found = max(found, _size(amount) + abs(least))
            for amount, weights in zip(world.values, self.weights, strict=True):
                found = max(found, _size(amount) * max(1, sum(weights)))
        return found * max(1, len(self.weights))


def _size(amount: Amount) -> int:
    return (
        abs(amount.constant)
        + sum(max(map(abs, values), default=0) for values in amount.unary)
        + sum(abs(term.amount) for term in amount.terms)
    )


@dataclass(frozen=True)
class Plan:
    """A schedule's answer.

    Attributes
    ----------
    ends
        For each task the date at which it ends; ``None`` where it is not begun.
    reached
        How many variables hold their goal at the last date.
    shares
        What each party has: the weighted sum over the dates.
    proved
        Whether no plan is better, as far as goal and leximin go.
    gap
        By how much the first sum, or number reached, that is not proved might be larger still.
    bare
        Whether time ran out before any plan was found: then nothing is begun.
    """

    ends: tuple[int | None, ...]
    reached: int
    shares: tuple[int, ...]
    proved: bool = True
    gap: int = 0
    bare: bool = False


def state_at(schedule: Schedule, ends: tuple[int | None, ...], date: int) -> tuple[int, ...]:
    """Return the variables' values at a date: each as the last task done by then has set it.

    Examples
    --------
    >>> task = Task(0, 1, length=2, starts=(0, 1))
    >>> schedule = Schedule(3, (2,), (task,), (), ())
    >>> [state_at(schedule, (2,), date) for date in range(4)]
    [(0,), (0,), (1,), (1,)]
    """
    state = [0] * len(schedule.sizes)
    done = [(end, place) for place, end in enumerate(ends) if end is not None and end <= date]
    for _, place in sorted(done):
        state[schedule.tasks[place].variable] = schedule.tasks[place].value
    return tuple(state)


def world_at(schedule: Schedule, ends: tuple[int | None, ...], date: int) -> int:
    """Return the world at a date: which of the tasks that change amounts are done."""
    found = 0
    for bit, place in enumerate(schedule.changers):
        end = ends[place]
        found |= (end is not None and end <= date) << bit
    return found


def amount_of(amount: Amount, state: tuple[int, ...]) -> int:
    """Return what an amount comes to in a state.

    Examples
    --------
    >>> both = Term((frozenset({(0, 1)}), frozenset({(1, 1)})), (), 5)
    >>> amount_of(Amount(((0, 2), (0, 3)), (both,)), (1, 1))
    10
    """
    total = amount.constant + sum(amount.unary[i][value] for i, value in enumerate(state))
    for term in amount.terms:
        if all(_holds(pairs, state) for pairs in term.held) and not any(
            _holds(pairs, state) for pairs in term.absent
        ):
            total += term.amount
    return total


def shares_of(schedule: Schedule, ends: tuple[int | None, ...]) -> tuple[int, ...]:
    """Return what each party has of a plan: the weighted sum over the dates before the last."""
    totals = [0] * len(schedule.weights)
    for date in range(schedule.dates):
        state = state_at(schedule, ends, date)
        world = schedule.worlds[world_at(schedule, ends, date)]
        for party, amount in enumerate(world.values):
            totals[party] += schedule.weights[party][date] * amount_of(amount, state)
    return tuple(totals)


def reached_by(schedule: Schedule, ends: tuple[int | None, ...]) -> int:
    """Return how many variables hold their goal at the last date."""
    state = state_at(schedule, ends, schedule.dates)
    return sum(state[variable] == value for variable, value in schedule.goal.items())


def _holds(pairs: Pairs, state: tuple[int, ...]) -> bool:
    return any(state[variable] == value for variable, value in pairs)
