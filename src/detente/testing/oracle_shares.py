"""Divisible issues by the definitions: which shares there are, who delivers them, their worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Share:
    """A share of a divisible issue that the file does not write out.

    Attributes
    ----------
    share
        From 0 to 1.
    like
        The written option whose controllers, track and ratifiers it has: the next one away from
        no agreement.
    """

    share: Fraction
    like: str


def on_the_line(marks: Mapping[Fraction, Fraction], share: Fraction) -> Fraction:
    """Return the value at a share, on the straight line between the two marks next to it.

    Examples
    --------
    >>> on_the_line({Fraction(0): Fraction(0), Fraction(1): Fraction(100)}, Fraction(1, 4))
    Fraction(25, 1)
    """
    low = max(mark for mark in marks if mark <= share)
    high = min(mark for mark in marks if mark >= share)
    if low == high:
        return marks[low]
    return (marks[low] * (high - share) + marks[high] * (share - low)) / (high - low)


def unwritten(issue: Mapping[str, Any]) -> dict[str, Share]:
    """Return the shares that an issue of a plain case has beside its written options, by id.

    Examples
    --------
    >>> issue = {"divisible": {"steps": 2}, "status_quo": "none",
    ...     "options": {"none": {"share": 0}, "all": {"share": 1}}}
    >>> unwritten(issue)
    {'share_1_2': Share(share=Fraction(1, 2), like='all')}
    """
    if "divisible" not in issue:
        return {}
    marks = {Fraction(str(form["share"])): name for name, form in issue["options"].items()}
    held = next((s for s, name in marks.items() if name == issue.get("status_quo")), Fraction(0))
    steps = int(issue["divisible"]["steps"])
    found = {}
    for number in range(steps + 1):
        share = Fraction(number, steps)
        if share in marks:
            continue
        away = min if share > held else max
        next_mark = away(mark for mark in marks if (mark > share) == (share > held))
        found[f"share_{number}_{steps}"] = Share(share, marks[next_mark])
    return found
