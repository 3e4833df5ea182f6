"""A fetch against a real server of GDELT's layout, fault by fault."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import filelock
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.base.errors import InputError, MissingResource
from detente.store.fetch.fetch import Asked, fetch
from detente.store.fetch.fetched import Fetched
from detente.store.fetch.gdelt import HOME
from detente.store.fetch.manners import Manners
from tests.store.fetch.server import (
    CUT,
    DRIP,
    ELSEWHERE,
    ENDLESS,
    HANG,
    HERE,
    HOSTILE,
    IGNORE,
    LONG,
    RESET,
    SHORTER,
    SLOW,
    Site,
    digest,
    export,
    row,
    serving,
    stamp,
)
from tests.store.fetch.shelf import Shelf

QUICK = Manners(pause=0.0, tries=3, first_wait=0.001, connect=2.0, read=0.15, in_a_row=3)
DAY = date(2018, 10, 4)
NAMES = [stamp(4, quarter) for quarter in range(4)]


@dataclass
class Bench:
    """A server, a store, and a folder."""

    site: Site
    address: str
    folder: Path
    shelf: Shelf = field(default_factory=Shelf)
    told: list[tuple[str, int, int]] = field(default_factory=list)
    stop_at: int = -1

    def fetch(self, manners: Manners = QUICK, *, dry: bool = False, **asked: object) -> Fetched:
        ask = Asked(**{"first": DAY, "last": DAY, "address": self.address, **asked})  # type: ignore[arg-type]
        self.site.asked.clear()
        return fetch(ask, self.shelf, self.folder, manners, self._tell, dry=dry)

    def _tell(self, *told: object) -> None:
        self.told.append(told)  # type: ignore[arg-type]
        if len(self.told) == self.stop_at:
            raise KeyboardInterrupt

    def left(self) -> list[str]:
        """Return what of files lies in the work folder."""
        return sorted(p.name for p in self.folder.rglob("*") if ".zip" in p.name)

    def everything(self) -> list[str]:
        """Return the events that the server's files hold, listed in the span or not."""
        return sorted(str(int(name[4:12]) * 100 + k) for name in NAMES for k in range(2))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    site = Site()
    site.publish(*NAMES)
    with serving(site) as address:
        yield Bench(site, address, tmp_path / "store")


def at(name: str) -> str:
    return f"/gdeltv2/{name}"


def test_all_files_of_the_span_are_added_in_order_over_one_connection(bench: Bench) -> None:
    bench.site.publish(stamp(3, 95), stamp(5, 0))
    bench.site.line(f"3 {'0' * 32} http://data.gdeltproject.org/gdeltv2/20181004000000.gkg.csv.zip")

    result = bench.fetch()

    assert bench.shelf.names == NAMES
    assert bench.shelf.events() == bench.everything()
    assert (result.source, result.listed, result.held, result.failed) == ("gdelt2", 4, 0, ())
    assert result.fetched == tuple(NAMES)
    assert result.events == 8
    assert result.fetched_bytes == result.listed_bytes
    assert bench.site.connections == 1
    assert bench.left() == []
    assert all(agent.startswith("detente/") for agent in bench.site.agents)
    assert bench.told[-1][0] == f"{NAMES[3]}, 4 of 4"


def test_the_second_time_nothing_is_fetched(bench: Bench) -> None:
    bench.fetch()

    again = bench.fetch()

    assert bench.site.paths() == []
    assert (again.held, again.fetched) == (4, ())
    assert bench.shelf.names == NAMES


def test_a_dry_run_says_how_much_and_takes_nothing(bench: Bench) -> None:
    result = bench.fetch(dry=True)

    assert (result.dry, result.left, result.left_bytes) == (True, 4, result.listed_bytes)
    assert bench.site.paths() == []
    assert bench.shelf.names == []


