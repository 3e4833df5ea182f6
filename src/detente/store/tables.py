"""The kept Parquet files as Ibis tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.store.engine import told
from detente.store.entry import Entry, Part
from detente.store.shape import COLUMNS, arrow_schema, ibis_schema

if TYPE_CHECKING:
    import ibis.expr.types as ir

HINT = "see `detente record status --verify`; remove the entry and add its file again"


def files(folder: Path, entries: Iterable[Entry], part: Part) -> list[Path]:
    """Return the Parquet files of entries that hold a part, by key.

    Raises
    ------
    InputError
        When one is missing or not as long as it was written (R903); all of them are told.
    """
    found = []
    problems = []
    for entry in entries:
        written = entry.parquet.get(part)
        if written is None:
            continue
        path = folder / part / f"{entry.key}.parquet"
        try:
            size = path.stat().st_size
        except OSError as error:
            said = f"a file of the store cannot be read: {(error.strerror or 'missing').lower()}"
            problems.append(Problem("R903", said, str(path), hint=HINT))
            continue
        if size != written.size:
            said = f"a file of the store is damaged: {size:,} bytes, and {written.size:,} written"
            problems.append(Problem("R903", said, str(path), hint=HINT))
        found.append(path)
    if problems:
        raise InputError(problems)
    return found


def empty(part: Part) -> ir.Table:
    """Return a table of a part's columns without a row, for any backend."""
    import ibis  # noqa: PLC0415 - loaded by the backend already

    return ibis.memtable(arrow_schema(part).empty_table(), schema=ibis_schema(part))


class Tables:
    """The tables of a store's folder on a backend that reads Parquet files.

    Parameters
    ----------
    folder
        The store's folder.
    backend
        A backend of Ibis: DuckDB, PySpark.
    """

    def __init__(self, folder: Path, backend: Any) -> None:
        self._folder = folder
        self._backend = backend

    def events(self, entries: Sequence[Entry], source: str) -> ir.Table:
        """Return the events of a source, each once."""
        own = [entry for entry in entries if entry.source == source]
        table = self.part(own, "events")
        if not any("repeats" in entry.parquet for entry in own):
            return table
        overruled = self.part(own, "repeats").select("file", "row").distinct()
        return table.anti_join(overruled, ["file", "row"])

    def yearly(self, entries: Sequence[Entry], source: str) -> ir.Table:
        """Return the yearly facts of a source."""
        return self.part([entry for entry in entries if entry.source == source], "yearly")

    def part(self, entries: Sequence[Entry], part: Part) -> ir.Table:
        """Return a part of entries as one table; an empty one of its columns where none has it."""
        paths = files(self._folder, entries, part)
        if not paths:
            return empty(part)
        with told(str(self._folder), "R903", HINT):
            table = self._opened([str(path) for path in paths])
        return table.select(*(column.name for column in COLUMNS[part]))

    def _opened(self, paths: list[str]) -> ir.Table:
        if self._backend.name != "pyspark":
            return self._backend.read_parquet(paths)
        view = f"detente_{uuid4().hex}"  # Ibis gives Spark one path alone
        self._backend._session.read.parquet(*paths).createOrReplaceTempView(view)
        return self._backend.table(view)

    def overruled_days(self, entries: Sequence[Entry]) -> Counter[date]:
        """Return how many rows of each day other rows overrule, one content read once."""
        pairs = self.part(entries, "repeats")
        other = pairs.file.left(64) != pairs.by.left(64)
        within = pairs.file == pairs.by
        rows = pairs.filter(other | within).select(
            pairs.date, content=pairs.file.left(64), row=pairs.row
        )
        counted = self.answer(rows.distinct().group_by("date").agg(rows=lambda t: t.count()))
        return Counter({each["date"]: each["rows"] for each in counted.to_pylist()})

    def answer(self, expression: ir.Expr) -> Any:
        """Return the Arrow table that an expression gives."""
        with told(str(self._folder), "R903", HINT):
            return self._backend.to_pyarrow(expression)
