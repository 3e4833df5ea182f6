import json
from pathlib import Path

import pytest

from detente.cli.main import run
from tests.broken.material import CODES, SMALL


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def test_a_brief_is_printed(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", case]) == 0

    out, err = capsys.readouterr()
    assert "As of 31 January 2026" in out
    assert err == ""


def test_a_brief_is_one_json_document_also_beside_its_files(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "out"

    assert run(["brief", case, "--format", "json", "--out", str(folder)]) == 0

    out, err = capsys.readouterr()
    written = sorted(path.name for path in folder.iterdir())
    assert written == ["brief.html", "brief.json", "brief.md"]
    assert json.loads(out) == json.loads((folder / "brief.json").read_text(encoding="utf-8"))
    assert err.count("wrote ") == 3


def test_quiet_says_nothing_of_what_it_wrote(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", case, "--out", str(tmp_path / "out"), "--quiet"]) == 0

    assert capsys.readouterr().err == ""


def test_a_file_is_no_folder_to_write_to(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", case, "--out", case]) == 2

    assert Path(case).read_text(encoding="utf-8") == SMALL
    assert capsys.readouterr().out == ""


def test_a_folder_that_cannot_be_made_is_a_missing_resource(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", case, "--out", "/proc/detente"]) == 4

    out, err = capsys.readouterr()
    assert out == ""
    assert "cannot be made" in err


def test_a_broken_case_has_no_brief(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", str(CODES / "C301.yaml")]) == 2

    assert "C301" in capsys.readouterr().err


def test_draws_and_their_seed_are_heeded(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["brief", case, "--draws", "12", "--seed", "5", "--format", "json", "--quiet"]
    said = []
    for _ in range(2):
        assert run(asked) == 0
        said.append(capsys.readouterr().out)

    found = json.loads(said[0])["robustness"]
    assert said[0] == said[1]
    assert (found["draws"], found["provenance"]["seed"], found["redrawn"]["solves"]) == (12, 5, 3)
    assert run(["brief", case, "--draws", "1"]) == 2
