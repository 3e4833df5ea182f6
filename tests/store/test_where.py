from pathlib import Path

import pytest

from detente.store.where import VARIABLE, where


def test_the_flag_comes_before_the_environment_and_that_before_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert where().name == "record"
    assert "detente" in where().parts
    monkeypatch.setenv(VARIABLE, "~/mine")
    assert where() == where("") == tmp_path / "mine"
    assert where("given") == Path("given")
