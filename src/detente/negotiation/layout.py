"""A case laid out in option numbers: what every program of it has in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from detente.case.case import Case
from detente.case.constraint import Constraint
from detente.negotiation.question import choosable
from detente.solve.program import Rule

Calls = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Layout:
    """A case's options by number; each table is made when it is first asked for."""

    case: Case

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each issue among the issues."""
        return {issue: place for place, issue in enumerate(self.case.issues)}

    @cached_property
    def options(self) -> dict[str, tuple[str, ...]]:
        """The options of each issue, in the order of the file."""
        return {issue: tuple(found.options) for issue, found in self.case.issues.items()}

    @cached_property
    def order(self) -> tuple[tuple[int, ...], ...]:
        """For each issue, the place of each option among its options by id."""
        return tuple(_ranked(options) for options in self.options.values())

    @cached_property
    def moulds(self) -> dict[Any, Any]:
        """Moulds of questions that were asked before; see :mod:`detente.negotiation.mould`."""
        return {}

    @cached_property
    def nothing(self) -> tuple[tuple[int, ...], ...]:
        """For each issue, 0 for every option."""
        return tuple((0,) * len(options) for options in self.options.values())

    @cached_property
    def choosable(self) -> dict[str, tuple[int, ...]]:
        """The options of each issue that principals may choose."""
        return {
            issue: self.numbers(issue, choosable(self.case, issue)) for issue in self.case.issues
        }

    @cached_property
    def calls(self) -> dict[str, Calls]:
        """For each ratifier, the options that call on it, as (issue's place, option)."""
        found: dict[str, set[tuple[int, int]]] = {name: set() for name in self.case.ratifiers}
        for place, issue in enumerate(self.case.issues.values()):
            for number, (name, option) in enumerate(issue.options.items()):
                if name != issue.status_quo:
                    for ratifier in option.calls:
                        if ratifier in found:
                            found[ratifier].add((place, number))
        return {name: frozenset(calls) for name, calls in found.items()}

    @cached_property
    def rules(self) -> dict[str, tuple[Rule, ...]]:
        """The rules of each constraint."""
        return {name: tuple(self._rules(rule)) for name, rule in self.case.constraints.items()}

    @cached_property
    def barred(self) -> dict[str, Mapping[str, frozenset[int]]]:
        """For each hard commitment, the options of each issue that it forbids."""
        return {
            name: {
                issue: frozenset(self.numbers(issue, options))
                for issue, options in promise.options.items()
            }
            for name, promise in self.case.commitments.items()
            if promise.kind == "hard"
        }

    @cached_property
    def met(self) -> dict[str, tuple[tuple[str, tuple[int, ...]], ...]]:
        """For each linkage, its two issues with the options it names."""
        return {
            name: tuple((i, self.numbers(i, options)) for i, options in linkage.when.items())
            for name, linkage in self.case.linkages.items()
        }

    def numbers(self, issue: str, options: tuple[str, ...]) -> tuple[int, ...]:
        """Return the numbers of some options of an issue, ascending."""
        return tuple([n for n, option in enumerate(self.options[issue]) if option in options])

    def _rules(self, rule: Constraint) -> Iterator[Rule]:
        conditions = [self.numbers(i, options) for i, options in rule.if_.items()]
        scope = [self.places[issue] for issue in rule.if_]
        for issue, options in rule.requires.items():
            others = set(range(len(self.options[issue]))) - {*self.numbers(issue, options)}
            yield Rule((*scope, self.places[issue]), frozenset(product(*conditions, others)))
        for issue, options in rule.excludes.items():
            named = self.numbers(issue, options)
            yield Rule((*scope, self.places[issue]), frozenset(product(*conditions, named)))


def _ranked(options: tuple[str, ...]) -> tuple[int, ...]:
    ranked = {option: place for place, option in enumerate(sorted(options))}
    return tuple([ranked[option] for option in options])
