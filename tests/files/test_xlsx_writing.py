import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from detente.base.errors import InputError
from detente.files.spreadsheet import read_spreadsheet
from detente.files.tables.writing import as_tables, empty_tables
from detente.files.xlsx_writing import workbook
from detente.testing import random_case, two_issue_case
from tests.files.tables.material import full_case


def test_headings_are_frozen_bold_and_explained() -> None:
    book = load_workbook(io.BytesIO(workbook("River", empty_tables("river"), ())))
    page = book["weights"]

    assert book.sheetnames[:2] == ["read me", "case"]
    assert book.sheetnames[-1] == "events"
    assert page.freeze_panes == "A2"
    assert page["A1"].font.bold
    assert "principal or of a ratifier" in page["A1"].comment.text
    assert page.column_dimensions["A"].width > 10
    assert book["read me"]["A1"].value == "River"


def test_drop_downs_offer_what_is_allowed_and_suggest_what_there_is() -> None:
    page = load_workbook(io.BytesIO(workbook("River", empty_tables("river"))))["options"]
    rules = {str(rule.sqref)[0]: rule for rule in page.data_validations.dataValidation}

    assert rules["A"].formula1 == "'issues'!$A$2:$A$1000"
    assert not rules["A"].showErrorMessage
    assert '"leaders,ministers,officials,civic"' in {rule.formula1 for rule in rules.values()}


def test_texts_are_texts_whatever_they_begin_with() -> None:
    case = two_issue_case().model_copy(update={"title": "=1+1", "question": "2017-05"})
    book = load_workbook(io.BytesIO(workbook("=1+1", as_tables(case))))

    cells = {row[0].value: row[1] for row in book["case"].iter_rows()}
    assert (cells["title"].value, cells["title"].data_type) == ("'=1+1", "s")
    assert cells["question"].number_format == "@"
    assert book["read me"]["A1"].data_type == "s"


@pytest.mark.parametrize("text", ["a\x07b", "a\rb", "x" * 40_000])
def test_what_no_workbook_can_hold_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="U602"):
        workbook(text, ())


def test_a_case_with_every_key_reads_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "full.xlsx"
    path.write_bytes(workbook("Full", as_tables(full_case())))

    reading = read_spreadsheet(path, path.name, lambda _: None).reading

    assert reading.case == full_case()


@pytest.mark.parametrize("seed", range(4))
def test_cases_read_as_they_were(seed: int, tmp_path: Path) -> None:
    case = random_case(seed)
    path = tmp_path / "case.xlsx"
    path.write_bytes(workbook("x", as_tables(case)))

    assert read_spreadsheet(path, path.name, lambda _: None).reading.case == case
