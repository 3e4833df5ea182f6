import json
from pathlib import Path

import pytest

from detente.cli.main import run
from tests.broken.material import CODES, check_golden
from tests.cli.program import detente
from tests.report.full_case import write_full

GOLDEN = Path(__file__).parent / "golden"


def test_what_stands_in_the_way_is_as_recorded(tmp_path: Path) -> None:
    write_full(tmp_path)

    done = detente(tmp_path, "obstacles", "full.yaml", "--require", "price=high", "--gain", "B=12")

    assert (done.returncode, done.stderr) == (0, "")
    check_golden(GOLDEN / "obstacles.txt", done.stdout)


def test_obstacles_are_one_json_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(write_full(tmp_path))
    asked = ["--require", "delivery=early", "--gain", "A=5"]

    assert run(["obstacles", case, *asked, "--format", "json"]) == 0

    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert (err, answer["require"], answer["reached"]) == ("", {"delivery": "early"}, False)
    assert answer["gain"]["A"]["value"] == 5
    assert [found["lifted"] for found in answer["openings"]] == [["ratifiers.board"]]


def test_a_case_without_obstacles_has_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["obstacles", str(CODES / "U601.yaml")]) == 0

    assert "marks no obstacle as removable" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "code"),
    [(["--require", "water=quoto"], "U601"), (["--gain", "UPP=much"], "U604")],
)
def test_a_wrong_target_is_refused(
    options: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["obstacles", str(CODES / "U601.yaml"), *options]) == 2

    out, err = capsys.readouterr()
    assert (out, code in err, "hint: " in err) == ("", True, True)
