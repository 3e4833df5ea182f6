import pytest

from detente.case.case import Case
from detente.files.tables.reading import gather
from detente.files.tables.table import table_of
from detente.files.tables.writing import as_tables, empty_tables
from detente.testing import random_case, two_issue_case
from tests.files.tables.material import full_case


def _again(case: Case) -> Case:
    tables = []
    for filled in as_tables(case):
        names = tuple(column.name for column in filled.columns)
        assert all(row.keys() <= {*names} for row in filled.rows), filled.sheet.name
        rows = (tuple(row.get(name) for name in names) for row in filled.rows)
        tables.append(table_of(filled.sheet.name, "t", dict(enumerate([names, *rows], 1))))
    found = gather(tables)
    assert not found.problems
    return Case.model_validate(found.places.value)


def test_a_case_with_every_key_reads_as_it_was() -> None:
    assert _again(full_case()) == full_case()


@pytest.mark.parametrize("seed", range(60))
def test_cases_read_as_they_were(seed: int) -> None:
    case = random_case(seed)
    again = _again(case)

    assert again == case
    assert [*again.issues] == [*case.issues]
    assert [*again.principals] == [*case.principals]


def test_rare_columns_and_empty_sheets_are_left_out() -> None:
    sheets = {filled.sheet.name: filled for filled in as_tables(two_issue_case())}

    assert "claims" not in sheets
    assert "known_from" not in {column.name for column in sheets["principals"].columns}


def test_a_new_case_has_every_sheet_and_no_row_but_its_keys() -> None:
    sheets = {filled.sheet.name: filled for filled in empty_tables("river")}

    assert {name for name, filled in sheets.items() if filled.rows} == {"case"}
    values = {row["key"]: row.get("value") for row in sheets["case"].rows}
    assert values["id"] == "river"
    assert values["title"] is None
