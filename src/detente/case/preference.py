"""Scores: given directly, or derived from codes by the published rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from detente.case.case import Case
from detente.case.issue import Option
from detente.case.modes import modes
from detente.case.numbers import Values, code_key, party_key, score_key

TOP = Fraction(100)
"""The largest absolute score of a party on each issue."""


def scores(case: Case, party: str, issue: str, values: Values | None = None) -> dict[str, Fraction]:
    """Return a party's score of every option of an issue, -100…100.

    The rule for coded options: an option's raw value is the sum over the party's objectives of
    importance × code, less the same sum for the option of no agreement; the scores are the raw
    values scaled so that the largest absolute one is 100. Options that serve no objective of the
    party differently from no agreement score 0. A share of a divisible issue that is not written
    out lies on the straight line between the two written options next to it.

    Parameters
    ----------
    case, party, issue
        The case, and ids in it.
    values
        Numbers by key; the modes when absent.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> scores(two_issue_case(), "A", "price")
    {'low': Fraction(0, 1), 'middle': Fraction(60, 1), 'high': Fraction(100, 1)}
    """
    table = modes(case) if values is None else values
    options = case.issues[issue].options
    if not any(party in option.codes for option in options.values()):
        given = {o: table.get(score_key(issue, o, party), Fraction(0)) for o in options}
        return _between(options, given)
    root = party_key(case, party)
    raw = {
        option_id: _raw(
            [
                (
                    table.get(f"{root}.objectives.{objective}.importance"),
                    table[code_key(issue, option_id, party, objective)],
                )
                for objective in option.codes.get(party, {})
            ]
        )
        for option_id, option in options.items()
    }
    status_quo = case.issues[issue].status_quo
    base = raw[status_quo] if case.no_agreement == "status_quo" and status_quo else Fraction(0)
    moved = _between(options, {option_id: value - base for option_id, value in raw.items()})
    top = max(abs(value) for value in moved.values())
    return {o: TOP * value / top if top else Fraction(0) for o, value in moved.items()}


def _raw(terms: Sequence[tuple[Fraction | None, Fraction]]) -> Fraction:
    """Return the sum of importance × code; an importance that is not given is 1."""
    plain, weighed = 0, Fraction(0)
    for importance, code in terms:
        if importance is None and code.denominator == 1:
            plain += code.numerator
        else:
            weighed += code if importance is None else importance * code
    return weighed + plain


def _between(options: Mapping[str, Option], found: dict[str, Fraction]) -> dict[str, Fraction]:
    """Put the shares that are not written out on the line between those that are."""
    for name, option in options.items():
        if option.between is not None:
            low, high = option.between
            least, most = (options[mark].share or Fraction(0) for mark in option.between)
            part = ((option.share or Fraction(0)) - least) / (most - least)
            found[name] = found[low] + (found[high] - found[low]) * part
    return found


def weights(case: Case, party: str, values: Values | None = None) -> dict[str, Fraction]:
    """Return a party's swing weight of every issue, in points; 0 where none is given."""
    table = modes(case) if values is None else values
    root = party_key(case, party)
    return {i: table.get(f"{root}.weights.points.{i}", Fraction(0)) for i in case.issues}


def reweighed(
    weights: Mapping[str, Fraction], key: str, value: Fraction, total: Fraction
) -> dict[str, Fraction]:
    """Return a party's weights once one of them is changed: the others keep their proportions.

    Parameters
    ----------
    weights
        All weights of the party, by key; some other one is above 0.
    key, value
        The weight that changes, and what it becomes.
    total
        What they add up to, before and after; exact.

    Examples
    --------
    >>> held = {"a": Fraction(50), "b": Fraction(30), "c": Fraction(20)}
    >>> [str(weight) for weight in reweighed(held, "a", Fraction(60), Fraction(100)).values()]
    ['60', '24', '16']
    """
    left = sum((weight for name, weight in weights.items() if name != key), Fraction(0))
    return {
        name: value if name == key else weight * (total - value) / left
        for name, weight in weights.items()
    }
