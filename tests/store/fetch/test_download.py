from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.store.fetch.door import Door, Troubled
from detente.store.fetch.download import TooLong, Unfit, download, forget
from detente.store.fetch.gdelt import Listed
from detente.store.fetch.manners import Manners
from tests.store.fetch.server import CUT, LONG, SHORTER, Site, digest, serving

QUICK = Manners(pause=0.0, tries=2, first_wait=0.001, connect=0.5, read=0.2)
BODY = bytes(range(256)) * 400
DAY = date(2018, 10, 4)
FILE = Listed("a.zip", len(BODY), digest(BODY), DAY, DAY)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site(files={"/x/a.zip": BODY})
    with serving(site):
        yield site


def get(site: Site, folder: Path, file: Listed = FILE, manners: Manners = QUICK) -> Path:
    return download(Door(site.address, manners), "x/a.zip", file, folder, lambda *_: None)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_comes_whole_and_leaves_nothing_beside_it(site: Site, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    door = Door(site.address, QUICK)

    path = download(door, "x/a.zip", FILE, tmp_path, lambda *each: told.append(each))

    assert path.read_bytes() == BODY
    assert names(tmp_path) == {"a.zip"}
    assert told[-1] == ("a.zip", len(BODY), len(BODY))


def test_a_whole_file_is_not_asked_for(site: Site, tmp_path: Path) -> None:
    get(site, tmp_path)
    site.asked.clear()

    assert get(site, tmp_path).read_bytes() == BODY
    assert site.asked == []


def test_a_whole_file_that_does_not_fit_is_received_anew(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"other")

    assert get(site, tmp_path).read_bytes() == BODY


@pytest.mark.parametrize("size", [len(BODY), None])
def test_a_part_is_gone_on_with_and_asked_for_if_still_the_same(
    site: Site, tmp_path: Path, size: int | None
) -> None:
    file = replace(FILE, size=size)
    site.faults["/x/a.zip"] = [CUT]

    assert get(site, tmp_path, file).read_bytes() == BODY
    assert [asked for _, asked in site.asked] == ["", f"bytes={len(BODY) // 2}-"]


def test_a_whole_part_is_only_checked(site: Site, tmp_path: Path) -> None:
    site.faults["/x/a.zip"] = [CUT]
    with pytest.raises(Troubled):
        get(site, tmp_path, manners=replace(QUICK, tries=1))
    (tmp_path / "a.zip.part").write_bytes(BODY)
    site.asked.clear()

    assert get(site, tmp_path).read_bytes() == BODY
    assert site.asked == []


@pytest.mark.parametrize("more", [b"x", b"x" * len(BODY)])
def test_a_part_that_is_spoilt_is_found_out(site: Site, tmp_path: Path, more: bytes) -> None:
    site.faults["/x/a.zip"] = [CUT]
    with pytest.raises(Troubled):
        get(site, tmp_path, manners=replace(QUICK, tries=1))
    with (tmp_path / "a.zip.part").open("ab") as part:
        part.write(more)

    assert get(site, tmp_path).read_bytes() == BODY


def test_a_part_without_its_note_is_not_gone_on_with(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.zip.part").write_bytes(BODY[:9])

    assert get(site, tmp_path).read_bytes() == BODY
    assert [asked for _, asked in site.asked] == [""]


def test_a_server_that_has_become_shorter_is_asked_anew(site: Site, tmp_path: Path) -> None:
    file = replace(FILE, size=None)
    site.faults["/x/a.zip"] = [CUT]
    with pytest.raises(Troubled):
        get(site, tmp_path, file, replace(QUICK, tries=1))
    site.validators = False
    note = tmp_path / "a.zip.part.json"
    note.write_text(
        note.read_text().replace("validator", "valid").replace('"valid"', '"validator"')
    )
    short = BODY[:100]
    site.files["/x/a.zip"] = short
    with pytest.raises(Unfit):
        get(site, tmp_path, file, replace(QUICK, tries=3))


@pytest.mark.parametrize("size", [len(BODY), None])
def test_another_md5_is_unfit(site: Site, tmp_path: Path, size: int | None) -> None:
    with pytest.raises(Unfit, match="MD5"):
        get(site, tmp_path, replace(FILE, md5="0" * 32, size=size))

    assert len(site.asked) == QUICK.tries
    assert names(tmp_path) == set()


def test_another_size_is_unfit(site: Site, tmp_path: Path) -> None:
    site.always["/x/a.zip"] = SHORTER

    with pytest.raises(Unfit, match="bytes where the list states"):
        get(site, tmp_path)


def test_more_than_stated_is_not_received(site: Site, tmp_path: Path) -> None:
    site.always["/x/a.zip"] = LONG

    with pytest.raises(TooLong):
        get(site, tmp_path)
    assert names(tmp_path) == set()
    assert len(site.asked) == 1


def test_a_folder_that_holds_none_forgets(tmp_path: Path) -> None:
    forget(tmp_path / "a.zip")

    assert names(tmp_path) == set()
