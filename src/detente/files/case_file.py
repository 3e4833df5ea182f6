"""A case file read, with every problem at once: grammar, form, and consistency together."""

from __future__ import annotations

import copy
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from detente.base.problem import Problem
from detente.case.case import FORM, Case
from detente.case.consistency import findings
from detente.case.finding import Finding
from detente.files.form_problem import fields_at, form_problem
from detente.files.set_aside import Aside, aside, caused, set_aside
from detente.files.yaml_tree import Path, Tree, read_tree
from detente.negotiation.contradiction import judged_together

_ROUNDS = 40


@dataclass(frozen=True)
class Reading:
    """What could be read of a case file.

    Attributes
    ----------
    case
        The case; where there are problems, what is left of it, or ``None`` when too little is.
    problems
        Every problem, in the order of their lines.
    tree
        The document, for the lines of its elements.
    gone
        The elements set aside.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    tree: Tree
    gone: tuple[Aside, ...] = ()

    def lacks(self, room: str) -> bool:
        """Whether something in a room of the case was set aside."""
        return any(one.path[:1] == (room,) for one in self.gone)


def parse_case(text: str, file: str) -> tuple[Case | None, tuple[Problem, ...]]:
    """Read a case from the text of its file.

    When the form is broken somewhere, the broken elements are set aside and the rest is still
    checked for consistency, so that one run shows everything.

    Parameters
    ----------
    text
        The YAML document.
    file
        Its name, for the problems' places.

    Returns
    -------
    Case or None, tuple of Problem
        The case when there is no problem, and the problems in the order of their lines.
    """
    reading = read_case(text, file)
    return (None if reading.problems else reading.case), reading.problems


def read_case(text: str, file: str) -> Reading:
    """Read what can be read of a case; see :func:`parse_case`."""
    tree, problems = read_tree(text)
    told = list(problems)
    case: Case | None = None
    gone: list[Aside] = [aside(path) for path in tree.doubled]
    if all(problem.code == "F005" for problem in problems):
        case, more = judge(tree, file, gone)
        told.extend(more)
    unique = {(p.code, p.line, p.path, p.message): p for p in told}
    ordered = sorted(unique.values(), key=lambda p: (p.line, p.code, p.path))
    placed = tuple(Problem(p.code, p.message, file, p.line, p.path, p.hint) for p in ordered)
    return Reading(case, placed, tree, tuple(gone))


def judge(tree: Tree, file: str, gone: list[Aside]) -> tuple[Case | None, tuple[Problem, ...]]:
    """Return what of a document is a case, and what is wrong with its form and consistency.

    Parameters
    ----------
    tree
        The document; the problems bear its lines.
    file
        Its name, for hints.
    gone
        The elements set aside so far; those set aside here are added.
    """
    problems = form_problems(tree, file)
    if not isinstance(tree.value, dict) or "detente" not in tree.value or _older(tree):
        return None, problems
    case, more = _validate(tree, gone)
    return case, (*problems, *more)


def form_problems(tree: Tree, file: str) -> tuple[Problem, ...]:
    """Return the problem of a document that does not begin as a case of this form does."""
    begin = "begin the file with `detente: {}`"
    if not isinstance(tree.value, dict) or "detente" not in tree.value:
        said = "the file is no case: its first key is not `detente`"
        return (Problem("F007", said, line=1, hint=begin.format(FORM)),)
    line = tree.line(("detente",))
    form = tree.value["detente"]
    if type(form) is int and 0 <= form <= FORM and next(iter(tree.value)) != "detente":
        said = "`detente` is not the first key"
        return (Problem("F007", said, line=line, hint=begin.format(form)),)
    if type(form) is not int or form != FORM:
        said = f"this is form {form}, and this program reads form {FORM}"
        hint = f"detente upgrade {shlex.quote(file)}" if _older(tree) else ""
        if type(form) is int and form > FORM:
            hint = "a newer version of Détente reads it"
        return (Problem("F007", said, line=line, path="detente", hint=hint),)
    return ()


def _older(tree: Tree) -> bool:
    """Whether a document has an older form; what else it says is then not for this program."""
    form = tree.value["detente"]
    return type(form) is int and 0 <= form < FORM


def _validate(tree: Tree, gone: list[Aside]) -> tuple[Case | None, list[Problem]]:
    value = copy.deepcopy(tree.value)
    value["detente"] = FORM
    problems: list[Problem] = []
    for turn in range(_ROUNDS):
        try:
            case = Case.model_validate(value)
        except ValidationError as error:
            details = error.errors(include_url=False)
            if not turn:
                problems.extend(form_problem(tree, one) for one in details if _own(one, details))
            more = set_aside(value, details)
            if more is None:
                break
            gone.extend(more)
            continue
        absent = [key for key in fields_at(()) if key not in tree.value]
        found = judged_together(case, findings(case))
        said = [one for one in found if not caused(one, gone, absent)]
        problems.extend(_placed(tree, finding) for finding in said)
        return case, problems
    return None, problems


def _own(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Whether a form error is more than the shortness that a broken item leaves behind."""
    loc = detail["loc"]
    below = (one["loc"][: len(loc)] == loc and len(one["loc"]) > len(loc) for one in details)
    return detail["type"] != "too_short" or not any(below)


def _placed(tree: Tree, finding: Finding) -> Problem:
    path: Path = tuple(int(key) if key.isdecimal() else key for key in finding.path)
    return Problem(
        finding.code,
        finding.message,
        line=tree.line(path),
        path=".".join(finding.path),
        hint=finding.hint,
    )
