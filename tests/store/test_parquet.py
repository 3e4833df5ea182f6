from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.store import parquet as module
from detente.store.disk import Disk
from detente.store.parquet import ParquetFile
from detente.store.shape import arrow_schema
from tests.store.faults import Faulty


def _rows(count: int) -> pa.RecordBatch:
    columns = [["own"] * count, ["f"] * count, [*range(count)], ["no day"] * count, [None] * count]
    return pa.record_batch(columns, schema=arrow_schema("aside"))


def test_small_batches_become_large_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GROUP", 10)
    file = ParquetFile(tmp_path / "a.parquet", "aside", Disk())
    for _ in range(7):
        file.add(_rows(3))

    written = file.close()

    found = pq.ParquetFile(tmp_path / "a.parquet")
    assert written is not None
    assert (written.rows, written.size) == (21, (tmp_path / "a.parquet").stat().st_size)
    assert [found.metadata.row_group(n).num_rows for n in range(found.num_row_groups)] == [
        10, 2, 9,
    ]  # fmt: skip
    assert found.schema_arrow.names == arrow_schema("aside").names


def test_a_file_without_a_row_is_none(tmp_path: Path) -> None:
    file = ParquetFile(tmp_path / "a.parquet", "aside", Disk())
    file.add(_rows(0))

    assert file.close() is None
    file.abandon()
    assert not [*tmp_path.iterdir()]


def test_a_file_that_fails_is_closed_without_noise(tmp_path: Path) -> None:
    file = ParquetFile(tmp_path / "a.parquet", "aside", Faulty("write", 1))
    file.add(_rows(9))

    with pytest.raises(OSError, match="Input/output"):
        file.close()
    file.abandon()
    del file
