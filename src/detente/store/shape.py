"""The record's columns in the words of Arrow, Parquet and DuckDB."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from detente.record.schema import ASIDE, EVENTS, YEARLY, Column
from detente.store.entry import Part

REPEATS: tuple[Column, ...] = (
    Column("file", "string", False, "File of the row that is left out"),
    Column("row", "int64", False, "Its row"),
    Column("by", "string", False, "File of the row that counts instead"),
    Column("by_row", "int64", False, "Its row"),
    Column("date", "date", False, "The event's day"),
    Column("equal", "boolean", False, "Whether all else is equal in both rows"),
)
"""Pairs of rows that hold one event."""

COLUMNS: dict[Part, tuple[Column, ...]] = {
    "events": EVENTS,
    "yearly": YEARLY,
    "aside": ASIDE,
    "repeats": REPEATS,
}
"""The columns of each kind of Parquet file."""

_ARROW: dict[str, Any] = {
    "string": pa.string(),
    "date": pa.date32(),
    "int64": pa.int64(),
    "int8": pa.int8(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
}

_SQL = {
    "string": "VARCHAR",
    "date": "DATE",
    "int64": "BIGINT",
    "int8": "TINYINT",
    "float64": "DOUBLE",
    "boolean": "BOOLEAN",
}


def arrow_schema(part: Part) -> Any:
    """Return the Arrow schema of a kind of Parquet file."""
    return pa.schema(
        [pa.field(column.name, _ARROW[column.kind], column.empty) for column in COLUMNS[part]]
    )


def ibis_schema(part: Part) -> dict[str, str]:
    """Return the columns of a kind of Parquet file and their types, by Ibis's names."""
    return {column.name: column.kind for column in COLUMNS[part]}


def cast(column: Column) -> str:
    """Return the SQL that gives a column its type.

    Examples
    --------
    >>> from detente.record.schema import EVENTS
    >>> cast(EVENTS[2])
    'CAST("row" AS BIGINT) AS "row"'
    """
    return f'CAST("{column.name}" AS {_SQL[column.kind]}) AS "{column.name}"'


def quoted(text: str) -> str:
    """Return a text as a literal of SQL.

    Examples
    --------
    >>> quoted("d'accord")
    "'d''accord'"
    """
    return "'" + text.replace("'", "''") + "'"


def parquet_sql(paths: list[str]) -> str:
    """Return the SQL that reads Parquet files."""
    return f"read_parquet([{', '.join(map(quoted, paths))}])"
