"""The answer fixed before the scenario is known: every choice, weighed in every scenario.

A choice settles each issue by an option that no third party controls, or leaves it at what holds
in the scenario. Two choices that settle all issues alike in every scenario are one.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.case.case import Case
from detente.solve.exhaustive import Vector, efficient
from detente.testing.oracle_table import Package, Row, tabulate

Choice = tuple[str | None, ...]
"""An option of every issue, or ``None`` where it is left at what holds."""


@dataclass(frozen=True)
class Weighed:
    """A choice with what it can be expected to bring.

    Attributes
    ----------
    choices
        All ways to write it.
    expected
        Σ probability × gain over the scenarios in which it is acceptable, for each principal.
    acceptance
        The probability that it is acceptable.
    """

    choices: tuple[Choice, ...]
    expected: Vector
    acceptance: Fraction


def weigh(scenarios: Sequence[tuple[Fraction, Case]]) -> tuple[Weighed, ...]:
    """Return every choice that is acceptable in some scenario above probability 0.

    Parameters
    ----------
    scenarios
        Probability of each scenario, and the case there. Each has the same issues and options.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [w.expected for w in weigh([(Fraction(1), two_issue_case())])][0]
    (Fraction(0, 1), Fraction(0, 1))
    """
    scenarios = [one for one in scenarios if one[0]]
    first = scenarios[0][1]
    tables: list[Mapping[Package, Row]] = [
        {row.package: row for row in tabulate(case).rows} for _, case in scenarios
    ]
    domains: list[list[str | None]] = []
    for issue in first.issues.values():
        own: list[str | None] = [
            name
            for name, option in issue.options.items()
            if not {*option.controller} & {*first.third_parties}
        ]
        domains.append([*own, None] if first.no_agreement == "status_quo" else own)
    ways: dict[tuple[Package, ...], list[Choice]] = {}
    for choice in itertools.product(*domains):
        settled = tuple(
            tuple(
                option if option is not None else str(issue.status_quo)
                for option, issue in zip(choice, case.issues.values(), strict=True)
            )
            for _, case in scenarios
        )
        ways.setdefault(settled, []).append(choice)
    found = []
    for packages, choices in ways.items():
        rows = [table[package] for table, package in zip(tables, packages, strict=True)]
        agreed = [
            (probability, row)
            for (probability, _), row in zip(scenarios, rows, strict=True)
            if row.accepting == {*first.principals}
        ]
        if agreed:
            expected = tuple(
                sum((chance * row.gains[p] for chance, row in agreed), Fraction(0))
                for p in first.principals
            )
            acceptance = sum((chance for chance, _ in agreed), Fraction(0))
            found.append(Weighed(tuple(choices), expected, acceptance))
    return tuple(found)


def best(weighed: Sequence[Weighed]) -> dict[Vector, list[Weighed]]:
    """Return the choices whose expected gains nobody can improve without loss to another."""
    return {expected: list(tied) for expected, tied in efficient(weighed, lambda one: one.expected)}
