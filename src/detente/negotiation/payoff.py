"""Payoffs: every party's gain from every package, exact, in the tables that answers are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any

from detente.case.case import Case, Package
from detente.case.modes import modes
from detente.case.numbers import Values
from detente.negotiation.layout import Layout
from detente.negotiation.worth import (
    at_scale,
    known_worth,
    reweighed_worth,
    unit_of,
    wholes,
    worth_of,
)


@dataclass(frozen=True)
class Payoffs:
    """A case's numbers, compiled.

    A party's gain from a package is the sum over issues of weight × score / 100, plus the
    linkages that hold, less each priced commitment it breaks (once), less its outside value where
    no agreement is ``outside``. Gains are in points, exact.

    Attributes
    ----------
    case
        The case.
    layout
        Its options by number.
    values
        The numbers it was compiled with, by key.
    worth
        ``worth[party][issue][option]``: weight × score / 100.
    links
        For each linkage, the points of each party.
    prices
        The price of each priced commitment.
    reserve, outside
        Of each party; 0 where none is given.
    """

    case: Case
    layout: Layout
    values: Values
    worth: Mapping[str, Mapping[str, Mapping[str, Fraction]]]
    links: Mapping[str, Mapping[str, Fraction]]
    prices: Mapping[str, Fraction]
    reserve: Mapping[str, Fraction]
    outside: Mapping[str, Fraction]

    @cached_property
    def answers(self) -> dict[Any, Any]:
        """Answers already worked out, by question: each is asked for many times."""
        return {}

    @cached_property
    def solved(self) -> dict[Any, Any]:
        """The frontiers that these answers are read from, by question."""
        return {}

    @cached_property
    def scale(self) -> dict[str, int]:
        """For each party, a whole number by which all its amounts become whole."""
        return {party: self.unit(party) for party in self.case.parties}

    def unit(self, party: str) -> int:
        """Return the least whole number by which all amounts of a party become whole."""
        amounts = [self.reserve[party], self.outside[party]]
        amounts.extend(points[party] for points in self.links.values() if party in points)
        amounts.extend(
            price for name, price in self.prices.items() if self.case.commitments[name].by == party
        )
        return lcm(*self.units[party].values(), *[amount.denominator for amount in amounts])

    @cached_property
    def units(self) -> dict[str, dict[str, int]]:
        """For each party and issue, the least whole number by which its options become whole."""
        return {
            party: {issue: unit_of(options) for issue, options in held.items()}
            for party, held in self.worth.items()
        }

    @cached_property
    def whole(self) -> dict[str, tuple[tuple[int, ...], ...]]:
        """For each party, what every option of every issue is worth to it at its scale."""
        return {
            party: tuple([wholes(options, unit) for options in self.worth[party].values()])
            for party, unit in self.scale.items()
        }

    @cached_property
    def whole_links(self) -> dict[str, dict[str, int]]:
        """For each linkage, the points of each party that it touches, at the party's scale."""
        return {
            name: {party: at_scale(self.scale[party], amount) for party, amount in points.items()}
            for name, points in self.links.items()
        }

    @cached_property
    def whole_prices(self) -> dict[str, int]:
        """The price of each priced commitment, at the scale of who gave it."""
        return {
            name: at_scale(self.scale[self.case.commitments[name].by], price)
            for name, price in self.prices.items()
        }

    @cached_property
    def whole_reserve(self) -> dict[str, int]:
        """Every party's reserve at its scale."""
        return {
            party: at_scale(self.scale[party], amount) for party, amount in self.reserve.items()
        }

    @cached_property
    def whole_outside(self) -> dict[str, int]:
        """Every party's outside value at its scale."""
        return {
            party: at_scale(self.scale[party], amount) for party, amount in self.outside.items()
        }

    @cached_property
    def bound(self) -> dict[str, int]:
        """For each party a whole number, at its scale, beyond any gain or loss of any package."""
        bounds = {}
        for party in self.scale:
            total = sum(max(map(abs, options)) for options in self.whole[party])
            total += sum(abs(points.get(party, 0)) for points in self.whole_links.values())
            total += sum(
                abs(price)
                for name, price in self.whole_prices.items()
                if self.case.commitments[name].by == party
            )
            bounds[party] = 2 * (total + abs(self.whole_outside[party])) + 1
        return bounds

    def gain(self, party: str, package: Package, lifted: frozenset[str] = frozenset()) -> Fraction:
        """Return a party's gain from a whole package, in points, with some obstacles lifted."""
        return sum(
            (points for place, points in self.account(party, package) if place not in lifted),
            Fraction(0),
        )

    def account(self, party: str, package: Package) -> list[tuple[str, Fraction]]:
        """Return what makes up a party's gain: pairs of a place in the case and its points.

        Places are ``issues.ID``, ``linkages.ID``, ``commitments.ID`` and ``outside``; those that
        bring nothing are left out.
        """
        lines = [
            (f"issues.{issue}", self.worth[party][issue][option])
            for issue, option in package.items()
        ]
        for linkage_id, linkage in self.case.linkages.items():
            if all(package[issue] in options for issue, options in linkage.when.items()):
                lines.append(
                    (f"linkages.{linkage_id}", self.links[linkage_id].get(party, Fraction(0)))
                )
        for name, price in self.prices.items():
            promise = self.case.commitments[name]
            if promise.by == party and any(
                package[issue] in options for issue, options in promise.options.items()
            ):
                lines.append((f"commitments.{name}", -price))
        lines.append(("outside", -self.outside[party]))
        return [(place, points) for place, points in lines if points]


