"""Broken scenarios of GENIUS: each with exactly what ``detente check`` says of it."""

from pathlib import Path

import pytest

from detente.base.codes import CODES
from detente.base.errors import InputError
from detente.files.opened import open_case
from tests.broken.genius import BROKEN, FILES, NAME, build


def test_every_code_of_genius_has_its_scenario_but_that_of_writing() -> None:
    assert [*BROKEN] == [code for code in CODES if code.startswith("G") and code != "G809"]


def test_the_scenario_itself_is_sound(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert [*open_case(str(tmp_path)).case.principals] == ["lowland", "upland"]


@pytest.mark.parametrize("code", BROKEN)
def test_a_scenario_has_one_problem_and_its_line_is_right(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = build(code, Path())

    with pytest.raises(InputError) as caught:
        open_case(str(path))

    told = [(p.code, p.file, p.line) for p in caught.value.problems]
    assert told == [(code, f"{NAME}{BROKEN[code].file}", BROKEN[code].line)]
    assert caught.value.problems[0].hint or CODES[code].mend
