"""An entry of the registry of problem codes."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One code: its title, what it means, and how to mend it."""

    title: str
    meaning: str
    mend: str
