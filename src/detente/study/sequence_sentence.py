"""The sentence on what first: the first steps, and what is in force by the end."""

from __future__ import annotations

from itertools import groupby

from detente.case.case import Case
from detente.case.naming import moves
from detente.study.sentence_parts import (
    Sentence,
    Writer,
    date_text,
    inside,
    joined,
    points_text,
)
from detente.study.sequence_result import StepResult, Way

FIRST = 3
"""Steps that are named, and those completed on the same day as the last of them."""


def sequence_sentence(case: Case, result: Way) -> Sentence:
    """Say which steps are completed first, and what the plan has reached by its last day.

    Examples
    --------
    >>> from detente.case.change import changed
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.study.sequence import sequence
    >>> from detente.testing import two_issue_case
    >>> steps = {"sent": {"name": "Delivered", "option": {"delivery": "early"}, "months": 2}}
    >>> case = changed(two_issue_case(), {"steps": steps})
    >>> sequence_sentence(case, sequence(compile_case(case), beside=False)).text[:68]
    'On the way to the Nash package come first: by 11 July 2017 delivered'
    """
    said = Writer("sequence", "sequence")
    plan = result.plan
    if not plan.steps:
        return said.say("No step leads toward the Nash package within the plan's span.").end()
    said.say("On the way to the Nash package come first: ")
    for place, (day, steps) in enumerate(groupby(_first(result), key=lambda step: step.ends)):
        said.say("; by " if place else "by ").number(date_text(day))
        said.say(f" {joined([_name(case, step) for step in steps])}")
    wanted = moves(case, result.package)
    there = [issue for issue in wanted if issue not in plan.missing]
    said.say(f"; by {date_text(result.until)} ").number(f"{len(there)}")
    said.say(" of its ").number(f"{len(wanted)}").say(" options are in force")
    for place, (party, gain) in enumerate(plan.gains.items()):
        said.say(" and " if place else " and bring ")
        said.say(f"{inside(case.principals[party].name)} ").number(points_text(gain))
    said.say(" points")
    if not plan.proved:
        said.say(", as far as was found: the plan is not proved best")
    return said.say(".").end()


def _first(result: Way) -> list[StepResult]:
    ordered = sorted(result.plan.steps, key=lambda step: step.ends)
    last = ordered[min(FIRST, len(ordered)) - 1].ends
    return [step for step in ordered if step.ends <= last]


def _name(case: Case, step: StepResult) -> str:
    if step.step is None:
        return inside(case.issues[step.issue].options[step.option].name)
    name = case.steps[step.step].name
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
