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


@pytest.mark.parametrize(
    ("library", "extra"),
    [("duckdb", "record"), ("ibis", "record"), ("pyarrow", "record"), ("pyspark", "spark")],
)
def test_a_library_of_an_extra_that_is_missing_is_named(
    library: str, extra: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(ModuleNotFoundError("none", name=library)) == 4

    assert capsys.readouterr() == (
        "",
        f"detente: {library} is not installed; install the extra: pip install 'detente[{extra}]'\n",
    )


@pytest.mark.parametrize("library", ["click", "detente.nothing", None])
def test_any_other_missing_module_is_a_fault(
    library: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    assert tell(ModuleNotFoundError("none", name=library)) == 1
    assert "a fault of the program" in capsys.readouterr().err
