from pathlib import Path

import pytest

from detente.store.manifest import MANIFEST
from detente.store.store import Store
from detente.store.verify import damages
from tests.store.own import OWN, several


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    for path in several(tmp_path / "in", 2):
        store.add(path, OWN)
    return store


def test_what_is_as_it_was_written_has_no_damage(store: Store) -> None:
    told: list[str] = []

    assert damages(store.manifest, lambda what, _done, _total: told.append(what)) == ()
    assert told == ["verifying", "verifying"]


def test_every_damage_is_told(store: Store) -> None:
    first, second = sorted((store.folder / "events").iterdir())
    data = bytearray(first.read_bytes())
    data[len(data) // 2] ^= 1
    first.write_bytes(data)
    second.unlink()
    next((store.folder / "aside").iterdir()).unlink()

    found = damages(store.manifest)

    assert [problem.code for problem in found] == ["R903"] * 3
    assert sum("missing" in problem.message for problem in found) == 2
    assert all("own-00" in problem.message for problem in found)


def test_an_entry_that_miscounts_is_told(store: Store) -> None:
    path = next((store.folder / MANIFEST).iterdir())
    path.write_text(path.read_text().replace('"rows": 30,\n "aside"', '"rows": 31,\n "aside"', 1))

    assert [problem.code for problem in damages(store.manifest)] == ["R902"]


def test_a_damaged_entry_is_told(store: Store) -> None:
    next((store.folder / MANIFEST).iterdir()).write_text("{")

    assert [problem.code for problem in damages(store.manifest)] == ["R902"]
