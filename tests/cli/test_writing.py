import errno
import os
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import pytest

from detente.base.errors import InputError, MissingResource
from detente.cli.writing import (
    copy_file,
    new_file,
    refuse_existing,
    refuse_read_only,
    replace_file,
    write_files,
)


def test_files_are_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"

    assert write_files(folder, {"x": "é", "y": "2"}) == [folder / "x", folder / "y"]

    assert (folder / "x").read_text(encoding="utf-8") == "é"
    assert sorted(path.name for path in folder.iterdir()) == ["x", "y"]


def test_a_file_is_replaced_and_readable_as_others_are(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("old")
    umask = os.umask(0o022)
    try:
        write_files(tmp_path, {"x": "new"})
    finally:
        os.umask(umask)

    assert (tmp_path / "x").read_text() == "new"
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("way", ["made", "write", "fsync", "chmod", "rename"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_text("old")

    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    plain = tempfile.NamedTemporaryFile

    def half(*arguments: Any, **options: Any) -> Any:
        file = plain(*arguments, **options)
        file.write = full  # type: ignore[method-assign] # the disk fills while it is written
        return file

    if way == "made":
        monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    elif way == "write":
        monkeypatch.setattr(tempfile, "NamedTemporaryFile", half)
    elif way == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, {"chmod": "chmod", "rename": "replace"}[way], full)

    with pytest.raises(MissingResource, match="No space left"):
        write_files(tmp_path, {"x": "new"})

    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert (tmp_path / "x").read_text() == "old"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("kept")

    for folder in (tmp_path / "x", tmp_path / "x" / "y"):
        with pytest.raises(InputError) as caught:
            write_files(folder, {"a": "b"})
        assert [problem.code for problem in caught.value.problems] == ["U602"]
    assert (tmp_path / "x").read_text() == "kept"


def test_a_folder_that_cannot_be_made_is_a_missing_resource() -> None:
    with pytest.raises(MissingResource, match="cannot be made"):
        write_files(Path("/proc/detente/out"), {"a": "b"})


def test_a_name_that_is_a_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()

    with pytest.raises(MissingResource, match="cannot be written"):
        write_files(tmp_path, {"x": "new"})

    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_replaced_file_keeps_permissions_line_ends_and_mark(tmp_path: Path) -> None:
    path, link = tmp_path / "x", tmp_path / "link"
    path.write_bytes(b"\xef\xbb\xbfold\r\n")
    path.chmod(0o640)
    link.symlink_to(path)

    replace_file(link, "new\r\n")

    assert path.read_bytes() == b"\xef\xbb\xbfnew\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()


def test_a_new_file_brings_the_one_that_belongs_to_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "x.csv").write_bytes(b"\xff1")

    for name in ("x.yaml", "y.yaml"):
        new_file(tmp_path / "a" / name, "text", tmp_path / "x.csv")

    found = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert found == {"x.csv": b"\xff1", "x.yaml": b"text", "y.yaml": b"text"}


def test_what_exists_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_text("another")

    for path, beside in (
        (tmp_path / "x", None),
        (tmp_path / "gone", None),
        (tmp_path / "no" / "where", None),
        (tmp_path / "a" / "y", tmp_path / "x"),
    ):
        with pytest.raises(InputError, match="U602"):
            refuse_existing(path, beside)
    with pytest.raises(MissingResource, match="cannot be written"):
        copy_file(tmp_path / "x", tmp_path / "a" / "x")
    assert (tmp_path / "a" / "x").read_text() == "another"


def test_what_cannot_be_read_or_written_is_a_missing_resource(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_text("mine")
    with pytest.raises(MissingResource, match="cannot be read"):
        replace_file(tmp_path / "nowhere", "text")
    with pytest.raises(MissingResource, match="cannot be read"):
        copy_file(tmp_path / "nowhere", tmp_path / "y")

    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(MissingResource, match="read-only"):
        refuse_existing(tmp_path / "y")
    with pytest.raises(MissingResource, match="read-only"):
        refuse_read_only(tmp_path / "x")
