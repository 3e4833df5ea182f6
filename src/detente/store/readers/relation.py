"""A reader's batches as a relation: good records and those set aside, in the order of the file."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.record.schema import EVENTS, YEARLY, Column
from detente.store.readers.reader import CUT, Table
from detente.store.readers.reason import Reason

if TYPE_CHECKING:
    import duckdb

_KINDS: Mapping[str, Any] = {
    "string": pa.string(),
    "date": pa.date32(),
    "int64": pa.int64(),
    "int8": pa.int8(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
}
_NUMBERS = itertools.count(1)
_NO_TEXT = pa.scalar(None, pa.string())


def _schema(columns: Sequence[Column]) -> Any:
    own = [(c.name, _KINDS[c.kind]) for c in columns if c.name not in {"source", "file"}]
    return pa.schema([*own, ("reason", pa.string()), ("text", pa.string())])


SCHEMAS: Mapping[Table, Any] = {"events": _schema(EVENTS), "yearly": _schema(YEARLY)}
"""Columns of a reader's relation: those of the table, then ``reason`` and ``text``."""


def relation(
    con: duckdb.DuckDBPyConnection, table: Table, batches: Callable[[], Iterable[Any]]
) -> str:
    """Return the SQL of a relation in `con` that streams what `batches` yields when called."""
    name = f"records_{next(_NUMBERS)}"
    con.register(name, _Records(table, batches))
    return f"SELECT * FROM {name}"  # noqa: S608 - a name made here


class _Records:
    """Batches that are made anew each time they are asked for."""

    def __init__(self, table: Table, batches: Callable[[], Iterable[Any]]) -> None:
        self._schema = SCHEMAS[table]
        self._batches = batches

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        reader = pa.RecordBatchReader.from_batches(self._schema, iter(self._batches()))
        return reader.__arrow_c_stream__(requested_schema)


def records(
    table: Table, rows: Any, texts: Any, columns: Mapping[str, Any], reasons: Any
) -> Iterator[Any]:
    """Yield a batch of records, if there are any.

    Parameters
    ----------
    table
        The table they belong to.
    rows, texts
        Their lines' numbers and texts.
    columns
        The other columns of the table; one that is absent is null.
    reasons
        Why each is set aside, null where it is good; None where all are good. What is set aside
        keeps its row, its reason and its text alone.
    """
    if not len(rows):
        return
    if reasons is None:
        reasons = pa.nulls(len(rows), pa.string())
    good = pc.is_null(reasons)
    spoilt = good.false_count > 0
    made = []
    for field in SCHEMAS[table]:
        if field.name == "row":
            made.append(rows)
        elif field.name == "reason":
            made.append(reasons)
        elif field.name == "text":
            made.append(pc.if_else(good, _NO_TEXT, cut(texts)) if spoilt else reasons)
        elif field.name not in columns:
            made.append(pa.nulls(len(rows), field.type))
        elif spoilt:
            made.append(pc.if_else(good, columns[field.name], pa.scalar(None, field.type)))
        else:
            made.append(columns[field.name])
    yield pa.record_batch(made, schema=SCHEMAS[table])


def cut(texts: Any) -> Any:
    """Return lines, cut at 500 characters."""
    return pc.utf8_slice_codeunits(texts, 0, CUT)


def first_reason(*found: tuple[Reason, Any]) -> Any:
    """Return for each record the first reason that holds, null where none does.

    `found` pairs reasons with columns that say where each holds; None where no record has any.
    """
    held = [(reason, mask) for reason, mask in found if pc.any(mask).as_py()]
    if not held:
        return None
    reasons: Any = _NO_TEXT
    for reason, mask in reversed(held):
        reasons = pc.if_else(mask, pa.scalar(reason, pa.string()), reasons)
    return reasons


def in_order(batches: Sequence[Any]) -> Iterator[Any]:
    """Yield batches of one part of a file as one, by row; rows of the same number stay in order."""
    if len(batches) < 2:
        yield from batches
        return
    table = pa.Table.from_batches(batches)
    table = table.append_column("place", pa.array(range(len(table)), pa.int64()))
    order = pc.sort_indices(table, sort_keys=[("row", "ascending"), ("place", "ascending")])
    yield from table.drop_columns("place").take(order).combine_chunks().to_batches()
