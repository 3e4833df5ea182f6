"""The mould of a question: all of its program but the numbers, which a compiled case pours in.

A question to a case in many draws, or with one number moved at a time, has one mould and many
programs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil

from detente.negotiation.layout import Calls, Layout
from detente.negotiation.payoff import Payoffs
from detente.solve.program import Charge, Gate, Program, Rule, Term, Vector

_Held = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A linkage: where it lies, and the rows that meet it in each combination of options."""

    name: str
    scope: tuple[int, int]
    met: Mapping[tuple[int, ...], _Held]


@dataclass(frozen=True, slots=True)
class Due:
    """A priced commitment: what breaks it, and the rows that pay."""

    name: str
    triggers: Calls
    pays: _Held


@dataclass(frozen=True, slots=True)
class Bar:
    """A gate: its row, what calls on it, and the floors that hold; none where nothing is asked.

    A constraint's own row has no party: it may not fall below nothing.
    """

    row: int
    party: str | None
    calls: Calls | None
    reserve: bool
    floors: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """What a row holds before anything is chosen: what it reads of the issues it pins."""

    party: str
    pins: tuple[tuple[int, int], ...]
    prices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mould:
    """A question's program without its numbers."""

    layout: Layout
    domains: tuple[tuple[int, ...], ...]
    rows: tuple[Begun | None, ...]
    objectives: tuple[int, ...]
    ties: tuple[Tie, ...]
    rules: tuple[Rule, ...]
    soft: tuple[Term, ...]
    dues: tuple[Due, ...]
    bars: tuple[Bar, ...]
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

    def _term(self, payoffs: Payoffs, tie: Tie) -> Term:
        points = payoffs.whole_links[tie.name]
        amounts = tuple([0 if row is None else points.get(row.party, 0) for row in self.rows])
        if (tie.name, amounts) not in self._poured:
            self._poured[tie.name, amounts] = _term(tie, amounts)
        return self._poured[tie.name, amounts]


def _term(tie: Tie, amounts: Vector) -> Term:
    vectors = {
        held: (*[a if h else 0 for a, h in zip(amounts, held, strict=False)], *amounts[len(held) :])
        for held in {*tie.met.values()}
    }
    return Term(tie.scope, {pair: vectors[held] for pair, held in tie.met.items()})


def _start(payoffs: Payoffs, row: Begun) -> int:
    total = -payoffs.whole_outside[row.party]
    total += sum(payoffs.whole[row.party][place][option] for place, option in row.pins)
    return total - sum(payoffs.whole_prices[name] for name in row.prices)


def _charge(payoffs: Payoffs, due: Due) -> Charge:
    price = -payoffs.whole_prices[due.name]
    return Charge(due.triggers, tuple([price if pays else 0 for pays in due.pays]))


def _gate(payoffs: Payoffs, bar: Bar) -> Gate:
    if bar.party is None:
        return Gate(bar.row, 0, bar.calls)
    scale = payoffs.scale[bar.party]
    floors = [ceil(floor * scale) for floor in bar.floors]
    if bar.reserve:
        floors.append(payoffs.whole_reserve[bar.party])
    # Where nothing is asked of a row that counts, its floor is one that no package can miss.
    floor = max(floors) if floors else -payoffs.bound[bar.party]
    return Gate(bar.row, floor, bar.calls)
