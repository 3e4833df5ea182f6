"""Bars an agreement may have to pass: one that leaders decide, one that a ratifier judges."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from detente.case.case import Case
from detente.case.issue import Option
from detente.negotiation.compiler import answer, frontier_of
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Question, choosable, zone
from detente.negotiation.together import prepare

Choices = Mapping[str, tuple[str, ...]]
"""Options of issues, any one of which will do."""


def leaders(case: Case) -> Choices:
    """Return the options that leaders decide."""
    return _choices(case, lambda option: option.track == "leaders")


def called_on(case: Case) -> Choices:
    """Return the options that call on a ratifier."""
    return _choices(case, lambda option: bool(option.calls))


def _choices(case: Case, wanted: Callable[[Option], bool]) -> Choices:
    found = {
        name: tuple(
            option
            for option in choosable(case, name)
            if option != issue.status_quo and wanted(issue.options[option])
        )
        for name, issue in case.issues.items()
    }
    return {name: options for name, options in found.items() if options}


def hold_one(
    compiled: Sequence[Payoffs], choices_of: Callable[[Case], Choices]
) -> tuple[bool, ...]:
    """Whether a package of each zone holds one of the options and gives every principal a gain.

    Parameters
    ----------
    compiled
        Compiled cases.
    choices_of
        The options, of each case: :func:`leaders` or :func:`called_on`.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> payoffs = compile_case(two_issue_case())
    >>> hold_one([payoffs], leaders), hold_one([payoffs], called_on)
    ((True,), (False,))
    """
    choices = [choices_of(payoffs.case) for payoffs in compiled]
    found = [_seen(*item) for item in zip(compiled, choices, strict=True)]
    # Where no efficient package shows it, each issue is asked in turn, of all cases at once.
    issues = dict.fromkeys(issue for mine in choices for issue in mine)
    for issue in issues:
        open_ = [
            (place, _narrowed(payoffs, mine, issue))
            for place, (payoffs, mine) in enumerate(zip(compiled, choices, strict=True))
            if not found[place] and issue in mine
        ]
        prepare((compiled[place], asked) for place, asked in open_)
        for place, asked in open_:
            found[place] = any(
                min(point) > 0 for point in frontier_of(compiled[place], asked).points
            )
    return tuple(found)


def _seen(payoffs: Payoffs, choices: Choices) -> bool:
    return any(
        all(value > 0 for value in point.values)
        and any(point.package[issue] in options for issue, options in choices.items())
        for point in answer(payoffs, zone(payoffs.case))
    )


def _narrowed(payoffs: Payoffs, choices: Choices, issue: str) -> Question:
    whole = zone(payoffs.case)
    return Question(whole.maximise, whole.consent, whole.reserves, {issue: choices[issue]})
