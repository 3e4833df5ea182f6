"""One inconsistency of a case."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str, ...]
"""Where an element stands: the keys that lead to it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency: its code, the element's path, what is wrong, and how to mend it.

    ``about`` names the id that could not be resolved, or the party whose scores are at fault.
    """

    code: str
    path: Path
    message: str
    hint: str = ""
    about: str = ""
