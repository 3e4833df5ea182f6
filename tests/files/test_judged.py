from pathlib import Path

import pytest
import yaml

from detente.base.errors import InputError
from detente.case.written import written
from detente.files.judged import open_judged
from detente.testing import two_issue_case
from tests.study.situations import WHY, wary

SETS = {"hawk": {"name": "A hawk", "signer": "author", "changes": wary(), "reason": WHY}}


def _write(path: Path) -> Path:
    text = yaml.safe_dump({**written(two_issue_case()), "judgement_sets": SETS}, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_set_after_the_mark_takes_the_place_of_the_files_numbers(tmp_path: Path) -> None:
    path = _write(tmp_path / "case.yaml")

    reserve = open_judged(f"{path}@hawk").case.principals["B"].reserve

    assert reserve is not None
    assert reserve.mode == 30
    assert open_judged(str(path)).case.principals["B"].reserve is None


def test_a_file_may_bear_the_mark_in_its_own_name(tmp_path: Path) -> None:
    path = _write(tmp_path / "me@home.yaml")

    assert open_judged(str(path)).case.judgement_sets


def test_an_unknown_set_gets_the_nearest_name(tmp_path: Path) -> None:
    path = _write(tmp_path / "case.yaml")

    with pytest.raises(InputError) as caught:
        open_judged(f"{path}@hawks")

    assert [(p.code, p.hint) for p in caught.value.problems] == [("U607", "did you mean 'hawk'?")]
