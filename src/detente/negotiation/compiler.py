"""A question to a case, turned into a program of integers, solved, and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import ceil

from detente.case.case import Case
from detente.case.constraint import Constraint
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point, Question, Row, choosable, zone
from detente.solve.merge import solve
from detente.solve.program import Charge, Gate, Program, Rule, Term

Calls = frozenset[tuple[int, int]]


def answer(payoffs: Payoffs, question: Question, *, image: bool = False) -> tuple[Point, ...]:
    """Answer a question exactly.

    Parameters
    ----------
    payoffs
        The compiled case.
    question
        What is asked. Without rows to maximise the answer counts: one point, or none.
    image
        Return every point reached, not the efficient ones alone.

    Returns
    -------
    tuple of Point
        Efficient points in descending order of the first row; empty when no package qualifies.

    Raises
    ------
    NotProved
        When the case is too large for this engine.
    """
    rows = _rows(payoffs.case, question)
    found = solve(build(payoffs, question, rows), image=image)
    scale = [payoffs.scale[row.party] for row in question.maximise]
    issues = list(payoffs.case.issues.items())
    return tuple(
        Point(
            tuple(Fraction(value, unit) for value, unit in zip(point, scale, strict=True)),
            {i: [*issue.options][o] for (i, issue), o in zip(issues, package, strict=True)},
            count,
        )
        for point, package, count in zip(found.points, found.packages, found.counts, strict=True)
    )


def count(payoffs: Payoffs, question: Question) -> int:
    """Return how many packages qualify."""
    bare = Question(
        (), question.consent, question.reserves, question.allowed, question.floors, question.lifted
    )
    return sum(point.count for point in answer(payoffs, bare))


def zone_program(payoffs: Payoffs) -> Program:
    """Return the program of the zone of agreement; its first rows are the principals' gains."""
    question = zone(payoffs.case)
    return build(payoffs, question, _rows(payoffs.case, question))


def build(payoffs: Payoffs, question: Question, rows: tuple[Row, ...]) -> Program:
    """Build the program of a question; its rows are ``rows``, the maximised ones first."""
    case = payoffs.case
    domains = tuple(_domain(case, question, issue) for issue in case.issues)
    return Program(
        domains=domains,
        order=tuple(_order([*issue.options]) for issue in case.issues.values()),
        start=tuple(_start(payoffs, question, row) for row in rows),
        unary=tuple(
            tuple(
                tuple(_amount(payoffs, row, issue_id, option) for row in rows)
                for option in issue.options
            )
            for issue_id, issue in case.issues.items()
        ),
        objectives=tuple(range(len(question.maximise))),
        terms=tuple(_terms(payoffs, rows)),
        rules=tuple(_rules(case, question)),
        charges=tuple(_charges(payoffs, question, rows)),
        gates=tuple(_gates(payoffs, question, rows)),
    )


def _rows(case: Case, question: Question) -> tuple[Row, ...]:
    rows = list(question.maximise)
    asked = [Row(p) for p in question.reserves]
    asked += [row for row, _ in question.floors]
    asked += [Row(r) for r in _asked(case, question)]
    for row in asked:
        if row not in rows:
            rows.append(row)
    return tuple(rows)


def _asked(case: Case, question: Question) -> list[str]:
    """Return the ratifiers whose assent may be needed."""
    return [
        name
        for name, ratifier in case.ratifiers.items()
        if ratifier.principal in question.consent
        and f"ratifiers.{name}" not in question.lifted
        and _calls(case, name)
    ]


def _calls(case: Case, ratifier: str) -> Calls:
    return frozenset(
        (place, number)
        for place, issue in enumerate(case.issues.values())
        for number, (name, option) in enumerate(issue.options.items())
        if ratifier in option.calls and name != issue.status_quo
    )


def _order(options: list[str]) -> tuple[int, ...]:
    ranked = sorted(options)
    return tuple(ranked.index(option) for option in options)


def _domain(case: Case, question: Question, issue: str) -> tuple[int, ...]:
    options = [*case.issues[issue].options]
    allowed = question.allowed.get(issue, choosable(case, issue))
    barred = {
        option
        for name, promise in case.commitments.items()
        if promise.kind == "hard"
        and promise.by in question.consent
        and f"commitments.{name}" not in question.lifted
        for option in promise.options.get(issue, ())
    }
    return tuple(
        n for n, option in enumerate(options) if option in allowed and option not in barred
    )


def _whole(payoffs: Payoffs, party: str, amount: Fraction) -> int:
    scaled = amount * payoffs.scale[party]
    if scaled.denominator != 1:
        raise AssertionError(f"{party}'s amounts are not whole at its scale")
    return scaled.numerator


