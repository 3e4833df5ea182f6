"""``--as-of`` and ``--scenario``: the case as it stands at another date or in a scenario."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import click

from detente.base.day import to_day
from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.case import Case
from detente.case.change import ChangeError
from detente.case.consistency import findings
from detente.case.course import over
from detente.case.scenario import Shock
from detente.case.situation import in_world, on_day
from detente.files.opened import OpenedCase

Command = TypeVar("Command", bound=Callable[..., Any])

OWN_DAY = ("C319",)
"""What is asked of a case on its own day alone: its probabilities are of what comes after it."""

_PART = re.compile(r"[,+;]\s*")


def situation_options(command: Command) -> Command:
    """Add ``--as-of`` and ``--scenario``."""
    command = click.option(
        "--scenario",
        metavar="NAME",
        help="Read the case in one scenario: its name, or states of shocks, as shock=state,…; "
        "shocks that are not named stay as they are now.",
    )(command)
    return click.option(
        "--as-of",
        "as_of",
        metavar="DATE",
        help="Read the case as of another date, YYYY-MM-DD: its dated entries applied, and what "
        "was not known then left out.",
    )(command)


def situated(
    opened: OpenedCase, as_of: str | None, scenario: str | None
) -> tuple[OpenedCase, dict[str, str]]:
    """Return a case as of a date and in a scenario, with the states of that scenario.

    Raises
    ------
    InputError
        When the date is none, no scenario bears the name, or the case is not consistent there.
    """
    case, events, states = opened.case, opened.events, {}
    if scenario is not None:
        states = states_of(case, scenario)
        case = _checked(_in_scenario, case, states, where=scenario)
    if as_of is not None:
        day = day_of(as_of, "--as-of")
        case = _checked(_on_day, case, day, where=as_of)
        events = tuple(event for event in events if event.date.first <= day)
    return replace(opened, case=case, events=events), states


def _in_scenario(case: Case, states: dict[str, str]) -> Case:
    """Return the case in one scenario, which is then no longer one of several."""
    return in_world(case, states).model_copy(update={"shocks": {}, "scenarios": {}, "claims": {}})


def _on_day(case: Case, day: date) -> Case:
    """Return the case on a day, without what compares it with other days.

    Probabilities about a day that has come are none any more: then the shocks go too.
    """
    then = on_day(case, day)
    shocks = {name: _ahead(then, shock, day) for name, shock in then.shocks.items()}
    then = then.model_copy(update={"shocks": shocks})
    gone: dict[str, Any] = {"dated": {}, "claims": {}}
    if any(shock.by is not None and shock.by <= day for shock in then.shocks.values()):
        gone |= {"shocks": {}, "scenarios": {}}
    return then.model_copy(update=gone)


def day_of(text: str, option: str) -> date:
    """Read the day that an option gives.

    Raises
    ------
    InputError
        When it is none (C106).

    Examples
    --------
    >>> day_of("2017-05-11", "--as-of")
    datetime.date(2017, 5, 11)
    """
    try:
        found = to_day(text)
    except ValueError as error:
        problem = Problem("C106", str(error), hint=f"write {option} YYYY-MM-DD")
        raise InputError([problem]) from error
    if not isinstance(found, date):
        raise TypeError("a day is a date")
    return found


def _ahead(case: Case, shock: Shock, day: date) -> Shock:
    """Return a shock without the transitions at calendar entries that are over on a day."""
    kept = {
        name: move
        for name, move in shock.transitions.items()
        if move.at is None or over(case.calendar[move.at]) > day
    }
    return shock.model_copy(update={"transitions": kept})


def _checked(make: Callable[..., Case], case: Case, situation: object, *, where: str) -> Case:
    """Return the case in a situation; raise every inconsistency that it has there."""
    try:
        then = make(case, situation)
    except ChangeError as error:
        path = ".".join(error.path)
        raise InputError([Problem("C411", f"{path}: {error.message}", where)]) from error
    found = [
        Problem(f.code, f.message, where, path=".".join(f.path), hint=f.hint)
        for f in findings(then)
        if f.code not in OWN_DAY
    ]
    if found:
        raise InputError(found)
    return then


def states_of(case: Case, said: str) -> dict[str, str]:
    """Return the states that a scenario's name, or a list ``shock=state``, stands for.

    Raises
    ------
    InputError
        When a name is none of the case's (U606).
    """
    if said in case.scenarios:
        return dict(case.scenarios[said].states)
    found: dict[str, str] = {}
    problems = []
    for part in _PART.split(said.strip()):
        shock, equals, state = (word.strip() for word in part.partition("="))
        if not equals:
            holders = [name for name, s in case.shocks.items() if part in s.states]
            shock, state = (holders[0], part) if len(holders) == 1 else ("", part)
        if shock in case.shocks and state in case.shocks[shock].states:
            found[shock] = state
        else:
            problems.append(_unknown(case, part))
    if problems:
        raise InputError(problems)
    return found


def _unknown(case: Case, part: str) -> Problem:
    known: Iterable[str] = (
        *case.scenarios,
        *(f"{name}={state}" for name, shock in case.shocks.items() for state in shock.states),
    )
    names = [*known]
    near = difflib.get_close_matches(part, names, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(names) or 'none'}"
    return Problem("U606", f"'{part}' is no scenario or state of {case.id}", hint=hint)
