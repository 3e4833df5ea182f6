"""Older forms of the case file, migrated step by step to the one this program reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.case import FORM, Case
from detente.files.case_file import form_problems, parse_case
from detente.files.forms.form_1 import to_form_1
from detente.files.yaml_tree import Tree, read_tree

MIGRATIONS: Mapping[int, Callable[[str, str], str]] = {0: to_form_1}
"""What makes a case's text of one form one of the next: called with the text and its name."""


@dataclass(frozen=True)
class Upgrade:
    """A case's text in the present form.

    Attributes
    ----------
    text
        The text; the one given where that had the present form.
    form
        The form it had.
    case
        The case that it says; ``None`` where the text was not migrated, and so was not read.
    """

    text: str
    form: int
    case: Case | None = None


def upgraded(text: str, file: str) -> Upgrade:
    r"""Return a case's text in the present form, comments and layout kept.

    Parameters
    ----------
    text
        The text, without a byte order mark.
    file
        Its name, for the problems' places.

    Raises
    ------
    InputError
        When the text is no YAML (F004 and others), no case of a form that is known (F007), or
        cannot be migrated (F010); and with every problem that the check finds in the case once it
        has the present form. The lines are those of the text given.

    Examples
    --------
    >>> from detente.files.template import new_case
    >>> upgraded(new_case("river"), "river.yaml").form
    1
    """
    tree, problems = read_tree(text)
    if problems:
        raise InputError([_placed(problem, file, tree) for problem in problems])
    found = form_problems(tree, file)
    form = tree.value.get("detente") if isinstance(tree.value, dict) else None
    known = type(form) is int and (form == FORM or form in MIGRATIONS)
    if not isinstance(form, int) or not known or next(iter(tree.value)) != "detente":
        raise InputError([_placed(problem, file, tree) for problem in found])
    if form == FORM:
        return Upgrade(text, form)
    after = text
    for step in range(form, FORM):
        after = MIGRATIONS[step](after, file)
    case, left = parse_case(after, file)
    if left:
        raise InputError([_placed(problem, file, tree, moved=True) for problem in left])
    return Upgrade(after, form, case)


def _placed(problem: Problem, file: str, tree: Tree, *, moved: bool = False) -> Problem:
    """Return a problem of the migrated text with its line in the text that was given."""
    line = problem.line
    if moved:
        lines = {".".join(map(str, place)): line for place, line in tree.lines.items()}
        path = problem.path
        while path and path not in lines:
            path = path.rpartition(".")[0]
        line = lines.get(path, 1)
    return Problem(problem.code, problem.message, file, line, problem.path, problem.hint)