def compile_case(case: Case, values: Values | None = None) -> Payoffs:
    """Compile a case with a table of its numbers.

    Parameters
    ----------
    case
        A consistent case.
    values
        Numbers by key; the modes when absent.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> payoffs = compile_case(two_issue_case())
    >>> payoffs.gain("A", {"price": "low", "delivery": "late"})
    Fraction(0, 1)
    """
    if values is not None:
        worth = {p: worth_of(case, p, values, case.issues) for p in case.parties}
        return _compiled(case, Layout(case), values, worth)
    table = modes(case)
    worth = {p: {i: known_worth(case, p, i, table) for i in case.issues} for p in case.parties}
    return _compiled(case, Layout(case), table, worth)


def move(payoffs: Payoffs, changes: Values) -> Payoffs:
    """Compile a case again with some of its numbers changed; parties not touched are kept.

    Parameters
    ----------
    payoffs
        The compiled case.
    changes
        New values of some numbers, by key.
    """
    case = payoffs.case
    table = {**payoffs.values, **changes}
    paths = [key.split(".") for key in changes]
    touched = {party for party in case.parties if any(party in path for path in paths)}
    within = {path[1] for path in paths if path[0] == "issues"}
    issues = within if all(path[0] == "issues" for path in paths) else {*case.issues}
    if all(".weights.points." in key for key in changes):
        fresh = {
            p: reweighed_worth(case, p, table, payoffs.values, payoffs.worth[p]) for p in touched
        }
    else:
        fresh = {party: worth_of(case, party, table, issues) for party in touched}
    worth = {p: {**kept, **fresh[p]} if p in fresh else kept for p, kept in payoffs.worth.items()}
    if all(path[0] == "issues" for path in paths):
        moved = replace(payoffs, values=table, worth=worth)
    else:
        moved = _compiled(case, payoffs.layout, table, worth)
    touched |= {case.commitments[path[1]].by for path in paths if path[0] == "commitments"}
    vars(moved)["units"] = {
        party: {**kept, **{issue: unit_of(options) for issue, options in fresh[party].items()}}
        if party in fresh
        else kept
        for party, kept in payoffs.units.items()
    }
    scale = {p: moved.unit(p) if p in touched else unit for p, unit in payoffs.scale.items()}
    vars(moved)["scale"] = scale
    vars(moved)["whole"] = {
        party: tuple(
            [
                kept[place]
                if scale[party] == payoffs.scale[party] and issue not in issues
                else wholes(options, scale[party])
                for place, (issue, options) in enumerate(worth[party].items())
            ]
        )
        if party in touched
        else kept
        for party, kept in payoffs.whole.items()
    }
    return moved


def _compiled(
    case: Case,
    layout: Layout,
    table: Values,
    worth: Mapping[str, Mapping[str, Mapping[str, Fraction]]],
) -> Payoffs:
    return Payoffs(
        case=case,
        layout=layout,
        values=table,
        worth=worth,
        links={
            name: {party: table[f"linkages.{name}.points.{party}"] for party in linkage.points}
            for name, linkage in case.linkages.items()
        },
        prices={
            name: table[f"commitments.{name}.price"]
            for name, promise in case.commitments.items()
            if promise.kind == "priced"
        },
        reserve=_of_parties(case, table, "reserve"),
        outside=_of_parties(case, table, "outside"),
    )


def _of_parties(case: Case, table: Values, name: str) -> dict[str, Fraction]:
    found = {
        party: table.get(f"principals.{party}.{name}", Fraction(0)) for party in case.principals
    }
    for party in case.ratifiers:
        found[party] = table.get(f"ratifiers.{party}.{name}", Fraction(0))
    return found


def no_agreement(case: Case) -> dict[str, str]:
    """Return the package that holds without agreement.

    Raises
    ------
    ValueError
        When no agreement of the case is ``outside``.
    """
    package = {i: issue.status_quo for i, issue in case.issues.items() if issue.status_quo}
    if len(package) < len(case.issues):
        raise ValueError("no agreement of this case is outside, not a package")
    return package
