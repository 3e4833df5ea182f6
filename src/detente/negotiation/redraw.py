"""A question answered anew in every draw: what could be agreed if the numbers were those."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np

from detente.case.case import Case
from detente.negotiation.compiler import answer, build
from detente.negotiation.drawn import Bools, Drawn, Whole
from detente.negotiation.drawn_whole import WholeParty
from detente.negotiation.moulding import rows_of
from detente.negotiation.payoff import Payoffs, compile_case, move
from detente.negotiation.question import Point, Question
from detente.solve.many import Found, Many, solve_many
from detente.solve.program import Charge, Term


@dataclass(frozen=True, eq=False)
class Answers:
    """The efficient points of one question in every draw.

    Attributes
    ----------
    turn
        Shape (m,). The draw that a point is of, ascending.
    values
        Shape (m, rows). In whole numbers of the draw's ``unit``.
    unit
        Shape (n, rows). Parts of a point.
    packages
        Shape (m, issues). The canonical package of each point, as numbers of options.
    """

    turn: Whole
    values: Whole
    unit: Whole
    packages: Whole

    @cached_property
    def points(self) -> np.ndarray[Any, np.dtype[np.float64]]:
        """The values in points, as the nearest doubles: shape (m, rows)."""
        return np.asarray(self.values / self.unit[self.turn], dtype=np.float64)

    @cached_property
    def starts(self) -> Whole:
        """Where each draw's points begin, and after the last one's end: shape (n + 1,)."""
        return np.searchsorted(self.turn, np.arange(len(self.unit) + 1))

    @cached_property
    def any(self) -> Bools:
        """Whether a draw has a point at all: shape (n,)."""
        return np.diff(self.starts) > 0

    def exactly(
        self, places: Iterable[int], options: Sequence[tuple[str, tuple[str, ...]]]
    ) -> list[Point]:
        """Return some points with exact values and named options."""
        return [
            Point(
                tuple(
                    Fraction(int(value), int(unit))
                    for value, unit in zip(
                        self.values[place], self.unit[self.turn[place]], strict=True
                    )
                ),
                {
                    issue: names[o]
                    for (issue, names), o in zip(options, self.packages[place], strict=True)
                },
                None,
            )
            for place in places
        ]


@dataclass(frozen=True, eq=False)
class Redraws:
    """A case in many draws, to be asked anew in each of them.

    Attributes
    ----------
    drawn
        The case in many draws.
    """

    drawn: Drawn
    _parties: dict[str, WholeParty] = field(default_factory=dict, repr=False)
    _answers: dict[Any, Answers] = field(default_factory=dict, repr=False)

    @property
    def case(self) -> Case:
        """The case."""
        return self.drawn.case

    def __len__(self) -> int:
        return len(self.drawn.draws)

    @cached_property
    def payoffs(self) -> Payoffs:
        """The case compiled with its modes."""
        return compile_case(self.case)

    @cached_property
    def options(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every issue with its options, in the order of the file."""
        return tuple(self.payoffs.layout.options.items())

    def party(self, name: str) -> WholeParty:
        """Return one party's amounts in every draw."""
        if name not in self._parties:
            self._parties[name] = WholeParty(self.drawn, name)
        return self._parties[name]

    @property
    def rounded(self) -> int:
        """In how many draws the amounts of some party asked so far are rounded."""
        exact = [party.exact for party in self._parties.values()]
        return int((~np.logical_and.reduce(exact)).sum()) if exact else 0

    def answer(self, question: Question, least: Whole | None = None) -> Answers:
        """Return the efficient points of a question in every draw.

        Parameters
        ----------
        question
            One without pins and floors, that maximises one row or more.
        least
            What is known to be reached in each draw: a point with less of some row is not wanted.
            Shape (n, rows to maximise), in whole numbers of the draw's unit.

        Raises
        ------
        ValueError
            When it has pins or floors.
        NotProved
            When a draw is too large for every engine.

        Examples
        --------
        >>> from detente.negotiation.draws import draw
        >>> from detente.negotiation.question import zone
        >>> from detente.testing import two_issue_case
        >>> redraws = Redraws(Drawn(draw(two_issue_case(), 2)))
        >>> redraws.answer(zone(redraws.case)).turn.tolist()
        [0, 0, 1, 1]
        """
        if question.floors or any(row.pins for row in question.maximise):
            raise ValueError("only questions without pins and floors are asked in every draw")
        if least is not None:
            return self._answered(question, least)
        if question.key not in self._answers:
            self._answers[question.key] = self._answered(question, None)
        return self._answers[question.key]

    def _answered(self, question: Question, least: Whole | None) -> Answers:
        found = self._mended(question, solve_many(self._many(question, least)))
        unit = np.stack([self.party(row.party).unit for row in question.maximise], axis=1)
        return Answers(found.turn, found.values, unit, found.packages)

    def _many(self, question: Question, least: Whole | None) -> Many:
        rows = rows_of(self.payoffs.layout, question)
        parties = [self.party(row.party) for row in rows]
        none = np.zeros(len(self), dtype=np.int64)
        program = build(self.payoffs, question, rows)
        terms, charges = [], []
        brought: list[Whole] = []
        charged: list[Whole] = []
        ones = (1,) * len(rows)
        layout = self.payoffs.layout
        for name, (one, two) in layout.met.items():
            scope = layout.places[one[0]], layout.places[two[0]]
            terms.append(Term(scope, dict.fromkeys(product(one[1], two[1]), ones)))
            brought.append(np.stack([p.links.get(name, none) for p in parties], axis=1))
        for name, promise in self.case.commitments.items():
            triggers = frozenset(
                (layout.places[issue], number)
                for issue, options in promise.options.items()
                for number in layout.numbers(issue, options)
            )
            if (
                promise.kind == "priced"
                and f"commitments.{name}" not in question.lifted
                and triggers
            ):
                charges.append(Charge(triggers, ones))
                charged.append(np.stack([-p.prices.get(name, none) for p in parties], axis=1))
        program = replace(program, terms=tuple(terms), charges=tuple(charges))
        floors = [parties[gate.row].reserve for gate in program.gates]
        return Many(
            program=program,
            start=np.stack([-p.outside for p in parties], axis=1),
            unary=tuple(
                np.stack([p.worth[issue] for p in parties], axis=2).transpose(1, 0, 2)
                for issue, _ in self.options
            ),
            terms=tuple(brought),
            charges=tuple(charged),
            floors=np.stack(floors, axis=1) if floors else np.zeros((len(self), 0), dtype=np.int64),
            least=least,
        )

    def _mended(self, question: Question, found: Found) -> Found:
        """Answer draws that are too wide to be carried with others, each by itself."""
        if not found.failed:
            return found
        turn, values, packages = [found.turn], [found.values], [found.packages]
        numbers = [{name: n for n, name in enumerate(names)} for _, names in self.options]
        for row in found.failed:
            points = answer(move(self.payoffs, self.drawn.draws.values(row)), question)
            units = [int(self.party(one.party).unit[row]) for one in question.maximise]
            turn.append(np.full(len(points), row))
            values.append(
                np.array(
                    [
                        [round(v * unit) for v, unit in zip(p.values, units, strict=True)]
                        for p in points
                    ],
                    dtype=np.int64,
                ).reshape(len(points), len(units))
            )
            packages.append(
                np.array(
                    [
                        [named[o] for named, o in zip(numbers, p.package.values(), strict=True)]
                        for p in points
                    ],
                    dtype=np.int64,
                ).reshape(len(points), len(self.options))
            )
        every = np.concatenate(turn)
        order = np.argsort(every, kind="stable")
        return Found(
            every[order], np.concatenate(values)[order], np.concatenate(packages)[order], ()
        )
