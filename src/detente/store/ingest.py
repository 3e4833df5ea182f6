"""A reader's relation split once into the rows kept and the rows set aside, as Parquet files."""

# ruff: noqa: S608 - columns of the schema, and the reader's own relation

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.store.ahead import ahead
from detente.store.content import Line
from detente.store.disk import Disk
from detente.store.entry import Parquet, Part
from detente.store.parquet import GROUP, ParquetFile
from detente.store.readers.reader import CUT, Table
from detente.store.shape import COLUMNS, arrow_schema, cast

if TYPE_CHECKING:
    import duckdb

_NEEDED = {"events": ("row", "event_id", "date"), "yearly": ("row", "variable", "year", "state")}
_YEARS = (1, 9999)


@dataclass(slots=True)
class Ingested:
    """What an ingest wrote, and what the manifest needs to know of it."""

    parts: dict[Part, Parquet] = field(default_factory=dict)
    days: Counter[date] = field(default_factory=Counter)
    rows: int = 0
    aside: int = 0
    first: date | None = None
    last: date | None = None
    first_id: str | None = None
    last_id: str | None = None


class Ingest:
    """The writing of one file's rows.

    Parameters
    ----------
    source, table, file
        What the rows are of; ``file`` is what their column ``file`` is to hold.
    keep
        States whose events are kept; ``None`` keeps all.
    work
        Folder for the Parquet files, named by what they hold.
    disk
        Who writes.
    """

    def __init__(
        self,
        source: str,
        table: Table,
        file: str,
        keep: frozenset[str] | None,
        work: Path,
        disk: Disk,
    ) -> None:
        self._table = table
        self._constants = {"source": source, "file": file}
        self._keep = None if keep is None else pa.array(sorted(keep), pa.string())
        self._kept = ParquetFile(work / f"{table}.parquet", table, disk)
        self._aside = ParquetFile(work / "aside.parquet", "aside", disk)
        self.found = Ingested()

    def run(
        self,
        con: duckdb.DuckDBPyConnection,
        sql: str,
        bad: list[Line],
        done: Callable[[int], None],
    ) -> Ingested:
        """Fetch the relation once, and write it.

        Parameters
        ----------
        con, sql
            The reader's relation.
        bad
            Lines that are set aside already.
        done
            Told, batch by batch, the last row.
        """
        found = self.found
        try:
            self._set_lines_aside(bad)
            fetched = con.execute(self._asked(sql)).to_arrow_reader(GROUP)
            with ahead(fetched, con.interrupt) as batches:
                for batch in batches:
                    self._take(batch)
                    if batch.num_rows:
                        done(batch.column("row")[-1].as_py() or 0)
            parts: tuple[tuple[Part, ParquetFile], ...] = (
                (self._table, self._kept),
                ("aside", self._aside),
            )
            for part, file in parts:
                written = file.close()
                if written is not None:
                    found.parts[part] = written
            found.rows, found.aside = self._kept.rows, self._aside.rows
        finally:
            self._kept.abandon()
            self._aside.abandon()
        return found

    def _asked(self, sql: str) -> str:
        """Return the relation with the types of the schema, and a reason where a row lacks some."""
        columns = [c for c in COLUMNS[self._table] if c.name not in self._constants]
        lacks = " ".join(
            f"WHEN \"{name}\" IS NULL THEN 'no {name.replace('_', ' ')}'"
            for name in _NEEDED[self._table]
        )
        if self._table == "yearly":
            lacks += f" WHEN year NOT BETWEEN {_YEARS[0]} AND {_YEARS[1]} THEN 'no such year'"
        return (
            f"SELECT {', '.join(map(cast, columns))}, "
            f"CASE WHEN reason IS NOT NULL THEN CAST(reason AS VARCHAR) {lacks} END AS reason, "
            f"left(CAST(text AS VARCHAR), {CUT}) AS text FROM ({sql})"
        )

    def _take(self, batch: Any) -> None:
        good = pc.is_null(batch.column("reason"))
        if good.true_count < batch.num_rows:
            self._aside.add(self._shaped("aside", batch.filter(pc.invert(good))))
            batch = batch.filter(good)
        if not batch.num_rows:
            return
        if self._table == "events":
            batch = self._counted(batch)
        else:
            years = pc.min_max(batch.column("year")).as_py()
            self._reach(date(years["min"], 1, 1), date(years["max"], 12, 31))
        self._kept.add(self._shaped(self._table, batch))

    def _counted(self, batch: Any) -> Any:
        """Count a batch's days, and return what is kept of it."""
        for pair in pc.value_counts(batch.column("date")).to_pylist():
            self.found.days[pair["values"]] += pair["counts"]
        if self._keep is not None:
            either = pc.or_(
                pc.is_in(batch.column("actor"), self._keep),
                pc.is_in(batch.column("target"), self._keep),
            )
            batch = batch.filter(either)
        if batch.num_rows:
            days = pc.min_max(batch.column("date")).as_py()
            self._reach(days["min"], days["max"])
            ids = pc.min_max(batch.column("event_id")).as_py()
            found = self.found
            first, last = found.first_id, found.last_id
            found.first_id = ids["min"] if first is None else min(first, ids["min"])
            found.last_id = ids["max"] if last is None else max(last, ids["max"])
        return batch

    def _reach(self, first: date, last: date) -> None:
        found = self.found
        found.first = first if found.first is None else min(found.first, first)
        found.last = last if found.last is None else max(found.last, last)

    def _set_lines_aside(self, bad: list[Line]) -> None:
        if not bad:
            return
        columns = [[line[place] for line in bad] for place in range(3)]
        types = (pa.int64(), pa.string(), pa.string())
        arrays = [pa.array(values, kind) for values, kind in zip(columns, types, strict=True)]
        batch = pa.record_batch(arrays, names=["row", "reason", "text"])
        self._aside.add(self._shaped("aside", batch))

    def _shaped(self, part: Part, batch: Any) -> Any:
        """Return a batch with the columns of a part; what is the same in all rows is encoded."""
        arrays, fields = [], []
        for each in arrow_schema(part):
            constant = self._constants.get(each.name)
            if constant is None:
                array = batch.column(each.name)
            else:
                places = pa.repeat(pa.scalar(0, pa.int32()), batch.num_rows)
                array = pa.DictionaryArray.from_arrays(places, pa.array([constant]))
            arrays.append(array)
            fields.append(pa.field(each.name, array.type, each.nullable))
        return pa.record_batch(arrays, schema=pa.schema(fields))
