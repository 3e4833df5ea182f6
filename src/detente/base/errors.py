"""The tree of errors, and the exit status each one ends with.

::

    DetenteError
    ├── InputError        2   what was given is wrong; carries every problem found
    ├── NotProved         3   the answer was not proved in the time allowed
    └── MissingResource   4   something the answer needs is absent or locked

Anything else that escapes is a fault of the program and ends with status 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from detente.base.problem import Problem


class DetenteError(Exception):
    """Any failure that the program foresees; ``exit_status`` is what the command returns."""

    exit_status: ClassVar[int] = 1


class InputError(DetenteError):
    """What was given is wrong. All problems are carried, not the first alone."""

    exit_status = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NotProved(DetenteError):
    """The answer was not proved in the time allowed."""

    exit_status = 3


class MissingResource(DetenteError):
    """Something the answer needs is absent or locked: a file that cannot be written, an extra."""

    exit_status = 4
