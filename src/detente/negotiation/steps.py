"""The steps that may lead to a package: those of its options, and stepping stones on the way."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from detente.case.case import Case, Package
from detente.negotiation.payoff import Payoffs, no_agreement
from detente.negotiation.question import choosable

SHORTEST = 1
"""Dates that a step takes at least: a month."""

BELOW_LEADERS = ("ministers", "officials", "civic")
"""Tracks that decide without the leaders."""


@dataclass(frozen=True)
class Candidate:
    """A step that may be taken on the way to a package.

    Attributes
    ----------
    name
        The step's id; ``issue=option`` where the case has no step for an option of the package.
    issue, option
        The option that it carries out.
    length
        How long it takes: its months by the mode, rounded up to whole ones, and at least one.
    after
        Candidates that must be completed before it begins.
    stated
        Whether the case has it.
    stone
        Whether its option is not that of the package: a stepping stone, or what must come before.
    """

    name: str
    issue: str
    option: str
    length: int
    after: tuple[str, ...] = ()
    stated: bool = True
    stone: bool = False


def date_at(case: Case, months: int) -> date:
    """Return the date that many months after the case's own; a shorter month ends it earlier.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> date_at(two_issue_case(), 20).isoformat()
    '2019-01-11'
    """
    year, month = divmod(case.as_of.year * 12 + case.as_of.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(case.as_of.day, last))


def months_until(case: Case, day: date) -> int:
    """Return how many whole months of the grid lie between the case's date and a day.

    Examples
    --------
    >>> from datetime import date
    >>> from detente.testing import two_issue_case
    >>> [months_until(two_issue_case(), date(2017, 8, day)) for day in (10, 11)]
    [2, 3]
    """
    if day <= case.as_of:
        return 0
    months = (day.year - case.as_of.year) * 12 + day.month - case.as_of.month
    return months if date_at(case, months) <= day else months - 1


def candidates(
    payoffs: Payoffs, package: Package, *, leaders: bool = True
) -> tuple[Candidate, ...]:
    """Return the steps that may be taken on the way to a package, in the order of the file.

    Those that carry out an option of the package; those whose option is part of the way to it; and
    whatever must be completed before one of these. An option of the package for which the case has
    no step gets one of the least length. Options that a third party controls are not chosen.

    Parameters
    ----------
    payoffs
        The compiled case.
    package
        Where the steps should lead.
    leaders
        Whether steps may be taken whose option leaders decide, or for which no track is given.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> found = candidates(compile_case(two_issue_case()), {"price": "high", "delivery": "early"})
    >>> [step.name for step in found]
    ['price=high', 'delivery=early']
    """
    found = {step.name: step for step in _all(payoffs, package)}
    if not leaders:
        case = payoffs.case
        found = {
            name: step
            for name, step in found.items()
            if case.issues[step.issue].options[step.option].track in BELOW_LEADERS
        }
    while any({*step.after} - {*found} for step in found.values()):
        found = {name: step for name, step in found.items() if {*step.after} <= {*found}}
    return tuple(found.values())


def _all(payoffs: Payoffs, package: Package) -> Iterator[Candidate]:
    case = payoffs.case
    held = no_agreement(case)
    moved = {issue: option for issue, option in package.items() if option != held[issue]}
    wanted: set[str] = set()
    for name in case.steps:
        issue, option = carried(case, name)
        if issue in moved and part_of_the_way(payoffs, issue, option, moved[issue]):
            wanted |= {name, *before(case, name)}
    for name in case.steps:
        issue, option = carried(case, name)
        if name in wanted and option != held[issue] and option in choosable(case, issue):
            months = case.steps[name].months
            length = max(SHORTEST, ceil(months.mode if months is not None else Fraction(0)))
            yield Candidate(
                name, issue, option, length, case.steps[name].after, stone=package[issue] != option
            )
    stepped = {carried(case, name) for name in case.steps}
    for issue, option in moved.items():
        if (issue, option) not in stepped and option in choosable(case, issue):
            yield Candidate(f"{issue}={option}", issue, option, SHORTEST, stated=False)


def carried(case: Case, step: str) -> tuple[str, str]:
    """Return the issue and the option that a step of the case carries out."""
    [(issue, (option,))] = case.steps[step].option.items()
    return issue, option


def before(case: Case, step: str) -> frozenset[str]:
    """Return all steps that must come before a step, by way of others too."""
    found: set[str] = set()
    left = [*case.steps[step].after]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += case.steps[name].after
    return frozenset(found)


def part_of_the_way(payoffs: Payoffs, issue: str, option: str, farther: str) -> bool:
    """Whether an option lies, for every principal, between no agreement and another option.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> payoffs = compile_case(two_issue_case())
    >>> part_of_the_way(payoffs, "price", "middle", "high")
    True
    """
    for principal in payoffs.case.principals:
        worth = payoffs.worth[principal][issue]
        if not (0 <= worth[option] <= worth[farther] or worth[farther] <= worth[option] <= 0):
            return False
    return True


def may_follow(payoffs: Payoffs, steps: tuple[Candidate, ...], one: int, other: int) -> bool:
    """Whether, of two steps of one issue, the second may be completed after the first.

    What must come before comes before. Otherwise nothing is taken back: the first is part of the
    way to the second; of two that are part of the way to each other the later in the file follows.
    """
    case, first, second = payoffs.case, steps[one], steps[other]
    if second.stated and first.name in before(case, second.name):
        return True
    if first.stated and second.name in before(case, first.name):
        return False
    issue = first.issue
    return part_of_the_way(payoffs, issue, first.option, second.option) and (
        one < other or not part_of_the_way(payoffs, issue, second.option, first.option)
    )


def barred(case: Case, step: Candidate, day: date) -> bool:
    """Whether the calendar bars a step's option on a day."""
    return any(
        entry.from_ <= day < (entry.until or entry.from_ + timedelta(days=1))
        for entry in case.calendar.values()
        if step.option in entry.bars.get(step.issue, ())
    )


def starts(case: Case, step: Candidate, dates: int) -> tuple[int, ...]:
    """Return the dates at which a step can begin, so that it ends in time and no bar is met.

    An option is decided when its step begins and again when it ends and takes effect: neither may
    fall into a bar of the calendar.
    """
    return tuple(
        start
        for start in range(dates - step.length + 1)
        if not barred(case, step, date_at(case, start))
        and not barred(case, step, date_at(case, start + step.length))
    )
