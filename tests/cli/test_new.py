import errno
from pathlib import Path
from typing import Any

import pytest

from detente.cli.main import run
from detente.files.template import new_case


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["river", "river.yaml", "./river"])
def test_a_new_case_passes_the_check_with_all_comments(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", name]) == 0
    assert run(["check", "river.yaml"]) == 0

    assert (tmp_path / "river.yaml").read_text(encoding="utf-8") == new_case("river")
    assert "next: detente check river.yaml" in capsys.readouterr().out


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "river.yaml").write_text("mine")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "elsewhere")

    assert [run(["new", name]) for name in ("river", "link")] == [2, 2]

    assert (tmp_path / "river.yaml").read_text() == "mine"
    assert not (tmp_path / "elsewhere").exists()
    assert capsys.readouterr().err.count("U602") == 2


@pytest.mark.parametrize("name", ["", "a b", "7", "é", ".yaml", "x" * 65, "a/7", "a\nb", "-"])
def test_what_can_be_no_id_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "--", name]) == 2

    assert "U601" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("name", ["no/where/river", "/proc/river", "/dev/null/river"])
def test_a_folder_that_cannot_be_written_is_a_missing_resource(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", name]) == 4
    assert "cannot be written" in capsys.readouterr().err


def test_a_full_disk_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full:
        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, text: str) -> None:
            self.file.write(text[:100])
            raise OSError(errno.ENOSPC, "No space left on device")

    plain = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *a, **k: Full(plain(path, *a, **k)))
    monkeypatch.setattr("detente.cli.new.new_case", lambda _: "x" * 1_000)

    assert run(["new", "river"]) == 4

    assert [*tmp_path.iterdir()] == []
    assert "No space left" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["river.xlsx", "river/", "far/away/river/"])
def test_a_new_spreadsheet_is_empty_and_says_what_is_missing(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", name]) == 0
    assert "fill it in" in capsys.readouterr().out

    assert run(["check", name]) == 2
    err = capsys.readouterr().err
    assert err.count("C101") == 4
    assert "fill in the sheet `principals`" in err
    assert run(["new", name]) == 2


@pytest.mark.parametrize("name", ["a b.xlsx", "7/", "/"])
def test_a_spreadsheet_needs_an_id_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", name]) == 2
    assert "U601" in capsys.readouterr().err
