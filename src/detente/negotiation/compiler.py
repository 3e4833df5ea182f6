"""A question to a case, turned into a program of integers, solved, and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import ceil

from detente.negotiation.layout import Layout
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Lifted, Point, Question, Row, zone
from detente.solve.merge import solve
from detente.solve.program import Charge, Frontier, Gate, Program, Rule, Term


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
    lifted = _bearing(payoffs, question)
    if len(lifted) < len(question.lifted):
        question = replace(question, lifted=lifted)
    key = (question.key, image)
    if key not in payoffs.answers:
        payoffs.answers[key] = _answered(payoffs, question, image)
    found: tuple[Point, ...] = payoffs.answers[key]
    return found


def _bearing(payoffs: Payoffs, question: Question) -> Lifted:
    """Return the lifted obstacles that a question would meet at all."""
    if not question.lifted:
        return question.lifted
    case = payoffs.case
    parties = {row.party for row in rows_of(payoffs, question)}
    met = {
        *(f"constraints.{name}" for name in case.constraints),
        *(f"principals.{name}.reserve" for name in question.reserves),
        *(
            f"ratifiers.{name}"
            for name, ratifier in case.ratifiers.items()
            if ratifier.principal in question.consent
        ),
        *(
            f"commitments.{name}"
            for name, promise in case.commitments.items()
            if promise.by in (parties if promise.kind == "priced" else question.consent)
        ),
    }
    return question.lifted & met


def _answered(payoffs: Payoffs, question: Question, image: bool) -> tuple[Point, ...]:
    rows = rows_of(payoffs, question)
    found = solve(build(payoffs, question, rows), image=image)
    return read(payoffs, question, found)


def read(payoffs: Payoffs, question: Question, found: Frontier) -> tuple[Point, ...]:
    """Return the points of a solved program, in points and by names."""
    scale = [payoffs.scale[row.party] for row in question.maximise]
    options = [*payoffs.layout.options.items()]
    return tuple(
        Point(
            tuple([Fraction(value, unit) for value, unit in zip(point, scale, strict=True)]),
            {i: names[o] for (i, names), o in zip(options, package, strict=True)},
            count,
        )
        for point, package, count in zip(found.points, found.packages, found.counts, strict=True)
    )


def count(payoffs: Payoffs, question: Question) -> int:
    """Return how many packages qualify."""
    bare = Question(
        (), question.consent, question.reserves, question.allowed, question.floors, question.lifted
    )
    return sum(point.count or 0 for point in answer(payoffs, bare))


def zone_program(payoffs: Payoffs) -> Program:
    """Return the program of the zone of agreement; its first rows are the principals' gains."""
    question = zone(payoffs.case)
    return build(payoffs, question, rows_of(payoffs, question))


def build(payoffs: Payoffs, question: Question, rows: tuple[Row, ...]) -> Program:
    """Build the program of a question; its rows are ``rows``, the maximised ones first."""
    layout = payoffs.layout
    return Program(
        domains=tuple([_domain(layout, question, issue) for issue in layout.places]),
        order=layout.order,
        start=tuple([_start(payoffs, question, row) for row in rows]),
        unary=_unary(payoffs, rows),
        objectives=tuple(range(len(question.maximise))),
        terms=tuple(_terms(payoffs, rows)),
        rules=tuple(_rules(layout, question)),
        charges=tuple(_charges(payoffs, question, rows)),
        gates=tuple(_gates(payoffs, question, rows)),
    )


def rows_of(payoffs: Payoffs, question: Question) -> tuple[Row, ...]:
    """Return the rows of a question's program: those to maximise, then those that gates ask."""
    rows = list(question.maximise)
    asked = [Row(p) for p in question.reserves]
    asked += [row for row, _ in question.floors]
    asked += [Row(r) for r in _asked(payoffs.layout, question)]
    for row in asked:
        if row not in rows:
            rows.append(row)
    return tuple(rows)


