import pytest

from detente.base.codes import CODES
from detente.base.problem import Problem
from detente.cli.problems import as_json, hint, print_problems


def test_problems_are_printed_with_their_number_last(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([Problem("C301", "m", "f.yaml", 3, hint="h"), Problem("F001", "n")])

    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "f.yaml:3: C301 m",
        "    hint: h",
        "F001 n",
        f"    hint: {CODES['F001'].mend}",
        "2 problems",
    ]


def test_one_problem_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([Problem("F001", "n")])

    assert capsys.readouterr().err.endswith("1 problem\n")


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_hint_of_its_own(code: str) -> None:
    problem = Problem(code, "m", "f", 2, "a.b")

    assert hint(problem) == f"hint: {CODES[code].mend}"
    assert as_json(problem) == {
        "code": code,
        "title": CODES[code].title,
        "message": "m",
        "file": "f",
        "line": 2,
        "path": "a.b",
        "hint": CODES[code].mend,
    }
