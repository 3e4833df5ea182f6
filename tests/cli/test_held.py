"""What the record holds for a case, opened only where there is a record."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.cli.held import held_for
from detente.study.kept_result import nothing_kept
from detente.testing import two_issue_case
from tests.cli.program import environment
from tests.study.cases_of_states import case_of_states, text_of_states

CODE = """
import sys
from detente.cli.main import run
status = run(["brief", sys.argv[1], "--quiet", "--format", "json"])
print(status, [m for m in ("duckdb", "ibis", "pyarrow") if m in sys.modules], file=sys.stderr)
"""


def test_without_a_record_nothing_is_kept(tmp_path: Path) -> None:
    case = case_of_states("2018-04-30")

    assert held_for(case, None) == nothing_kept(case)
    assert held_for(case, str(tmp_path / "none")) == nothing_kept(case)
    assert not (tmp_path / "none").exists()


def test_a_case_without_states_asks_no_record(made_store: Path) -> None:
    case = two_issue_case()

    assert held_for(case, str(made_store)) == nothing_kept(case)


def test_a_record_of_the_case_s_dates_is_measured(made_store: Path) -> None:
    found = held_for(case_of_states("2018-03-31"), str(made_store))

    assert [(one.source, one.use) for one in found.sources] == [("icews", "used")]
    assert [one.until for one in found.measured] == ["2018-03-31"]
    assert {one.source for one in found.yearly} == {"ideal_points", "alliances", "sanctions"}
    assert max(one.year for one in found.yearly) == 2017


def test_a_damaged_record_is_told(made_store: Path, tmp_path: Path) -> None:
    shutil.copytree(made_store, tmp_path / "store")
    entry = next((tmp_path / "store" / "manifest").glob("icews-*"))
    entry.write_text(entry.read_text(encoding="utf-8")[:-20], encoding="utf-8")

    with pytest.raises(InputError) as told:
        held_for(case_of_states("2018-03-31"), str(tmp_path / "store"))

    assert [one.code for one in told.value.problems] == ["R902"]


def test_a_brief_without_a_record_loads_no_database(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text_of_states("2018-04-30"), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", CODE, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(tmp_path, DETENTE_STORE=str(tmp_path / "none")),
    )

    assert done.stderr == "0 []\n"
    assert '"sources": []' in done.stdout
