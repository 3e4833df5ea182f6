from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.store.fetch import lists
from detente.store.fetch.door import Door, Refused, Troubled
from detente.store.fetch.gdelt import Listing, Version
from detente.store.fetch.lists import MASTER, drop, listing
from detente.store.fetch.manners import Manners
from tests.store.fetch.server import CUT, IGNORE, Site, serving, stamp

QUICK = Manners(pause=0.0, tries=2, first_wait=0.001, connect=0.5, read=0.2)
PATH = f"/gdeltv2/{MASTER}"
DAY = date(2018, 10, 4)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "OVERLAP", 32)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    with serving(site):
        add(site, range(8))
        yield site


def add(site: Site, quarters: range) -> None:
    for quarter in quarters:
        site.line(f"9 {quarter:032x} http://data.gdeltproject.org/gdeltv2/{stamp(4, quarter)}")


def take(site: Site, folder: Path, version: Version = 2) -> Listing:
    site.asked.clear()
    door = Door(site.address, QUICK)
    return listing(door, version, folder, (DAY, DAY), lambda *_: None)


def test_a_list_is_taken_whole_and_then_only_its_end(site: Site, tmp_path: Path) -> None:
    assert len(take(site, tmp_path).files) == 8
    before = len(site.files[PATH])
    add(site, range(8, 10))

    assert len(take(site, tmp_path).files) == 10
    assert site.asked == [(PATH, f"bytes={before - 32}-")]
    assert (tmp_path / MASTER).read_bytes() == site.files[PATH]


def test_a_list_that_has_not_grown_stays(site: Site, tmp_path: Path) -> None:
    take(site, tmp_path)

    assert len(take(site, tmp_path).files) == 8
    assert (tmp_path / MASTER).read_bytes() == site.files[PATH]


def test_a_list_that_broke_off_goes_on(site: Site, tmp_path: Path) -> None:
    site.faults[PATH] = [CUT]

    assert len(take(site, tmp_path).files) == 8
    assert len(site.asked) == 2
    assert site.asked[1][1]


@pytest.mark.parametrize("change", ["end", "shorter", "a little shorter"])
def test_another_list_is_taken_whole(site: Site, tmp_path: Path, change: str) -> None:
    take(site, tmp_path)
    body = site.files[PATH]
    if change == "end":
        site.files[PATH] = body[:-40] + body[-40:].replace(b"0145", b"0200")
    else:
        site.files[PATH] = body[: len(body) // 2 if change == "shorter" else -10]

    take(site, tmp_path)

    assert (tmp_path / MASTER).read_bytes() == site.files[PATH]
    assert [asked for _, asked in site.asked][1:] == [""]


def test_a_server_that_knows_no_ranges_is_read_whole(site: Site, tmp_path: Path) -> None:
    take(site, tmp_path)
    site.always[PATH] = IGNORE
    add(site, range(8, 9))

    assert len(take(site, tmp_path).files) == 9
    assert (tmp_path / MASTER).read_bytes() == site.files[PATH]


def test_a_list_without_end_is_refused(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "LONGEST", 100)

    with pytest.raises(Refused, match="longer than a list may be"):
        take(site, tmp_path)


def test_a_list_that_always_breaks_off_is_not_used(site: Site, tmp_path: Path) -> None:
    site.always[PATH] = CUT
    site.validators = False

    with pytest.raises(Troubled):
        take(site, tmp_path)


def test_a_page_that_is_no_list_is_not_kept(site: Site, tmp_path: Path) -> None:
    site.files[PATH] = b"<html>" * 9000  # one line, longer than any of a list

    with pytest.raises(InputError) as caught:
        take(site, tmp_path)
    assert [p.code for p in caught.value.problems] == ["R953"]
    assert not (tmp_path / MASTER).exists()


def test_the_lists_of_version_1_are_taken_each_time(site: Site, tmp_path: Path) -> None:
    name = "20181004.export.CSV.zip"
    site.files["/events/md5sums"] = f"{'0' * 32}  {name}\n".encode()
    site.files["/events/filesizes"] = f"7 {name}\n".encode()

    for _ in range(2):
        assert [each.size for each in take(site, tmp_path, 1).files] == [7]
        assert len(site.asked) == 2
    drop(1, tmp_path)
    assert [*tmp_path.iterdir()] == []
