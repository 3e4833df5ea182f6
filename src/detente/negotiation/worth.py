"""What options are worth to a party: weight × score / 100, and whole numbers of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm

from detente.case.case import Case
from detente.case.numbers import Values, party_key
from detente.case.preference import scores


def unit_of(options: Mapping[str, Fraction]) -> int:
    """Return the least whole number by which what options are worth becomes whole.

    Examples
    --------
    >>> unit_of({"low": Fraction(1, 2), "high": Fraction(5, 3)})
    6
    """
    return lcm(*[worth.denominator for worth in options.values()])


def at_scale(unit: int, amount: Fraction) -> int:
    """Return an amount as a whole number of a unit that fits it."""
    return amount.numerator * (unit // amount.denominator)


def wholes(options: Mapping[str, Fraction], unit: int) -> tuple[int, ...]:
    """Return what options are worth as whole numbers of a unit that fits them all."""
    return tuple([at_scale(unit, worth) for worth in options.values()])


_Key = tuple[int, int, str, bool]
_KNOWN: dict[_Key, tuple[object, object, dict[str, Fraction]]] = {}
_MANY = 20_000


def known_worth(case: Case, party: str, issue: str, table: Values) -> dict[str, Fraction]:
    """Return what an issue's options are worth to a party by the modes, worked out once.

    Situations of one case share most of their issues and parties: what the same two elements bring
    is the same. Each entry holds its elements, so that an identity is never given anew.
    """
    elements = (case.issues[issue], case.parties[party])
    key = (id(elements[0]), id(elements[1]), f"{party} {issue}", case.no_agreement == "status_quo")
    if key not in _KNOWN:
        if len(_KNOWN) >= _MANY:
            _KNOWN.clear()
        _KNOWN[key] = (*elements, worth_of(case, party, table, (issue,))[issue])
    return _KNOWN[key][2]


def worth_of(
    case: Case, party: str, table: Values, issues: Iterable[str]
) -> dict[str, dict[str, Fraction]]:
    """Return what every option of some issues is worth to a party, by issue and option."""
    root = party_key(case, party)
    return {
        issue: {
            option: table.get(f"{root}.weights.points.{issue}", Fraction(0)) * score / 100
            for option, score in scores(case, party, issue, table).items()
        }
        for issue in issues
    }


def reweighed_worth(
    case: Case,
    party: str,
    table: Values,
    before: Values,
    kept: Mapping[str, Mapping[str, Fraction]],
) -> dict[str, dict[str, Fraction]]:
    """Return what options are worth to a party whose weights alone have changed.

    Parameters
    ----------
    case, party
        The case, and the party.
    table, before
        The numbers as they are, and as they were.
    kept
        What options were worth.
    """
    root = party_key(case, party)
    found: dict[str, dict[str, Fraction]] = {}
    for issue, options in kept.items():
        key = f"{root}.weights.points.{issue}"
        old, new = (values.get(key, Fraction(0)) for values in (before, table))
        if old:
            found[issue] = {option: worth * (new / old) for option, worth in options.items()}
        else:
            found |= worth_of(case, party, table, (issue,))
    return found
