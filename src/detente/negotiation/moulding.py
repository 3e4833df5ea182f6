"""How the mould of a question is made: its rows and gates, its ties, and what bars its options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from detente.negotiation.layout import Calls, Layout
from detente.negotiation.mould import Bar, Begun, Due, Mould, Tie
from detente.negotiation.question import Question, Row
from detente.solve.program import Rule, Term

Asks = tuple[Row, Calls | None]
"""What a gate asks: a row, always or once an option has called on it."""


def mould(
    layout: Layout,
    question: Question,
    rows: Sequence[Row] | None = None,
    asks: Sequence[Asks] | None = None,
    soft: Sequence[str] = (),
) -> Mould:
    """Return the mould of a question, made once.

    Parameters
    ----------
    layout, question
        The case's layout, and what is asked.
    rows
        The rows of its program, the maximised ones first; :func:`rows_of` in its absence.
    asks
        The gates to build, so that questions which ask different things are built alike: where
        the question does not ask one, nothing is asked, and a row that nobody needs is empty.
        The question's own in its absence.
    soft
        Constraints to build as a row of their own that may not fall below nothing, so that
        questions which lift them are built alike.
    """
    key = (question.key, *(None if one is None else tuple(one) for one in (rows, asks, soft)))
    if key not in layout.moulds:
        layout.moulds[key] = _mould(layout, question, rows, asks, soft)
    found: Mould = layout.moulds[key]
    return found


def _mould(
    layout: Layout,
    question: Question,
    rows: Sequence[Row] | None,
    asks: Sequence[Asks] | None,
    soft: Sequence[str],
) -> Mould:
    own = asks_of(layout, question)
    held = rows_of(layout, question) if rows is None else tuple(rows)
    needed = {*question.maximise, *(row for row, _ in own)}
    gates = [*own] if asks is None else asks
    return Mould(
        layout=layout,
        domains=tuple([_domain(layout, question, issue) for issue in layout.places]),
        rows=(
            *[_begun(layout, question, row) if row in needed else None for row in held],
            *[None for _ in soft],
        ),
        objectives=tuple(range(len(question.maximise))),
        ties=tuple(_ties(layout, held)),
        rules=tuple(_rules(layout, question, soft)),
        soft=tuple(_soft(layout, question, soft, len(held))),
        dues=tuple(_dues(layout, question, held, len(soft), needed, alike=asks is not None)),
        bars=(
            *[
                Bar(
                    held.index(row),
                    row.party,
                    calls,
                    *own.get((row, calls), (False, ())),
                )
                for row, calls in gates
            ],
            *[Bar(len(held) + place, None, None, False, ()) for place, _ in enumerate(soft)],
        ),
    )


def asks_of(layout: Layout, question: Question) -> dict[Asks, tuple[bool, tuple[Fraction, ...]]]:
    """Return what a question's gates ask: whether the party's reserve, and which further floors."""
    found: dict[Asks, tuple[bool, tuple[Fraction, ...]]] = {}
    for principal in question.reserves:
        if f"principals.{principal}.reserve" not in question.lifted:
            found[Row(principal), None] = (True, ())
    for row, least in question.floors:
        reserve, floors = found.get((row, None), (False, ()))
        found[row, None] = (reserve, (*floors, least))
    for name, ratifier in layout.case.ratifiers.items():
        if (
            ratifier.principal in question.consent
            and f"ratifiers.{name}" not in question.lifted
            and layout.calls[name]
        ):
            found[Row(name), layout.calls[name]] = (True, ())
    return found


def rows_of(layout: Layout, question: Question) -> tuple[Row, ...]:
    """Return the rows of a question's program: those to maximise, then those that gates ask."""
    asked = [Row(p) for p in question.reserves]
    asked += [row for row, _ in question.floors]
    asked += [row for row, calls in asks_of(layout, question) if calls is not None]
    return tuple(dict.fromkeys((*question.maximise, *asked)))


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


def _begun(layout: Layout, question: Question, row: Row) -> Begun:
    case = layout.case
    broken = [
        name
        for name, promise in case.commitments.items()
        if promise.kind == "priced"
        and promise.by == row.party
        and f"commitments.{name}" not in question.lifted
        and any(option in promise.options.get(i, ()) for i, option in row.pins.items())
    ]
    pins = [(layout.places[i], layout.options[i].index(o)) for i, o in row.pins.items()]
    return Begun(row.party, tuple(pins), tuple(broken))


def _ties(layout: Layout, rows: Sequence[Row]) -> Iterator[Tie]:
    for name, (one, two) in layout.met.items():
        points = layout.case.linkages[name].points
        if not any(row.party in points for row in rows):
            continue
        scope = layout.places[one[0]], layout.places[two[0]]
        sets = [
            [_met(layout, issue, named, row.pins) for row in rows] for issue, named in (one, two)
        ]
        met = {
            pair: tuple(
                [
                    row.party in points and pair[0] in first and pair[1] in second
                    for row, first, second in zip(rows, *sets, strict=True)
                ]
            )
            for pair in product(*(sorted({n for found in held for n in found}) for held in sets))
        }
        kept = {pair: held for pair, held in met.items() if any(held)}
        if kept:
            yield Tie(name, scope, kept)


def _met(
    layout: Layout, issue: str, named: tuple[int, ...], pins: Mapping[str, str]
) -> Sequence[int]:
    """Return the options of an issue with which a row finds one of some options there."""
    if issue not in pins:
        return named
    options = layout.options[issue]
    return range(len(options)) if options.index(pins[issue]) in named else ()


def _rules(layout: Layout, question: Question, soft: Sequence[str]) -> Iterator[Rule]:
    for name, rules in layout.rules.items():
        if f"constraints.{name}" not in question.lifted and name not in soft:
            yield from rules


def _soft(layout: Layout, question: Question, soft: Sequence[str], first: int) -> Iterator[Term]:
    """Yield constraints as terms: whatever breaks one takes 1 from its row, unless it is lifted."""
    for place, name in enumerate(soft):
        loss = 0 if f"constraints.{name}" in question.lifted else -1
        vector = tuple([loss if row == first + place else 0 for row in range(first + len(soft))])
        for rule in layout.rules[name]:
            yield Term(rule.scope, dict.fromkeys(sorted(rule.forbidden), vector))


def _dues(
    layout: Layout,
    question: Question,
    rows: Sequence[Row],
    more: int,
    needed: set[Row],
    *,
    alike: bool,
) -> Iterator[Due]:
    case = layout.case
    for name, promise in case.commitments.items():
        if promise.kind != "priced":
            continue
        lifted = f"commitments.{name}" in question.lifted
        for pinned in dict.fromkeys(
            frozenset(row.pins.items()) for row in rows if row.party == promise.by
        ):
            pins = dict(pinned)
            if any(option in promise.options.get(i, ()) for i, option in pins.items()):
                continue
            triggers = frozenset(
                (place, number)
                for issue, place in layout.places.items()
                if issue in promise.options and issue not in pins
                for number in layout.numbers(issue, promise.options[issue])
            )
            pays = (
                *[
                    not lifted
                    and row in needed
                    and row.party == promise.by
                    and frozenset(row.pins.items()) == pinned
                    for row in rows
                ],
                *[False] * more,
            )
            if triggers and (alike or any(pays)):
                yield Due(name, triggers, pays)
