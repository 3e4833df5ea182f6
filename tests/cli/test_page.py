"""An answer printed, and written beside it as a page and a document."""

import json
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.cli.page import tell_answer
from detente.report.tables.ceiling import ceiling_sheets
from detente.study.ceiling import CeilingResult
from tests.study.answered import ceiling_result

RESULT = ceiling_result()


def _tell(out: Path | None, form: str = "text", *, quiet: bool = False) -> None:
    sheets = list(ceiling_sheets(RESULT))
    tell_answer("ceiling", "Ceiling", RESULT, sheets, list, out, form, quiet=quiet)


def test_text_is_printed_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(None)

    out, err = capsys.readouterr()
    assert "Is United States–Russia a ceiling for Japan–Russia?" in out
    assert err == ""
    assert not [*tmp_path.iterdir()]


def test_figures_are_drawn_only_where_they_are_written() -> None:
    def drawn() -> list[object]:
        raise AssertionError("drawn")

    sheets = list(ceiling_sheets(RESULT))
    tell_answer("ceiling", "Ceiling", RESULT, sheets, drawn, None, "text", quiet=True)  # type: ignore[arg-type]


def test_a_page_and_a_document_are_written_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "out"

    _tell(folder, "json")

    out, err = capsys.readouterr()
    assert sorted(path.name for path in folder.iterdir()) == ["ceiling.html", "ceiling.json"]
    written = (folder / "ceiling.json").read_text(encoding="utf-8")
    assert json.loads(out) == json.loads(written)
    assert CeilingResult.model_validate_json(written) == RESULT
    assert err.count("wrote ") == 2


def test_quiet_names_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _tell(tmp_path, quiet=True)

    assert capsys.readouterr().err == ""


def test_own_files_are_replaced_and_others_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(tmp_path)
    _tell(tmp_path)
    for name, text in {
        "ceiling.html": "<p>mine",
        "ceiling.json": '{"provenance": {"method": "brief"}}',
    }.items():
        (tmp_path / name).write_text(text)
    capsys.readouterr()

    with pytest.raises(InputError) as told:
        _tell(tmp_path)

    assert [one.code for one in told.value.problems] == ["U602", "U602"]
    assert capsys.readouterr().out == ""
    assert (tmp_path / "ceiling.html").read_text() == "<p>mine"


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"provenance": 1}', "1"])
def test_what_is_no_document_of_its_own_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "ceiling.json").write_text(text)

    with pytest.raises(InputError):
        _tell(tmp_path)
    assert (tmp_path / "ceiling.json").read_text() == text
