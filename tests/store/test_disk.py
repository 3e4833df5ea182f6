import hashlib
from pathlib import Path

import pytest

from detente.store.disk import Disk
from tests.store.faults import Faulty


def test_a_file_is_written_made_safe_and_moved_into_its_place(tmp_path: Path) -> None:
    disk = Faulty()
    disk.folder(tmp_path / "a" / "b")

    with disk.create(tmp_path / "new") as sink:
        sink.write(b"one")
        sink.write(b"two")
    disk.rename(tmp_path / "new", tmp_path / "a" / "b" / "kept")

    assert (tmp_path / "a" / "b" / "kept").read_bytes() == b"onetwo"
    assert (sink.size, sink.sha256()) == (6, hashlib.sha256(b"onetwo").hexdigest())
    assert [kind for kind, _ in disk.places] == [
        "folder", "fsync", "write", "fsync", "rename", "fsync",
    ]  # fmt: skip


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    disk = Faulty()

    disk.folder(tmp_path)

    assert not disk.places


def test_a_write_that_fails_closes_the_file(tmp_path: Path) -> None:
    with (
        pytest.raises(OSError, match="Input/output"),
        Faulty("write", 1).create(tmp_path / "x") as sink,
    ):
        sink.write(b"1" * 3_000_000)

    assert sink.closed


def test_files_and_folders_go(tmp_path: Path) -> None:
    disk = Disk()
    disk.write(tmp_path / "file", b"1")
    (tmp_path / "folder").mkdir()
    disk.write(tmp_path / "folder" / "file", b"1")

    for name in ("file", "folder", "absent"):
        disk.remove(tmp_path / name)

    assert not [*tmp_path.iterdir()]


def test_a_link_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")

    Disk().remove(tmp_path / "link")

    assert [path.name for path in tmp_path.iterdir()] == ["there"]