def test_what_the_server_lacks_is_told_and_passed_over(bench: Bench) -> None:
    del bench.site.files[at(NAMES[1])]

    result = bench.fetch()

    assert result.missing == (NAMES[1],)
    assert len(result.fetched) == 3
    assert not result.failed
    assert bench.site.paths().count(NAMES[1]) == 1
    assert bench.site.connections == 1


def test_gaps_of_the_list_are_told_up_to_its_newest(bench: Bench) -> None:
    bench.site.publish(stamp(4, 6))

    result = bench.fetch(last=date(2018, 10, 9))

    assert result.absent == (stamp(4, 4), stamp(4, 5))
    assert result.newest == stamp(4, 6)[:14]


def test_files_of_today_that_come_later_are_fetched_later(bench: Bench) -> None:
    bench.fetch(last=date(2018, 10, 9))
    bench.site.publish(stamp(4, 4))

    later = bench.fetch(last=date(2018, 10, 9))

    assert later.fetched == (stamp(4, 4),)
    assert later.held == 4


@pytest.mark.parametrize("fault", [CUT, RESET])
def test_a_file_that_breaks_off_goes_on_where_it_did(bench: Bench, fault: str) -> None:
    bench.site.faults[at(NAMES[0])] = [fault]

    result = bench.fetch()

    ranges = [asked for path, asked in bench.site.asked if path == at(NAMES[0])]
    assert len(ranges) == 2
    assert ranges[1].startswith("bytes=") or fault == RESET  # which may lose what had come
    assert not result.failed
    assert bench.shelf.events() == bench.everything()


