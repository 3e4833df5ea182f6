"""Every package of a case evaluated by the definitions: a second, slow reading.

It works from the case alone, in exact fractions, on the modes of its estimates, and shares no
code with the rooms it checks. A package is here a tuple of option ids in the case's order of
issues; of several packages the canonical one is the smallest such tuple. Obstacles are lifted by
the names ``commitments.ID``, ``ratifiers.ID``, ``constraints.ID`` and ``principals.ID.reserve``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from detente.case.case import Case
from detente.solve.exhaustive import Vector, products
from detente.testing.oracle_shares import on_the_line

Package = tuple[str, ...]
NOTHING: frozenset[str] = frozenset()
"""Nothing is lifted."""


@dataclass(frozen=True)
class Row:
    """What there is to say of one package.

    Attributes
    ----------
    package
        Option ids in the case's order of issues.
    gains
        Gain of every principal and ratifier, in points.
    feasible
        Whether all constraints hold and no third party's option is chosen.
    called
        Ratifiers that an option of the package calls on, lifted ones left out.
    refusing
        Those of ``called`` whose gain is below their reserve.
    permitted
        Principals none of whose hard commitments forbids an option of the package.
    accepting
        Principals whose win-set holds the package.
    """

    package: Package
    gains: Mapping[str, Fraction]
    feasible: bool
    called: frozenset[str]
    refusing: frozenset[str]
    permitted: frozenset[str]
    accepting: frozenset[str]


@dataclass(frozen=True)
class Table:
    """A case with every package evaluated, under the obstacles lifted."""

    case: Case
    lifted: frozenset[str]
    rows: tuple[Row, ...]

    @property
    def principals(self) -> tuple[str, ...]:
        """Principals in the case's order, the order of all vectors."""
        return tuple(self.case.principals)

    @property
    def feasible(self) -> tuple[Row, ...]:
        """Rows of the feasible packages."""
        return tuple(row for row in self.rows if row.feasible)

    @property
    def zone(self) -> tuple[Row, ...]:
        """Rows of the packages that all principals accept."""
        return tuple(row for row in self.rows if row.accepting == {*self.case.principals})

    def vector(self, row: Row) -> Vector:
        """Return the principals' gains from a row."""
        return tuple(row.gains[p] for p in self.case.principals)


def score(case: Case, party: str, issue: str, option: str) -> Fraction:
    """Return a party's score of an option by the published rule, from codes or as given.

    A share that is not written out lies on the line between those that are.
    """
    options = case.issues[issue].options
    if options[option].between is not None:
        return on_the_line(
            {
                form.share: score(case, party, issue, name)
                for name, form in options.items()
                if form.between is None and form.share is not None
            },
            options[option].share or Fraction(0),
        )
    if not any(party in o.codes for o in options.values()):
        given = options[option].scores.get(party)
        return given.mode if given else Fraction(0)

    def raw(name: str) -> Fraction:
        total = Fraction(0)
        for objective, code in options[name].codes.get(party, {}).items():
            importance = case.parties[party].objectives[objective].importance
            total += (importance.mode if importance else 1) * code.code
        return total

    held = case.issues[issue].status_quo
    base = raw(held) if held is not None else Fraction(0)
    largest = max(abs(raw(name) - base) for name, form in options.items() if form.between is None)
    return 100 * (raw(option) - base) / largest if largest else Fraction(0)


def chosen(case: Case, package: Package, selection: Mapping[str, tuple[str, ...]]) -> list[bool]:
    """Return, for each issue of a selection, whether the package settles it as named there."""
    option = dict(zip(case.issues, package, strict=True))
    return [option[issue] in names for issue, names in selection.items()]


def gain(case: Case, party: str, package: Package, lifted: frozenset[str] = NOTHING) -> Fraction:
    """Return a party's gain: Σ weight · score / 100, linkages, less priced commitments."""
    total = Fraction(0)
    weights = case.parties[party].weights.points
    for issue, option in zip(case.issues, package, strict=True):
        if issue in weights:
            total += weights[issue].mode * score(case, party, issue, option) / 100
    return total + _beside_issues(case, party, package, lifted)


def _beside_issues(case: Case, party: str, package: Package, lifted: frozenset[str]) -> Fraction:
    total = Fraction(0)
    for linkage in case.linkages.values():
        if party in linkage.points and all(chosen(case, package, linkage.when)):
            total += linkage.points[party].mode
    for name, promise in case.commitments.items():
        if (
            promise.price is not None
            and promise.by == party
            and f"commitments.{name}" not in lifted
            and any(chosen(case, package, promise.options))
        ):
            total -= promise.price.mode
    outside = case.parties[party].outside
    if case.no_agreement == "outside" and outside is not None:
        total -= outside.mode
    return total


