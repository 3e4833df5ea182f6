"""What a command says where the case has nothing for its question."""

from __future__ import annotations

from typing import TypeVar

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.case import Case

Answer = TypeVar("Answer")


def found(answer: Answer | None, case: Case, what: str, room: str) -> Answer:
    """Return an answer; refuse where there is none, for the case lacks what it is made from.

    Parameters
    ----------
    answer
        What the question answered; ``None`` where the case has nothing for it.
    case
        The case.
    what, room
        What the case lacks, in words, and the key of the case file that would hold it.

    Raises
    ------
    InputError
        When there is no answer (U605).

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> found("an answer", two_issue_case(), "shocks", "shocks")
    'an answer'
    """
    if answer is None:
        hint = f"add `{room}` to the case file, or ask for the brief instead"
        raise InputError([Problem("U605", f"{case.id} has no {what}", hint=hint)])
    return answer
