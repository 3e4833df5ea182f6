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

    done = detente(tmp_path, "window", "full.yaml", "--until", "2018-06-30", "--gain", "B=13")

    assert (done.returncode, done.stderr) == (0, "")
    check_golden(GOLDEN / "window.txt", done.stdout)


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert run(["window", *arguments, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    answer: dict[str, object] = json.loads(out)
    return answer


def test_the_answer_is_one_json_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, str(write_full(tmp_path)))

    assert found["as_of"] == "2017-05-11"
    assert found["until"] == "2019-05-11"


def test_it_may_begin_on_another_day_and_in_a_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(write_full(tmp_path))

    found = _json(capsys, case, "--as-of", "2018-02-01", "--scenario", "squeeze")

    assert (found["as_of"], found["until"]) == ("2018-02-01", "2020-02-01")
    assert found["states"] == {"market": "tight", "bank": "strict"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--until", "2017-05-11"), "U608"),
        (("--until", "2047-05-11"), "U608"),
        (("--until", "soon"), "C106"),
        (("--as-of", "2017"), "C106"),
        (("--scenario", "flood"), "U606"),
        (("--gain", "B"), "U604"),
        (("--require", "rent=low"), "U601"),
    ],
)
def test_what_cannot_be_asked_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: str
) -> None:
    assert run(["window", str(write_full(tmp_path)), *arguments]) == 2

    out, err = capsys.readouterr()
    assert (out, err.startswith(f"{code} ")) == ("", True)


def test_a_case_that_has_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["window", str(CODES / "U601.yaml")]) == 2

    out, err = capsys.readouterr()
    assert (out, err.startswith("U605 small has no "), "hint: add " in err) == ("", True, True)
