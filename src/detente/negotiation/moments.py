"""What a sequence has brought at each date, worked out from the case itself, exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.case.case import Case, Package
from detente.negotiation.course import Course, month_weights
from detente.negotiation.feasibility import blockers
from detente.negotiation.payoff import Payoffs, no_agreement


@dataclass(frozen=True)
class Moment:
    """One date of a sequence.

    Attributes
    ----------
    date
        Months after the case's own date.
    done
        Steps completed by then, in the order of completion.
    package
        What is in force: of every issue the option completed last.
    gains
        Each principal's gain from it, in points, with what completed steps have changed.
    violated
        What violated wishes cost each principal, in points.
    exposure
        How far below no agreement each principal stands.
    refused
        What keeps the package from being one that all accept: places of reserves, ratifiers,
        commitments and constraints.
    earned
        Each principal's gains less wishes' costs up to the date, by the weights of the months:
        points, averaged over the whole span.
    if_stopped
        The same at the end of the span, if no step were completed after this date.
    """

    date: int
    done: tuple[str, ...]
    package: Package
    gains: Mapping[str, Fraction]
    violated: Mapping[str, Fraction]
    exposure: Mapping[str, Fraction]
    refused: tuple[str, ...]
    earned: Mapping[str, Fraction]
    if_stopped: Mapping[str, Fraction]


def moments(course: Course, ends: Sequence[int | None]) -> tuple[Moment, ...]:
    """Return every date of a plan, from the case's own to the last.

    Parameters
    ----------
    course
        What was asked.
    ends
        For each step of the course the date at which it is completed; ``None`` where it is not
        taken. Of steps completed on one date, the later in the file counts as later.
    """
    case = course.case
    principals = tuple(case.principals)
    weights = _weights(course)
    whole = {p: sum(weights[p]) for p in principals}
    earned = dict.fromkeys(principals, Fraction(0))
    found = []
    for date in range(course.dates + 1):
        done = [
            step
            for end, _, step in sorted(
                (end, place, step)
                for place, (end, step) in enumerate(zip(ends, course.steps, strict=True))
                if end is not None and end <= date
            )
        ]
        package = no_agreement(case)
        for step in done:
            package[step.issue] = step.option
        names = [step.name for step in done]
        payoffs = course.after.after(names if course.effects else ())
        gains = {p: payoffs.gain(p, package) for p in principals}
        cost = {p: violated(payoffs.case, p, package) for p in principals}
        flow = {p: gains[p] - cost[p] for p in principals}
        found.append(
            Moment(
                date=date,
                done=tuple(names),
                package=package,
                gains=gains,
                violated=cost,
                exposure={p: max(Fraction(0), -gain) for p, gain in gains.items()},
                refused=refused(payoffs, package),
                earned=dict(earned),
                if_stopped={
                    p: earned[p] + flow[p] * Fraction(sum(weights[p][date:]), whole[p])
                    for p in principals
                },
            )
        )
        if date < course.dates:
            for p in principals:
                earned[p] += flow[p] * Fraction(weights[p][date], whole[p])
    return tuple(found)


def _weights(course: Course) -> dict[str, tuple[int, ...]]:
    """Return the months' weights; of a principal whose gains are not compared, all alike."""
    known = month_weights(course)
    return {p: known.get(p, (1,) * course.dates) for p in course.case.principals}


def violated(case: Case, principal: str, package: Package) -> Fraction:
    """Return what a principal's wishes about order cost it while a package is in force.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> violated(two_issue_case(), "A", {"price": "high", "delivery": "late"})
    Fraction(0, 1)
    """
    return sum(
        (
            wish.points.mode
            for wish in case.wishes.values()
            if wish.party == principal
            and any(package[issue] in options for issue, options in wish.then.items())
            and not any(package[issue] in options for issue, options in wish.first.items())
        ),
        Fraction(0),
    )


def refused(payoffs: Payoffs, package: Package) -> tuple[str, ...]:
    """Return the places that keep a package from being accepted by all; empty if all accept."""
    principals = tuple(payoffs.case.principals)
    short = [
        f"principals.{p}.reserve"
        for p in principals
        if payoffs.gain(p, package) < payoffs.reserve[p]
    ]
    return (*short, *blockers(payoffs, package, principals))
