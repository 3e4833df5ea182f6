"""A step's months as characters, for a plan in a terminal."""

from __future__ import annotations

from datetime import date

from detente.study.sequence_result import StepResult, Way

BAR = 24
"""Most characters of a step's bar."""

OTHERWISE, DURING, IN_FORCE = "·", "█", "─"


def bar(result: Way, step: StepResult) -> str:
    """Return a step's months as characters: under way, with its option in force, and otherwise.

    Examples
    --------
    >>> from types import SimpleNamespace as Some
    >>> span = Some(begins="2017-05-11", until="2017-11-11", months=6)
    >>> bar(span, Some(begins="2017-06-11", ends="2017-08-11", replaced="2017-10-11"))
    '·██──·'
    """
    each = -(-result.months // BAR)
    begin, end, over = (
        _month(result, day) for day in (step.begins, step.ends, step.replaced or result.until)
    )
    cells = range(0, result.months, each)
    return "".join(
        OTHERWISE if cell + each <= begin or cell >= over else DURING if cell < end else IN_FORCE
        for cell in cells
    )


def _month(result: Way, day: str) -> int:
    first, found = date.fromisoformat(result.begins), date.fromisoformat(day)
    return (found.year - first.year) * 12 + found.month - first.month