def test_a_file_that_breaks_off_goes_on_in_the_next_run(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [CUT]

    broken = bench.fetch(replace(QUICK, tries=1))

    (failed,) = broken.failed
    assert (failed.name, failed.code) == (NAMES[0], "R959")
    assert bench.left() == [f"{NAMES[0]}.part", f"{NAMES[0]}.part.json"]
    assert len(broken.fetched) == 3

    result = bench.fetch()

    (ranged,) = [asked for path, asked in bench.site.asked if path == at(NAMES[0])]
    size = len(bench.site.files[at(NAMES[0])])
    assert ranged == f"bytes={size // 2}-"
    assert result.fetched == (NAMES[0],)
    assert bench.shelf.events() == bench.everything()
    assert bench.left() == []


def test_a_server_without_validators_is_gone_on_with_too(bench: Bench) -> None:
    bench.site.validators = False
    bench.site.faults[at(NAMES[0])] = [CUT]

    assert not bench.fetch().failed
    assert bench.shelf.events() == bench.everything()


def test_a_range_that_is_ignored_begins_anew(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [CUT, IGNORE]

    assert not bench.fetch().failed
    assert bench.shelf.events() == bench.everything()


def test_a_part_of_another_file_is_not_gone_on_with(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [CUT]
    bench.fetch(replace(QUICK, tries=1))
    body = export(NAMES[0], row(1), row(2), row(3))
    bench.site.put(NAMES[0], body)  # the list states it once more, otherwise

    bench.fetch()

    assert [asked for path, asked in bench.site.asked if path == at(NAMES[0])] == [""]
    assert {"1", "2", "3"} <= {*bench.shelf.events()}


def test_a_file_that_changed_on_the_server_while_it_came_begins_anew(bench: Bench) -> None:
    body = bench.site.files[at(NAMES[0])]
    other = bytes(byte ^ 1 for byte in body)
    bench.site.files[at(NAMES[0])] = other
    bench.site.faults[at(NAMES[0])] = [CUT]
    bench.fetch(replace(QUICK, tries=1))
    bench.site.files[at(NAMES[0])] = body  # the ETag is another one now: 200, not 206

    assert not bench.fetch().failed
    assert bench.shelf.events() == bench.everything()


def test_a_checksum_wrong_once_is_tried_again(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [SHORTER]

    assert not bench.fetch().failed
    assert bench.shelf.events() == bench.everything()


def test_a_checksum_always_wrong_is_told_and_the_list_taken_anew(bench: Bench) -> None:
    bad = stamp(4, 4)
    bench.site.put(bad, export(bad, row(7)), md5="0" * 32)
    bench.site.publish(stamp(4, 5))

    result = bench.fetch()

    (failed,) = result.failed
    assert (failed.name, failed.code) == (bad, "R955")
    assert "0" * 32 in failed.why
    assert bench.site.paths().count(bad) == QUICK.tries
    assert stamp(4, 5) in result.fetched
    assert bench.left() == []
    path = "/gdeltv2/masterfilelist.txt"
    text = bench.site.files[path].decode()
    right = digest(bench.site.files[at(bad)])
    bench.site.files[path] = text.replace("0" * 32, right).encode()

    assert bench.fetch().fetched == (bad,)


def test_an_answer_that_is_too_slow_is_asked_for_again(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [SLOW]

    assert not bench.fetch().failed
    assert bench.shelf.events() == bench.everything()


def test_an_answer_that_only_drips_is_given_up_and_gone_on_with(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [DRIP]

    result = bench.fetch()

    (first, second) = [asked for path, asked in bench.site.asked if path == at(NAMES[0])]
    assert not first
    assert second.startswith("bytes=")
    assert any("too slowly" in what for what, _, _ in bench.told)
    assert not result.failed
    assert bench.shelf.events() == bench.everything()


def test_an_answer_always_too_slow_is_told(bench: Bench) -> None:
    bench.site.always[at(NAMES[0])] = SLOW

    result = bench.fetch(replace(QUICK, tries=2, read=0.05))

    (failed,) = result.failed
    assert failed.code == "R959"
    assert len(result.fetched) == 3


def test_a_server_that_asks_for_a_pause_gets_it(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [(429, "1")]

    assert not bench.fetch().failed

    times = [
        moment
        for (path, _), moment in zip(bench.site.asked, bench.site.times, strict=True)
        if path == at(NAMES[0])
    ]
    assert times[1] - times[0] >= 1.0


@pytest.mark.parametrize(
    "answer", [429, 503, (429, "9999"), (503, "Fri, 31 Dec 2100 23:59:59 GMT")]
)
def test_a_server_that_stays_busy_is_left_alone(bench: Bench, answer: object) -> None:
    bench.site.always[at(NAMES[1])] = answer

    result = bench.fetch()

    assert result.fetched == (NAMES[0],)
    assert "left alone" in result.stopped
    assert result.left == 2
    asked = bench.site.paths()
    assert asked.count(NAMES[1]) == (1 if isinstance(answer, tuple) else QUICK.tries)
    assert NAMES[2] not in asked


def test_a_fault_of_the_server_passes(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [500, 502]

    assert not bench.fetch().failed


def test_too_many_failures_in_a_row_stop(bench: Bench) -> None:
    bench.site.publish(stamp(4, 4), stamp(4, 5))
    for name in [*NAMES[1:], stamp(4, 4), stamp(4, 5)]:
        bench.site.always[at(name)] = 500

    result = bench.fetch()

    assert len(result.failed) == QUICK.in_a_row
    assert result.stopped == "3 files failed one after the other"
    assert result.left == 2
    assert result.fetched == (NAMES[0],)


def test_another_host_is_not_followed(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [ELSEWHERE]

    (failed,) = bench.fetch().failed

    assert failed.code == "R957"
    assert "localhost.invalid" in failed.why


def test_what_a_server_says_does_not_reach_the_terminal(bench: Bench) -> None:
    bench.site.faults[at(NAMES[0])] = [HOSTILE]

    (failed,) = bench.fetch().failed

    assert r"\x1b[31m" in failed.why
    assert failed.why.isprintable()

    bench.site.always["/gdeltv2/masterfilelist.txt"] = HOSTILE
    with pytest.raises(MissingResource) as caught:
        bench.fetch()
    assert str(caught.value).isprintable()


def test_the_same_host_is_followed(bench: Bench) -> None:
    bench.site.always[at(NAMES[0])] = HERE

    assert not bench.fetch().failed
    assert bench.shelf.events() == bench.everything()


def test_no_end_of_redirects_is_refused(bench: Bench) -> None:
    bench.site.always[at(NAMES[0])] = ENDLESS

    (failed,) = bench.fetch().failed

    assert failed.code == "R957"


def test_a_status_that_will_not_change_is_not_tried_again(bench: Bench) -> None:
    bench.site.always[at(NAMES[0])] = 403

    (failed,) = bench.fetch().failed

    assert failed.code == "R957"
    assert bench.site.paths().count(NAMES[0]) == 1


def test_a_body_longer_than_stated_is_cut_and_refused(bench: Bench) -> None:
    bench.site.always[at(NAMES[0])] = LONG

    (failed,) = bench.fetch().failed

    assert failed.code == "R956"
    assert bench.left() == []


def test_a_bomb_is_not_unpacked(bench: Bench) -> None:
    name = stamp(4, 4)
    bench.site.put(name, export(name, "0" * (17 << 20)))

    (failed,) = bench.fetch().failed

    assert failed.code == "R958"
    assert "times its own size" in failed.why
    assert name not in bench.shelf.names


def test_no_archive_is_told(bench: Bench) -> None:
    bench.site.put(stamp(4, 4), b"<html>")

    (failed,) = bench.fetch().failed

    assert failed.code == "R958"


def test_what_the_store_cannot_read_is_told(bench: Bench) -> None:
    def refuse(path: Path) -> None:
        if path.name == NAMES[1]:
            raise InputError([])

    bench.shelf.before = refuse

    (failed,) = bench.fetch().failed

    assert (failed.name, failed.code) == (NAMES[1], "R958")
    assert bench.left() == []


def test_names_with_folders_are_never_written(bench: Bench) -> None:
    body = b"x"
    for name in ("../../x.export.CSV.zip", "..%2F20181004010000.export.CSV.zip", "/etc/x"):
        bench.site.line(f"1 {digest(body)} http://data.gdeltproject.org/gdeltv2/{name}")
        bench.site.files[at(name)] = body

    result = bench.fetch()

    assert result.unread == 2  # the third is about no export
    assert len(result.fetched) == 4
    assert {p.name for p in bench.folder.iterdir()} == {"fetch"}
    assert [*bench.folder.parent.iterdir()] == [bench.folder]


def test_garbage_in_the_list_is_counted(bench: Bench) -> None:
    for text in (
        "http://data.gdeltproject.org/gdeltv2/20181004010000.export.CSV.zip",
        f"x {'0' * 32} http://data.gdeltproject.org/gdeltv2/20181004010000.export.CSV.zip",
        f"9 {'0' * 32} http://data.gdeltproject.org/gdeltv2/20181304010000.export.CSV.zip",
        "\xff\x00 .export.CSV.zip",
    ):
        bench.site.line(text)

    result = bench.fetch()

    assert result.unread == 4
    assert len(result.fetched) == 4


@pytest.mark.parametrize("body", [b"", b"<html>please sign in</html>\n"])
def test_no_list_is_the_wrong_address(bench: Bench, body: bytes) -> None:
    bench.site.files["/gdeltv2/masterfilelist.txt"] = body

    with pytest.raises(InputError) as caught:
        bench.fetch()

    assert [p.code for p in caught.value.problems] == ["R953"]


def test_no_list_at_all_is_the_wrong_address(bench: Bench) -> None:
    with pytest.raises(InputError) as caught:
        bench.fetch(address=f"{bench.address}/mirror")

    assert [p.code for p in caught.value.problems] == ["R953"]


def test_a_list_that_cannot_be_had_is_a_missing_resource(bench: Bench) -> None:
    bench.site.always["/gdeltv2/masterfilelist.txt"] = 503

    with pytest.raises(MissingResource, match=r"list of files cannot be had.*503"):
        bench.fetch()


def test_where_nothing_answers_the_network_is_away(bench: Bench) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        with pytest.raises(MissingResource, match="out of reach"):
            bench.fetch(address=f"http://127.0.0.1:{port}")


def test_the_network_may_go_away_in_the_middle(bench: Bench) -> None:
    for name in NAMES[1:]:
        bench.site.always[at(name)] = RESET

    gone = bench.fetch()

    assert gone.fetched == (NAMES[0],)
    assert gone.stopped

    bench.site.always.clear()

    assert bench.fetch().fetched == tuple(NAMES[1:])
    assert bench.shelf.events() == bench.everything()


def test_interrupted_in_the_middle_of_a_file_it_goes_on(bench: Bench) -> None:
    def stop(what: str, _done: int, _total: int) -> None:
        if what.startswith(NAMES[2]):
            raise KeyboardInterrupt

    ask = Asked(DAY, DAY, address=bench.address)
    with pytest.raises(KeyboardInterrupt):
        fetch(ask, bench.shelf, bench.folder, QUICK, stop)

    assert bench.fetch().fetched == tuple(NAMES[2:])
    assert bench.shelf.events() == bench.everything()


PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from detente.store.fetch.fetch import Asked, fetch
from detente.store.fetch.manners import Manners
from tests.store.fetch.shelf import Shelf
day = date(2018, 10, 4)
asked = Asked(day, day, address=sys.argv[1])
fetch(asked, Shelf(), Path(sys.argv[2]), Manners(pause=0.0), lambda *_: None)
"""


@pytest.mark.crash
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_process_that_ends_in_the_middle_of_a_file_leaves_what_had_come(
    bench: Bench, sign: signal.Signals
) -> None:
    bench.site.faults[at(NAMES[0])] = [HANG]
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, bench.address, bench.folder],
        cwd=Path(__file__).parents[3],
        stderr=subprocess.DEVNULL,
    ) as process:
        assert bench.site.hanging.wait(20)
        half = len(bench.site.files[at(NAMES[0])]) // 2
        part = bench.folder / "fetch" / "gdeltv2" / f"{NAMES[0]}.part"
        until = time.monotonic() + 10
        while not (part.exists() and part.stat().st_size == half) and time.monotonic() < until:
            time.sleep(0.01)
        process.send_signal(sign)
    bench.site.let_go.set()
    assert process.returncode != 0

    result = bench.fetch()

    assert result.fetched == tuple(NAMES)
    assert [asked for path, asked in bench.site.asked if path == at(NAMES[0])] == [f"bytes={half}-"]
    assert bench.shelf.events() == bench.everything()


def test_ended_between_the_store_and_the_log_nothing_doubles(bench: Bench) -> None:
    take = bench.shelf.take

    def die(path: Path) -> None:
        if path.name == NAMES[1]:
            bench.shelf.before = lambda _path: None
            take(path)
            raise KeyboardInterrupt

    bench.shelf.before = die
    with pytest.raises(KeyboardInterrupt):
        bench.fetch()

    result = bench.fetch()

    assert result.held == 1
    assert NAMES[1] not in bench.site.paths()  # it lies whole in the work folder
    assert bench.shelf.events() == bench.everything()


FAULTS = st.sampled_from([CUT, CUT, SHORTER, IGNORE, LONG, HERE, 404, 403, 500, (429, "0")])


@pytest.mark.slow
@given(
    plans=st.lists(st.lists(FAULTS, max_size=4), min_size=4, max_size=4),
    stops=st.lists(st.integers(0, 12), max_size=2),
)
@settings(max_examples=25)
def test_whatever_happens_no_event_is_lost_or_doubled(
    plans: list[list[object]], stops: list[int]
) -> None:
    """Fetches until nothing is left: some are interrupted, and the server errs as it likes."""
    site = Site()
    site.publish(*NAMES)
    with serving(site) as address, tempfile.TemporaryDirectory() as folder:
        bench = Bench(site, address, Path(folder) / "store")
        for name, plan in zip(NAMES, plans, strict=True):
            site.faults[at(name)] = [*plan]
        for stop in stops:
            bench.stop_at = len(bench.told) + stop
            with contextlib.suppress(KeyboardInterrupt):
                bench.fetch()
        bench.stop_at = -1
        for _ in range(8):
            bench.fetch()

        assert bench.shelf.events() == bench.everything()
        assert bench.fetch().held == len(NAMES)
        assert bench.left() == []


def test_fewer_states_are_held_by_more_and_not_the_other_way(bench: Bench) -> None:
    bench.shelf.keep = frozenset({"JPN", "RUS"})
    bench.fetch(keep=bench.shelf.keep)

    assert bench.fetch(keep=frozenset({"RUS"})).held == 4
    assert bench.fetch(keep=frozenset({"RUS", "USA"}), dry=True).left == 4
    assert bench.fetch(keep=None, dry=True).left == 4


def test_what_the_store_no_longer_has_is_fetched_again(bench: Bench) -> None:
    bench.fetch()
    bench.shelf.held.clear()

    assert len(bench.fetch().fetched) == 4


def test_there_is_one_fetch_at_a_time(bench: Bench) -> None:
    bench.fetch()
    with filelock.FileLock(bench.folder / "fetch" / "lock"), ThreadedFetch(bench) as other:
        assert isinstance(other.error, MissingResource)
        assert "another fetch" in str(other.error)


class ThreadedFetch:
    """A fetch in a thread of its own, joined."""

    def __init__(self, bench: Bench) -> None:
        self.error: Exception | None = None
        self._bench = bench

    def __enter__(self) -> ThreadedFetch:
        thread = threading.Thread(target=self._run)
        thread.start()
        thread.join()
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def _run(self) -> None:
        try:
            self._bench.fetch()
        except MissingResource as error:
            self.error = error


def test_a_folder_that_cannot_be_is_a_missing_resource(bench: Bench) -> None:
    bench.folder.write_text("a file")

    with pytest.raises(MissingResource):
        bench.fetch()


def test_all_that_is_wrong_with_the_question_is_told_at_once() -> None:
    asked = Asked(date(2015, 1, 2), date(2015, 1, 1), address="ftp://x")
    with pytest.raises(InputError) as caught:
        fetch(asked, Shelf(), Path("nowhere"), QUICK, lambda *_: None)

    assert [p.code for p in caught.value.problems] == ["R950", "R951", "R952"]
    assert "--version 1" in str(caught.value)
    assert not Path("nowhere").exists()


def test_requests_keep_their_pause(bench: Bench) -> None:
    begun = time.monotonic()

    bench.fetch(replace(QUICK, pause=0.05))

    assert time.monotonic() - begun >= 4 * 0.05


def test_version_1_takes_days_months_and_years(bench: Bench) -> None:
    bodies = {
        name: export(name, row(number, day="20130331"))
        for number, name in enumerate(("1979.zip", "201303.zip", "20130401.export.CSV.zip"))
    }
    site = bench.site
    site.files = {f"/events/{name}": body for name, body in bodies.items()}
    sums = "".join(f"{digest(body)}  {name}\n" for name, body in bodies.items())
    site.files["/events/md5sums"] = (
        f"{'0' * 32}  GDELT.MASTERREDUCEDV2.1979-2013.zip\n{sums}".encode()
    )
    sizes = "".join(f"{len(body)} {name}\n" for name, body in [*bodies.items()][:2])
    site.files["/events/filesizes"] = sizes.encode()
    result = bench.fetch(version=1, first=date(2013, 3, 30), last=date(2013, 4, 3))

    assert result.source == "gdelt1"
    assert result.fetched == ("201303.zip", "20130401.export.CSV.zip")
    assert result.absent == ()
    assert bench.fetch(version=1, first=date(2013, 3, 30), last=date(2013, 4, 1)).held == 2


def test_the_home_is_reached_over_tls() -> None:
    assert HOME.startswith("https://")


def test_a_disk_without_locks_is_a_missing_resource(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(filelock.FileLock, "acquire", none)

    with pytest.raises(MissingResource, match="knows no locks"):
        bench.fetch()
