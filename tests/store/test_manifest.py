from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.store.manifest import FORM_FILE, MANIFEST, Manifest, is_key
from detente.store.store import Store
from tests.store.own import OWN, kept, several


def _codes(folder: Path) -> list[str]:
    with pytest.raises(InputError) as refused:
        Manifest(folder).entries()
    return [problem.code for problem in refused.value.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = Store(tmp_path / "store")
    for path in several(tmp_path / "in", 2):
        store.add(path, OWN)
    return store.folder


def test_no_folder_and_an_empty_one_hold_nothing(tmp_path: Path) -> None:
    assert Manifest(tmp_path / "none").entries() == ()
    assert Manifest(tmp_path).entries() == ()


@pytest.mark.parametrize("text", ['{"form": 2}', "", "[]", '{"form": true}', '{"form": "1"}', "{"])
def test_a_store_of_another_form_is_refused(text: str, folder: Path) -> None:
    (folder / FORM_FILE).write_text(text)

    assert _codes(folder) == ["R901"]
    with pytest.raises(InputError) as refused:
        Store(folder).add(folder / FORM_FILE, OWN)
    (problem,) = refused.value.problems
    assert (problem.code, bool(problem.hint)) == ("R901", True)


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")

    assert _codes(tmp_path) == ["R910"]
    assert _codes(tmp_path / "letter.txt") == ["R910"]


def test_every_damaged_entry_is_told(folder: Path) -> None:
    first, second = sorted((folder / MANIFEST).iterdir())
    first.write_text("{}")
    second.write_text(second.read_text().replace('"own-', '"other-', 1))

    assert _codes(folder) == ["R902", "R902"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[" * 100_000, b'{"key": 1}', b"null"])
def test_an_entry_of_any_bytes_is_told(data: bytes, folder: Path) -> None:
    next((folder / MANIFEST).iterdir()).write_bytes(data)

    assert _codes(folder) == ["R902"]


def test_what_is_not_ours_is_left_alone(folder: Path, tmp_path: Path) -> None:
    before = kept(Store(folder))
    odd = [
        folder / MANIFEST / "notes.txt",
        folder / MANIFEST / "x.json",
        folder / "events" / "mine.parquet",
        folder / "work" / "mine.txt",
        folder / "letter.txt",
    ]
    for path in odd:
        path.write_text("mine")
    (folder / MANIFEST / "there").symlink_to(tmp_path)

    Store(folder).add(several(tmp_path / "more", 3)[2], OWN)

    assert all(path.read_text() == "mine" for path in odd)
    assert {*before} < {*kept(Store(folder))}


def test_a_manifest_reads_an_entry_once(folder: Path) -> None:
    manifest = Manifest(folder)

    first, second = manifest.entries(), manifest.entries()

    assert all(one is other for one, other in zip(first, second, strict=True))


def test_keys_are_told_from_other_names() -> None:
    assert is_key("icews-" + "0" * 64)
    assert is_key("icews-" + "0" * 64 + "-" + "f" * 12)
    assert not is_key("../icews-" + "0" * 64)
    assert not is_key("icews")
