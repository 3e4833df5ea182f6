from pathlib import Path

import pytest

from detente.base.errors import InputError, MissingResource
from detente.cli.fresh import write_fresh


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    write_fresh({tmp_path / "a" / "b": b"1", tmp_path / "a" / "c": b"2"})

    assert (tmp_path / "a" / "b").read_bytes() == b"1"


def test_nothing_is_written_where_one_file_exists(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(b"mine")

    with pytest.raises(InputError, match="U602"):
        write_fresh({tmp_path / "b": b"1", tmp_path / "c": b"2"})

    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_a_file_that_is_the_same_is_shared_and_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_bytes(b"2")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")

    write_fresh({tmp_path / "b": b"1", tmp_path / "events.csv": b"2"})
    with pytest.raises(InputError, match="U602"):
        write_fresh({tmp_path / "b": b"1"})
    with pytest.raises(InputError, match="U602"):
        write_fresh({tmp_path / "link": b"1"})

    assert not (tmp_path / "elsewhere").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(InputError, match="no folder"):
        write_fresh({tmp_path / "a" / "b": b"1"})


def test_what_was_made_is_removed_when_the_rest_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(MissingResource, match="cannot be written"):
        write_fresh({tmp_path / "a": b"1", tmp_path / ("x" * 300): b"2"})

    assert not [*tmp_path.iterdir()]
