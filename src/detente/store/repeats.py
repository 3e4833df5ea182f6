"""One event in several rows: which row counts, by a rule that knows no order of adding.

An event is its source's id on its day. Within a file its first row counts. Of several files, that
of the file counts whose last day is earliest, then whose first day is, then by the file's hash:
what was published first. The other rows stay where they are and are listed, with the row that
overrules each, and whether the two say the same.
"""

# ruff: noqa: S608 - names and paths of the store itself, quoted

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from detente.record.schema import EVENTS
from detente.store.entry import Entry
from detente.store.shape import REPEATS, arrow_schema, cast, parquet_sql, quoted

if TYPE_CHECKING:
    import duckdb

_SAID = [c.name for c in EVENTS if c.name not in ("source", "file", "row", "event_id", "date")]
_EQUAL = " AND ".join(f'(l."{name}" IS NOT DISTINCT FROM w."{name}")' for name in _SAID)
_PAIRS = ", ".join(cast(column) for column in REPEATS)


class Rows(NamedTuple):
    """The rows of one file: its entry and its Parquet file."""

    entry: Entry
    path: Path


def may_share(one: Entry, other: Entry) -> bool:
    """Return whether two files may hold one event, by the ranges of their days and ids."""
    return (
        one.source == other.source
        and one.key != other.key
        and _touch((one.first, one.last), (other.first, other.last))
        and _touch((one.first_id, one.last_id), (other.first_id, other.last_id))
    )


def _touch(one: tuple[Any, Any], other: tuple[Any, Any]) -> bool:
    if None in one or None in other:
        return False
    return bool(one[0] <= other[1] and other[0] <= one[1])


def within(con: duckdb.DuckDBPyConnection, path: Path) -> Iterator[Any]:
    """Yield, in Arrow batches, the rows of a file that its own earlier rows overrule."""
    rows = parquet_sql([str(path)])
    several = con.execute(
        f"SELECT 1 FROM {rows} GROUP BY hash(event_id, date) HAVING count(*) > 1 LIMIT 1"
    ).fetchone()
    if several is None:
        return
    yield from _batches(
        con,
        f"""
        WITH said AS (SELECT * FROM {rows}),
        several AS (
            SELECT event_id, date, min("row") AS "first"
            FROM said GROUP BY event_id, date HAVING count(*) > 1
        )
        SELECT l.file, l."row", w.file AS "by", w."row" AS by_row, l.date, {_EQUAL} AS equal
        FROM said l
        JOIN several s ON l.event_id = s.event_id AND l.date = s.date AND l."row" > s."first"
        JOIN said w ON w."row" = s."first"
        """,
    )


def across(con: duckdb.DuckDBPyConnection, new: Rows, others: list[Rows]) -> Iterator[Any]:
    """Yield, in Arrow batches, the rows of a new file and others of which one overrules the other.

    Parameters
    ----------
    con
        A connection.
    new, others
        The new file, and those that may share events with it.
    """
    if not others:
        return
    mine, theirs = parquet_sql([str(new.path)]), parquet_sql([str(o.path) for o in others])
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE shared AS
        SELECT DISTINCT file, event_id, date FROM {theirs}
        SEMI JOIN (SELECT event_id, date FROM {mine}) n USING (event_id, date)
        """
    )
    if con.execute("SELECT 1 FROM shared LIMIT 1").fetchone() is None:
        return
    places = ", ".join(
        f"({quoted(o.entry.file)}, {o.entry.place < new.entry.place})" for o in others
    )
    own = quoted(new.entry.file)
    yield from _batches(
        con,
        f"""
        WITH place(file, earlier) AS (VALUES {places}),
        said AS (
            SELECT * FROM {mine} SEMI JOIN shared USING (event_id, date)
            UNION ALL BY NAME
            SELECT * FROM {theirs} SEMI JOIN shared USING (file, event_id, date)
        ),
        firsts AS (
            SELECT file, event_id, date, min("row") AS "row" FROM said GROUP BY ALL
        ),
        pairs AS (
            SELECT event_id, date,
                CASE WHEN earlier THEN file ELSE {own} END AS "by",
                CASE WHEN earlier THEN {own} ELSE file END AS file
            FROM shared JOIN place USING (file)
        )
        SELECT l.file, l."row", w.file AS "by", w."row" AS by_row, l.date, {_EQUAL} AS equal
        FROM pairs p
        JOIN said l ON l.file = p.file AND l.event_id = p.event_id AND l.date = p.date
        JOIN firsts f ON f.file = p."by" AND f.event_id = p.event_id AND f.date = p.date
        JOIN said w ON w.file = f.file AND w."row" = f."row"
        """,
    )


def _batches(con: duckdb.DuckDBPyConnection, sql: str) -> Iterator[Any]:
    schema = arrow_schema("repeats")
    found = con.execute(f'SELECT {_PAIRS} FROM ({sql}) ORDER BY file, "row", "by"')
    for batch in found.to_arrow_reader(100_000):
        yield batch.cast(schema)
