"""A schedule stated for CP-SAT: whether each task is done at each date, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.solve.schedule import Amount, Pairs, Schedule, Task


class StatedSchedule:
    """A schedule in a model of CP-SAT.

    Attributes
    ----------
    model
        The model, with every condition of the schedule, and no objective.
    done
        ``done[task][date]``: a literal, whether the task is done at the date.
    free
        The literals among them that the model is about; all else follows.
    """

    def __init__(self, model: Any, schedule: Schedule) -> None:
        self.model = model
        self._schedule = schedule
        self.free: list[Any] = []
        self.done = [self._task(task) for task in schedule.tasks]
        self._held: dict[tuple[int, int, int], Any] = {}
        self._any: dict[tuple[Pairs, int], Any] = {}
        self._met: dict[tuple[tuple[Pairs, ...], tuple[Pairs, ...], int], Any] = {}
        self._orders()
        self._capacities()
        self._states()
        self._worlds = [self._worlds_at(date) for date in range(schedule.dates + 1)]
        self._permits()
        for date in range(schedule.dates + 1):
            for number, given in enumerate(self._worlds[date]):
                self._rules(number, date, given)

    def _task(self, task: Task) -> list[Any]:
        """Return whether a task is done, for every date."""
        dates = self._schedule.dates
        ends = {start + task.length for start in task.starts if start + task.length <= dates}
        done: list[Any] = []
        never = self.model.new_constant(0)
        for date in range(dates + 1):
            before = done[-1] if done else never
            if date not in ends:
                done.append(before)
                continue
            now = self.model.new_bool_var("")
            self.free.append(now)
            if done:
                self.model.add_implication(before, now)
            done.append(now)
        return done

    def _ending(self, place: int, date: int) -> tuple[Any, Any]:
        """Return whether a task is done at a date, and whether it was at the one before."""
        done = self.done[place]
        return done[date], done[date - 1] if date else self.model.new_constant(0)

    def _orders(self) -> None:
        dates = self._schedule.dates
        for place, task in enumerate(self._schedule.tasks):
            for date in range(task.length, dates + 1):
                now, before = self._ending(place, date)
                if now is before:
                    continue
                for other in task.after:
                    begun = self.done[other][date - task.length]
                    self.model.add_bool_or([~now, before, begun])
                for other in task.never_after:
                    self.model.add_bool_or([~now, before, ~self.done[other][date]])

    def _capacities(self) -> None:
        dates = self._schedule.dates
        for carrier, most in enumerate(self._schedule.capacity):
            carried = [
                (self.done[place], task.length)
                for place, task in enumerate(self._schedule.tasks)
                if carrier in task.carriers
            ]
            if most is None or most >= len(carried):
                continue
            for date in range(dates):
                at_once = [done[min(date + length, dates)] - done[date] for done, length in carried]
                self.model.add(sum(at_once) <= most)

    def _states(self) -> None:
        """State which value each variable has at each date."""
        tasks = self._schedule.tasks
        for date in range(self._schedule.dates + 1):
            for variable, size in enumerate(self._schedule.sizes):
                setting: dict[int, list[Any]] = {value: [] for value in range(1, size)}
                own = [place for place, task in enumerate(tasks) if task.variable == variable]
                for place in own:
                    farther = [
                        other
                        for other in tasks[place].never_after
                        if tasks[other].variable == variable
                    ]
                    setting[tasks[place].value].append(
                        self._all([self.done[place][date], *(~self.done[o][date] for o in farther)])
                    )
                self._held[variable, 0, date] = self._all([~self.done[p][date] for p in own])
                for value, literals in setting.items():
                    self._held[variable, value, date] = self._one(literals)
                self.model.add_exactly_one(
                    self._held[variable, value, date] for value in range(size)
                )

    def _worlds_at(self, date: int) -> list[Any]:
        """Return the literal of each world at a date; of the only one there is, ``None``."""
        changers = [self.done[place][date] for place in self._schedule.changers]
        if not changers:
            return [None]
        return [
            self._all([done if number >> bit & 1 else ~done for bit, done in enumerate(changers)])
            for number in range(2 ** len(changers))
        ]

    def _permits(self) -> None:
        """State in which worlds tasks may begin."""
        for place, task in enumerate(self._schedule.tasks):
            if task.worlds is None:
                continue
            for start in range(self._schedule.dates - task.length + 1):
                now, before = self._ending(place, start + task.length)
                if now is before:
                    continue
                worlds = self._worlds[start]
                allowed = [worlds[number] for number in sorted(task.worlds)]
                if all(literal is not None for literal in allowed):
                    self.model.add_bool_or([~now, before, *allowed])

    def _rules(self, number: int, date: int, given: Any) -> None:
        world = self._schedule.worlds[number]
        for rule in world.rules:
            unmet = [~self._any_of(pairs, date) for pairs in rule.held]
            if given is not None:
                unmet.append(~given)
            for pairs in rule.needs:
                self.model.add_bool_or([*unmet, self._any_of(pairs, date)])
            for pairs in rule.bars:
                self.model.add_bool_or([*unmet, ~self._any_of(pairs, date)])
        for amount, least in world.floors:
            row = self.model.add(self._amount(amount, date) >= least)
            if given is not None:
                row.only_enforce_if(given)

    def goals(self) -> list[Any]:
        """Return whether each variable holds its goal at the last date."""
        last = self._schedule.dates
        return [
            self._held[variable, value, last] for variable, value in self._schedule.goal.items()
        ]

    def shares(self) -> list[Any]:
        """Return for each party the weighted sum over the dates."""
        return [
            sum(weight * self._value(party, date) for date, weight in enumerate(weights) if weight)
            for party, weights in enumerate(self._schedule.weights)
        ]

    def _value(self, party: int, date: int) -> Any:
        amounts = [world.values[party] for world in self._schedule.worlds]
        if all(amount == amounts[0] for amount in amounts):
            return self._amount(amounts[0], date)
        bound = self._schedule.largest
        value = self.model.new_int_var(-bound, bound, "")
        for amount, given in zip(amounts, self._worlds[date], strict=True):
            self.model.add(value == self._amount(amount, date)).only_enforce_if(given)
        return value

    def _amount(self, amount: Amount, date: int) -> Any:
        parts = [
            worth * self._held[variable, value, date]
            for variable, values in enumerate(amount.unary)
            for value, worth in enumerate(values)
            if worth
        ]
        parts += [
            term.amount * self._term(term.held, term.absent, date)
            for term in amount.terms
            if term.amount
        ]
        return sum(parts, amount.constant)

    def _term(self, held: tuple[Pairs, ...], absent: tuple[Pairs, ...], date: int) -> Any:
        key = (held, absent, date)
        if key not in self._met:
            self._met[key] = self._all(
                [
                    *(self._any_of(pairs, date) for pairs in held),
                    *(~self._any_of(pairs, date) for pairs in absent),
                ]
            )
        return self._met[key]

    def _any_of(self, pairs: Pairs, date: int) -> Any:
        if (pairs, date) not in self._any:
            literals = [self._held[variable, value, date] for variable, value in sorted(pairs)]
            self._any[pairs, date] = self._one(literals)
        return self._any[pairs, date]

    def _one(self, literals: Sequence[Any]) -> Any:
        """Return whether at least one literal holds."""
        return ~self._all([~literal for literal in literals])

    def _all(self, literals: Sequence[Any]) -> Any:
        """Return whether all literals hold."""
        if not literals:
            return self.model.new_constant(1)
        if len(literals) == 1:
            return literals[0]
        met = self.model.new_bool_var("")
        self.model.add_bool_and(literals).only_enforce_if(met)
        self.model.add_bool_or([met, *(~literal for literal in literals)])
        return met
