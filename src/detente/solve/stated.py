"""A program stated as constraints, on whatever model of OR-Tools is handed in; loads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.solve.program import Choice, Program, Vector

SAFE = 2**60
"""Amounts whose sums stay below this are within CP-SAT's 64-bit integers, with room to spare."""

_CHUNK = 2**40


class Gauge:
    """An integer variable of the model that equals a sum, and whose range can be narrowed."""

    def __init__(self, model: Any, amount: Any, low: int, high: int) -> None:
        self.low = low
        self.high = high
        self.variable = model.new_int_var(low, high, "")
        model.add(self.variable == amount)

    def limit(self, low: int, high: int) -> None:
        """Ask for a value from ``low`` to ``high``."""
        domain = self.variable.proto.domain
        domain.clear()
        domain.extend([low, high])


class Stated:
    """A program in the words of CP-SAT: a literal for each option, a gauge for each objective.

    A gauge for each run of variables measures the place of a solution among those of equal value.
    """

    def __init__(self, model: Any, program: Program) -> None:
        self.model = model
        self.program = program
        self.choices: dict[Choice, Any] = {}
        for variable, domain in enumerate(program.domains):
            self._choose(variable, domain)
        self._extras: list[tuple[Any, Vector]] = []
        for term in program.terms:
            for combination, vector in term.values.items():
                self._extras.append((self._all(term.scope, combination), vector))
        for charge in program.charges:
            self._extras.append((self._any(charge.triggers), charge.values))
        for rule in program.rules:
            for combination in rule.forbidden:
                met = self._literals(rule.scope, combination)
                if met is not None:
                    self.model.add_bool_or([~literal for literal in met])
        for gate in program.gates:
            reached = model.add_linear_constraint(self._amount(gate.row), gate.floor, SAFE)
            if gate.triggers is not None:
                reached.only_enforce_if(self._any(gate.triggers))
        self.goals = [self._goal(row) for row in program.objectives]
        self.ranks = [self._rank(chunk) for chunk in self._chunks()]

    def _choose(self, variable: int, domain: tuple[int, ...]) -> None:
        if len(domain) == 2:
            one = self.model.new_bool_var("")
            literals = [one, ~one]
        else:
            literals = [self.model.new_bool_var("") for _ in domain]
            self.model.add_exactly_one(literals)
        for option, literal in zip(domain, literals, strict=True):
            self.choices[variable, option] = literal

    def _literals(self, scope: Sequence[int], combination: Sequence[int]) -> list[Any] | None:
        """Return what must hold for a combination; ``None`` if the domains rule it out."""
        chosen = [*zip(scope, combination, strict=True)]
        if any(choice not in self.choices for choice in chosen):
            return None
        return [self.choices[choice] for choice in chosen]

    def _all(self, scope: Sequence[int], combination: Sequence[int]) -> Any:
        literals = self._literals(scope, combination)
        if literals is None:
            return self.model.new_constant(0)
        met = self.model.new_bool_var("")
        self.model.add_bool_and(literals).only_enforce_if(met)
        self.model.add_bool_or([met, *(~literal for literal in literals)])
        return met

    def _any(self, triggers: frozenset[Choice]) -> Any:
        literals = [self.choices[c] for c in sorted(triggers) if c in self.choices]
        called = self.model.new_bool_var("")
        self.model.add_bool_or([~called, *literals])
        for literal in literals:
            self.model.add_implication(literal, called)
        return called

    def _amount(self, row: int) -> Any:
        chosen = [(x, self.program.unary[v][o]) for (v, o), x in self.choices.items()]
        parts = [vector[row] * x for x, vector in (*chosen, *self._extras) if vector[row]]
        return sum(parts, self.program.start[row])

    def _goal(self, row: int) -> Gauge:
        start = self.program.start[row]
        each = [
            [vectors[option][row] for option in domain]
            for vectors, domain in zip(self.program.unary, self.program.domains, strict=True)
        ] + [[0, vector[row]] for _, vector in self._extras]
        low = start + sum(min(amounts) for amounts in each)
        high = start + sum(max(amounts) for amounts in each)
        return Gauge(self.model, self._amount(row), low, high)

    def _chunks(self) -> list[list[int]]:
        """Return the variables in order, in runs whose combinations are few enough to number."""
        runs: list[list[int]] = [[]]
        size = 1
        for variable, places in enumerate(self.program.order):
            if size * len(places) > _CHUNK:
                runs.append([])
                size = 1
            runs[-1].append(variable)
            size *= len(places)
        return runs

    def _rank(self, run: list[int]) -> Gauge:
        parts: list[Any] = []
        radix = 1
        for variable in reversed(run):
            places = self.program.order[variable]
            parts.extend(
                places[option] * radix * self.choices[variable, option]
                for option in self.program.domains[variable]
            )
            radix *= len(places)
        return Gauge(self.model, sum(parts), 0, radix - 1)
