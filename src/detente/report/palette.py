"""The colours of the brief: one table for light and one for dark, as CSS variables."""

from __future__ import annotations

from collections.abc import Mapping

from detente.case.case import Case

LIGHT: Mapping[str, str] = {
    "paper": "#fdfcf9",
    "panel": "#f5f3ec",
    "ink": "#1b2230",
    "soft": "#535d6b",
    "rule": "#d8d4c9",
    "link": "#1d4e89",
    "p1": "#245f9c",
    "p2": "#b2492c",
    "p3": "#4b7530",
    "p4": "#7b4c93",
    "p5": "#866410",
    "p6": "#22757a",
    "zone": "#1c7158",
    "shade": "#e4efe8",
    "muted": "#8d8b83",
    "cooperative": "#2b7a6c",
    "conflictual": "#94384f",
}
"""On white paper; every text colour has a contrast of at least 4.5 to ``paper`` and ``panel``."""

DARK: Mapping[str, str] = {
    "paper": "#13171e",
    "panel": "#1b212a",
    "ink": "#e8e5de",
    "soft": "#a9b2be",
    "rule": "#353e4a",
    "link": "#8fbcf0",
    "p1": "#74ace4",
    "p2": "#ee9176",
    "p3": "#9fca70",
    "p4": "#cba1de",
    "p5": "#dcb650",
    "p6": "#6fc6c3",
    "zone": "#66c9a4",
    "shade": "#1b2d28",
    "muted": "#7d8692",
    "cooperative": "#63bfae",
    "conflictual": "#e58ba1",
}
"""On a dark screen, with the same names."""

TEXT = ("ink", "soft", "link", "p1", "p2", "p3", "p4", "p5", "p6", "zone")
"""Colours that text is set in."""


PARTIES = 6
"""Colours of principals; names stand beside them everywhere."""


def css_variables(colours: Mapping[str, str]) -> str:
    """Return CSS declarations of a table of colours.

    Examples
    --------
    >>> css_variables({"ink": "#000000", "paper": "#ffffff"})
    '--ink: #000000; --paper: #ffffff;'
    """
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def colour(name: str) -> str:
    """Return a colour by its name, as CSS reads it: the value follows light and dark.

    Examples
    --------
    >>> colour("zone")
    'var(--zone)'
    """
    if name not in LIGHT:
        raise KeyError(name)
    return f"var(--{name})"


def party_colour(case: Case, principal: str) -> str:
    """Return the colour of a principal, by its place in the case; after six they come again.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [party_colour(two_issue_case(), principal) for principal in ("A", "B")]
    ['var(--p1)', 'var(--p2)']
    """
    place = tuple(case.principals).index(principal) % PARTIES
    return colour(f"p{place + 1}")
