from datetime import date
from pathlib import Path

import pytest

from detente.store import status as module
from detente.store.status import OTHERS, status
from detente.store.store import Store
from tests.store.own import OWN, Event, YearlyReader, several, written


def test_nothing_is_kept_in_no_folder(tmp_path: Path) -> None:
    found = status(Store(tmp_path / "none"))

    assert (found.sources, found.verified) == ((), None)


def test_each_source_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for path in several(tmp_path / "in", 3):
        store.add(path, OWN)
    store.add(written(tmp_path / "late", [Event("000000", "2018-10-04", code="190")]), OWN)
    (tmp_path / "facts").write_text("RUS\t2016\t0.5\n")
    store.add(tmp_path / "facts", YearlyReader())

    events, yearly = status(store, verified=True).sources

    assert (events.source, events.files, events.rows, events.counted) == ("own", 4, 91, 80)
    assert (events.repeated_equal, events.repeated_differing) == (10, 1)
    assert (events.aside, events.reasons) == (3, {"no day": 3})
    assert (events.first, events.last) == (date(2018, 10, 4), date(2018, 10, 11))
    assert events.size == sum(path.stat().st_size for path in store.folder.rglob("own-*.parquet"))
    assert (yearly.table, yearly.rows, yearly.counted) == ("yearly", 1, 1)


def test_rare_reasons_are_told_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REASONS", 1)
    store = Store(tmp_path / "store")
    path = tmp_path / "own.tab"
    path.write_bytes(b"own\n1\tno\n2\tno\n\xff\n\0\n")
    store.add(path, OWN)

    (source,) = status(store).sources

    assert source.reasons == {"no day": 2, OTHERS: 2}
