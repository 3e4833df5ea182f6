import json
from pathlib import Path

import pytest

from detente.cli.main import run
from tests.broken.material import CODES, check_golden
from tests.cli.program import detente
from tests.report.full_case import write_full

GOLDEN = Path(__file__).parent / "golden"


def test_the_answer_is_as_recorded(tmp_path: Path) -> None:
    write_full(tmp_path)

    done = detente(tmp_path, "claims", "full.yaml")

    assert (done.returncode, done.stderr) == (0, "")
    check_golden(GOLDEN / "claims.txt", done.stdout)


def test_the_answer_is_one_json_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["claims", str(write_full(tmp_path)), "--format", "json"]) == 0

    out, err = capsys.readouterr()
    assert (err, bool(json.loads(out)["claims"])) == ("", True)


def test_a_case_that_has_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", str(CODES / "U601.yaml")]) == 2

    out, err = capsys.readouterr()
    assert (out, err.startswith("U605 small has no "), "hint: add " in err) == ("", True, True)
