"""Targets as people write them: ``ISSUE=OPTION`` and ``PARTY=NUMBER``."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from detente.base.errors import InputError
from detente.base.exact import to_fraction
from detente.base.problem import Problem
from detente.case.case import Case
from detente.negotiation.target import Target


def target(
    case: Case, require: Sequence[str], gain: Sequence[str], *, option: str = "--require"
) -> Target:
    """Return the target that a command line asks for; names are ids, or names in full.

    Parameters
    ----------
    case
        The case.
    require
        Options that the agreement must hold, each as ``ISSUE=OPTION``.
    gain
        Least gains, each as ``PARTY=NUMBER``, in points.
    option
        The option of the command line under which ``require`` was given, for hints to name.

    Raises
    ------
    InputError
        With every name that the case does not have (U601), and everything that is no pair, no
        number, or given twice (U604).

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> target(two_issue_case(), ["price=high"], ["the buyer=45"])
    Target(require={'price': 'high'}, gain={'B': Fraction(45, 1)})
    """
    problems: list[Problem] = []
    held: dict[str, str] = {}
    for said, issue, value in _pairs(require, option, "ISSUE=OPTION", problems):
        found = _known(case.issues, issue, "issue", problems)
        if found is None:
            continue
        chosen = _known(case.issues[found].options, value, f"option of {found}", problems)
        if chosen is not None and _first(held, found, said, problems):
            held[found] = chosen
    least: dict[str, Fraction] = {}
    for said, party, value in _pairs(gain, "--gain", "PARTY=NUMBER", problems):
        named = _known(case.parties, party, "party", problems)
        try:
            points = to_fraction(value)
        except ValueError:
            hint = f"write the points as a number, such as --gain {party}=10"
            problems.append(Problem("U604", f"'{value}' is no number", hint=hint))
            continue
        if named is not None and _first(least, named, said, problems):
            least[named] = points
    if problems:
        raise InputError(problems)
    return Target(held, least)


def _pairs(
    given: Sequence[str], option: str, form: str, problems: list[Problem]
) -> Iterator[tuple[str, str, str]]:
    for said in given:
        name, equals, value = (word.strip() for word in said.partition("="))
        if equals and name and value:
            yield said, name, value
        else:
            problems.append(
                Problem("U604", f"'{said}' is no {form}", hint=f"write {option} {form}")
            )


def _known(
    elements: Mapping[str, Any], said: str, kind: str, problems: list[Problem]
) -> str | None:
    """Return the id that an id or a name stands for, in any case of letters."""
    if said in elements:
        return said
    wanted = said.casefold()
    found = [i for i, e in elements.items() if wanted in (i.casefold(), e.name.casefold())]
    if len(found) == 1:
        return found[0]
    near = difflib.get_close_matches(said, elements, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(elements)}"
    problems.append(Problem("U601", f"there is no {kind} '{said}'", hint=hint))
    return None


def _first(taken: Mapping[str, Any], name: str, said: str, problems: list[Problem]) -> bool:
    if name in taken:
        hint = f"give one value for {name}"
        problems.append(Problem("U604", f"'{said}' is the second for {name}", hint=hint))
    return name not in taken
