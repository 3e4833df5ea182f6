"""Adjusted Winner: who takes which issue, and the one that is divided, so that points are equal.

Source: Brams & Taylor (1996). It is for two principals, and knows neither constraints nor anybody
whose assent is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from detente.negotiation.payoff import Payoffs

TOTAL = Fraction(100)
"""Points that each principal divides among the issues."""

Points = Mapping[str, Mapping[str, Fraction]]
"""``points[issue][principal]``."""

Reason = Literal["no poles", "no points", "not opposed"]


@dataclass(frozen=True)
class Division:
    """Who takes what.

    Attributes
    ----------
    points
        Of each issue to each principal, 100 a principal in all.
    shares
        Of each issue to each principal, from 0 to 1; 1 in all.
    totals
        Points that each principal ends with; they are equal.
    divided
        The issue that both have a share of; ``None`` where none has to be divided.
    """

    points: dict[str, dict[str, Fraction]]
    shares: dict[str, dict[str, Fraction]]
    totals: dict[str, Fraction]
    divided: str | None


def opposed(payoffs: Payoffs) -> tuple[dict[str, dict[str, Fraction]], dict[str, Reason]]:
    """Return the issues that two principals rank oppositely, with what their own way is worth.

    An issue counts where the case names a pole of each principal and each of the two gains more
    from its own pole than from the other's. What an issue is worth to a principal is the difference
    of the two, in points of the case.

    Parameters
    ----------
    payoffs
        The compiled case.

    Returns
    -------
    points
        ``points[issue][principal]``, each above 0.
    left_out
        The other issues: ``no poles`` where the case does not name two different ones, ``no
        points`` where neither principal sees a difference, ``not opposed`` otherwise.

    Raises
    ------
    ValueError
        When the case has not just two principals.
    """
    case = payoffs.case
    if len(case.principals) != 2:
        raise ValueError("Adjusted Winner is for two principals")
    first, second = case.principals
    points: dict[str, dict[str, Fraction]] = {}
    left_out: dict[str, Reason] = {}
    for name, issue in case.issues.items():
        poles = [issue.poles.get(principal) for principal in (first, second)]
        if poles[0] is None or poles[1] is None or poles[0] == poles[1]:
            left_out[name] = "no poles"
            continue
        ours = payoffs.worth[first][name]
        theirs = payoffs.worth[second][name]
        found = {
            first: ours[poles[0]] - ours[poles[1]],
            second: theirs[poles[1]] - theirs[poles[0]],
        }
        if all(value > 0 for value in found.values()):
            points[name] = found
        else:
            left_out[name] = "not opposed" if any(found.values()) else "no points"
    return points, left_out


def adjusted_winner(points: Points) -> Division:
    """Divide issues between two principals so that both end with the same points.

    Each issue first goes to whom it brings more points; then issues pass from the principal who is
    ahead, those first whose points differ least as a ratio, until the totals are equal. That is
    one walk: with the issues in the falling order of the first principal's points against the
    second's, the first takes all up to one, and the second all after it.

    Ties: an issue that brings both the same points stands between those that bring either more, and
    passes first; to whom it goes at the start changes nothing. Of issues with the same ratio the
    one that comes first goes to the first principal; the totals do not depend on it.

    Parameters
    ----------
    points
        Of each issue to each of two principals, in any unit, not negative; each principal's are
        scaled to 100 in all.

    Raises
    ------
    ValueError
        When there are not just two principals, or one has points below 0 or none at all, or an
        issue brings points to neither.

    Examples
    --------
    >>> points = {"price": {"A": 70, "B": 40}, "delivery": {"A": 30, "B": 60}}
    >>> found = adjusted_winner({i: {p: Fraction(n) for p, n in of.items()}
    ...                          for i, of in points.items()})
    >>> found.divided, found.shares["price"]["A"], found.totals["A"], found.totals["B"]
    ('price', Fraction(10, 11), Fraction(700, 11), Fraction(700, 11))
    """
    first, second = _principals(points)
    scaled = _scaled(points, (first, second))
    order = sorted(scaled, key=lambda i: scaled[i][first] / sum(scaled[i].values()), reverse=True)
    ahead = -sum((scaled[i][second] for i in order), Fraction(0))
    taken: dict[str, Fraction] = {}
    for issue in order:
        step = scaled[issue][first] + scaled[issue][second]
        taken[issue] = max(Fraction(0), min(Fraction(1), -ahead / step))
        ahead += taken[issue] * step
    shares = {i: {first: taken[i], second: 1 - taken[i]} for i in scaled}
    return Division(
        points=scaled,
        shares=shares,
        totals={
            p: sum((shares[i][p] * scaled[i][p] for i in scaled), Fraction(0))
            for p in (first, second)
        },
        divided=next((i for i in order if 0 < taken[i] < 1), None),
    )


def _principals(points: Points) -> tuple[str, str]:
    names = list(dict.fromkeys(principal for of in points.values() for principal in of))
    if len(names) != 2 or any(len(of) != 2 for of in points.values()):
        raise ValueError("Adjusted Winner is for two principals")
    return names[0], names[1]


def _scaled(points: Points, principals: tuple[str, str]) -> dict[str, dict[str, Fraction]]:
    totals = {p: sum((of[p] for of in points.values()), Fraction(0)) for p in principals}
    if any(value < 0 for of in points.values() for value in of.values()):
        raise ValueError("points are not negative")
    if not all(totals.values()):
        raise ValueError("each principal needs points to divide")
    if not all(any(of.values()) for of in points.values()):
        raise ValueError("an issue brings points to somebody")
    return {i: {p: TOTAL * of[p] / totals[p] for p in principals} for i, of in points.items()}