def is_feasible(case: Case, package: Package, lifted: frozenset[str] = NOTHING) -> bool:
    """Return whether all constraints hold and every third party's option is left as it is."""
    for issue, option in zip(case.issues, package, strict=True):
        third = any(c in case.third_parties for c in case.issues[issue].options[option].controller)
        if third and option != case.issues[issue].status_quo:
            return False
    for name, rule in case.constraints.items():
        if f"constraints.{name}" in lifted or not all(chosen(case, package, rule.if_)):
            continue
        if not all(chosen(case, package, rule.requires)):
            return False
        if any(chosen(case, package, rule.excludes)):
            return False
    return True


def called_on(case: Case, package: Package, lifted: frozenset[str] = NOTHING) -> frozenset[str]:
    """Return the ratifiers that the package calls on; options of no agreement call on nobody."""
    names: set[str] = set()
    for issue, option in zip(case.issues, package, strict=True):
        if option != case.issues[issue].status_quo:
            names.update(case.issues[issue].options[option].calls)
    return frozenset(name for name in names if f"ratifiers.{name}" not in lifted)


def reserve(case: Case, party: str) -> Fraction:
    """Return the least gain a party accepts; 0 where the case names none."""
    given = case.parties[party].reserve
    return given.mode if given else Fraction(0)


def removable(case: Case) -> frozenset[str]:
    """Return the names of all obstacles the case marks removable."""
    rooms: dict[str, Mapping[str, bool]] = {
        "commitments": {k: v.removable for k, v in case.commitments.items()},
        "ratifiers": {k: v.removable for k, v in case.ratifiers.items()},
        "constraints": {k: v.removable for k, v in case.constraints.items()},
    }
    found = {f"{room}.{k}" for room, of in rooms.items() for k, yes in of.items() if yes}
    lower = [name for name, form in case.principals.items() if form.reserve_removable]
    return frozenset(found | {f"principals.{name}.reserve" for name in lower})


def tabulate(case: Case, lifted: Iterable[str] = NOTHING) -> Table:
    """Evaluate every package of a case.

    Parameters
    ----------
    case
        A consistent case; the modes of its estimates count.
    lifted
        Obstacles left out, such as ``{"ratifiers.diet"}``.

    Raises
    ------
    ValueError
        When the case has no obstacle of a name in ``lifted``.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> table = tabulate(two_issue_case())
    >>> [row.package for row in table.zone]
    [('low', 'late'), ('middle', 'early'), ('high', 'early')]
    """
    off = frozenset(lifted)
    known = {f"commitments.{name}" for name in case.commitments}
    known |= {f"ratifiers.{name}" for name in case.ratifiers}
    known |= {f"constraints.{name}" for name in case.constraints}
    known |= {f"principals.{name}.reserve" for name in case.principals}
    if off - known:
        raise ValueError(f"the case has no obstacle {sorted(off - known)}")
    parts = {  # what each option adds to each party, kept so that a score is derived once
        party: [
            {
                option: form.weights.points[i].mode * score(case, party, i, option) / 100
                if i in form.weights.points
                else Fraction(0)
                for option in case.issues[i].options
            }
            for i in case.issues
        ]
        for party, form in case.parties.items()
    }
    domains = [tuple(issue.options) for issue in case.issues.values()]
    rows = []
    for package in products(domains):
        gains = {
            party: sum((part[o] for part, o in zip(table, package, strict=True)), Fraction(0))
            + _beside_issues(case, party, package, off)
            for party, table in parts.items()
        }
        rows.append(_row(case, package, gains, off))
    return Table(case, off, tuple(rows))


def _row(
    case: Case, package: Package, gains: Mapping[str, Fraction], lifted: frozenset[str]
) -> Row:
    feasible = is_feasible(case, package, lifted)
    called = called_on(case, package, lifted)
    refusing = frozenset(r for r in called if gains[r] < reserve(case, r))
    bound = {
        promise.by
        for name, promise in case.commitments.items()
        if promise.kind == "hard"
        and f"commitments.{name}" not in lifted
        and any(chosen(case, package, promise.options))
    }
    permitted = frozenset(p for p in case.principals if p not in bound)
    accepting = frozenset(
        p
        for p in permitted
        if feasible
        and (f"principals.{p}.reserve" in lifted or gains[p] >= reserve(case, p))
        and not any(case.ratifiers[r].principal == p for r in refusing)
    )
    return Row(package, gains, feasible, called, refusing, permitted, accepting)
