import json
from pathlib import Path

import pytest

from detente.cli.main import run
from tests.broken.material import CODES, SMALL, check_golden
from tests.cli.program import detente

GOLDEN = Path(__file__).parent / "golden"


def test_check_of_a_new_case_is_as_recorded(tmp_path: Path) -> None:
    detente(tmp_path, "new", "river")

    done = detente(tmp_path, "check", "river.yaml")

    assert (done.returncode, done.stderr) == (0, "")
    check_golden(GOLDEN / "check.txt", done.stdout)


def test_a_good_case_is_one_json_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "case.yaml").write_text(SMALL, encoding="utf-8")

    assert run(["check", str(tmp_path), "--format", "json"]) == 0

    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert (err, answer["case"], answer["problems"]) == ("", "small", [])
    assert answer["holds"]["options"] == 4


@pytest.mark.parametrize("code", ["C301", "E505", "F004"])
def test_problems_are_one_json_document(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(CODES / f"{code}.yaml"), "--format", "json"]) == 2

    out, err = capsys.readouterr()
    (problem,) = json.loads(out)["problems"]
    assert (err, problem["code"]) == ("", code)
    assert {"title", "message", "file", "line", "path", "hint"} < set(problem)
    assert problem["hint"]
