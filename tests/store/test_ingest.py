from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from detente.record.schema import EVENTS
from detente.store.content import Line
from detente.store.disk import Disk
from detente.store.ingest import Ingest, Ingested
from tests.store.faults import Faulty

GIVEN = {
    "row": "i + 1",
    "event_id": "IF(i = 3, NULL, lpad(CAST(i AS VARCHAR), 4, '0'))",
    "date": "IF(i = 4, NULL, DATE '2018-10-04' + CAST(i // 10 AS INTEGER))",
    "actor": "IF(i % 2 = 0, 'JPN', NULL)",
    "target": "IF(i % 3 = 0, 'RUS', 'USA')",
    "quad": "'1'",
}


def _sql(rows: int, reason: str = "NULL") -> str:
    names = [column.name for column in EVENTS if column.name not in ("source", "file")]
    columns = ", ".join(f'{GIVEN.get(name, "NULL")} AS "{name}"' for name in names)
    return f"SELECT {columns}, {reason} AS reason, repeat('x', 900) AS text FROM range({rows}) r(i)"


def _run(folder: Path, sql: str, keep: frozenset[str] | None = None, *bad: Line) -> Ingested:
    ingest = Ingest("own", "events", "f", keep, folder, Disk())
    return ingest.run(duckdb.connect(), sql, [*bad], lambda _row: None)


def test_rows_are_kept_or_set_aside(tmp_path: Path) -> None:
    reason = "IF(i = 5, 'odd', NULL)"

    found = _run(tmp_path, _sql(40, reason), None, Line(99, "not UTF-8", "caf"))

    aside = pq.read_table(tmp_path / "aside.parquet").to_pylist()
    assert (found.rows, found.aside) == (37, 4)
    assert [(row["row"], row["reason"]) for row in aside] == [
        (99, "not UTF-8"), (4, "no event id"), (5, "no date"), (6, "odd"),
    ]  # fmt: skip
    assert all(len(row["text"]) <= 500 for row in aside)
    assert (found.first, found.last) == (date(2018, 10, 4), date(2018, 10, 7))
    assert (found.first_id, found.last_id) == ("0000", "0039")
    assert found.days[date(2018, 10, 5)] == 10
    assert found.parts["events"].rows == 37


def test_only_the_states_asked_for_are_kept_and_all_days_are_counted(tmp_path: Path) -> None:
    found = _run(tmp_path, _sql(40), frozenset({"RUS"}))

    kept = pq.read_table(tmp_path / "events.parquet").to_pylist()
    assert {row["target"] for row in kept} == {"RUS"}
    assert (found.rows, sum(found.days.values()), found.aside) == (13, 38, 2)
    assert {row["quad"] for row in kept} == {1}


def test_a_source_without_a_row_writes_nothing(tmp_path: Path) -> None:
    found = _run(tmp_path, _sql(0))

    assert (found.rows, found.aside, found.parts, found.first) == (0, 0, {}, None)
    assert not [*tmp_path.iterdir()]


def test_progress_is_told_by_the_row(tmp_path: Path) -> None:
    told: list[int] = []

    Ingest("own", "events", "f", None, tmp_path, Disk()).run(
        duckdb.connect(), _sql(130_000), [], told.append
    )

    assert told == sorted(told)
    assert (told[-1], len(told) > 1) == (130_000, True)


def test_a_failing_disk_stops_the_engine(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Input/output"):
        Ingest("own", "events", "f", None, tmp_path, Faulty("write", 1)).run(
            duckdb.connect(), _sql(130_000), [], lambda _row: None
        )
