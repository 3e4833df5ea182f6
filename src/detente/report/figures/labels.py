"""Labels that fit: shortened, broken over lines, told apart, and names of judgements."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from math import ceil

from detente.case.case import Case
from detente.case.naming import option_name, place_name
from detente.case.numbers import Number
from detente.study.brief import NumberEntry

BREAK = "\n"
"""Between the lines of a label; axes split at it."""

UNSEEN = "\u200b"
"""A space without width, which tells equal labels apart without showing."""


WIDEST = 7.4
"""Pixels of a letter at 12 px, on average, in the widest of the fonts that pages are read in."""


def capital(text: str) -> str:
    """Return a text with its first letter a capital.

    Examples
    --------
    >>> capital("the Diet")
    'The Diet'
    """
    return text[:1].upper() + text[1:]


def short(text: str, width: int) -> str:
    """Return a text cut to a width in characters, with an ellipsis where something was cut.

    Examples
    --------
    >>> short("Deep-sea oil and gas technology", 20)
    'Deep-sea oil and ga…'
    """
    plain = " ".join(text.split())
    return plain if len(plain) <= width else f"{plain[: width - 1].rstrip()}…"


def lines(text: str, width: int = 38, most: int = 2) -> str:
    """Return a label broken over lines, cut after the last that is allowed.

    Examples
    --------
    >>> lines("State loans in euros or yen, outside the sanctions", 28).split(BREAK)
    ['State loans in euros or yen,', 'outside the sanctions']
    """
    return BREAK.join(
        textwrap.wrap(text, width, max_lines=most, placeholder="…", break_on_hyphens=False)
    )


def extent(labels: Iterable[str]) -> int:
    """Return the room labels need beside an axis, in pixels, in whichever font a reader has.

    Examples
    --------
    >>> extent(["a label", "a label that is longer"]) > extent(["a label"])
    True
    """
    longest = max((len(line) for label in labels for line in label.split(BREAK)), default=0)
    return ceil(longest * WIDEST) + 14


def distinct(labels: Iterable[str]) -> list[str]:
    """Return labels of which no two are equal, though they may look it.

    Examples
    --------
    >>> len(set(distinct(["freeze", "freeze", "lift"])))
    3
    """
    seen: dict[str, int] = {}
    found = []
    for label in labels:
        found.append(label + UNSEEN * seen.get(label, 0))
        seen[label] = seen.get(label, 0) + 1
    return found


def judgement_name(case: Case, number: NumberEntry | Number) -> str:
    """Return what a judgement is about: whose it is, and which option, objective or element.

    Examples
    --------
    >>> from detente.study.brief import brief
    >>> from detente.testing import two_issue_case
    >>> case = two_issue_case()
    >>> judgement_name(case, brief(case).numbers[0])
    'the seller: weight of Price'
    """
    party = case.parties[number.party]
    objective = "" if number.objective is None else party.objectives[number.objective].text
    place = ".".join(number.key.split(".")[:2])
    if number.issue is None:
        what = {
            "importance": f"importance of “{objective}”",
            "reserve": "reserve",
            "outside": "outside value",
            "baseline": "what no agreement brings",
            "comparison": f"comparison “{number.key.rpartition('.')[2].replace('_', ' ')}”",
            "exposure": "exposure it would bear",
            "impatience": "impatience",
        }.get(number.kind) or f"{number.kind} of “{place_name(case, place)}”"
    elif number.option is None:
        what = f"weight of {case.issues[number.issue].name}"
    else:
        what = option_name(case, number.issue, number.option)
        if objective:
            what += f", for “{objective}”"
    return f"{party.name}: {what}"
