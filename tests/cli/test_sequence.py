import json
from pathlib import Path

import pytest

from detente.cli.main import run
from detente.files.case_yaml import case_yaml
from tests.broken.material import check_golden
from tests.cli.program import detente
from tests.negotiation.walks import sale
from tests.report.walked import walked

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "sale.yaml"
    found.write_text(case_yaml(walked()[0]), encoding="utf-8")
    return found


def test_the_plan_is_as_recorded(path: Path) -> None:
    asked = ["--package", "price=high", "--package", "delivery=early", "--until", "2017-10-20"]
    ends = "a plan has whole months: this one ends on 2017-10-11, not on 2017-10-20\n"

    done = detente(path.parent, "sequence", path.name, *asked)

    assert (done.returncode, done.stderr) == (0, ends)
    check_golden(GOLDEN / "sequence.txt", done.stdout)


def test_the_answer_is_one_json_document(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = ["--package", "price=high", "--package", "delivery=early"]

    assert run(["sequence", str(path), "--without-leaders", *package, "--format", "json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert (found["toward"], found["leaders"], found["months"]) == (None, False, 24)
    assert {step["track"] for step in found["plan"]["steps"]} == {"officials", "ministers"}


def test_a_plan_that_is_not_proved_is_shown_and_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--package", "price=high", "--seconds", "0"]

    assert run(["sequence", str(path), *asked]) == 3

    out, err = capsys.readouterr()
    assert "No plan was found" in out
    assert "not proved" in err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--until", "soon"], "C106"),
        (["--until", "2017-06-10"], "U608"),
        (["--until", "2030-01-01"], "U608"),
        (["--package", "price"], "write --package ISSUE=OPTION"),
        (["--package", "prize=high"], "U601"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    given: list[str], told: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sequence", str(path), *given]) == 2

    assert told in capsys.readouterr().err


def test_a_day_between_months_is_told_and_quiet_says_nothing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["sequence", str(path), "--until", "2018-05-20"]

    assert run(asked) == 0
    told = capsys.readouterr().err
    assert "a plan has whole months: this one ends on 2018-05-11, not on 2018-05-20" in told
    assert run([*asked, "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_a_case_without_steps_has_no_sequence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = tmp_path / "bare.yaml"
    found.write_text(case_yaml(sale(steps={})), encoding="utf-8")

    assert run(["sequence", str(found)]) == 2

    assert "U605" in capsys.readouterr().err


def test_another_solution_can_be_aimed_at(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sequence", str(path), "--toward", "utilitarian", "--format", "json"]) == 0

    assert json.loads(capsys.readouterr().out)["toward"] == "utilitarian"
