import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from detente.base.errors import InputError
from detente.files.opened import LIMIT, open_case
from detente.files.sheets_xlsx import read_workbook
from tests.files.tables.material import small_workbook, told


def _cells(path: Path, sheet: str) -> list[dict[str, Any]]:
    book = read_workbook(path, path.name, lambda _: None)
    return [dict(row.cells) for table in book.tables if table.name == sheet for row in table.rows]


def test_a_sound_workbook_opens(tmp_path: Path) -> None:
    path = small_workbook(tmp_path)

    assert open_case(str(path)).case == open_case(str(tmp_path / "small.yaml")).case
    assert open_case(str(tmp_path / "small")).origin.endswith(".yaml")


def test_binary_numbers_are_read_by_their_shortest_decimal(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        for row, value in enumerate((0.1, 39.9, 60.0, date(2017, 5, 11)), 2):
            book["weights"][f"D{row}"] = value

    cells = _cells(small_workbook(tmp_path, change), "weights")

    assert [str(row["mode"]) for row in cells[:4]] == [
        "0.1",
        "39.9",
        "60",
        "2017-05-11",
    ]


def test_days_that_a_spreadsheet_made_are_days(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        [row] = [r for r in book["case"].iter_rows() if r[0].value == "as_of"]
        row[1].value = datetime(2026, 1, 31)

    path = small_workbook(tmp_path, change)

    assert open_case(str(path)).case.as_of == date(2026, 1, 31)


def _merge(book: Any) -> None:
    book["weights"].merge_cells("E2:E3")


def _far(book: Any) -> None:
    book["weights"]["A30000"] = "x"


def _all(book: Any) -> None:
    book["weights"]["C2"] = "=1+1"
    book["signers"]["C2"] = "=HYPERLINK(1)"
    book.create_sheet("weigths")
    book["weigths"]["A1"] = "x"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_merge, [("T705", "[weights]", 2)]),
        (_far, [("T702", "[weights]", 0)]),
        (
            _all,
            [
                ("T704", "[signers]", 2),
                ("T704", "[weights]", 2),
                ("T707", "[weigths]", 0),
            ],
        ),
    ],
)
def test_what_is_no_plain_cell_is_refused_all_at_once(
    tmp_path: Path, change: Any, expected: list[tuple[str, str, int]]
) -> None:
    assert told(small_workbook(tmp_path, change)) == expected


def test_sheets_for_people_may_hold_anything(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.create_sheet("_notes")["A1"] = "=1+1"
        book["read me"]["A1"] = "=1+1"
        book["weights"]["Z1"], book["weights"]["Z2"] = "_note", "=1+1"

    assert told(small_workbook(tmp_path, change)) == []


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods", "a.XLSM"])
def test_other_files_are_refused_whatever_they_are_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 no")

    with pytest.raises(InputError, match="T701"):
        open_case(str(tmp_path / name))


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"\0" * (LIMIT + 1))

    with pytest.raises(InputError, match="F003"):
        open_case(str(tmp_path / "a.xlsx"))


def test_events_without_a_chronology_are_not_passed_over(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.create_sheet("events").append(["date"])
        book["events"].append(["2017"])

    assert told(small_workbook(tmp_path, change)) == [("T713", "[events]", 1)]


def test_broken_parts_are_no_fault_of_the_program(tmp_path: Path) -> None:
    path = small_workbook(tmp_path)
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part, data[: len(data) // 2] if "sheet2" in part.filename else data)

    assert told(broken) == [("T701", "", 0)]
