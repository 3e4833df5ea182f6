"""The swing weights that a party's comparisons leave open: a polytope, and what holds in all of it.

An issue that a comparison names, and one whose weight has a range, is open; the weights of the
others stay at their modes. The open weights are at least 0, lie within their ranges where these are
given, keep every comparison, and share out what the others leave of the total. A gain is linear in
its party's weights, so that its least and its most are found exactly, in rationals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from detente.case.case import Case, Package
from detente.case.comparison import Condition, conditions
from detente.case.party import Weights
from detente.case.preference import scores
from detente.negotiation.payoff import Payoffs
from detente.solve.hull import Hull, hull
from detente.solve.linear import Linear, Region, Row

NONE = Fraction(0)


@dataclass(frozen=True)
class Terms:
    """An amount that is linear in a party's open weights.

    Attributes
    ----------
    factors
        For each open issue, what a point of its weight brings.
    constant
        What does not depend on them.
    """

    factors: tuple[Fraction, ...]
    constant: Fraction

    def __sub__(self, other: Terms) -> Terms:
        """Return the difference of two amounts of one party."""
        factors = tuple(a - b for a, b in zip(self.factors, other.factors, strict=True))
        return Terms(factors, self.constant - other.constant)


@dataclass(frozen=True)
class Extreme:
    """The least or the most of an amount, and weights of all issues that attain it."""

    value: Fraction
    weights: Mapping[str, Fraction]


@dataclass(frozen=True)
class Polytope:
    """All weights of a party that its comparisons and ranges allow.

    Attributes
    ----------
    party
        Whose they are.
    issues
        The open issues, in the order of the party's points.
    fixed
        The weights of the others.
    region
        The open weights, in the order of ``issues``.
    """

    party: str
    issues: tuple[str, ...]
    fixed: Mapping[str, Fraction]
    region: Region

    @cached_property
    def program(self) -> Linear:
        """The region made ready to be asked."""
        return Linear(self.region)

    @cached_property
    def hull(self) -> Hull:
        """The region in coordinates of its own."""
        return hull(self.region, self.program)

    def weight(self, issue: str) -> Terms:
        """Return the weight of an open issue as an amount."""
        return Terms(tuple(Fraction(issue == one) for one in self.issues), NONE)

    def least(self, terms: Terms) -> Extreme:
        """Return the least of an amount over all these weights."""
        found = self.program.minimum(terms.factors)
        return Extreme(found.value + terms.constant, self.all(found.point))

    def most(self, terms: Terms) -> Extreme:
        """Return the most of an amount over all these weights."""
        found = self.program.maximum(terms.factors)
        return Extreme(found.value + terms.constant, self.all(found.point))

    def all(self, point: Sequence[Fraction]) -> dict[str, Fraction]:
        """Return the weights of all issues, from those of the open ones."""
        return {**dict(zip(self.issues, point, strict=True)), **self.fixed}

    def first_somewhere(self, mine: Terms, others: Sequence[Terms]) -> bool:
        """Whether some weights make an amount as large as every other one."""
        rows = tuple((gap.factors, -gap.constant) for gap in (mine - other for other in others))
        region = self.region
        return Linear(Region(region.size, (*region.at_least, *rows), region.equal)).feasible


def polytope(case: Case, party: str) -> Polytope | None:
    """Return the weights that a party's comparisons leave open; ``None`` where it has none.

    Parameters
    ----------
    case, party
        A consistent case, and a principal or ratifier in it.

    Examples
    --------
    >>> from detente.case.written import written
    >>> from detente.testing import two_issue_case
    >>> plain = written(two_issue_case())
    >>> plain["principals"]["A"]["weights"]["comparisons"] = {
    ...     "price_first": {"more": "price", "than": "delivery", "times": 2}}
    >>> found = polytope(Case.model_validate(plain), "A")
    >>> least, most = found.least(found.weight("price")), found.most(found.weight("price"))
    >>> least.value, {issue: str(weight) for issue, weight in least.weights.items()}, most.value
    (Fraction(200, 3), {'price': '200/3', 'delivery': '100/3'}, Fraction(100, 1))
    """
    weights = case.parties[party].weights
    if not weights.comparisons:
        return None
    issues = open_issues(weights)
    stated = [one for found in statements(weights).values() for one in found]
    fixed = {i: e.mode for i, e in weights.points.items() if i not in issues}
    return Polytope(party, issues, fixed, region(weights, issues, stated))


def open_issues(weights: Weights) -> tuple[str, ...]:
    """Return the issues whose weights are not fixed: ranged, or named by a comparison."""
    named = {i for comparison in weights.comparisons.values() for i in comparison.issues}
    return tuple(i for i, e in weights.points.items() if i in named or e.low < e.high)


Statement = tuple[Condition, Fraction]
"""A condition, and what its sum is at least (or is), in points."""


def statements(weights: Weights) -> dict[str, tuple[Statement, ...]]:
    """Return what is said of a party's weights, by its place below them.

    Places are ``comparisons.NAME``, and ``points.ISSUE`` for a range.
    """
    found: dict[str, tuple[Statement, ...]] = {}
    for name, comparison in weights.comparisons.items():
        said = tuple((condition, NONE) for condition in conditions(comparison))
        found[f"comparisons.{name}"] = said
    for issue, estimate in weights.points.items():
        if estimate.low < estimate.high:
            found[f"points.{issue}"] = tuple(_within(issue, estimate.low, estimate.high))
    return found


def _within(issue: str, low: Fraction, high: Fraction) -> Iterator[Statement]:
    if low > 0:
        yield Condition({issue: Fraction(1)}), low
    yield Condition({issue: Fraction(-1)}), -high


def region(
    weights: Weights,
    issues: Sequence[str],
    stated: Sequence[Statement],
    extra: int = 0,
    positive: Sequence[Sequence[str]] = (),
) -> Region:
    """Return the region of the open weights in which statements hold and the total is kept.

    Parameters
    ----------
    weights
        A party's weights.
    issues
        The open ones.
    stated
        What is to hold.
    extra, positive
        With ``extra`` a last variable is added that none of the sums of ``positive`` falls below.
    """
    left = weights.total - sum(e.mode for i, e in weights.points.items() if i not in issues)
    width = len(issues) + extra

    def row(factors: Mapping[str, Fraction], last: int = 0) -> tuple[Fraction, ...]:
        own = tuple(factors.get(issue, NONE) for issue in issues)
        return (*own, *([Fraction(last)] * extra))

    at_least: list[Row] = []
    equal: list[Row] = [(row(dict.fromkeys(issues, Fraction(1))), left)]
    for condition, value in stated:
        (equal if condition.equal else at_least).append((row(condition.factors), value))
    at_least += [(row(dict.fromkeys(names, Fraction(1)), -1), NONE) for names in positive]
    return Region(width, tuple(at_least), tuple(equal))


def gain_terms(payoffs: Payoffs, found: Polytope, package: Package) -> Terms:
    """Return a party's gain from a package as an amount, all but its weights at their modes.

    Parameters
    ----------
    payoffs
        The case, compiled.
    found
        The party's weights.
    package
        One option for every issue.
    """
    party, open_ = found.party, found.issues
    gain = payoffs.gain(party, package)
    held = sum((payoffs.worth[party][i][package[i]] for i in open_), NONE)
    factors = (scores(payoffs.case, party, i, payoffs.values)[package[i]] / 100 for i in open_)
    return Terms(tuple(factors), gain - held)
