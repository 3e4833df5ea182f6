"""Broken spreadsheets: each with exactly what ``detente check`` says of it."""

from pathlib import Path

import pytest

from detente.base.codes import CODES
from detente.base.errors import InputError
from detente.files.opened import open_case
from tests.broken.tables import BROKEN, NAME, build


def test_every_code_of_tables_has_its_spreadsheet() -> None:
    assert [*BROKEN] == [code for code in CODES if code.startswith("T")]


@pytest.mark.parametrize("code", BROKEN)
def test_a_spreadsheet_has_one_problem_and_its_row_is_right(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = build(code, Path())

    with pytest.raises(InputError) as caught:
        open_case(str(path))

    told = [(p.code, p.file, p.line) for p in caught.value.problems]
    assert told == [(code, f"{NAME}{BROKEN[code].place}", BROKEN[code].row)]
    assert caught.value.problems[0].hint or CODES[code].mend
