"""A folder of GENIUS XML read as a case: utility in its own unit, numbers exact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from detente.base.errors import InputError
from detente.case.case import FORM, Case
from detente.files.genius.decimals import nearest
from detente.files.genius.domain import STEPS, DomainIssue, read_domain
from detente.files.genius.folder import Scenario, XmlFile, read_scenario
from detente.files.genius.naming import ids, title
from detente.files.genius.space import Space, read_space
from detente.files.genius.told import Told

NO_DATE = "2000-01-01"
"""Stands in for the date of a case: a scenario of GENIUS bears none."""

TRACK = "leaders"
"""The parties of GENIUS are those who decide, so every option is theirs together, at the top."""


def read_genius(folder: Path, shown: str, digest: Callable[[bytes], None]) -> Case:
    """Return the case that a folder of GENIUS XML holds.

    Utility is Σ weight × evaluation / largest evaluation of the issue. Each utility space is a
    principal, no agreement is ``outside`` with the reservation value, and gains are in utility:
    0 to 1 as a rule, and exactly what the file's decimals say.

    Parameters
    ----------
    folder, shown
        The folder, and how problems name it.
    digest
        Called with all bytes that are read.

    Raises
    ------
    InputError
        With every problem of every file (G801 to G808).

    Notes
    -----
    Where GENIUS names are no ids, ids are made of them, and the names stay beside (`name`). A real
    issue is taken at 21 values, those at which GENIUS enumerates it: a divisible issue of 20 steps.
    """
    scenario = read_scenario(folder, shown, digest)
    domain = Told(scenario.domain.shown)
    issues = read_domain(scenario.domain.root, domain)
    if not issues and not domain.problems:
        domain("G805", "the domain has no issue", scenario.domain.root.line)
    _name_problems(issues, domain)
    problems = list(domain.problems)
    spaces: list[Space] = []
    for file in scenario.spaces:
        told = Told(file.shown)
        space = None if domain.problems else read_space(file.root, issues, told)
        problems.extend(told.problems)
        if space is not None:
            spaces.append(space)
    if problems:
        raise InputError(problems)
    return Case.model_validate(_case(folder, scenario, issues, spaces))


def _name_problems(issues: Sequence[DomainIssue], say: Told) -> None:
    for issue in issues:
        for name in (issue.name, *issue.values):
            if title(name) is None:
                said = f"the name '{name[:40]}…' is too long or holds control characters"
                say("G805", said, issue.line)


def _case(
    folder: Path, scenario: Scenario, issues: Sequence[DomainIssue], spaces: Sequence[Space]
) -> dict[str, Any]:
    parties = ids([file.stem for file in scenario.spaces], "p")
    facts = {party: f"file_{number}" for number, party in enumerate(parties, 1)}
    names = ids([issue.name for issue in issues], "i")
    name = title(folder.resolve().name) or "scenario"
    return {
        "detente": FORM,
        "id": ids([name], "g")[0],
        "title": name,
        "summary": _summary(scenario, issues),
        "as_of": NO_DATE,
        "no_agreement": "outside",
        "facts": {
            fact: _fact(file, space)
            for fact, file, space in zip(facts.values(), scenario.spaces, spaces, strict=True)
        },
        "principals": {
            party: _principal(file, space, names, facts[party])
            for party, file, space in zip(parties, scenario.spaces, spaces, strict=True)
        },
        "issues": {
            i: _issue(issue, [space.worth[place] for space in spaces], facts)
            for place, (i, issue) in enumerate(zip(names, issues, strict=True))
        },
    }


def _summary(scenario: Scenario, issues: Sequence[DomainIssue]) -> str:
    """Return what a reader of the case must know of where it comes from."""
    said = [
        f"A scenario of GENIUS: the domain {scenario.domain.name} and "
        f"{len(scenario.spaces)} utility spaces. Gains are in their unit of utility, not in points:"
        " a party's utility less its reservation value. Discount factors are kept, and no answer"
        f" uses them. A scenario bears no date; {NO_DATE} stands in for it."
    ]
    real = [title(issue.name) or "" for issue in issues if issue.kind == "real"]
    if real:
        said.append(f"Taken at {STEPS + 1} values each: {', '.join(real)}.")
    if scenario.unread:
        said.append(
            f"Neither domain nor utility space, and not read: {', '.join(scenario.unread)}."
        )
    return " ".join(said)[:4000]


def _fact(file: XmlFile, space: Space) -> dict[str, Any]:
    text = f"The utility space {file.name} has the reservation value {nearest(space.reservation)}"
    if space.discount is not None:
        text += f" and the discount factor {nearest(space.discount)}"
    return {"text": f"{text}.", "source": file.name, "confidence": "high"}


def _principal(file: XmlFile, space: Space, names: Sequence[str], fact: str) -> dict[str, Any]:
    weights = {issue: _largest(worth) for issue, worth in zip(names, space.worth, strict=True)}
    points = {issue: _sourced(weight, fact) for issue, weight in weights.items() if weight}
    return {
        "name": title(file.stem) or file.stem[:100],
        "weights": {
            "points": points,
            "total": sum(weights.values(), Fraction(0)),
            "fact": fact,
        },
        "outside": _sourced(space.reservation, fact),
        **({"discount": space.discount} if space.discount is not None else {}),
    }


def _issue(
    issue: DomainIssue, worth: Sequence[Sequence[Fraction]], facts: dict[str, str]
) -> dict[str, Any]:
    options = ids(issue.values, "v")
    divisible = issue.kind == "real" and len(options) > 1
    rows = {
        party: (fact, row, _largest(row))
        for (party, fact), row in zip(facts.items(), worth, strict=True)
    }
    found: dict[str, Any] = {
        "name": title(issue.name),
        "options": {
            option: {
                "name": title(value),
                "controller": [*facts],
                "track": TRACK,
                "scores": {
                    party: _sourced(100 * row[place] / top, fact)
                    for party, (fact, row, top) in rows.items()
                    if top
                },
                **({"share": Fraction(place, STEPS)} if divisible else {}),
            }
            for place, (option, value) in enumerate(zip(options, issue.values, strict=True))
        },
    }
    if divisible:
        ends = {"least": issue.numbers[0], "most": issue.numbers[-1]}
        found["divisible"] = {"steps": STEPS, **ends}
    return found


def _largest(worth: Sequence[Fraction]) -> Fraction:
    """Return the largest absolute worth: the weight by which scores reach 100 or -100."""
    return max(abs(value) for value in worth)


def _sourced(value: Fraction, fact: str) -> dict[str, Any]:
    return {"value": value, "fact": fact, "sourced": True}
