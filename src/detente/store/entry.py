"""An entry of the manifest: what one kept file is, and which Parquet files hold its rows."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Part = Literal["events", "yearly", "aside", "repeats"]
"""What a Parquet file of a store holds, and the folder in which it is."""

PARTS: tuple[Part, ...] = ("events", "yearly", "aside", "repeats")

_SOURCE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_Count = Annotated[int, Field(ge=0)]
_Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Parquet(_Frozen):
    """A Parquet file: its size in bytes, its SHA-256, and its rows."""

    size: _Count
    sha256: _Hash
    rows: _Count


class Entry(_Frozen):
    """One kept file.

    Attributes
    ----------
    key
        Names the entry: source, SHA-256 of the content, and what was kept of it.
    source, table
        Which source's file it is, and the table its rows belong to.
    name
        Name of the file as it was first given.
    sha256, size, lines
        Of the content, decompressed.
    rows, aside
        How many rows are kept, and how many are set aside.
    repeated
        Pairs of rows that were found to hold one event when the file was added.
    first, last
        First and last day of the rows kept; of yearly facts, the ends of those years.
    first_id, last_id
        The least and the greatest event id, as text.
    days
        Rows of each event date in the file, before ``keep``.
    covers
        The span that the file was declared to cover; ``None`` where nothing was.
    keep
        The states whose events were kept; ``None`` where all were.
    parquet
        The Parquet files that hold the rows.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}-[0-9a-f]{64}(-[0-9a-f]{12})?$")
    source: str
    table: Literal["events", "yearly"]
    name: str
    sha256: _Hash
    size: _Count
    lines: _Count
    rows: _Count
    aside: _Count
    repeated: _Count = 0
    first: date | None
    last: date | None
    first_id: str | None = None
    last_id: str | None = None
    days: dict[date, _Count]
    covers: tuple[date, date] | None = None
    keep: tuple[str, ...] | None = None
    parquet: dict[Part, Parquet]

    @property
    def file(self) -> str:
        """What the rows of the file carry in their column ``file``."""
        return self.key.removeprefix(f"{self.source}-")

    @property
    def place(self) -> tuple[date, date, str]:
        """Where the file stands among those of its source: the rows of the first one count."""
        never = date.max
        return (self.last or never, self.first or never, self.file)


def key_of(source: str, sha256: str, keep: frozenset[str] | None) -> str:
    """Return the key of a content: its source, its hash, and what is kept of it.

    Raises
    ------
    ValueError
        When the source's name is not of small letters, digits and underscores.

    Examples
    --------
    >>> key_of("icews", "0" * 64, None)[:12]
    'icews-000000'
    >>> key_of("icews", "0" * 64, frozenset({"JPN", "RUS"}))[-13:]
    '-68cf7ea6abac'
    """
    if not _SOURCE.fullmatch(source):
        raise ValueError(f"{source!r} cannot name a source")
    if keep is None:
        return f"{source}-{sha256}"
    kept = hashlib.sha256(" ".join(sorted(keep)).encode()).hexdigest()
    return f"{source}-{sha256}-{kept[:12]}"
