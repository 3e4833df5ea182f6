"""Who could take which issue: Adjusted Winner, and what it would mean in the case."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.negotiation.adjusted_winner import Division, Reason, adjusted_winner, opposed
from detente.negotiation.payoff import Payoffs

LEAST = 2
"""Issues that the principals must rank oppositely before a division says anything."""


class DividedIssue(Result):
    """One issue of the division.

    Attributes
    ----------
    issue
        The issue.
    poles
        The option that is each principal's own way to settle it.
    points
        What its own pole brings each principal against the other's, as a part of 100.
    shares
        How much of its own way each principal has, from 0 to 1.
    """

    issue: str
    poles: dict[str, str]
    points: dict[str, Exact]
    shares: dict[str, Exact]


class LeftOut(Result):
    """An issue that the division leaves out, and why.

    ``no poles``: the case does not name a pole of each principal; ``no points``: neither principal
    sees a difference between the poles; ``not opposed``: one of them does not gain from its own.
    """

    issue: str
    reason: Reason


class LinearGain(Result):
    """What the division would bring a party, each issue counted in proportion to the shares.

    Attributes
    ----------
    party
        A principal or a ratifier.
    gain
        Its gain in points of the case; issues left out stay at no agreement. Linkages and prices
        are not counted, since shares are no options.
    reserve
        The least gain it accepts.
    reaches
        Whether its gain reaches its reserve.
    called
        Of a ratifier, whether an option that the division holds in part or whole calls on it; of a
        principal, ``True``.
    """

    party: str
    gain: Exact
    reserve: Exact
    reaches: bool
    called: bool


class DivisionResult(Result):
    """The division by Adjusted Winner; it knows no constraint, commitment or ratifier.

    Attributes
    ----------
    issues
        The issues divided, in the order of the case.
    total
        Points that each principal ends with, of its 100: the same for both.
    divided
        The one issue that both have a share of, if any.
    at_stake
        Points of the case that stand behind each principal's 100.
    left_out
        Issues left out.
    gains
        What the division would bring principals and ratifiers; empty where no agreement is
        ``outside`` and an issue is left out, since gains then need a whole package.
    """

    issues: tuple[DividedIssue, ...]
    total: Exact
    divided: str | None
    at_stake: dict[str, Exact]
    left_out: tuple[LeftOut, ...]
    gains: tuple[LinearGain, ...]
    provenance: Provenance


def division(payoffs: Payoffs, input_hash: str = "") -> DivisionResult | None:
    """Answer how the issues could be divided fairly.

    Parameters
    ----------
    payoffs
        The compiled case.
    input_hash
        SHA-256 of the files read.

    Returns
    -------
    DivisionResult or None
        ``None`` where the case has not just two principals, or they rank fewer than two issues
        with named poles oppositely.

    Examples
    --------
    >>> from detente.files.opened import open_case
    >>> from detente.negotiation.payoff import compile_case
    >>> found = division(compile_case(open_case("panama-canal-1977").case))
    >>> found.divided, str(found.total)
    ('land_water', '66')
    """
    case = payoffs.case
    if len(case.principals) != 2:
        return None
    stakes, left_out = opposed(payoffs)
    if len(stakes) < LEAST:
        return None
    found = adjusted_winner(stakes)
    return DivisionResult(
        issues=tuple(
            DividedIssue(
                issue=issue,
                poles={p: case.issues[issue].poles[p] for p in shares},
                points=dict(found.points[issue]),
                shares=dict(shares),
            )
            for issue, shares in found.shares.items()
        ),
        total=next(iter(found.totals.values())),
        divided=found.divided,
        at_stake={p: sum((of[p] for of in stakes.values()), Fraction(0)) for p in case.principals},
        left_out=tuple(LeftOut(issue=i, reason=reason) for i, reason in left_out.items()),
        gains=_gains(payoffs, found) if case.no_agreement == "status_quo" or not left_out else (),
        provenance=Provenance(method="adjusted-winner", input_hash=input_hash),
    )


def _gains(payoffs: Payoffs, found: Division) -> tuple[LinearGain, ...]:
    case = payoffs.case
    called = _called(case, found)
    gains = []
    for party in case.parties:
        gain = -payoffs.outside[party] + sum(
            (
                share * payoffs.worth[party][issue][case.issues[issue].poles[principal]]
                for issue, shares in found.shares.items()
                for principal, share in shares.items()
            ),
            Fraction(0),
        )
        reserve = payoffs.reserve[party]
        gains.append(
            LinearGain(
                party=party,
                gain=gain,
                reserve=reserve,
                reaches=gain >= reserve,
                called=party in case.principals or party in called,
            )
        )
    return tuple(gains)


def _called(case: Case, found: Division) -> set[str]:
    """Return the ratifiers that options held in part or whole call on."""
    return {
        ratifier
        for issue, shares in found.shares.items()
        for option in _held(case, issue, shares)
        for ratifier in case.issues[issue].options[option].calls
    }


def _held(case: Case, issue: str, shares: Mapping[str, Fraction]) -> list[str]:
    poles = case.issues[issue].poles
    return [
        poles[principal]
        for principal, share in shares.items()
        if share and poles[principal] != case.issues[issue].status_quo
    ]
