"""Made events on disk are the record's columns, the same whenever they are made."""

from pathlib import Path

import ibis
import pytest

from bench import record_events
from bench.record_events import FOLDER, A, B, events_on_disk
from detente.record.schema import EVENTS


def test_events_are_made_once_and_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(FOLDER, str(tmp_path / name))
        [path] = events_on_disk(2000)
        before = Path(path).stat().st_mtime_ns
        assert events_on_disk(2000) == [path]
        assert Path(path).stat().st_mtime_ns == before
        tables.append(ibis.duckdb.connect().read_parquet(path).to_pyarrow())

    assert tables[0].equals(tables[1])
    assert tables[0].column_names == [column.name for column in EVENTS]
    assert {A, B} <= {*tables[0]["actor"].to_pylist()}


def test_many_events_are_several_different_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    monkeypatch.setattr(record_events, "PART", 500)

    paths = events_on_disk(1500)

    read = [ibis.duckdb.connect().read_parquet(path).to_pyarrow() for path in paths]
    assert [len(table) for table in read] == [500, 500, 500]
    assert len({str(table["code"].to_pylist()) for table in read}) == 3
