from pathlib import Path

import duckdb
import pytest

from detente.store.readers.reader import PlainFile, Reader, Table


class Own:
    """The least that is a reader."""

    source = "own"
    table: Table = "events"

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        return con.sql(f"SELECT {plain.lines} AS n").sql_query()

    def recognises(self, head: bytes) -> bool:
        return head.startswith(b"own")


def test_a_reader_is_told_by_what_it_can_do() -> None:
    reader: Reader = Own()

    con = duckdb.connect()
    assert con.sql(reader.rows(con, PlainFile(Path(), 3))).fetchall() == [(3,)]
    assert reader.recognises(b"own\t1")


def test_a_plain_file_stays_as_it_is() -> None:
    with pytest.raises(AttributeError):
        PlainFile(Path(), 3).lines = 4  # type: ignore[misc]
