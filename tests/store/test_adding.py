"""Files are kept whole or not at all, once, whatever fails and in whatever order they come."""

import errno
import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from detente.base.errors import InputError, MissingResource
from detente.store.disk import Kind
from detente.store.readers.reader import PlainFile
from detente.store.store import Store
from detente.store.verify import damages
from tests.store.faults import Faulty
from tests.store.own import OWN, Event, OwnReader, kept, several, written

KINDS: tuple[Kind, ...] = ("folder", "write", "fsync", "rename", "remove")


def _operations(tmp_path: Path) -> list[tuple[Kind, int]]:
    """Return every operation of adding two files that share events, by kind and number."""
    disk = Faulty()
    store = Store(tmp_path / "counted", disk=disk)
    for path in several(tmp_path / "in", 2):
        store.add(path, OWN)
    return [(kind, number + 1) for kind in KINDS for number in range(disk.counts[kind])]


@pytest.mark.crash
def test_a_fault_at_any_operation_loses_and_doubles_nothing(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    operations = _operations(tmp_path)
    files = several(tmp_path / "in", 2)
    truth = kept(Store(tmp_path / "counted"))
    failed = 0
    for kind, number in operations:
        folder = tmp_path / f"{kind}-{number}"
        store = Store(folder, disk=Faulty(kind, number))
        try:
            for path in files:
                store.add(path, OWN)
        except MissingResource as error:
            failed += os.strerror(errno.EIO).lower() in str(error)
        seen = Store(folder)
        assert {*kept(seen)} <= {*truth}
        assert len(kept(seen)) == len({*kept(seen)})
        for path in files:
            Store(folder).add(path, OWN)
        again = Store(folder)
        assert kept(again) == truth
        assert not damages(again.manifest)
        assert {path.name for path in (folder / "work").iterdir()} == set()
        assert sorted(p.stem for p in (folder / "events").iterdir()) == sorted(
            entry.key for entry in again.entries()
        )
    say(f"store: a fault at each of {len(operations)} operations, {failed} of them told")
    assert len(operations) > 40
    assert failed == len(operations)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_disk_that_refuses_is_a_missing_resource(code: int, tmp_path: Path) -> None:
    (path,) = several(tmp_path / "in", 1)

    with pytest.raises(MissingResource, match=os.strerror(code).lower()):
        Store(tmp_path / "store", disk=Faulty("write", 1, code=code)).add(path, OWN)


def test_the_same_content_twice_changes_nothing(tmp_path: Path) -> None:
    (path,) = several(tmp_path / "in", 1)
    store = Store(tmp_path / "store")
    first = store.add(path, OWN)
    before = {p: p.stat().st_mtime_ns for p in store.folder.rglob("*") if p.is_file()}
    copy = path.rename(path.with_name("another name.tab"))

    again = store.add(copy, OWN)

    after = {p: p.stat().st_mtime_ns for p in store.folder.rglob("*") if p.is_file()}
    before.pop(store.folder / "lock")
    after.pop(store.folder / "lock")
    assert (first.new, again.new, again.entry) == (True, False, first.entry)
    assert before == after


def test_days_count_an_event_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for path in several(tmp_path / "in", 3):
        store.add(path, OWN)

    days = store.daily("own")

    assert sum(days.values()) == len(kept(store)) == 80
    assert [*days] == sorted(days)


def test_states_that_are_kept_are_part_of_the_key(tmp_path: Path) -> None:
    events = [
        Event("1", "2018-10-04", "JPN", "RUS"),
        Event("2", "2018-10-04", "USA", "CHN"),
        Event("3", "2018-10-05", "", "JPN"),
    ]
    path = written(tmp_path / "own.tab", events)
    store = Store(tmp_path / "store")

    narrow = store.add(path, OWN, keep=frozenset({"JPN"}))
    assert [event[0] for event in kept(store)] == ["1", "3"]
    assert sum(store.daily("own").values()) == 3
    whole = store.add(path, OWN)

    assert narrow.new
    assert whole.new
    assert narrow.entry.keep == ("JPN",)
    assert narrow.entry.key.startswith(whole.entry.key)
    assert [event[0] for event in kept(store)] == ["1", "2", "3"]
    assert sum(store.daily("own").values()) == 3
    assert not store.add(path, OWN, keep=frozenset({"JPN"})).new


def test_a_declared_span_may_be_declared_anew(tmp_path: Path) -> None:
    (path,) = several(tmp_path / "in", 1)
    store = Store(tmp_path / "store")
    span = (date(2018, 10, 4), date(2018, 10, 31))
    store.add(path, OWN)

    assert not store.add(path, OWN, covers=span).new

    assert [entry.covers for entry in store.entries()] == [span]
    assert store.add(path, OWN).entry.covers == span
    assert not damages(store.manifest)


def test_a_file_that_changes_meanwhile_is_refused(tmp_path: Path) -> None:
    (path,) = several(tmp_path / "in", 1)

    class Slow(OwnReader):
        def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
            with path.open("a") as file:
                file.write("more\n")
            return super().rows(con, plain)

    with pytest.raises(InputError) as refused:
        Store(tmp_path / "store").add(path, Slow())

    assert [problem.code for problem in refused.value.problems] == ["R909"]
    assert not Store(tmp_path / "store").entries()


def test_a_content_that_its_reader_cannot_read_is_refused(tmp_path: Path) -> None:
    (path,) = several(tmp_path / "in", 1)

    class Wrong(OwnReader):
        def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
            return super().rows(con, plain).replace("chr(9)", "nothing_of_the_kind")

    with pytest.raises(InputError) as refused:
        Store(tmp_path / "store").add(path, Wrong())

    (problem,) = refused.value.problems
    assert (problem.code, problem.file) == ("R914", str(path))


def test_names_that_an_engine_would_obey_are_plain(tmp_path: Path) -> None:
    folder = tmp_path / "store [a]* it's"
    path = written(tmp_path / "in [b]" / "own*?'.csv.gz.tab", [Event("1", "2018-10-04")])
    store = Store(folder)

    store.add(path, OWN)

    assert [event[0] for event in kept(store)] == ["1"]
    assert Store(folder).entries()[0].name == path.name


@pytest.mark.parametrize("files", [2, pytest.param(100, marks=pytest.mark.fuzz)])
def test_any_bytes_are_kept_or_set_aside(files: int, tmp_path: Path) -> None:
    source = random.Random(6)
    good = several(tmp_path / "in", 1)[0].read_bytes()
    for number in range(files):
        data = bytearray(good)
        for _ in range(source.randrange(1, 12)):
            place = source.randrange(len(data))
            data[place : place + source.randrange(3)] = source.randbytes(source.randrange(4))
        path = tmp_path / f"broken-{number}"
        path.write_bytes(data)
        store = Store(tmp_path / f"store-{number}")

        entry = store.add(path, OWN).entry

        assert len(kept(store)) <= entry.rows
        assert entry.rows + entry.aside <= entry.lines
        assert {row["row"] for row in store.answer(store.aside()).to_pylist()} <= {
            *range(1, entry.lines + 1)
        }
