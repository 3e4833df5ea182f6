"""A Parquet file being written, a batch at a time, through the one hand that writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from detente.store.disk import Disk, Sink
from detente.store.entry import Parquet, Part
from detente.store.shape import arrow_schema

GROUP = 122_880
"""Rows of a row group: what DuckDB scans at once."""

_ALL_DIFFER = ("row", "by_row", "event_id", "url", "text")
"""Columns of which a dictionary would hold every value."""


class ParquetFile:
    """A Parquet file that comes to be with its first row.

    Parameters
    ----------
    path
        Where it is written.
    part
        What it holds.
    disk
        Who writes.
    """

    def __init__(self, path: Path, part: Part, disk: Disk) -> None:
        self.path = path
        self.schema = arrow_schema(part)
        self.rows = 0
        self._disk = disk
        self._sink: Sink | None = None
        self._writer: Any = None
        self._waiting: list[Any] = []
        self._held = 0

    def add(self, batch: Any) -> None:
        """Add the rows of a batch whose columns are those of the schema, or encoded ones."""
        if not batch.num_rows:
            return
        self._waiting.append(batch)
        self._held += batch.num_rows
        self.rows += batch.num_rows
        if self._held >= GROUP:
            self._flush()

    def _flush(self) -> None:
        if not self._waiting:
            return
        table = pa.Table.from_batches(self._waiting)
        if self._writer is None:
            self._sink = self._disk.create(self.path)
            self._writer = pq.ParquetWriter(
                self._sink,
                table.schema,
                compression="zstd",
                compression_level=1,
                store_schema=False,
                use_dictionary=[name for name in table.schema.names if name not in _ALL_DIFFER],
            )
        self._writer.write_table(table, row_group_size=GROUP)
        self._waiting, self._held = [], 0

    def close(self) -> Parquet | None:
        """Finish the file and make it safe; ``None`` where it has no row."""
        self._flush()
        if self._sink is None:
            return None
        self._writer.close()
        with self._sink as sink:
            pass
        return Parquet(size=sink.size, sha256=sink.sha256(), rows=self.rows)

    def abandon(self) -> None:
        """Close a file, finished or not, without another write."""
        self._waiting = []
        if self._sink is not None:
            self._writer.is_open = False
            self._sink.abandon()
