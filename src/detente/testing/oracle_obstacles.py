"""What stands in the way, by the definitions: every set of obstacles is lifted, one after another.

J of every set; from it what an obstacle costs alone and last, and its Shapley share; the smallest
sets that open the zone or reach a target; and how J rises as one party's reserve falls. Shares no
code with the rooms it checks.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import factorial

from detente.case.case import Case
from detente.testing.oracle_table import NOTHING, Package, Row, removable, reserve, tabulate

Lifted = frozenset[str]


@dataclass(frozen=True)
class Wanted:
    """A target: options that the package must hold, and the least gains of some parties."""

    require: Mapping[str, str] = field(default_factory=dict)
    gain: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True)
class Cost:
    """What one obstacle costs: alone, last, and its Shapley share."""

    alone: Fraction
    last: Fraction
    shapley: Fraction


@dataclass(frozen=True)
class Opened:
    """A smallest set that reaches a target, and all ways to lower its reserves least in sum."""

    lifted: Lifted
    falls: tuple[Mapping[str, Fraction], ...]


@dataclass(frozen=True)
class Ascent:
    """One step of a curve: the fall of a reserve, J then, and all packages that attain it."""

    fall: Fraction
    j: Fraction
    packages: tuple[Package, ...]


class Barred:
    """Every package of a case, with all that bars it, and J with any set of obstacles lifted."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.names = tuple(sorted(removable(case)))
        self.principals = tuple(case.principals)
        lifts = {f"constraints.{name}" for name in case.constraints}
        prices = {f"commitments.{n}" for n, m in case.commitments.items() if m.kind == "priced"}
        self.prices = {name: case.commitments[name[12:]].by for name in sorted(prices)}  # who pays
        self.amounts = {name: case.commitments[name[12:]].price for name in self.prices}
        self.rows = tabulate(case, lifts | prices).feasible
        self.bars = {row.package: self._bars(row) for row in self.rows}
        self.paid = {row.package: self._paid(row) for row in self.rows}
        self.tops = self._tops()
        self.hopeful = [  # with all prices lifted nobody gains less than with some
            row for row in self.rows if all(row.gains[p] > 0 for p in self.principals)
        ]
        self._known: dict[Lifted, Fraction] = {}

    def _bars(self, row: Row) -> Lifted:
        """Return the constraints that a package breaks and the hard promises it breaks."""
        option = dict(zip(self.case.issues, row.package, strict=True))
        found = set()
        for name, rule in self.case.constraints.items():
            if all(option[i] in names for i, names in rule.if_.items()):
                kept = all(option[i] in names for i, names in rule.requires.items())
                if not kept or any(option[i] in names for i, names in rule.excludes.items()):
                    found.add(f"constraints.{name}")
        for name, promise in self.case.commitments.items():
            named = any(option[i] in names for i, names in promise.options.items())
            if named and promise.kind == "hard":
                found.add(f"commitments.{name}")
        return frozenset(found)

    def _paid(self, row: Row) -> tuple[str, ...]:
        option = dict(zip(self.case.issues, row.package, strict=True))
        return tuple(
            name
            for name in self.prices
            if any(option[i] in n for i, n in self.case.commitments[name[12:]].options.items())
        )

    def gains(self, row: Row, lifted: Lifted) -> dict[str, Fraction]:
        """Return every party's gain from a package, with some prices lifted."""
        found = dict(row.gains)
        for name in self.paid[row.package]:
            price = self.amounts[name]
            if name not in lifted and price is not None:
                found[self.prices[name]] -= price.mode
        return found

    def _tops(self) -> dict[str, Fraction]:
        """Return the largest gain of every party over what is feasible, everything lifted."""
        everything = frozenset(self.names)
        rows = [
            self.gains(row, everything)
            for row in self.rows
            if not {b for b in self.bars[row.package] if b.startswith("con")} - everything
        ]
        return {p: max((g[p] for g in rows), default=Fraction(0)) for p in self.case.parties}

    def accepted(
        self, lifted: Lifted = NOTHING, spared: str | None = None
    ) -> Iterator[tuple[Package, dict[str, Fraction]]]:
        """Yield the packages that open the zone, some obstacles lifted, one reserve not asked."""
        for row in self.hopeful:
            if self.bars[row.package] - lifted:
                continue
            gains = self.gains(row, lifted)
            asked = [p for p in self.principals if f"principals.{p}.reserve" not in lifted]
            asked += [r for r in row.called if f"ratifiers.{r}" not in lifted]
            if all(gains[p] > 0 for p in self.principals) and all(
                gains[p] >= reserve(self.case, p) for p in asked if p != spared
            ):
                yield row.package, gains

    def share(self, gains: Mapping[str, Fraction]) -> Fraction:
        """Return the least share of its most that gains bring a principal."""
        return min(gains[p] / self.tops[p] for p in self.principals)

    def j(self, lifted: Lifted = NOTHING) -> Fraction:
        """Return J with some obstacles lifted."""
        if lifted not in self._known:
            shares = (self.share(gains) for _, gains in self.accepted(lifted))
            self._known[lifted] = max(shares, default=Fraction(0))
        return self._known[lifted]

    def costs(self) -> dict[str, Cost]:
        """Return what each obstacle costs.

        Examples
        --------
        >>> from detente.testing import two_issue_case
        >>> Barred(two_issue_case()).costs()
        {}
        """
        everything = frozenset(self.names)
        found = {}
        for name in self.names:
            others = everything - {name}
            total = Fraction(0)
            for before in subsets(others):
                weight = factorial(len(before)) * factorial(len(others) - len(before))
                rise = self.j(before | {name}) - self.j(before)
                total += weight * rise / factorial(len(everything))
            alone = self.j(frozenset({name})) - self.j()
            found[name] = Cost(alone, self.j(everything) - self.j(others), total)
        return found

    def reaching(
        self, wanted: Wanted, lifted: Lifted = NOTHING
    ) -> list[tuple[Package, dict[str, Fraction]]]:
        """Return the packages that open the zone and reach a target."""
        return [
            (package, gains)
            for package, gains in self.accepted(lifted)
            if all(
                option == wanted.require.get(issue, option)
                for issue, option in zip(self.case.issues, package, strict=True)
            )
            and all(gains[party] >= least for party, least in wanted.gain.items())
        ]

    def openings(self, wanted: Wanted | None = None) -> tuple[Opened, ...]:
        """Return every subset-minimal set whose lifting reaches a target, by size then names."""
        asked = wanted or Wanted()
        found: list[Opened] = []
        for lifted in sorted(subsets(self.names), key=lambda s: (len(s), sorted(s))):
            if any(known.lifted <= lifted for known in found):
                continue
            reached = self.reaching(asked, lifted)
            if reached:
                found.append(Opened(lifted, self._falls(lifted, reached)))
        return tuple(found)

    def _falls(
        self, lifted: Lifted, reached: list[tuple[Package, dict[str, Fraction]]]
    ) -> tuple[Mapping[str, Fraction], ...]:
        lowered = [p for p in self.principals if f"principals.{p}.reserve" in lifted]
        falls = [
            {
                f"principals.{p}.reserve": max(Fraction(0), reserve(self.case, p) - gains[p])
                for p in lowered
            }
            for _, gains in reached
        ]
        least = min(sum(fall.values(), Fraction(0)) for fall in falls)
        return tuple(fall for fall in falls if sum(fall.values(), Fraction(0)) == least)

    def curve(self, party: str) -> tuple[Ascent, ...]:
        """Return the steps at which J rises as one party's reserve falls, nothing lifted."""
        best = self.j()
        held = reserve(self.case, party)
        spared = [
            (held - gains[party], self.share(gains), package)
            for package, gains in self.accepted(spared=party)
        ]
        found = []
        for fall in sorted({fall for fall, _, _ in spared if fall > 0}):
            reached = [(share, package) for least, share, package in spared if least <= fall]
            top = max(share for share, _ in reached)
            if top > best:
                best = top
                packages = sorted(package for share, package in reached if share == top)
                found.append(Ascent(fall, top, tuple(packages)))
        return tuple(found)


def subsets(names: Collection[str]) -> Iterator[Lifted]:
    """Yield every subset of some names."""
    for count in range(len(names) + 1):
        yield from map(frozenset, itertools.combinations(sorted(names), count))
