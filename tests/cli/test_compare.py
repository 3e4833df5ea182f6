import json
from pathlib import Path

import pytest
import yaml

from detente.case.written import written
from detente.cli.main import run
from detente.testing import two_issue_case
from tests.study.situations import WHY, wary


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    sets = {"hawk": {"name": "A hawk", "signer": "author", "changes": wary(), "reason": WHY}}
    text = yaml.safe_dump({**written(two_issue_case()), "judgement_sets": sets}, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_judgement_set_is_compared_with_the_file(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["compare", str(case), f"{case}@hawk", "--format", "json"])

    found = json.loads(capsys.readouterr().out)
    assert status == 0
    assert [d["place"] for d in found["differences"]] == ["principals.B.reserve"]


def test_the_text_names_what_moved_the_answer(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["compare", str(case), f"{case}@hawk"])

    out = capsys.readouterr().out
    assert status == 0
    assert "principals.B.reserve" in out
    assert "−16.2 %" in out


def test_a_set_that_the_case_does_not_have(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["compare", str(case), f"{case}@hawks"])

    assert status == 2
    assert "U607" in capsys.readouterr().err
