"""The answer fixed before the scenario is known: expected gains, and the chance of acceptance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

from detente.case.case import Case
from detente.negotiation.compiler import answer, zone_program
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import choosable, zone
from detente.solve.evaluate import evaluate
from detente.solve.expected import Branch, contenders

Ints = Any


@dataclass(frozen=True)
class ExAnte:
    """A package chosen before the scenario is known.

    Attributes
    ----------
    package
        ``{issue: option}``; issues that are left as they stand are absent.
    expected
        Each principal's expected gain: the sum over scenarios of probability × gain where the
        package is acceptable to all, and nothing where it is not.
    acceptance
        The probability that it is acceptable.
    count
        How many packages have the same expected gains.
    """

    package: Mapping[str, str]
    expected: Mapping[str, Fraction]
    acceptance: Fraction
    count: int


def ex_ante(weighted: Sequence[tuple[Fraction, Payoffs]]) -> tuple[ExAnte, ...]:
    """Return the packages whose expected gains nobody can improve without loss to another.

    Bounds in double precision put aside packages that are clearly behind a known one; the rest
    are weighed in rationals, so that the answer is exact.

    Parameters
    ----------
    weighted
        For each scenario its probability and the case compiled in it. The probabilities sum to 1.

    Returns
    -------
    tuple of ExAnte
        By expected gain of the first principal, largest first; the canonical package by option
        ids where several have the same expected gains, an issue left as it stands before any
        option. Empty when no zone of a scenario above probability 0 holds any package.

    Raises
    ------
    NotProved
        When too many packages could still be best.
    """
    likely = [(p, payoffs) for p, payoffs in weighted if p]
    if not likely:
        return ()
    cases = [payoffs.case for _, payoffs in likely]
    chances = [probability for probability, _ in likely]
    programs = [zone_program(payoffs) for _, payoffs in likely]
    branches = [
        Branch(
            program,
            float(probability),
            tuple(payoffs.scale[p] for p in payoffs.case.principals),
            _held(payoffs.case),
        )
        for program, (probability, payoffs) in zip(programs, likely, strict=True)
    ]
    digits = [_digits(cases, issue) for issue in cases[0].issues]
    first = _digits_of(branches, [payoffs for _, payoffs in likely])
    known = _weighed(branches, chances, first)
    least = np.array([[float(v) for v in values[:-1]] for values in known.values()])
    found = contenders(branches, digits, least.reshape(len(known), len(cases[0].principals)))
    return _efficient(cases[0], _weighed(branches, chances, found))


def _held(case: Case) -> tuple[int, ...]:
    return tuple(
        -1 if issue.status_quo is None else [*issue.options].index(issue.status_quo)
        for issue in case.issues.values()
    )


def _digits(cases: Sequence[Case], issue: str) -> list[int]:
    """Return the digits an issue may take: 0 leaves it as it stands, n takes option n - 1.

    What holds in every scenario is only left, not taken. Where what holds is moved by the
    scenario, leaving it and taking it are two choices.
    """
    options = [*cases[0].issues[issue].options]
    held = {case.issues[issue].status_quo for case in cases}
    outside = None in held
    taken = [
        number
        for number, option in enumerate(options, start=1)
        if any(
            option in choosable(case, issue) and not _by_others(case, issue, option)
            for case in cases
        )
        and (held != {option})
    ]
    return taken if outside else [0, *taken]


def _by_others(case: Case, issue: str, option: str) -> bool:
    """Whether an option is a third party's, which principals cannot choose."""
    controllers = case.issues[issue].options[option].controller
    return any(controller in case.third_parties for controller in controllers)


def _digits_of(branches: Sequence[Branch], worlds: Sequence[Payoffs]) -> Ints:
    """Return the efficient packages of each scenario as choices."""
    rows = {
        tuple(
            0 if option == held else option + 1
            for option, held in zip(_numbered(payoffs, point.package), branch.held, strict=True)
        )
        for branch, payoffs in zip(branches, worlds, strict=True)
        for point in answer(payoffs, zone(payoffs.case))
    }
    wide = len(branches[0].held)
    return np.array(sorted(rows), dtype=np.int64).reshape(len(rows), wide)


def _numbered(payoffs: Payoffs, package: Mapping[str, str]) -> list[int]:
    return [payoffs.layout.options[issue].index(option) for issue, option in package.items()]


def _weighed(
    branches: Sequence[Branch], chances: Sequence[Fraction], digits: Ints
) -> dict[tuple[int, ...], list[Fraction]]:
    """Return, exactly, what each choice is expected to bring, and its chance of acceptance."""
    size = len(branches[0].units)
    units = [lcm(*[branch.units[place] for branch in branches]) for place in range(size)]
    whole = lcm(*[probability.denominator for probability in chances])
    rows = [tuple(row) for row in digits.tolist()]
    # Whole numbers: probability × value, summed at one unit for every scenario.
    sums = [[0] * (size + 1) for _ in rows]
    for branch, probability in zip(branches, chances, strict=True):
        options = np.stack(
            [branch.options(v, digits[:, v]) for v in range(digits.shape[1])], axis=1
        )
        values, holds = evaluate(branch.program, options)
        share = probability.numerator * (whole // probability.denominator)
        factors = [share * (unit // own) for unit, own in zip(units, branch.units, strict=True)]
        for number in np.flatnonzero(holds).tolist():
            mine = sums[number]
            for place, factor in enumerate(factors):
                mine[place] += factor * int(values[number, place])
            mine[size] += share
    scales = [*(unit * whole for unit in units), whole]
    return {
        row: [Fraction(amount, scale) for amount, scale in zip(amounts, scales, strict=True)]
        for row, amounts in zip(rows, sums, strict=True)
        if amounts[size]
    }


def _efficient(case: Case, sums: Mapping[tuple[int, ...], list[Fraction]]) -> tuple[ExAnte, ...]:
    """Return the non-dominated sums, each with its canonical choice, acceptance and count."""
    grouped: dict[tuple[Fraction, ...], list[tuple[int, ...]]] = {}
    for choice, amounts in sums.items():
        grouped.setdefault(tuple(amounts[:-1]), []).append(choice)
    kept: list[tuple[Fraction, ...]] = []
    for values in sorted(grouped, reverse=True):
        if not any(all(a >= b for a, b in zip(other, values, strict=True)) for other in kept):
            kept.append(values)
    result = []
    for values in kept:
        named = {choice: _named(case, choice) for choice in grouped[values]}
        first = min(
            named, key=lambda choice: [named[choice].get(issue, "") for issue in case.issues]
        )
        result.append(
            ExAnte(
                package=named[first],
                expected=dict(zip(case.principals, values, strict=True)),
                acceptance=sums[first][-1],
                count=len(named),
            )
        )
    return tuple(result)


def _named(case: Case, choice: tuple[int, ...]) -> dict[str, str]:
    """Return the options of a choice by name; issues left as they stand are absent."""
    return {
        name: [*issue.options][digit - 1]
        for (name, issue), digit in zip(case.issues.items(), choice, strict=True)
        if digit
    }
