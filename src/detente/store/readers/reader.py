"""What a reader of a source is: from a file as it is published to a relation of its records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    import duckdb

Table = Literal["events", "yearly"]
"""The two tables of the record."""

CUT = 500
"""Characters of a line that are kept with the reason why it was set aside."""


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file as text: decompressed, valid UTF-8 without NUL bytes.

    A line that could not be read stands empty in it, so that every other keeps its number.

    Attributes
    ----------
    path
        Where the text is. Lines end with LF or CR LF, the last one perhaps with neither; a mark of
        UTF-8 may stand at the beginning.
    lines
        How many physical lines there are. An LF at the very end begins no further line.
    skipped
        Numbers, from 1, of the lines that are set aside already: not UTF-8, with a NUL byte or a
        carriage return inside, or too long. A reader leaves them out.
    name
        Name of the file as it was given, without its folder and any ending of compression.
    """

    path: Path
    lines: int
    skipped: frozenset[int] = frozenset()
    name: str = ""


class Reader(Protocol):
    """One source's reader.

    A reader may have two attributes besides. ``fallback`` is the encoding, of a byte a letter, in
    which lines that are not UTF-8 are read, as ``latin-1``; without it they are set aside.
    ``any_table`` is true of one that reads any table, whatever its first lines are.
    """

    @property
    def source(self) -> str:
        """Name of the source, as ``icews``."""
        ...

    @property
    def table(self) -> Table:
        """Which table its records belong to."""
        ...

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the SQL of a relation in ``con``: the records of a file, in its order.

        Its columns are those of the table (:mod:`detente.record.schema`) without ``source`` and
        ``file``, then ``reason`` (NULL where the record is good) and ``text`` (the line cut at 500
        characters, NULL where it is good). Every record of the file appears exactly once, good or
        set aside; the lines of ``plain.skipped`` and the heading do not appear. The relation is
        executed once.
        """
        ...

    def recognises(self, head: bytes) -> bool:
        """Return whether the first lines of a file look like this source."""
        ...
