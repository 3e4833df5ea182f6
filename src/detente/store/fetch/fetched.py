"""What a fetch is asked, whom it hands files to, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from detente.base.result import Result

Code = Literal["R955", "R956", "R957", "R958", "R959"]
"""Why a file was not added; each has a page of the reference."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that the store took: the key of its entry, and how many events were kept."""

    key: str
    events: int


class Keeper(Protocol):
    """The store, as a fetch needs it."""

    def keys(self) -> frozenset[str]:
        """Return the keys of all entries."""
        ...

    def take(self, path: Path) -> Taken:
        """Add one file; the same content twice changes nothing."""
        ...


class Failed(Result):
    """A file that was not added, and why."""

    name: str
    code: Code
    why: str


class Fetched(Result):
    """What came of a fetch.

    Attributes
    ----------
    source
        ``gdelt1`` or ``gdelt2``.
    address
        The root that was asked.
    first, last
        The days asked for: of the files, not of the events in them.
    keep
        States whose events were kept, with any partner; ``None`` for all events.
    dry
        Whether the lists alone were asked for.
    listed, listed_bytes
        Files of the span in the server's list, and their size.
    fetched, fetched_bytes, events
        Names of the files added now, their size, and the events kept of them.
    held
        Files of the span that the store had already.
    missing
        Names that are listed and that the server has not.
    absent
        Names that the span would have, up to the newest file, and that are not listed.
    failed
        Files that were not added, and why.
    left
        Files that remain to be fetched: all that are not held, of a dry run; those not asked for,
        of a fetch that stopped.
    left_bytes
        Their size, as far as it is stated.
    unread
        Lines of the list about files of events that could not be read.
    newest
        The newest moment that the list has a file for.
    stopped
        Why nothing more was asked; empty where all was.
    """

    source: Literal["gdelt1", "gdelt2"]
    address: str
    first: date
    last: date
    keep: tuple[str, ...] | None
    dry: bool
    listed: int
    listed_bytes: int
    fetched: tuple[str, ...] = ()
    fetched_bytes: int = 0
    events: int = 0
    held: int = 0
    missing: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    failed: tuple[Failed, ...] = ()
    left: int = 0
    left_bytes: int = 0
    unread: int = 0
    newest: str = ""
    stopped: str = ""
