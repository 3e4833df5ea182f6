from pathlib import Path

import pytest

from detente.cli.main import run
from detente.cli.own import OWN
from tests.broken.material import SMALL


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def test_files_of_an_earlier_run_are_replaced(case: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(["brief", case, "--out", str(out), "-q"]) == 0
    assert {path.name for path in out.iterdir()} == {*OWN}
    assert all(OWN[path.name](path.read_text(encoding="utf-8")) for path in out.iterdir())

    (tmp_path / "small.yaml").write_text(SMALL.replace("A small case", "Another"), encoding="utf-8")

    assert run(["brief", case, "--out", str(out), "-q"]) == 0
    assert all("Another" in path.read_text(encoding="utf-8") for path in out.iterdir())


@pytest.mark.parametrize("name", sorted(OWN))
@pytest.mark.parametrize("text", ["", "my own notes on Détente\n", "[1, 2]", '{"provenance": 1}'])
def test_a_file_of_somebody_else_is_kept_and_nothing_written(
    name: str, text: str, case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text(text, encoding="utf-8")

    assert run(["brief", case, "--out", str(out)]) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"U602 {out / name} was not written by Détente")
    assert [path.name for path in out.iterdir()] == [name]
    assert (out / name).read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_are_somebody_elses(case: str, tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_bytes(b"\xff\xfe\x00")

    assert run(["brief", case, "--out", str(tmp_path)]) == 2
