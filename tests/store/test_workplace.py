from pathlib import Path

import filelock
import pytest

from detente.base.errors import MissingResource
from detente.store.disk import Disk
from detente.store.entry import PARTS
from detente.store.manifest import LOCK, Manifest
from detente.store.store import Store
from detente.store.workplace import Workplace
from tests.store.own import OWN, several


def _workplace(folder: Path, patience: float = 5) -> Workplace:
    return Workplace(Manifest(folder), Disk(), patience)


def test_a_writer_has_a_folder_of_its_own_while_it_writes(tmp_path: Path) -> None:
    place = _workplace(tmp_path / "store")

    with place.own() as one, place.own() as other:
        assert one != other
        assert {one.parent, other.parent} == {tmp_path / "store" / "work"}

    assert not [*(tmp_path / "store" / "work").iterdir()]


def test_what_the_dead_left_is_swept_and_the_living_keep_theirs(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with _workplace(folder).own() as living:
        (folder / "work" / "dead").mkdir()
        (folder / "work" / "dead" / "events.parquet").write_text("half")
        for part in PARTS:
            (folder / part / f"own-{'0' * 64}.parquet").write_text("moved, never kept")

        with _workplace(folder).own():
            assert living.is_dir()
            assert not (folder / "work" / "dead").exists()

        assert not [path for part in PARTS for path in (folder / part).iterdir()]


def test_a_lock_that_is_held_too_long_is_a_missing_resource(tmp_path: Path) -> None:
    (path,) = several(tmp_path / "in", 1)
    folder = tmp_path / "store"
    Store(folder).add(path, OWN)
    other = several(tmp_path / "more", 2)[1]

    with (
        filelock.FileLock(folder / LOCK),
        pytest.raises(MissingResource, match="another process has held"),
    ):
        Store(folder, patience=0.1).add(other, OWN)


def test_a_disk_without_locks_is_a_missing_resource(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(filelock.FileLock, "acquire", none)

    with pytest.raises(MissingResource, match="knows no locks"), _workplace(tmp_path / "a").alone():
        pass
