"""What packages bring every party in each of many draws, all draws worked out at once.

Codes and importances are summed as whole numbers, so that what is nothing is exactly nothing; the
rest is in floating point, for a score is a ratio that differs from draw to draw and no common
denominator stays small. Where a gain comes so near a reserve that rounding could decide, that draw
is compiled exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import lcm

import numpy as np
from numpy.typing import NDArray

from detente.case.case import Case, Package
from detente.case.issue import Option
from detente.case.numbers import STILL, code_key, party_key, score_key
from detente.negotiation.draws import Draws
from detente.negotiation.payoff import Payoffs, compile_case, move
from detente.solve.law import Floats

Whole = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEAR = 1e-12
"""Two sums nearer than this, as a share of what they are made of, are compared exactly."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """A case in many draws.

    Attributes
    ----------
    draws
        The draws.
    """

    draws: Draws
    _worth: dict[tuple[str, str], dict[str, Floats]] = field(default_factory=dict, repr=False)

    @property
    def case(self) -> Case:
        """The case."""
        return self.draws.case

    def worth(self, party: str, issue: str) -> dict[str, Floats]:
        """Return what each option of an issue is worth to a party in every draw: (n,) each.

        Weight × score / 100, in points; what :func:`detente.negotiation.payoff.compile_case`
        works out for one draw.
        """
        key = (party, issue)
        if key not in self._worth:
            scores = self.scores(party, issue)
            weight = self.number(f"{party_key(self.case, party)}.weights.points.{issue}")
            self._worth[key] = {name: weight * score / 100 for name, score in scores.items()}
        return self._worth[key]

    def scores(self, party: str, issue: str) -> dict[str, Floats]:
        """Return a party's score of each option of an issue in every draw: (n,) each."""
        options = self.case.issues[issue].options
        if not any(party in option.codes for option in options.values()):
            return _between(options, {o: self.number(score_key(issue, o, party)) for o in options})
        raw = self.raw(party, issue)
        top = np.max(np.abs(np.stack([*raw.values()])), axis=0)
        divisor = np.where(top == 0, 1, top)
        return _between(options, {name: 100 * value / divisor for name, value in raw.items()})

    def raw(self, party: str, issue: str) -> dict[str, Whole]:
        """Return Σ importance × code less that of no agreement, whole at one unit: (n,) each.

        Only options that are written out have one, and only where the party codes the issue.
        """
        element = self.case.issues[issue]
        root = party_key(self.case, party)
        named = {
            name: tuple(option.codes.get(party, ()))
            for name, option in element.options.items()
            if option.between is None
        }
        keys = {
            name: f"{root}.objectives.{name}.importance"
            for name in {name for found in named.values() for name in found}
        }
        given = {name: key for name, key in keys.items() if key in self.draws.places}
        unit = lcm(*[self.draws.unit(key) for key in given.values()])
        factors = {name: self.draws.whole(key, unit) for name, key in given.items()}
        raw = {}
        for option, names in named.items():
            total = np.zeros(len(self.draws), dtype=np.int64)
            for name in names:
                code = self.draws.whole(code_key(issue, option, party, name), 1)
                total = total + code * factors.get(name, unit)
            raw[option] = total
        held = element.status_quo
        if self.case.no_agreement == "status_quo" and held is not None and held in raw:
            base = raw[held]
            raw = {option: value - base for option, value in raw.items()}
        return raw

    def gain(self, party: str, package: Package) -> Floats:
        """Return a party's gain from a package in every draw, in points: shape (n,)."""
        return sum(self._lines(party, package), np.zeros(len(self.draws)))

    def sign(self, party: str, package: Package, *, reserve: bool) -> Whole:
        """Return -1, 0 or 1: a party's gain less its reserve, or less nothing; exact, (n,)."""
        lines = self._lines(party, package)
        if reserve:
            lines.append(-self.number(f"{party_key(self.case, party)}.reserve"))
        margin = sum(lines, np.zeros(len(self.draws)))
        size = sum((np.abs(line) for line in lines), np.zeros(len(self.draws)))
        found = np.sign(margin).astype(np.int64)
        near = np.flatnonzero((np.abs(margin) <= NEAR * size) & (size > 0))
        if len(near):
            found[near] = self._exactly(party, package, near, reserve=reserve)
        return found

    def accepts(self, party: str, package: Package) -> Bools:
        """Return whether a party's gain reaches its reserve, decided exactly: shape (n,)."""
        return np.asarray(self.sign(party, package, reserve=True) >= 0)

    def _exactly(self, party: str, package: Package, rows: Whole, *, reserve: bool) -> Whole:
        """Return the sign in some draws by the exact engine; equal draws are decided once."""
        mine = [p for p, number in enumerate(self.draws.numbers) if number.party == party]
        alike, first, which = np.unique(
            self.draws.steps[rows][:, mine], axis=0, return_index=True, return_inverse=True
        )
        found = np.zeros(len(alike), dtype=np.int64)
        for place, row in enumerate(rows[first]):
            payoffs = move(self._judged, self.draws.values(int(row), mine))
            margin = payoffs.gain(party, package) - (payoffs.reserve[party] if reserve else 0)
            found[place] = (margin > 0) - (margin < 0)
        return np.asarray(found[which.ravel()])

    @cached_property
    def _judged(self) -> Payoffs:
        return compile_case(self.case)

    def _lines(self, party: str, package: Package) -> list[Floats]:
        """Return what makes up a party's gain; what brings nothing in any draw is left out."""
        lines = [self.worth(party, issue)[option] for issue, option in package.items()]
        for name, linkage in self.case.linkages.items():
            if party in linkage.points and all(
                package[issue] in options for issue, options in linkage.when.items()
            ):
                lines.append(self.number(f"linkages.{name}.points.{party}"))
        for name, promise in self.case.commitments.items():
            if (
                promise.kind == "priced"
                and promise.by == party
                and any(package[issue] in options for issue, options in promise.options.items())
            ):
                lines.append(-self.number(f"commitments.{name}.price"))
        lines.append(-self.number(f"{party_key(self.case, party)}.outside"))
        return [line for line in lines if line.any()]

    def number(self, key: str) -> Floats:
        """Return a number in every draw; 0 where the case gives none."""
        return self._columns.get(key, self._nothing)

    @cached_property
    def _columns(self) -> dict[str, Floats]:
        kinds = ("code", "importance", *STILL)
        return {
            number.key: self.draws.column(number.key)
            for number in self.draws.numbers
            if number.kind not in kinds
        }

    @cached_property
    def _nothing(self) -> Floats:
        return np.zeros(len(self.draws))


def _between(options: Mapping[str, Option], found: dict[str, Floats]) -> dict[str, Floats]:
    """Return all options' scores: shares not written out lie on the line between two that are."""
    scores = {}
    for name, option in options.items():
        if option.between is None:
            scores[name] = found[name]
            continue
        low, high = option.between
        least, most = (options[mark].share or 0 for mark in option.between)
        part = float(((option.share or 0) - least) / (most - least))
        scores[name] = found[low] + (found[high] - found[low]) * part
    return scores
