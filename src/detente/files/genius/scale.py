"""A party's gains as weights, evaluations and a reservation value that decimals say exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from detente.case.case import Case
from detente.case.preference import TOP, scores, weights
from detente.files.genius.decimals import decimal

POWERS = 40
"""Most twos, and most fives, in the number that weights are divided by."""


@dataclass(frozen=True)
class Scaled:
    """A party's preferences as GENIUS has them.

    Utility is Σ weight × evaluation; it is ``unit`` × the party's gain, plus a constant. A package
    reaches the reservation value where it leaves the party its reserve.

    Attributes
    ----------
    weights
        By issue, each of them a finite decimal, not negative.
    evaluations
        By issue and option, 0 to 1; the largest is 1 where the weight is not 0.
    reservation
        A finite decimal.
    unit
        Utility of one point; of 1 where the case itself counts in utility.
    """

    weights: Mapping[str, Fraction]
    evaluations: Mapping[str, Mapping[str, Fraction]]
    reservation: Fraction
    unit: Fraction


def scaled(case: Case, party: str) -> Scaled:
    """Return a principal's preferences as GENIUS has them.

    Points are divided by 100, and utility stays as it is. Where that leaves no finite decimals, or
    a utility above 1, all is divided by the least number of twos and fives that mends it. Where an
    option is worth less than nothing, the issue is counted from its worst option, and the
    reservation value moves along.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> found = scaled(two_issue_case(), "A")
    >>> {issue: str(weight) for issue, weight in found.weights.items()}, str(found.reservation)
    ({'price': '7/10', 'delivery': '3/10'}, '3/10')
    """
    principal = case.principals[party]
    held = weights(case, party)
    worth = {
        issue: {o: held[issue] * score / TOP for o, score in scores(case, party, issue).items()}
        for issue in case.issues
    }
    least = {issue: min(Fraction(0), *row.values()) for issue, row in worth.items()}
    range_ = {issue: max(row.values()) - least[issue] for issue, row in worth.items()}
    bar = sum(
        (e.mode for e in (principal.outside, principal.reserve) if e is not None), Fraction(0)
    ) - sum(least.values())
    in_points = principal.weights.total == TOP
    unit = _unit([*range_.values(), bar], sum(range_.values(), Fraction(0)), in_points)
    return Scaled(
        weights={issue: unit * width for issue, width in range_.items()},
        evaluations={
            issue: {
                o: (value - least[issue]) / range_[issue] if range_[issue] else Fraction(0)
                for o, value in row.items()
            }
            for issue, row in worth.items()
        },
        reservation=unit * bar,
        unit=unit,
    )


def _unit(amounts: list[Fraction], whole: Fraction, in_points: bool) -> Fraction:
    """Return by what amounts are multiplied to be finite decimals, and at most 1 in all."""
    plain = 1 / TOP if in_points else Fraction(1)
    finite = all(decimal(amount) is not None for amount in amounts)
    if finite and (whole * plain <= 1 or not in_points):
        return plain
    common = lcm(*(amount.denominator for amount in amounts))
    return Fraction(common, _round_number(int(whole * common)))


def _round_number(least: int) -> int:
    """Return the least number made of twos and fives that is not below another.

    Examples
    --------
    >>> _round_number(130), _round_number(0)
    (160, 1)
    """
    if least > 2**POWERS:
        return int(10 ** len(str(least - 1)))
    found = int(10 ** len(str(max(least - 1, 0))))
    for fives in range(POWERS):
        made = 5**fives
        if made >= found:
            break
        while made < least:
            made *= 2
        found = min(found, made)
    return found
