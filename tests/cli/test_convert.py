import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from detente.cli.main import run
from detente.files.opened import open_case
from detente.files.spreadsheet import WORKBOOKS


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_case_goes_through_every_form_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    forms = ["river.yaml", "a.xlsx", "b/", "c", "d.yml"]
    assert run(["new", "river"]) == 0

    for form, after in pairwise(forms):
        assert run(["convert", form, after]) == 0
        assert f"next: detente check {after.rstrip('/')}" in capsys.readouterr().out

    assert open_case("d.yml").case == open_case("river.yaml").case
    assert _names("b") == _names("c")


@pytest.mark.slow
def test_the_chronology_goes_along(tmp_path: Path) -> None:
    for out in ("one/jr.yaml", "jr.xlsx", "tables/"):
        assert run(["convert", "japan-russia-2017", out]) == 0

    assert (tmp_path / "one" / "chronology.csv").is_file()
    assert (tmp_path / "tables" / "chronology.csv").is_file()
    events = open_case("japan-russia-2017").events
    for name in ("one/jr", "jr.xlsx", "tables"):
        assert len(open_case(name).events) == len(events)


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "river"]) == 0
    for name in ("mine.xlsx", "weights.csv"):
        (tmp_path / name).write_text("mine")

    for out in ("river.yaml", "mine.xlsx", "."):
        assert run(["convert", "river.yaml", out]) == 2
        assert "U602" in capsys.readouterr().err

    assert _names(".") == ["mine.xlsx", "river.yaml", "weights.csv"]
    assert (tmp_path / "mine.xlsx").read_text() == "mine"


@pytest.mark.parametrize("out", ["a.docx", "a.csv", "a.json"])
def test_other_forms_are_refused(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["convert", "japan-russia-2017", out]) == 2
    assert "a folder, with a / at its end" in capsys.readouterr().err


def test_a_broken_case_is_not_converted(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("detente: 1\n")

    assert run(["convert", "bad.yaml", "a.xlsx"]) == 2
    assert not (tmp_path / "a.xlsx").exists()


def test_the_library_of_workbooks_loads_with_a_workbook_only() -> None:
    program = (
        "import sys; from detente.cli.main import run; import detente.cli.convert; "
        "import detente.cli.new; run(['check', 'japan-russia-2017']); "
        "print('openpyxl' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8"
    )

    assert done.stdout.endswith("False\n")
    assert ".xlsx" in WORKBOOKS


SMALL = Path(__file__).parents[1] / "broken" / "codes" / "G809.yaml"


def _plain(folder: Path) -> None:
    """Write a case that a scenario of GENIUS can say."""
    text = SMALL.read_text(encoding="utf-8")
    (folder / "plain.yaml").write_text(text[: text.index("constraints:")], encoding="utf-8")


@pytest.mark.parametrize("form", ["genius", "negmas"])
def test_a_scenario_is_written_and_read_as_a_case(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _plain(tmp_path)

    assert run(["convert", "plain.yaml", "river", "--to", form]) == 0
    assert capsys.readouterr().out == "wrote river; next: detente check river\n"
    assert run(["check", "river"]) == 0
    assert _names("river") == ["LOW.xml", "UPP.xml", "small-domain.xml"]
    assert run(["convert", "river", "back.yaml"]) == 0
    assert open_case("back").case == open_case("river").case


def test_what_a_scenario_cannot_say_is_refused_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["convert", "japan-russia-2017", "jr", "--to", "negmas"]) == 2
    assert capsys.readouterr().err.count("G809 ") > 50
    assert not (tmp_path / "jr").exists()


@pytest.mark.slow
def test_a_case_is_converted_by_one_of_its_judgement_sets() -> None:
    chosen = next(iter(open_case("japan-russia-2017").case.judgement_sets))

    assert run(["convert", f"japan-russia-2017@{chosen}", "one.yaml"]) == 0
    assert not open_case("one").case.judgement_sets
