"""Ids for names that may be any text: letters and digits stay, the name itself is kept beside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 60
NAME = 400
"""Most characters of a name."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,59}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def ids(names: Sequence[str], letter: str) -> tuple[str, ...]:
    """Return an id for each name, all of them different.

    A name that is an id stays as it is. Of any other, runs of signs that no id may hold become
    ``_``; where no letter begins it, ``letter`` and ``_`` do; a number tells equal ones apart.

    Parameters
    ----------
    names
        Names, each once.
    letter
        What an id begins with where the name begins with no letter.

    Examples
    --------
    >>> ids(["HP", "$10 billion", "60 Gb", "60-Gb", "日本"], "v")
    ('HP', 'v_10_billion', 'v_60_Gb', 'v_60-Gb', 'v')
    """
    taken = {name.casefold() for name in names if _ID.fullmatch(name)}
    found: list[str] = []
    kept: set[str] = set()
    for name in names:
        if _ID.fullmatch(name) and name not in kept:
            kept.add(name)
            found.append(name)
            continue
        base = _plain(name, letter)
        made, number = base, 1
        while made.casefold() in taken:
            number += 1
            made = f"{base}_{number}"
        taken.add(made.casefold())
        found.append(made)
    return tuple(found)


def title(name: str) -> str | None:
    """Return a name as a case keeps it, without blanks around it; ``None`` where it cannot be kept.

    Examples
    --------
    >>> title(" Accessory"), title("")
    ('Accessory', '(no name)')
    """
    kept = " ".join(name.split("\n")).strip() or "(no name)"
    return None if len(kept) > NAME or _CONTROL.search(kept) else kept


def _plain(name: str, letter: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^A-Za-z0-9_-]+", "_", folded).strip("_")
    if not kept or not kept[0].isalpha():
        kept = f"{letter}_{kept}" if kept else letter
    return kept[: LONGEST - 6].rstrip("_")
