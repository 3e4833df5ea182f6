import json
from pathlib import Path

import pytest

from detente.cli.main import run
from tests.broken.material import check_golden
from tests.cli.program import detente
from tests.report.full_case import write_full

GOLDEN = Path(__file__).parent / "golden"


def test_the_answer_is_as_recorded(tmp_path: Path) -> None:
    write_full(tmp_path)

    done = detente(
        tmp_path, "robustness", "full.yaml", "--draws", "500", "--seed", "7", "--with-scenarios"
    )

    assert (done.returncode, done.stderr) == (0, "")
    check_golden(GOLDEN / "robustness.txt", done.stdout)


def test_the_answer_is_one_json_document_of_what_was_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(write_full(tmp_path))
    asked = [
        "--draws",
        "60",
        "--seed",
        "9",
        "--law",
        "triangular",
        "--solves",
        "20",
        "--format",
        "json",
    ]

    assert run(["robustness", path, *asked]) == 0

    out, err = capsys.readouterr()
    found = json.loads(out)
    assert (err, found["draws"], found["shape"]) == ("", 60, "triangular")
    assert (found["redrawn"]["solves"], found["ahead"]) == (20, None)
    assert found["provenance"]["seed"] == 9


def test_a_scenario_and_a_date_are_heeded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(write_full(tmp_path))
    said = []
    for more in ([], ["--as-of", "2018-06-01"]):
        assert run(["robustness", path, "--draws", "20", "--format", "json", *more]) == 0
        said.append(json.loads(capsys.readouterr().out)["packages"])

    assert said[0] != said[1]


@pytest.mark.parametrize(
    "given",
    [
        ["--solves", "-1"],
        ["--draws", "1"],
        ["--draws", "1000000"],
        ["--seed", "-1"],
        ["--law", "normal"],
    ],
)
def test_what_cannot_be_drawn_is_refused(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["robustness", "japan-russia-2017", *given]) == 2

    assert given[0] in capsys.readouterr().err


def test_progress_goes_to_standard_error(tmp_path: Path) -> None:
    write_full(tmp_path)

    done = detente(tmp_path, "robustness", "full.yaml", "--draws", "20", "--verbose")

    assert "draws from every estimate" in done.stderr
    assert "draws from every estimate" not in done.stdout
