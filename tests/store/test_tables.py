from pathlib import Path

import ibis
import pytest

from detente.base.errors import InputError
from detente.store.entry import Entry
from detente.store.store import Store
from detente.store.tables import Tables, empty, files
from tests.store.own import OWN, kept, several, written


def test_no_row_of_any_part_has_the_columns_of_the_schema() -> None:
    backend = ibis.duckdb.connect()

    assert backend.to_pyarrow(empty("repeats")).column_names[:2] == ["file", "row"]
    assert backend.to_pyarrow(empty("events").count()).as_py() == 0


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    entries = [store.add(path, OWN).entry for path in several(tmp_path / "in", 2)]
    for path in (store.folder / "events").iterdir():
        path.unlink()

    with pytest.raises(InputError) as refused:
        files(store.folder, entries, "events")

    assert [problem.code for problem in refused.value.problems] == ["R903", "R903"]
    assert all(problem.hint for problem in refused.value.problems)


def test_an_entry_without_rows_needs_no_file(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")

    entry = store.add(written(tmp_path / "own.tab", []), OWN).entry

    assert (entry.parquet, files(store.folder, [entry], "events"), kept(store)) == ({}, [], [])


@pytest.mark.slow
def test_thousands_of_files_are_one_table(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    entry = store.add(several(tmp_path / "in", 1)[0], OWN).entry
    folder = store.folder / "events"
    data = (folder / f"{entry.key}.parquet").read_bytes()
    entries = []
    for number in range(3000):
        sha256 = f"{number:064x}"
        other: Entry = entry.model_copy(update={"key": f"own-{sha256}", "sha256": sha256})
        (folder / f"{other.key}.parquet").write_bytes(data)
        entries.append(other)

    table = Tables(store.folder, ibis.duckdb.connect()).events(entries, "own")

    assert table.get_backend().to_pyarrow(table.count()).as_py() == 90_000
