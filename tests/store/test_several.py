from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.store.readers.reader import Reader
from detente.store.several import add_files, gathered, reader_of
from detente.store.store import Store
from tests.store.own import OWN, OwnReader, YearlyReader, several

READERS: dict[str, Reader] = {"own": OWN, "own_yearly": YearlyReader()}


class Twin(OwnReader):
    """Another source whose files look the same."""

    source = "twin"


def test_a_folder_is_its_files_by_name(tmp_path: Path) -> None:
    for name in ("b", "a", ".hidden"):
        (tmp_path / name).write_text("own\n")
    (tmp_path / "inner").mkdir()

    assert gathered([tmp_path, tmp_path / "b"]) == [tmp_path / "a", tmp_path / "b"]


def test_every_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        gathered([tmp_path, tmp_path / "none"])

    assert [problem.code for problem in refused.value.problems] == ["R904", "R904"]


def test_a_reader_is_told_by_the_first_lines_or_named(tmp_path: Path) -> None:
    (path,) = several(tmp_path, 1)
    (tmp_path / "letter").write_text("Dear")

    assert reader_of(path, READERS, None) is OWN
    assert reader_of(tmp_path / "letter", READERS, "own") is OWN
    for strange, readers in (
        (tmp_path / "letter", READERS),
        (path, {**READERS, "twin": Twin()}),
    ):
        with pytest.raises(InputError) as refused:
            reader_of(strange, readers, None)
        (problem,) = refused.value.problems
        assert (problem.code, "own" in problem.hint) == ("R908", True)
    with pytest.raises(InputError):
        reader_of(path, READERS, "nobody")


def test_a_file_that_is_refused_does_not_hold_up_the_others(tmp_path: Path) -> None:
    files = several(tmp_path / "in", 2)
    (tmp_path / "in" / "letter").write_text("Dear")
    store = Store(tmp_path / "store")
    told: list[str] = []

    result, problems = add_files(
        store, gathered([tmp_path / "in"]), READERS, tell=lambda what, *_: told.append(what)
    )

    assert [file.name for file in result.files] == [str(path) for path in files]
    assert (result.refused, [problem.code for problem in problems]) == (1, ["R908"])
    assert any(what.startswith("reading own-000") for what in told)
    again, _ = add_files(store, files, READERS, "own")
    assert not any(file.new for file in again.files)
