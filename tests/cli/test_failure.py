from pathlib import Path

import pytest

from detente.cli.failure import tell


def test_a_fault_is_told_though_no_report_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))

    assert tell(ValueError("x")) == 1

    err = capsys.readouterr().err
    assert err == "detente: a fault of the program, ValueError; please report it\n"


def test_two_faults_of_one_second_leave_two_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    assert [tell(ValueError("x")), tell(ValueError("y"))] == [1, 1]

    assert len([*tmp_path.rglob("fault-*.txt")]) == 2
