"""What the record says of two states, as the command prints, writes and refuses it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import html5lib
import pytest

from detente.cli.main import run
from detente.study.recorded_result import RecordedResult
from tests.broken.material import check_golden
from tests.study.made_record import TONE, VOLUME, close, ideal_points

GOLDEN = Path(__file__).parent / "golden"


def _json(capsys: pytest.CaptureFixture[str], store: Path, *arguments: str) -> RecordedResult:
    assert run(["relation", *arguments, "--store", str(store), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert not {"NaN", "Infinity"} & {*out.replace(",", " ").split()}
    return RecordedResult.model_validate_json(out)


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["relation", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err


def test_the_answer_is_as_recorded(
    made_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("DETENTE_STORE", str(made_store))

    assert run(["relation", "JPN", "RUS"]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    check_golden(GOLDEN / "relation.txt", out)


def test_the_document_is_the_result_and_no_missing_number_is_0(
    made_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, made_store, "Japan", "rus", "--from", "2017-12-01", "--to", "2018-02-28")

    december, january, february = found.periods
    assert (december.state, december.events, december.mean, december.quads) == (
        "missing", None, None, None,
    )  # fmt: skip
    assert (january.state, february.state) == ("covered", "covered")
    assert (found.since, found.until) == ("2017-12-01", "2018-02-28")
    (tone,) = found.changes
    assert tone.earliest <= TONE.isoformat() <= tone.latest
    assert "days after 2018-02-28 are left out" in found.coverage.rule
    # Of yearly tables the years that were over, and no later one.
    assert max(one.year for one in found.yearly) == 2017


def test_it_writes_a_page_and_a_document(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["relation", "JPN", "RUS", "--by", "week", "--out", str(tmp_path)]

    assert run([*arguments, "--store", str(made_store)]) == 0

    assert capsys.readouterr().err.count("wrote ") == 2
    document = (tmp_path / "relation.json").read_text(encoding="utf-8")
    found = RecordedResult.model_validate_json(document)
    assert [one.day for one in found.changes if one.what == "volume"] == [VOLUME.isoformat()]
    page = html5lib.parse(
        (tmp_path / "relation.html").read_text(encoding="utf-8"), namespaceHTMLElements=False
    )
    text = "".join(page.itertext())
    assert "By week" in text
    assert "(partial)" in text
    assert len([e for e in page.iter() if e.tag == "figure"]) == 1


@pytest.mark.slow
def test_a_page_without_coverage_has_no_figure(made_store: Path, tmp_path: Path) -> None:
    span = ["--from", "2017-01-01", "--to", "2017-03-31"]

    assert (
        run(["relation", "JPN", "RUS", *span, "--store", str(made_store), "--out", str(tmp_path)])
        == 0
    )

    page = (tmp_path / "relation.html").read_text(encoding="utf-8")
    assert "<figure" not in page
    assert "missing, not 0" in page


@pytest.mark.slow
def test_files_of_others_are_left(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "relation.html").write_text("mine")
    arguments = ("JPN", "RUS", "--store", str(made_store), "--out", str(tmp_path))

    assert "U602" in _refused(capsys, *arguments)
    assert [path.name for path in tmp_path.iterdir()] == ["relation.html"]


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("JPX", "RUZ", "--from", "soon", "--to", "2018-13-01"), ["R963"] * 2 + ["R965"] * 2),
        (("JPN", "RUS,JPX", "ZZZ"), ["R963"] * 2),
        (("JPN", "JPN"), ["R964"]),
        (("JPN", "RUS", "Japan"), ["R964"]),
        (("JPN", "RUS", "--from", "2018-02-01", "--to", "2018-01-31"), ["R965"]),
        (("JPN", "RUS", "--backend", "duckdb:///x.db"), ["R961"]),
        (("JPN", "RUS", "--source", "gdelt2"), ["R962"]),
    ],
)
def test_all_that_is_wrong_is_told_at_once(
    arguments: Sequence[str],
    codes: list[str],
    made_store: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    err = _refused(capsys, *arguments, "--store", str(made_store))

    assert [word for word in err.split() if word.strip(":").startswith("R9")] == codes
    count = len(codes)
    assert err.endswith(f"{count} problem{'s' * (count != 1)}\n")
    assert err.count("hint: ") == count


def test_an_empty_record_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    err = _refused(capsys, "JPN", "RUS", "--store", str(tmp_path))

    assert "R960" in err
    assert "detente record add" in err


def test_a_damaged_record_is_told(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    shutil.copytree(made_store, store)
    for path in (store / "events").rglob("*.parquet"):
        path.write_bytes(path.read_bytes()[:50])

    assert "R903" in _refused(capsys, "JPN", "RUS", "--store", str(store))


@pytest.mark.parametrize("library", ["duckdb", pytest.param("ibis", marks=pytest.mark.slow)])
def test_a_missing_extra_is_named(library: str, made_store: Path) -> None:
    code = (
        f"import sys; sys.modules['{library}'] = None; from detente.cli.main import run;"
        f"sys.exit(run(['relation', 'JPN', 'RUS', '--store', {str(made_store)!r}]))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"detente: {library} is not installed; install the extra: pip install 'detente[record]'\n"
    )


@pytest.mark.slow
def test_the_quarter_of_icews_is_measured_as_known(
    icews_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, icews_store, "JPN", "RUS", "--by", "month")

    assert [period.name for period in found.periods] == ["2018-10", "2018-11", "2018-12"]
    assert [period.events for period in found.periods] == [65, 237, 176]
    assert [round(period.mean or 0, 3) for period in found.periods] == [1.708, 3.392, 3.255]
    assert [period.state for period in found.periods] == ["partial", "covered", "covered"]
    assert found.files == 86
    assert found.coverage.gaps == ("2018-10-06",)

    span = ("--from", "2018-09-01", "--to", "2019-01-31")
    wide = _json(capsys, icews_store, "JPN", "RUS", *span)

    ends = (wide.periods[0], wide.periods[-1])
    assert [period.name for period in ends] == ["2018-09", "2019-01"]
    assert [(period.state, period.events, period.mean) for period in ends] == [
        ("missing", None, None)
    ] * 2
    assert close([one.mean for one in wide.periods[1:4]], [one.mean for one in found.periods])


@pytest.mark.slow
def test_the_strait_of_kerch_is_a_turn_of_russia_and_ukraine(
    icews_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, icews_store, "RUS", "UKR", "--by", "week")

    week = next(period for period in found.periods if period.name == "2018-W48")
    assert (week.events, round(week.mean or 0, 3)) == (495, -4.315)
    assert week.first == "2018-11-26"
    near = [
        one
        for one in found.changes
        if one.what == "volume" and "2018-11-23" <= one.day <= "2018-11-27"
    ]
    assert len(near) == 1
    assert near[0].samples
    begin = date.fromisoformat(near[0].day)
    assert {one.day for one in near[0].samples} <= {
        (begin + timedelta(days=n)).isoformat() for n in range(7)
    }
    assert {"RUS", "UKR"} == {found.a, *found.others}
    assert any((one.intensity or 0) <= -9 for one in near[0].samples)


@pytest.mark.slow
def test_alliances_are_the_same_from_both_sides_and_missing_after_2018(
    states_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sides = []
    for pair in (("JPN", "USA"), ("USA", "JPN")):
        found = _json(capsys, states_store, *pair)
        sides.append(
            {
                (one.variable, one.year): one.value
                for one in found.yearly
                if one.source == "alliances"
            }
        )
        assert {one.subject for one in found.yearly if one.source == "alliances"} == {
            "–".join(pair)
        }

    assert sides[0] == sides[1]
    assert sides[0]["defense", 2018] == 1.0
    assert max(year for _, year in sides[0]) == 2018


def test_help_says_what_it_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["relation", "--help"]) == 0

    assert "how A and B deal with each other" in capsys.readouterr().out


@pytest.mark.slow
def test_json_is_one_document(made_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = ["relation", "RUS", "JPN", "USA", "--direction", "from", "--format", "json"]

    assert run([*one, "--store", str(made_store)]) == 0

    document = json.loads(capsys.readouterr().out)
    assert (document["direction"], document["others"]) == ("from", ["JPN", "USA"])
    assert {period["backward"] for period in document["periods"]} == {None}


def test_yearly_facts_alone_are_told(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "points.csv").write_text(ideal_points())
    kept = ["--store", str(tmp_path / "kept"), "-q"]
    assert run(["record", "add", str(tmp_path / "points.csv"), *kept]) == 0
    capsys.readouterr()

    assert run(["relation", "JPN", "RUS", *kept]) == 0
    said = capsys.readouterr().out
    assert "No events are kept; what yearly tables say stands below." in said
    assert "distance of" in said


def test_a_records_files_on_another_engine_are_measured_alike(
    made_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for place in (
        ["--store", str(made_store)],
        ["--backend", f"duckdb://?store={made_store}", "--source", "icews"],
    ):
        assert run(["relation", "JPN", "RUS", *place, "--format", "json", "-q"]) == 0
        said.append(RecordedResult.model_validate_json(capsys.readouterr().out))
    for result in said:
        assert close(result.periods, said[0].periods)
        assert (result.coverage, result.files) == (said[0].coverage, said[0].files)
