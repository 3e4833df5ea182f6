from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.files.opened import open_case
from detente.files.spreadsheet import is_spreadsheet, read_spreadsheet, read_tables
from tests.files.tables.material import small_folder, told


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_spreadsheets_are_known_by_their_names() -> None:
    assert is_spreadsheet(Path("a/case.csv"))
    assert is_spreadsheet(Path("a.XLSX"))
    assert not is_spreadsheet(Path("a/weights.csv"))


def test_form_and_consistency_are_judged_as_of_a_case_file(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    _edit(folder / "weights.csv", "UPP,water,,40", "UPP,water,,41")
    _edit(folder / "options.csv", "leaders", "kings")
    _edit(folder / "ratifiers.csv", ",UPP,", ",UPQ,")

    assert {*told(folder)} >= {("C104", "options.csv", 3), ("C301", "weights.csv", 2)}
    assert {file for _, file, _ in told(folder)} == {
        "options.csv",
        "ratifiers.csv",
        "weights.csv",
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("case.csv", "detente,1", "detente,", ("F007", "case.csv", 1)),
        ("case.csv", "detente,1", "detente,9", ("F007", "case.csv", 2)),
        ("case.csv", "title,A small case", "title,", ("C101", "case.csv", 1)),
        ("codes.csv", "power,3", "power,4", ("C104", "codes.csv", 2)),
        ("codes.csv", "UPP,power", "UPP,powr", ("C206", "codes.csv", 2)),
        ("scores.csv", "quota,LOW,,100", "quota,LOW,,90", ("C302", "options.csv", 2)),
        ("principals.csv", "UPP,Upland,judged", "UPP,Upland,", ("C307", "weights.csv", 2)),
        ("weights.csv", "UPP,water,,40", "UPP,water,,x", ("C105", "weights.csv", 2)),
    ],
)
def test_a_slip_is_told_once_at_its_row(
    tmp_path: Path, file: str, old: str, new: str, expected: tuple[str, str, int]
) -> None:
    folder = small_folder(tmp_path)
    _edit(folder / file, old, new)

    assert expected in told(folder)
    assert {code for code, _, _ in told(folder)} == {expected[0]}


def test_a_missing_room_says_which_sheet_to_fill_in(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text("key,value\ndetente,1\nid,x\ntitle,X\nas_of,2017-01-01\n")

    reading = read_spreadsheet(tmp_path / "case.csv", "case.csv", lambda _: None).reading

    assert {p.hint for p in reading.problems} == {
        "fill in the sheet `principals`",
        "fill in the sheet `issues`",
    }


def test_without_the_sheet_case_there_is_no_case() -> None:
    with pytest.raises(InputError, match="T707"):
        read_tables((), "mine.xlsx")


def test_a_folder_with_a_case_file_is_read_by_that(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    (folder / "case.yaml").write_text((tmp_path / "small.yaml").read_text())

    assert open_case(str(folder)).origin.endswith("case.yaml")
