"""Divisible issues: money, quotas, land; settled by a share of a stated step."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from detente.base.exact import Exact, to_fraction
from detente.case.form import Form, Line

STEPS = 100
"""Most steps an issue can be divided into."""

_DELIVERY = ("controller", "track", "confidential", "calls")


class Divisible(Form):
    """How an issue is divided: into ``steps`` equal shares from 0 to 1.

    ``least`` and ``most`` are the quantities at share 0 and share 1, in ``unit``, for people to
    read. Shares between two options that are written out lie on the straight line between them.
    """

    steps: Annotated[int, Field(ge=1, le=STEPS)]
    unit: Line | None = None
    least: Exact = Fraction(0)
    most: Exact = Fraction(1)


def with_shares(issue: Any) -> Any:
    """Add to a divisible issue, as read, the options of the shares that are not written out.

    A share is delivered as the next written option away from no agreement is: by the same
    controllers, at the same track, calling on the same ratifiers. What is not of the right form
    is left as it is, for the form's own check; so is an issue that has its shares already.

    Parameters
    ----------
    issue
        The mapping of an issue as the file has it.

    Examples
    --------
    >>> half = with_shares({"divisible": {"steps": 2}, "options": {
    ...     "none": {"name": "Nothing", "share": 0}, "all": {"name": "Everything", "share": 1}}})
    >>> list(half["options"]), half["options"]["share_1_2"]["between"]
    (['none', 'share_1_2', 'all'], ['none', 'all'])
    """
    marks = _marks(issue)
    if marks is None:
        return issue
    steps = issue["divisible"]["steps"]
    held = issue.get("status_quo")
    base = next((share for share, option, _ in marks if option == held), Fraction(0))
    listed = {share: (option, value) for share, option, value in marks}
    for number in range(steps + 1):
        share = Fraction(number, steps)
        below = [mark for mark in marks if mark[0] < share]
        above = [mark for mark in marks if mark[0] > share]
        if share in listed or not below or not above:
            continue
        low, high = below[-1], above[0]
        away = high if share > base else low
        listed[share] = (
            f"share_{number}_{steps}",
            {
                "name": _name(issue["divisible"], share),
                "share": str(share),
                "between": [low[1], high[1]],
                **{key: away[2][key] for key in _DELIVERY if key in away[2]},
            },
        )
    return {**issue, "options": dict(listed[share] for share in sorted(listed))}


def _marks(issue: Any) -> list[tuple[Fraction, str, Mapping[str, Any]]] | None:
    """Return the written options by share; ``None`` when the issue is not, or ill, divided."""
    if not isinstance(issue, Mapping) or not isinstance(issue.get("divisible"), Mapping):
        return None
    steps, options = issue["divisible"].get("steps"), issue.get("options")
    if type(steps) is not int or not 1 <= steps <= STEPS or not isinstance(options, Mapping):
        return None
    marks: list[tuple[Fraction, str, Mapping[str, Any]]] = []
    for name, option in options.items():
        if not isinstance(option, Mapping) or option.get("between"):
            return None
        try:
            marks.append((to_fraction(option.get("share")), str(name), option))
        except ValueError:
            return None
    if len({mark[0] for mark in marks}) < len(marks):
        return None
    return sorted(marks, key=lambda mark: mark[0])


def _name(divisible: Mapping[str, Any], share: Fraction) -> str:
    try:
        least, most = to_fraction(divisible.get("least", 0)), to_fraction(divisible.get("most", 1))
    except ValueError:
        return str(share)
    quantity = least + (most - least) * share
    unit = divisible.get("unit")
    return f"{_shown(quantity)} {unit}" if unit else _shown(quantity)


def _shown(value: Fraction) -> str:
    short = f"{float(value):g}"
    return short if Fraction(short) == value else str(value)
