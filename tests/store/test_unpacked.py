import gzip
import os
import zipfile
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.store import unpacked as module
from detente.store.store import Store
from detente.store.unpacked import blocks, compression, head, plain_name, regular
from tests.store.own import OWN, kept, several

TEXT = b"one\ntwo\n" * 2000


def _zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def _refused(path: Path) -> list[str]:
    with pytest.raises(InputError) as refused:
        [*blocks(path)]
    assert all(problem.file == str(path) for problem in refused.value.problems)
    return [problem.code for problem in refused.value.problems]


def test_a_content_is_the_same_however_it_is_packed(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(TEXT)
    (tmp_path / "packed.gz").write_bytes(gzip.compress(TEXT))
    _zipped(tmp_path / "packed.zip", inside=TEXT)

    for name, kind in (("plain", ""), ("packed.gz", "gz"), ("packed.zip", "zip")):
        path = tmp_path / name
        assert compression(path) == kind
        assert b"".join(blocks(path, 1000)) == TEXT
        assert head(path, 10) == TEXT[:10]


def test_packed_or_not_it_is_kept_once(tmp_path: Path) -> None:
    (plain,) = several(tmp_path / "in", 1)
    packed = tmp_path / "own-000.tab.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    store = Store(tmp_path / "store")

    first = store.add(packed, OWN)

    assert (first.new, first.entry.name) == (True, "own-000.tab")
    assert not store.add(plain, OWN).new
    assert not store.add(_zipped(tmp_path / "a.zip", own=plain.read_bytes()), OWN).new
    assert len(kept(store)) == 30


@pytest.mark.parametrize("end", [10, -6])
def test_a_cut_archive_is_refused(end: int, tmp_path: Path) -> None:
    for name, data in (
        ("a.gz", gzip.compress(os.urandom(5000))),
        ("a.zip", _zipped(tmp_path / "whole", a=os.urandom(5000)).read_bytes()),
    ):
        (tmp_path / name).write_bytes(data[:end])
        assert _refused(tmp_path / name) == ["R905"]


def test_bytes_that_fail_their_check_are_refused(tmp_path: Path) -> None:
    data = bytearray(_zipped(tmp_path / "a.zip", a=TEXT).read_bytes())
    data[45] ^= 255
    (tmp_path / "a.zip").write_bytes(data)

    assert _refused(tmp_path / "a.zip") == ["R905"]


@pytest.mark.parametrize("members", [{}, {"a": b"1", "b": b"2"}])
def test_an_archive_holds_one_file(members: dict[str, bytes], tmp_path: Path) -> None:
    assert _refused(_zipped(tmp_path / "a.zip", **members)) == ["R906"]


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FREE", 1 << 16)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"\0" * (1 << 20)))

    assert _refused(tmp_path / "bomb.gz") == ["R907"]


def test_a_locked_member_is_refused(tmp_path: Path) -> None:
    data = bytearray(_zipped(tmp_path / "a.zip", a=TEXT).read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)

    assert _refused(tmp_path / "a.zip") == ["R905"]


def test_only_a_regular_file_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe", tmp_path / "absent"):
        with pytest.raises(InputError) as refused:
            regular(path)
        assert [problem.code for problem in refused.value.problems] == ["R904"]


def test_a_name_loses_its_packing() -> None:
    names = [plain_name(Path(name)) for name in ("a.csv.GZ", "a.zip", ".gz", "a.tab")]

    assert names == ["a.csv", "a", ".gz", "a.tab"]
