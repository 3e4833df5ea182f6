"""A reader of the tests' own, its files, and what a store must give back for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from detente.record.schema import EVENTS, YEARLY
from detente.store.lines import lines
from detente.store.readers.reader import PlainFile, Table
from detente.store.store import Store

if TYPE_CHECKING:
    import duckdb

DAY = date(2018, 10, 4)


class Event(NamedTuple):
    """A line of the tests' own source: an id, a day, who, whom, an act and its intensity."""

    event_id: str
    day: str
    actor: str = "JPN"
    target: str = "RUS"
    code: str = "040"
    intensity: str = "1.0"

    def line(self) -> str:
        return "\t".join(self)


class OwnReader:
    """Six columns between tabs, under a heading; a row whose day is no day is set aside."""

    source = "own"
    table: Table = "events"

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        given = {
            "row": '"row"',
            "event_id": "c[1]",
            "date": "day",
            "actor": "c[3]",
            "target": "c[4]",
            "code": "c[5]",
            "intensity": "TRY_CAST(c[6] AS DOUBLE)",
        }
        names = [column.name for column in EVENTS if column.name not in ("source", "file")]
        columns = ", ".join(f'{given.get(name, "NULL")} AS "{name}"' for name in names)
        return f"""
            SELECT {columns}, IF(day IS NULL, 'no day', NULL) AS reason,
                IF(day IS NULL, text, NULL) AS text
            FROM (
                SELECT "row", text, string_split(text, chr(9)) AS c, TRY_CAST(c[2] AS DATE) AS day
                FROM ({lines(con, plain)}) WHERE "row" > 1 AND text <> ''
            )
        """

    def recognises(self, head: bytes) -> bool:
        return head.startswith(b"own\n")


class YearlyReader:
    """Three columns between tabs: a state, a year, a number."""

    source = "own_yearly"
    table: Table = "yearly"

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        given = {
            "row": '"row"',
            "variable": "'own'",
            "state": "c[1]",
            "year": "TRY_CAST(c[2] AS BIGINT)",
            "value": "TRY_CAST(c[3] AS DOUBLE)",
        }
        names = [column.name for column in YEARLY if column.name not in ("source", "file")]
        columns = ", ".join(f'{given.get(name, "NULL")} AS "{name}"' for name in names)
        return f"""
            SELECT {columns}, NULL AS reason, NULL AS text
            FROM (SELECT "row", string_split(text, chr(9)) AS c FROM ({lines(con, plain)}))
        """

    def recognises(self, head: bytes) -> bool:
        return head.startswith(b"yearly\n")


OWN = OwnReader()


def written(path: Path, events: Iterable[Event], end: str = "") -> Path:
    """Write a file of the tests' own source."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("own\n" + "".join(f"{e.line()}\n" for e in events) + end, encoding="utf-8")
    return path


def several(folder: Path, files: int, rows: int = 30, shared: int = 5) -> list[Path]:
    """Write files of which each holds anew the last events of the one before."""
    paths = []
    for number in range(files):
        begin = number * (rows - shared)
        events = [
            Event(f"{place:06d}", str(DAY + timedelta(days=place // 10)))
            for place in range(begin, begin + rows)
        ]
        paths.append(written(folder / f"own-{number:03d}.tab", events, "broken\n"))
    return paths


def kept(store: Store, source: str = "own") -> list[tuple[str, str, str]]:
    """Return id, day and act of the events that a store gives, in order."""
    found = store.answer(store.events(source).select("event_id", "date", "code"))
    return sorted((e["event_id"], str(e["date"]), e["code"]) for e in found.to_pylist())
