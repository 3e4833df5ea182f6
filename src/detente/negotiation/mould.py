"""The mould of a question: all of its program but the numbers, which a compiled case pours in.

A question to a case in many draws, or with one number moved at a time, has one mould and many
programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import ceil

from detente.negotiation.layout import Calls, Layout
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Question, Row
from detente.solve.program import Charge, Gate, Program, Rule, Term, Vector

Asks = tuple[Row, Calls | None]
"""What a gate asks: a row, always or once an option has called on it."""

_Held = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class _Tie:
    """A linkage: where it lies, and the rows that meet it in each combination of options."""

    name: str
    scope: tuple[int, int]
    met: Mapping[tuple[int, ...], _Held]


@dataclass(frozen=True, slots=True)
class _Due:
    """A priced commitment: what breaks it, and the rows that pay."""

    name: str
    triggers: Calls
    pays: _Held


@dataclass(frozen=True, slots=True)
class _Bar:
    """A gate: its row, what calls on it, and the floors that hold; none where nothing is asked."""

    row: int
    party: str | None
    calls: Calls | None
    reserve: bool
    floors: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class _Begun:
    """What a row holds before anything is chosen: what it reads of the issues it pins."""

    party: str
    pins: tuple[tuple[int, int], ...]
    prices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mould:
    """A question's program without its numbers."""

    layout: Layout
    domains: tuple[tuple[int, ...], ...]
    rows: tuple[_Begun | None, ...]
    objectives: tuple[int, ...]
    ties: tuple[_Tie, ...]
    rules: tuple[Rule, ...]
    soft: tuple[Term, ...]
    dues: tuple[_Due, ...]
    bars: tuple[_Bar, ...]
    _poured: dict[tuple[str, Vector], Term] = field(default_factory=dict, repr=False)

    def program(self, payoffs: Payoffs) -> Program:
        """Return the program of a case compiled on this mould's layout."""
        return Program(
            domains=self.domains,
            order=self.layout.order,
            start=tuple([0 if row is None else _start(payoffs, row) for row in self.rows]),
            unary=self._unary(payoffs),
            objectives=self.objectives,
            terms=(*[self._term(payoffs, tie) for tie in self.ties], *self.soft),
            rules=self.rules,
            charges=tuple([_charge(payoffs, due) for due in self.dues]),
            gates=tuple([_gate(payoffs, bar) for bar in self.bars]),
        )

    def _unary(self, payoffs: Payoffs) -> tuple[tuple[Vector, ...], ...]:
        """Return what each option adds to each row; nothing where a row reads it otherwise."""
        if not self.rows:
            return tuple([((),) * len(o) for o in self.layout.options.values()])
        nothing = self.layout.nothing
        whole = [nothing if row is None else payoffs.whole[row.party] for row in self.rows]
        plain = [tuple(zip(*options, strict=True)) for options in zip(*whole, strict=True)]
        for place in {place for row in self.rows if row for place, _ in row.pins}:
            pinned = [row is not None and place in dict(row.pins) for row in self.rows]
            plain[place] = tuple(
                tuple(0 if pin else value for pin, value in zip(pinned, vector, strict=True))
                for vector in plain[place]
            )
        return tuple(plain)

    def _term(self, payoffs: Payoffs, tie: _Tie) -> Term:
        points = payoffs.whole_links[tie.name]
        amounts = tuple([0 if row is None else points.get(row.party, 0) for row in self.rows])
        if (tie.name, amounts) not in self._poured:
            self._poured[tie.name, amounts] = _term(tie, amounts)
        return self._poured[tie.name, amounts]


def _term(tie: _Tie, amounts: Vector) -> Term:
    vectors = {
        held: (*[a if h else 0 for a, h in zip(amounts, held, strict=False)], *amounts[len(held) :])
        for held in {*tie.met.values()}
    }
    return Term(tie.scope, {pair: vectors[held] for pair, held in tie.met.items()})


def _start(payoffs: Payoffs, row: _Begun) -> int:
    total = -payoffs.whole_outside[row.party]
    total += sum(payoffs.whole[row.party][place][option] for place, option in row.pins)
    return total - sum(payoffs.whole_prices[name] for name in row.prices)


def _charge(payoffs: Payoffs, due: _Due) -> Charge:
    price = -payoffs.whole_prices[due.name]
    return Charge(due.triggers, tuple([price if pays else 0 for pays in due.pays]))


def _gate(payoffs: Payoffs, bar: _Bar) -> Gate:
    if bar.party is None:
        return Gate(bar.row, 0, bar.calls)
    scale = payoffs.scale[bar.party]
    floors = [ceil(floor * scale) for floor in bar.floors]
    if bar.reserve:
        floors.append(payoffs.whole_reserve[bar.party])
    # Where nothing is asked of a row that counts, its floor is one that no package can miss.
    floor = max(floors) if floors else -payoffs.bound[bar.party]
    return Gate(bar.row, floor, bar.calls)


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
                _Bar(
                    held.index(row),
                    row.party if row in needed else None,
                    calls,
                    *own.get((row, calls), (False, ())),
                )
                for row, calls in gates
            ],
            *[_Bar(len(held) + place, None, None, False, ()) for place, _ in enumerate(soft)],
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


def _begun(layout: Layout, question: Question, row: Row) -> _Begun:
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
    return _Begun(row.party, tuple(pins), tuple(broken))


def _ties(layout: Layout, rows: Sequence[Row]) -> Iterator[_Tie]:
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
            yield _Tie(name, scope, kept)


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
) -> Iterator[_Due]:
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
                yield _Due(name, triggers, pays)
