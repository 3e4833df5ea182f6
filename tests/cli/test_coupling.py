"""Which dyads move with another, as the command prints, writes and refuses it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from detente.cli.main import run
from detente.study.coupling import CouplingResult
from tests.broken.material import check_golden

GOLDEN = Path(__file__).parent / "golden"


def test_the_answer_is_as_recorded(
    made_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("DETENTE_STORE", str(made_store))

    assert run(["coupling", "JPN", "RUS", "--with", "USA,RUS", "--with", "CHN,RUS"]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    check_golden(GOLDEN / "coupling.txt", out)


def test_the_document_is_the_result_and_a_pair_named_twice_is_one_look(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = ("--with", "USA,RUS", "--with", "GBR,RUS", "--with", "RUS,USA", "--lags", "2")
    command = ["coupling", "JPN", "RUS", *pairs, "--on", "volume", "--out", str(tmp_path)]

    assert run([*command, "--store", str(made_store), "--format", "json"]) == 0

    out, err = capsys.readouterr()
    found = CouplingResult.model_validate_json(out)
    assert [one.other for one in found.coupled] == ["USA–RUS", "GBR–RUS"]
    assert found.looks == 2
    assert all(one.warning for one in found.coupled)
    assert all(len(one.lags) == 5 for one in found.coupled)
    assert err.count("wrote ") == 2
    page = (tmp_path / "coupling.html").read_text(encoding="utf-8")
    assert page.count("<figure") == 2


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("JPN", "RUS", "--with", "RUS,JPN"), ["R964"]),
        (("JPN", "RUS", "--with", "USA"), ["R964"]),
        (("JPN", "JPN", "--with", "USA,USA"), ["R964"] * 2),
        (("JPX", "RUS", "--with", "ZZZ,RUS", "--from", "x"), ["R963", "R963", "R965"]),
        (("JPN", "RUS", "--with", "USA,RUS", "--source", "csv"), ["R962"]),
    ],
)
def test_all_that_is_wrong_is_told_at_once(
    arguments: Sequence[str],
    codes: list[str],
    made_store: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["coupling", *arguments, "--store", str(made_store)]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert [word for word in err.split() if word.startswith("R9")] == codes


@pytest.mark.parametrize("more", [(), ("--with", "USA,RUS", "--lags", "61")])
def test_options_are_checked(more: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coupling", "JPN", "RUS", *more]) == 2
    assert "Usage" in capsys.readouterr().err
