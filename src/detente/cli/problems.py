"""Problems, printed one a paragraph with place, code and hint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from detente.base.codes import CODES
from detente.base.problem import Problem


def print_problems(problems: Sequence[Problem]) -> None:
    """Print problems on standard error, the number of them last."""
    for problem in problems:
        place = f"{problem.place()}: " if problem.file else ""
        click.echo(click.style(place, bold=True), nl=False, err=True)
        click.echo(click.style(problem.code, fg="red") + f" {problem.message}", err=True)
        click.echo(f"    {hint(problem)}", err=True)
    count = len(problems)
    click.echo(f"{count} problem{'s' * (count != 1)}", err=True)


def hint(problem: Problem) -> str:
    """Return how to mend a problem: its own hint, or that of its code."""
    if problem.hint:
        return f"hint: {problem.hint}"
    return f"hint: {CODES[problem.code].mend}"


def as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem for JSON."""
    return {
        "code": problem.code,
        "title": CODES[problem.code].title,
        "message": problem.message,
        "file": problem.file,
        "line": problem.line,
        "path": problem.path,
        "hint": problem.hint or CODES[problem.code].mend,
    }