def _asked(layout: Layout, question: Question) -> list[str]:
    """Return the ratifiers whose assent may be needed."""
    return [
        name
        for name, ratifier in layout.case.ratifiers.items()
        if ratifier.principal in question.consent
        and f"ratifiers.{name}" not in question.lifted
        and layout.calls[name]
    ]


def _domain(layout: Layout, question: Question, issue: str) -> tuple[int, ...]:
    held = (
        layout.numbers(issue, question.allowed[issue])
        if issue in question.allowed
        else layout.choosable[issue]
    )
    barred = {
        number
        for name, forbidden in layout.barred.items()
        if issue in forbidden
        and layout.case.commitments[name].by in question.consent
        and f"commitments.{name}" not in question.lifted
        for number in forbidden[issue]
    }
    return tuple([n for n in held if n not in barred]) if barred else held


def _unary(payoffs: Payoffs, rows: tuple[Row, ...]) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Return what each option adds to each row; nothing to a row that reads the issue otherwise."""
    whole = [payoffs.whole[row.party] for row in rows]
    plain = [tuple(zip(*options, strict=True)) for options in zip(*whole, strict=True)]
    if not rows:
        return tuple([((),) * len(o) for o in payoffs.layout.options.values()])
    for place, issue in enumerate(payoffs.layout.places):
        pinned = [issue in row.pins for row in rows]
        if any(pinned):
            plain[place] = tuple(
                tuple(0 if pin else value for pin, value in zip(pinned, vector, strict=True))
                for vector in plain[place]
            )
    return tuple(plain)


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


def _terms(payoffs: Payoffs, rows: tuple[Row, ...]) -> Iterator[Term]:
    layout = payoffs.layout
    for name, (one, two) in layout.met.items():
        points = payoffs.whole_links[name]
        amounts = [points.get(row.party, 0) for row in rows]
        if not any(amounts):
            continue
        places = layout.places[one[0]], layout.places[two[0]]
        if not any(one[0] in row.pins or two[0] in row.pins for row in rows):
            yield Term(places, dict.fromkeys(product(one[1], two[1]), tuple(amounts)))
            continue
        met = [
            [_met(layout, issue, named, row.pins) for row in rows] for issue, named in (one, two)
        ]
        values: dict[tuple[int, ...], tuple[int, ...]] = {}
        for pair in product(*(sorted({n for found in sets for n in found}) for sets in met)):
            vector = tuple(
                [
                    amount if pair[0] in first and pair[1] in second else 0
                    for amount, first, second in zip(amounts, *met, strict=True)
                ]
            )
            if any(vector):
                values[pair] = vector
        if values:
            yield Term(places, values)


def _met(
    layout: Layout, issue: str, named: tuple[int, ...], pins: Mapping[str, str]
) -> Sequence[int]:
    """Return the options of an issue with which a row finds one of some options there."""
    if issue not in pins:
        return named
    options = layout.options[issue]
    return range(len(options)) if options.index(pins[issue]) in named else ()


def _rules(layout: Layout, question: Question) -> Iterator[Rule]:
    for name, rules in layout.rules.items():
        if f"constraints.{name}" not in question.lifted:
            yield from rules


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
                for number in payoffs.layout.numbers(issue, promise.options[issue])
            )
            vector = tuple(
                -payoffs.whole_prices[name]
                if frozenset(row.pins.items()) == pinned
                and (name, payoffs.prices[name]) in _prices(payoffs, question, row)
                else 0
                for row in rows
            )
            if any(vector) and triggers:
                yield Charge(triggers, vector)


def _gates(payoffs: Payoffs, question: Question, rows: tuple[Row, ...]) -> Iterator[Gate]:
    for principal in question.reserves:
        if f"principals.{principal}.reserve" in question.lifted:
            continue
        row = Row(principal)
        yield Gate(rows.index(row), payoffs.whole_reserve[principal])
    for row, least in question.floors:
        yield Gate(rows.index(row), ceil(least * payoffs.scale[row.party]))
    for ratifier in _asked(payoffs.layout, question):
        yield Gate(
            rows.index(Row(ratifier)),
            payoffs.whole_reserve[ratifier],
            payoffs.layout.calls[ratifier],
        )