def _start(payoffs: Payoffs, question: Question, row: Row) -> int:
    total = -payoffs.outside[row.party]
    for issue, option in row.pins.items():
        total += payoffs.worth[row.party][issue][option]
    for name, price in _prices(payoffs, question, row):
        promise = payoffs.case.commitments[name]
        if any(option in promise.options.get(i, ()) for i, option in row.pins.items()):
            total -= price
    return _whole(payoffs, row.party, total)


def _prices(payoffs: Payoffs, question: Question, row: Row) -> Iterator[tuple[str, Fraction]]:
    for name, price in payoffs.prices.items():
        mine = payoffs.case.commitments[name].by == row.party
        if mine and f"commitments.{name}" not in question.lifted:
            yield name, price


def _amount(payoffs: Payoffs, row: Row, issue: str, option: str) -> int:
    if issue in row.pins:
        return 0
    return _whole(payoffs, row.party, payoffs.worth[row.party][issue][option])


def _numbered(case: Case, issue: str, options: tuple[str, ...]) -> set[int]:
    return {n for n, option in enumerate(case.issues[issue].options) if option in options}


def _terms(payoffs: Payoffs, rows: tuple[Row, ...]) -> Iterator[Term]:
    case = payoffs.case
    places = {issue: place for place, issue in enumerate(case.issues)}
    for name, linkage in case.linkages.items():
        first, second = linkage.when
        values: dict[tuple[int, ...], tuple[int, ...]] = {}
        amounts = [
            _whole(payoffs, row.party, payoffs.links[name].get(row.party, Fraction(0)))
            for row in rows
        ]
        met = [[_met(case, i, linkage.when[i], row.pins) for row in rows] for i in (first, second)]
        for pair in product(*(sorted(set().union(*sets)) for sets in met)):
            vector = tuple(
                amount if pair[0] in one and pair[1] in other else 0
                for amount, one, other in zip(amounts, *met, strict=True)
            )
            if any(vector):
                values[pair] = vector
        if values:
            yield Term((places[first], places[second]), values)


def _met(case: Case, issue: str, options: tuple[str, ...], pins: Mapping[str, str]) -> set[int]:
    """Return the options of an issue with which a row finds one of some options there."""
    if issue not in pins:
        return _numbered(case, issue, options)
    return set(range(len(case.issues[issue].options))) if pins[issue] in options else set()


def _rules(case: Case, question: Question) -> Iterator[Rule]:
    for name, rule in case.constraints.items():
        if f"constraints.{name}" not in question.lifted:
            yield from _rule(case, rule)


def _rule(case: Case, rule: Constraint) -> Iterator[Rule]:
    places = {issue: place for place, issue in enumerate(case.issues)}
    conditions = [_numbered(case, i, options) for i, options in rule.if_.items()]
    scope = [places[issue] for issue in rule.if_]
    for issue, options in rule.requires.items():
        others = set(range(len(case.issues[issue].options))) - _numbered(case, issue, options)
        yield Rule((*scope, places[issue]), frozenset(product(*conditions, others)))
    for issue, options in rule.excludes.items():
        named = _numbered(case, issue, options)
        yield Rule((*scope, places[issue]), frozenset(product(*conditions, named)))


def _charges(payoffs: Payoffs, question: Question, rows: tuple[Row, ...]) -> Iterator[Charge]:
    case = payoffs.case
    for name in payoffs.prices:
        promise = case.commitments[name]
        for pinned in {frozenset(row.pins.items()) for row in rows if row.party == promise.by}:
            pins = dict(pinned)
            if any(option in promise.options.get(i, ()) for i, option in pins.items()):
                continue
            triggers = frozenset(
                (place, number)
                for place, issue in enumerate(case.issues)
                if issue in promise.options and issue not in pins
                for number in _numbered(case, issue, promise.options[issue])
            )
            vector = tuple(
                -_whole(payoffs, row.party, payoffs.prices[name])
                if frozenset(row.pins.items()) == pinned
                and (name, payoffs.prices[name]) in _prices(payoffs, question, row)
                else 0
                for row in rows
            )
            if any(vector) and triggers:
                yield Charge(triggers, vector)


def _gates(payoffs: Payoffs, question: Question, rows: tuple[Row, ...]) -> Iterator[Gate]:
    case = payoffs.case
    for principal in question.reserves:
        if f"principals.{principal}.reserve" in question.lifted:
            continue
        row = Row(principal)
        floor = _whole(payoffs, principal, payoffs.reserve[principal])
        yield Gate(rows.index(row), floor)
    for row, least in question.floors:
        yield Gate(rows.index(row), ceil(least * payoffs.scale[row.party]))
    for ratifier in _asked(case, question):
        floor = _whole(payoffs, ratifier, payoffs.reserve[ratifier])
        yield Gate(rows.index(Row(ratifier)), floor, _calls(case, ratifier))
