"""Whether a dyad is a ceiling, as the command prints, writes and refuses it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from detente.cli.main import run
from detente.study.ceiling import CeilingResult
from tests.broken.material import check_golden
from tests.study.made_record import data, yearly_files

GOLDEN = Path(__file__).parent / "golden"
VOTES = ("--on", "ideal_points", "--placebo", "GBR,DEU,CAN")


def _json(capsys: pytest.CaptureFixture[str], store: Path, *arguments: str) -> CeilingResult:
    command = ["ceiling", "JPN", "RUS", "--given", "USA,RUS", *arguments]
    assert run([*command, "--store", str(store), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return CeilingResult.model_validate_json(out)


def test_the_answer_is_as_recorded(
    made_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("DETENTE_STORE", str(made_store))

    assert run(["ceiling", "JPN", "RUS", "--given", "USA,RUS", *VOTES]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    check_golden(GOLDEN / "ceiling.txt", out)


@pytest.mark.slow
def test_where_russia_alone_moves_the_movement_is_common(
    made_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, made_store, *VOTES)

    assert (found.verdict, found.periods) == ("common movement only", 27)
    missing = next(point for point in found.series if point.period == "1995")
    assert missing.values["JPN–RUS"] is None
    assert missing.values["USA–RUS"] is not None
    assert all(value > 0.9 for value in found.own.values())


@pytest.mark.slow
def test_placebos_are_chosen_where_none_are_named_and_years_cut(
    made_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, made_store, "--on", "ideal_points", "--to", "2016-06-30")

    assert found.placebos == ("DEU–RUS", "CAN–RUS", "GBR–RUS")
    assert found.until == "2015"


def test_of_events_the_busiest_are_the_placebos_and_weeks_the_periods(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, made_store, "--out", str(tmp_path), "--quiet")

    assert {*found.placebos} == {"GBR–RUS", "DEU–RUS", "CHN–RUS"}
    assert (found.on, found.by, found.verdict) == ("tone", "week", "too little to tell")
    written = (tmp_path / "ceiling.json").read_text(encoding="utf-8")
    assert CeilingResult.model_validate_json(written) == found
    assert "<figure" in (tmp_path / "ceiling.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_where_votes_alone_are_kept_they_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    points = yearly_files(tmp_path)[0]
    assert run(["record", "add", str(points), "--store", str(store)]) == 0
    capsys.readouterr()

    assert _json(capsys, store).on == "ideal_points"


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("JPN", "RUS", "--given", "GBR,USA"), ["R964"]),
        (("JPN", "RUS", "--given", "RUS,JPN"), ["R964"]),
        (("JPN", "JPN", "--given", "USA,RUS"), ["R964"]),
        (("JPN", "RUS", "--given", "USA"), ["R964"]),
        (("JPN", "RUS", "--given", "USA,RUS", "--placebo", "GBR,USA,JPN"), ["R964"] * 2),
        (("JPN", "RUS", "--given", "GBR,USA", "--placebo", "GBR"), ["R964"] * 2),
        (
            ("JPX", "RUS", "--given", "USA,RUZ", "--placebo", "ZZZ", "--to", "x"),
            ["R963", "R963", "R965", "R963"],
        ),
        (("JPN", "RUS", "--given", "USA,RUS", "--source", "polecat"), ["R962"]),
        (("JPN", "RUS", "--given", "USA,RUS", "--backend", "duckdb:///x"), ["R961"]),
    ],
)
def test_all_that_is_wrong_is_told_at_once(
    arguments: Sequence[str],
    codes: list[str],
    made_store: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["ceiling", *arguments, "--store", str(made_store)]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert [word for word in err.split() if word.startswith("R9")] == codes


@pytest.mark.parametrize("more", [(), ("--on", "ideal_points")])
def test_nothing_kept_is_told(
    more: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["ceiling", "JPN", "RUS", "--given", "USA,RUS", *more, "--store", str(tmp_path)]

    assert run(command) == 2
    assert "R960" in capsys.readouterr().err


@pytest.mark.slow
def test_on_real_votes_russia_s_own_movement_is_all_that_is_shown(
    states_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data("states")
    span = ("--from", "1991-01-01", "--to", "2017-01-01")

    found = _json(capsys, states_store, *VOTES, *span)

    assert (found.verdict, found.periods) == ("common movement only", 26)
    assert (found.since, found.until) == ("1991", "2016")
    assert found.placebos == ("GBR–RUS", "DEU–RUS", "CAN–RUS")
