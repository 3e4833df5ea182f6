from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.files.resolve import CASE_FILE, builtin_names, is_builtin, resolve

BUILTIN = builtin_names()[0]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(name: str) -> Problem:
    with pytest.raises(InputError) as caught:
        resolve(name)
    (problem,) = caught.value.problems
    return problem


def test_a_name_finds_its_yaml_file(folder: Path) -> None:
    (folder / "demo.yaml").touch()

    assert resolve("demo") == Path("demo.yaml")
    assert resolve(str(folder / "demo")) == folder / "demo.yaml"


def test_the_path_as_given_comes_first_and_a_built_in_name_last(folder: Path) -> None:
    assert is_builtin(resolve(BUILTIN))
    (folder / f"{BUILTIN}.yaml").touch()
    assert resolve(BUILTIN) == Path(f"{BUILTIN}.yaml")
    (folder / BUILTIN).mkdir()
    assert resolve(BUILTIN) == Path(f"{BUILTIN}.yaml")
    (folder / BUILTIN / CASE_FILE).touch()
    assert resolve(BUILTIN) == Path(BUILTIN) / CASE_FILE


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("demo.yaml", "there is no file 'demo.yaml'", BUILTIN),
        ("no/demo", "there is no file 'no/demo'", BUILTIN),
        ("demo", "there is no case 'demo'", BUILTIN),
        ("japan-rusia-2017", "there is no case", f"did you mean '{BUILTIN}'?"),
        ("japan", "there is no case", f"did you mean '{BUILTIN}'?"),
        ("rivr", "there is no case", "did you mean 'river.yml'?"),
        ("rivers.yaml", "there is no file", "did you mean 'river.yml'?"),
        ("sub/lke.yaml", "there is no file", "did you mean 'sub/lake.yaml'?"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(
    name: str, message: str, hint: str, folder: Path
) -> None:
    (folder / "river.yml").touch()
    (folder / "sub").mkdir()
    (folder / "sub" / "lake.yaml").touch()

    problem = refused(name)

    assert problem.code == "F001"
    assert message in problem.message
    assert hint in problem.hint


def test_spreadsheets_come_after_yaml(folder: Path) -> None:
    (folder / "lake").mkdir()
    (folder / "lake" / "case.csv").touch()
    (folder / "pond.xlsx").touch()

    assert resolve("lake") == Path("lake") / "case.csv"
    assert resolve("pond") == Path("pond.xlsx")
    assert "did you mean 'pond.xlsx'?" in refused("pnd.xlsx").hint
    (folder / "pond.yaml").touch()
    assert resolve("pond") == Path("pond.yaml")
    (folder / "lake" / CASE_FILE).touch()
    assert resolve("lake") == Path("lake") / CASE_FILE


def test_a_folder_with_xml_is_itself_what_is_read_where_no_case_is_in_it(folder: Path) -> None:
    (folder / "river").mkdir()
    (folder / "river" / "domain.XML").touch()
    assert resolve("river") == Path("river")
    (folder / "river" / CASE_FILE).touch()
    assert resolve("river") == Path("river") / CASE_FILE
