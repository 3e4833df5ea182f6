"""Tables of made events on an engine, and what an engine answers as plain numbers."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.record.schema import EVENTS

TYPES = {
    "string": pa.string(),
    "date": pa.date32(),
    "int64": pa.int64(),
    "int8": pa.int8(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
}
SCHEMA = pa.schema([(column.name, TYPES[column.kind]) for column in EVENTS])

Rows = dict[tuple[Any, ...], dict[str, float]]


def arrow(rows: Iterable[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist([*rows], schema=SCHEMA)


def table(rows: Iterable[dict[str, Any]]) -> ibis.Table:
    """Return made events as a table of the default engine."""
    return ibis.memtable(arrow(rows))


def kept(rows: Iterable[dict[str, Any]], folder: Path) -> Path:
    """Write made events to a Parquet file, and return its path."""
    path = folder / "events.parquet"
    pq.write_table(arrow(rows), path)
    return path


def answered(asked: ibis.Table, *keys: str) -> Rows:
    """Execute a table, and return its numbers by the columns that name its rows."""
    found: Rows = {}
    for row in asked.to_pyarrow().to_pylist():
        name = tuple(row.pop(key) for key in keys)
        assert name not in found, "two rows have one name"
        found[name] = row
    return found


def same(one: Rows, other: Rows) -> bool:
    """Whether counts are the same and other numbers are so to 1e-9."""
    if one.keys() != other.keys():
        return False
    for name, row in one.items():
        if row.keys() != other[name].keys():
            return False
        for column, number in row.items():
            rival = other[name][column]
            if isinstance(number, int) and isinstance(rival, int):
                if number != rival:
                    return False
            elif number != pytest.approx(rival, rel=1e-9, abs=1e-9):
                return False
    return True


def event(
    day: str, actor: str | None, target: str | None, intensity: float | None = 1.0, **rest: Any
) -> Any:
    """Return one event with little to say."""
    empty = {column.name: None for column in EVENTS}
    return {
        **empty,
        "source": "made",
        "file": "made",
        "row": 1,
        "event_id": "1",
        "date": date.fromisoformat(day),
        "actor": actor,
        "target": target,
        "intensity": intensity,
        **rest,
    }
