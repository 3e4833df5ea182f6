import errno
import os
import tempfile
from pathlib import Path
from typing import Any, NoReturn

import pytest

from detente.base.errors import InputError, MissingResource
from detente.cli.writing import write_files


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
