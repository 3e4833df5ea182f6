"""Broken case files: each with exactly what ``detente check`` says of it, line by line."""

import os
import re
from pathlib import Path

import pytest

from detente.base.codes import CODES as REGISTRY
from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.cli.main import run
from detente.files.opened import LIMIT, open_case
from tests.broken.material import CODES, FOLDER, check_golden

FILES = sorted(FOLDER.glob("*.yaml"))
MINIMAL = sorted(CODES.glob("*.yaml"))

# Codes of a command line rather than of a file, and files that no folder of a project can hold.
CALLS = {
    "F010": ("upgrade", "F010.yaml"),
    "G809": ("convert", "G809.yaml", "river", "--to", "genius"),
    "U601": ("offers", "U601.yaml", "--from", "UPP", "--to", "crowd"),
    "U603": ("offers", "U603.yaml", "--from", "UPP", "--to", "LOW"),
    "U604": ("obstacles", "U601.yaml", "--gain", "UPP=much"),
    "U605": ("drift", "U601.yaml"),
    "U606": ("brief", "U601.yaml", "--scenario", "drought"),
    "U607": ("frontier", "U601.yaml@maria"),
    "U608": ("window", "U601.yaml", "--until", "2020-01-01"),
}
BY_CALL = {"F001", "F003", "F008", "U602", *CALLS}
CSV_LINES = {"E502": 1, "E503": 3, "E504": 3, "E505": 3, "E506": 3}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_check_says_everything_wrong_with_a_broken_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(FOLDER)

    status = run(["check", path.name])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    check_golden(path.with_suffix(".txt"), err)


def test_there_are_files_enough_and_no_golden_of_none() -> None:
    assert len(FILES) >= 10
    assert {p.stem for p in FOLDER.glob("*.txt")} == {p.stem for p in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_problem_is_told_twice(path: Path) -> None:
    with pytest.raises(InputError) as caught:
        open_case(str(path))

    problems = caught.value.problems
    assert len({(p.code, p.file, p.line, p.message) for p in problems}) == len(problems)


def _expected_line(path: Path) -> int:
    code = path.stem
    if code in CSV_LINES:
        return CSV_LINES[code]
    lines = path.read_bytes().decode("latin-1").splitlines()
    marked = [number for number, line in enumerate(lines, 1) if f"# {code}: " in line]
    return marked[0] if marked else lines.index("title: A small cas\xe9") + 1


@pytest.mark.parametrize(
    "path", [p for p in MINIMAL if p.stem not in BY_CALL], ids=lambda path: path.stem
)
def test_a_minimal_file_has_one_problem_and_its_line_is_right(path: Path) -> None:
    with pytest.raises(InputError) as caught:
        open_case(str(path))

    expected = [(path.stem, _expected_line(path))]
    assert [(p.code, p.line) for p in caught.value.problems] == expected
    where = path.with_suffix(".csv") if path.stem in CSV_LINES else path
    assert caught.value.problems[0].file == str(where)


@pytest.mark.parametrize(
    "path", [p for p in MINIMAL if p.stem not in CSV_LINES], ids=lambda path: path.stem
)
def test_the_marked_line_says_the_title_of_its_code(path: Path) -> None:
    text = path.read_bytes().decode("latin-1")

    for code, title in re.findall(r"# ([A-Z]\d{3}): (.*)", text):
        assert (code, title) == (path.stem, REGISTRY[code].title)


def _from_call(code: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    if code == "F001":
        assert run(["check", str(folder / "nowhere.yaml")]) == 2
    elif code == "F003":
        (folder / "large.yaml").write_bytes(b"#" * (LIMIT + 1))
        assert run(["check", str(folder / "large.yaml")]) == 2
    elif code == "F008":
        os.mkfifo(folder / "pipe.yaml")
        assert run(["check", str(folder / "pipe.yaml")]) == 2
    elif code == "U602":
        (folder / "case.yaml").write_text("kept", encoding="utf-8")
        assert run(["new", str(folder / "case.yaml")]) == 2
    else:
        command, name, *options = CALLS[code]
        assert run([command, str(CODES / name), *options]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("code", sorted(BY_CALL))
def test_a_code_of_the_command_line_is_told(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    err = _from_call(code, tmp_path, capsys)

    assert re.findall(r"^(?:\S+: )?([A-Z]\d{3}) ", err, re.MULTILINE) == [code]
    assert err.endswith("1 problem\n")


def test_every_code_is_produced_by_one_of_these_tests() -> None:
    by_table = {code for code in REGISTRY if code.startswith("T")}  # test_broken_tables.py
    by_folder = {code for code in REGISTRY if code.startswith("G")}  # test_broken_genius.py
    by_record = {code for code in REGISTRY if code.startswith("R")}  # test_broken_record.py
    told = {path.stem for path in MINIMAL} | BY_CALL | by_table | by_folder | by_record
    assert told == set(REGISTRY)


def test_every_problem_has_a_known_code_and_a_hint() -> None:
    for path in FILES:
        with pytest.raises(InputError) as caught:
            open_case(str(path))
        problems: tuple[Problem, ...] = caught.value.problems
        assert all(p.code in REGISTRY and (p.hint or REGISTRY[p.code].mend) for p in problems)
