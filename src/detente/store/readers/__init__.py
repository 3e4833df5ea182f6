"""One reader a source: from a file as it is published to rows of the record."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.store.readers.alliances import Alliances
from detente.store.readers.chronology import Chronology
from detente.store.readers.gdelt import gdelt1, gdelt2
from detente.store.readers.icews import Icews
from detente.store.readers.ideal_points import IdealPoints
from detente.store.readers.polecat import Polecat
from detente.store.readers.sanctions import Sanctions
from detente.store.readers.source import Source

__all__ = ["READERS", "named", "recognise"]

READERS: Mapping[str, Source] = {
    reader.source: reader
    for reader in (
        Icews(), gdelt1(), gdelt2(), Polecat(), Chronology(), IdealPoints(), Alliances(),
        Sanctions(),
    )
}  # fmt: skip
"""The readers by source. A CSV of any form has one by its mapping: `mapped.MappedReader`."""


def recognise(head: bytes) -> str | None:
    """Return the source that the first lines of a file look like; None when it is none, or several.

    Parameters
    ----------
    head
        The beginning of the file, decompressed; a few thousand bytes will do.
    """
    found = [source for source, reader in READERS.items() if reader.recognises(head)]
    return found[0] if len(found) == 1 else None


def named(source: str) -> Source:
    """Return the reader of a source.

    Raises
    ------
    InputError
        When there is no such source.
    """
    if source in READERS:
        return READERS[source]
    near = get_close_matches(source, READERS, 1)
    hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(READERS)}, or csv"
    raise InputError([Problem("R925", f"there is no source '{source}'", hint=hint)])
