"""Bars an agreement may have to pass: one that leaders decide, one that a ratifier judges."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from detente.case.case import Case
from detente.case.issue import Option
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Question, choosable, zone

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


def holds_one(payoffs: Payoffs, choices: Choices) -> bool:
    """Whether a package of the zone holds one of the options and gives every principal a gain.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> payoffs = compile_case(two_issue_case())
    >>> holds_one(payoffs, leaders(payoffs.case)), holds_one(payoffs, called_on(payoffs.case))
    (True, False)
    """
    whole = zone(payoffs.case)
    for point in answer(payoffs, whole):
        held = any(point.package[issue] in options for issue, options in choices.items())
        if held and all(value > 0 for value in point.values):
            return True
    for issue, options in choices.items():
        asked = Question(whole.maximise, whole.consent, whole.reserves, {issue: options})
        if any(all(value > 0 for value in point.values) for point in answer(payoffs, asked)):
            return True
    return False
