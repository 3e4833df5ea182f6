"""The store: a folder of kept files, to which files are added and from which tables are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.base.errors import MissingResource
from detente.store.disk import Disk
from detente.store.engine import Limits, ibis_connection, plain_connection
from detente.store.entry import Entry
from detente.store.manifest import Manifest
from detente.store.readers.reader import Reader
from detente.store.tables import Tables
from detente.store.tell import Tell, nothing
from detente.store.workplace import PATIENCE, Workplace

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file came to.

    Attributes
    ----------
    entry
        The file's entry.
    new
        Whether the content was new; where it was not, nothing has changed.
    """

    entry: Entry
    new: bool


class Store:
    """A folder in which files are kept, by content.

    Parameters
    ----------
    folder
        The folder; it is made when the first file is added.
    limits
        What the engine may use.
    disk
        Who writes; tests let it fail.
    patience
        Seconds to wait for another writer.
    """

    def __init__(
        self,
        folder: Path,
        *,
        limits: Limits | None = None,
        disk: Disk | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self.folder = folder
        self.limits = limits or Limits()
        self.disk = disk or Disk()
        self.manifest = Manifest(folder)
        self.workplace = Workplace(self.manifest, self.disk, patience)
        self._tables: Tables | None = None
        self._engine: duckdb.DuckDBPyConnection | None = None

    def add(
        self,
        path: Path,
        reader: Reader,
        *,
        covers: tuple[date, date] | None = None,
        keep: frozenset[str] | None = None,
        tell: Tell | None = None,
    ) -> Added:
        """Keep a file: all of it or, where something fails, nothing.

        Parameters
        ----------
        path
            A plain file, a gzip file, or a zip archive of one file.
        reader
            The reader of its source.
        covers
            First and last day that the file is declared to cover.
        keep
            Keep only events whose actor or target is one of these states; ``None`` keeps all.
        tell
            Told how far the work is.

        Returns
        -------
        Added
            The entry. The same content, of the same source and with the same ``keep``, changes
            nothing, under whatever name it comes.

        Raises
        ------
        InputError
            When the file cannot be read (R904–R907, R909, R914), or the folder is no store (R901,
            R910) or damaged (R902, R903).
        MissingResource
            When the folder cannot be written or is held by another writer, or memory runs out.
        """
        from detente.store.adding import add  # noqa: PLC0415 - pyarrow, which reading needs not

        with self.writable():
            entry, new = add(self, path, reader, covers, keep, tell or nothing)
        return Added(entry, new)

    @contextmanager
    def writable(self) -> Iterator[None]:
        """Turn what the disk refuses into what people read."""
        try:
            yield
        except OSError as error:
            where = error.filename or self.folder
            said = (error.strerror or type(error).__name__).lower()
            raise MissingResource(f"the store cannot be written, {where}: {said}") from error

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a connection of its own to the store's engine, which is started once."""
        if self._engine is None:
            self._engine = plain_connection(self.limits)
        return self._engine.cursor()

    def entries(self) -> tuple[Entry, ...]:
        """Return what is kept, by key: an empty tuple where the folder is absent.

        Raises
        ------
        InputError
            When the folder is no store (R910), of a newer form (R901), or has damaged entries
            (R902).
        """
        return self.manifest.entries()

    def events(self, source: str) -> ir.Table:
        """Return the events of a source, each once, with the columns of the schema.

        Raises
        ------
        InputError
            As :meth:`entries`, or when a Parquet file is missing or cut (R903).
        """
        return self._read().events(self.entries(), source)

    def yearly(self, source: str) -> ir.Table:
        """Return the yearly facts of a source, with the columns of the schema.

        Raises
        ------
        InputError
            As :meth:`events`.
        """
        return self._read().yearly(self.entries(), source)

    def aside(self) -> ir.Table:
        """Return every row that was set aside.

        Raises
        ------
        InputError
            As :meth:`events`.
        """
        return self._read().part(self.entries(), "aside")

    def repeats(self, source: str) -> ir.Table:
        """Return the pairs of a source's rows that hold one event: the one left out, the other.

        Raises
        ------
        InputError
            As :meth:`events`.
        """
        own = [entry for entry in self.entries() if entry.source == source]
        return self._read().part(own, "repeats")

    def daily(self, source: str) -> dict[date, int]:
        """Return the events of each event date that the files of a source hold, in order.

        Those of all dyads are counted, whatever states' events were kept; an event that several
        rows hold counts once, where the rows are kept.

        Raises
        ------
        InputError
            As :meth:`events`.
        """
        entries = [entry for entry in self.entries() if entry.source == source]
        days: Counter[date] = Counter()
        for entry in {entry.sha256: entry for entry in entries}.values():
            days.update(entry.days)
        if any("repeats" in entry.parquet for entry in entries):
            days.subtract(self._read().overruled_days(entries))
        return {day: days[day] for day in sorted(days) if days[day] > 0}

    def answer(self, expression: ir.Expr) -> Any:
        """Return the Arrow table that an expression over the store's tables gives.

        Raises
        ------
        InputError
            When a Parquet file is damaged (R903).
        MissingResource
            When memory runs out.
        """
        return self._read().answer(expression)

    def _read(self) -> Tables:
        if self._tables is None:
            self._tables = Tables(self.folder, ibis_connection(self.limits))
        return self._tables
