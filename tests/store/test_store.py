"""Writers and readers of several processes at once, killed or not."""

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.record.schema import ASIDE, EVENTS, YEARLY
from detente.store.engine import Limits
from detente.store.store import Store
from detente.store.verify import damages
from tests.store.ingesting import started
from tests.store.own import OWN, YearlyReader, kept, several

KILLS = 50


def test_an_empty_store_gives_empty_tables_and_makes_no_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "none")

    for table, columns in (
        (store.events("icews"), EVENTS),
        (store.yearly("ideal_points"), YEARLY),
        (store.aside(), ASIDE),
    ):
        assert [(n, str(t)) for n, t in table.schema().items()] == [
            (column.name, column.kind) for column in columns
        ]
        assert len(store.answer(table)) == 0
    assert (store.entries(), store.daily("icews")) == ((), {})
    assert not store.folder.exists()


def test_tables_have_the_columns_of_the_schema(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", limits=Limits(memory="500MB", threads=1))
    store.add(several(tmp_path / "in", 1)[0], OWN)
    (tmp_path / "facts").write_text("RUS\t2016\t0.5\nJPN\t1991\t1\nrubbish\n")
    added = store.add(tmp_path / "facts", YearlyReader()).entry

    assert [(n, str(t)) for n, t in store.events("own").schema().items()] == [
        (column.name, column.kind) for column in EVENTS
    ]
    (fact, *_) = store.answer(store.yearly("own_yearly").order_by("row")).to_pylist()
    assert (fact["state"], fact["year"], fact["value"], fact["file"]) == (
        "RUS", 2016, 0.5, added.sha256,
    )  # fmt: skip
    assert (added.rows, added.aside, str(added.first), str(added.last)) == (
        2, 1, "1991-01-01", "2016-12-31",
    )  # fmt: skip
    (odd,) = store.answer(store.aside().filter(lambda t: t.source == "own_yearly")).to_pylist()
    assert (odd["row"], odd["reason"]) == (3, "no year")


def test_rows_lead_back_to_their_line(tmp_path: Path) -> None:
    (path,) = several(tmp_path / "in", 1)
    store = Store(tmp_path / "store")
    entry = store.add(path, OWN).entry

    events = store.answer(store.events("own")).to_pylist()

    lines = path.read_text().splitlines()
    assert {event["file"] for event in events} == {entry.file}
    assert all(lines[e["row"] - 1].startswith(e["event_id"]) for e in events)


def test_a_missing_file_is_told_not_raised(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    entry = store.add(several(tmp_path / "in", 1)[0], OWN).entry
    path = store.folder / "events" / f"{entry.key}.parquet"
    path.write_bytes(path.read_bytes()[:-9])
    (store.folder / "aside" / f"{entry.key}.parquet").unlink()

    with pytest.raises(InputError) as cut:
        Store(store.folder).events("own")
    with pytest.raises(InputError) as gone:
        Store(store.folder).aside()

    assert [problem.code for problem in cut.value.problems] == ["R903"]
    assert "missing" in str(gone.value) or "no such file" in str(gone.value)


def test_what_an_engine_cannot_read_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    entry = store.add(several(tmp_path / "in", 1)[0], OWN).entry
    path = store.folder / "events" / f"{entry.key}.parquet"
    path.write_bytes(b"\0" * path.stat().st_size)

    with pytest.raises(InputError) as refused:
        kept(Store(store.folder))

    assert [problem.code for problem in refused.value.problems] == ["R903"]


@pytest.mark.slow
def test_four_processes_add_what_overlaps_while_another_reads(tmp_path: Path) -> None:
    files = several(tmp_path / "in", 12)
    truth = Store(tmp_path / "alone")
    for path in files:
        truth.add(path, OWN)
    folder = tmp_path / "store"

    writers = [started(folder, files[n : n + 6] + files[:n:2]) for n in (0, 2, 4, 6)]
    reader = Store(folder)
    seen = 0
    while any(writer.poll() is None for writer in writers):
        events = kept(reader)
        assert len(events) == len({*events})
        assert {*events} <= {*kept(truth)}
        assert len(events) >= seen
        seen = len(events)
        time.sleep(0.05)

    for writer in writers:
        _, told = writer.communicate()
        assert (writer.returncode, told) == (0, "")
    assert kept(reader) == kept(truth)
    assert {e.key for e in reader.entries()} == {e.key for e in truth.entries()}
    assert reader.daily("own") == truth.daily("own")
    assert not damages(reader.manifest)


@pytest.mark.crash
def test_kills_at_random_moments_lose_and_double_nothing(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    files = several(tmp_path / "in", 5, rows=2000, shared=200)
    truth = Store(tmp_path / "alone")
    begun = time.monotonic()
    for path in files:
        truth.add(path, OWN)
    each = (time.monotonic() - begun) / len(files)
    expected = kept(truth)
    chance = random.Random(2017)
    inside = 0
    folder = tmp_path / "store"
    round_of = 0
    for number in range(KILLS):
        if number % 5 == 0:
            round_of += 1
            folder = tmp_path / f"store-{round_of}"
        process = started(folder, files)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # A random file's ingest has begun, and a random part of the time of one goes by.
        told: list[str] = []
        wanted = chance.randint(1, len(files))
        while sum(line.startswith("begin") for line in told) < wanted:
            line = process.stdout.readline()
            if not line:
                break
            told.append(line.strip())
        time.sleep(chance.uniform(0.0, 1.2 * each))
        process.send_signal(signal.SIGKILL)
        told += process.communicate()[0].splitlines()
        inside += bool(told) and told[-1].startswith("begin")
        after = Store(folder)
        events = kept(after)
        assert len(events) == len({*events})
        assert {*events} <= {*expected}
        done = {line.split()[1] for line in told if line.startswith("kept")}
        assert done <= {entry.name for entry in after.entries()}
        assert not damages(after.manifest)
        if number % 5 == 4:
            again = started(folder, files)
            assert again.wait(120) == 0
            again.communicate()
            assert kept(Store(folder)) == expected
            assert not [*(folder / "work").iterdir()]
            assert not damages(Store(folder).manifest)
    say(f"store: {KILLS} kills, {inside} of them inside an ingest; no row lost or doubled")
    assert inside >= KILLS // 4


@pytest.mark.slow
def test_a_program_that_is_done_leaves_no_work(tmp_path: Path) -> None:
    process = started(tmp_path / "store", several(tmp_path / "in", 2))

    out, told = process.communicate()

    assert (process.returncode, told, out.count("kept")) == (0, "", 2)
    assert not [*(tmp_path / "store" / "work").iterdir()]
