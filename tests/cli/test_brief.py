import json
import shutil
from datetime import date
from pathlib import Path

import html5lib
import pytest

from detente.cli.main import run
from tests.broken.material import CODES, SMALL
from tests.study.cases_of_states import text_of_states
from tests.study.made_record import add_made, close
from tests.study.made_record import events as made_events


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def test_a_brief_is_printed(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", case]) == 0

    out, err = capsys.readouterr()
    assert "As of 31 January 2026" in out
    assert err == ""


def test_a_brief_is_one_json_document_also_beside_its_files(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "out"

    assert run(["brief", case, "--format", "json", "--out", str(folder)]) == 0

    out, err = capsys.readouterr()
    written = sorted(path.name for path in folder.iterdir())
    assert written == ["brief.html", "brief.json", "brief.md"]
    assert json.loads(out) == json.loads((folder / "brief.json").read_text(encoding="utf-8"))
    assert err.count("wrote ") == 3


def test_quiet_says_nothing_of_what_it_wrote(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", case, "--out", str(tmp_path / "out"), "--quiet"]) == 0

    assert capsys.readouterr().err == ""


def test_a_file_is_no_folder_to_write_to(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", case, "--out", case]) == 2

    assert Path(case).read_text(encoding="utf-8") == SMALL
    assert capsys.readouterr().out == ""


def test_a_folder_that_cannot_be_made_is_a_missing_resource(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", case, "--out", "/proc/detente"]) == 4

    out, err = capsys.readouterr()
    assert out == ""
    assert "cannot be made" in err


def test_a_broken_case_has_no_brief(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", str(CODES / "C301.yaml")]) == 2

    assert "C301" in capsys.readouterr().err


def test_draws_and_their_seed_are_heeded(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["brief", case, "--draws", "12", "--seed", "5", "--format", "json", "--quiet"]
    said = []
    for _ in range(2):
        assert run(asked) == 0
        said.append(capsys.readouterr().out)

    found = json.loads(said[0])["robustness"]
    assert said[0] == said[1]
    assert (found["draws"], found["provenance"]["seed"], found["redrawn"]["solves"]) == (12, 5, 3)
    assert run(["brief", case, "--draws", "1"]) == 2


def _states(folder: Path, as_of: str) -> str:
    path = folder / "states.yaml"
    path.write_text(text_of_states(as_of), encoding="utf-8")
    return str(path)


def test_a_brief_says_that_no_record_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", _states(tmp_path, "2018-04-30"), "--store", str(tmp_path / "none")]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "No event file that is kept covers 1 May 2017 to 30 April 2018" in said


def test_later_events_do_not_enter_a_brief(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["brief", _states(tmp_path, "2017-12-30"), "--store", str(made_store)]

    assert run([*command, "--format", "json"]) == 0

    kept = json.loads(capsys.readouterr().out)["kept"]
    assert [source["use"] for source in kept["sources"]] == ["later"]
    assert kept["measured"] == []


@pytest.mark.slow
def test_a_brief_dated_before_all_events_measures_nothing(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["brief", _states(tmp_path, "2017-12-30"), "--store", str(made_store)]

    assert run([*command, "--out", str(tmp_path / "out")]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "nothing is measured for these dates" in said
    assert "icews covers 1 January 2018 to 30 April 2018, after the case's date" in said
    kept = json.loads((tmp_path / "out" / "brief.json").read_text(encoding="utf-8"))["kept"]
    assert [source["use"] for source in kept["sources"]] == ["later"]
    assert kept["measured"] == []
    # The year of the case's date was not over.
    assert {one["year"] for one in kept["yearly"]} == {*range(2011, 2017)}
    for name in ("brief.html", "brief.md"):
        assert "it is not used" in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_a_brief_of_covered_dates_measures_up_to_its_date_with_a_figure(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["brief", _states(tmp_path, "2018-03-14"), "--store", str(made_store)]

    assert run([*command, "--out", str(tmp_path / "out"), "--quiet"]) == 0

    said = " ".join(capsys.readouterr().out.split())
    events = sum(one.day <= date(2018, 3, 14) and "JPN" in one[1:3] for one in made_events())
    assert f"icews: {events} events of Japan and Russia, both directions, up to 14 March" in said
    assert "(partial)" in said
    kept = json.loads((tmp_path / "out" / "brief.json").read_text(encoding="utf-8"))["kept"]
    (measured,) = kept["measured"]
    assert (measured["until"], measured["coverage"]["last"]) == ("2018-03-14", "2018-03-14")
    assert all(change["day"] <= "2018-03-14" for change in measured["changes"])
    page = (tmp_path / "out" / "brief.html").read_text(encoding="utf-8")
    root = html5lib.parse(page, namespaceHTMLElements=False)
    (figure,) = [
        e for e in root.iter() if "recorded" in str(e.attrib.get("id")) and e.tag == "figure"
    ]
    assert figure.find("figcaption") is not None
    assert [e.tag for e in root.iter() if e.attrib.get("id") == "record"] == ["h3"]
    assert f"icews: {events} events of Japan and Russia" in " ".join(
        "".join(root.itertext()).split()
    )


@pytest.mark.slow
def test_what_happened_after_the_date_changes_nothing_in_a_brief(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = _states(tmp_path, "2018-03-14")
    known = add_made(tmp_path, date(2018, 3, 14))
    told = []
    for store in (made_store, known):
        capsys.readouterr()
        assert run(["brief", case, "--store", str(store), "--format", "json"]) == 0
        told.append(json.loads(capsys.readouterr().out)["kept"])

    for kept in told:
        (measured,) = kept["measured"]
        # Other files, and more of them: their number and hash differ, and the last day covered.
        del measured["files"], measured["provenance"], kept["sources"][0]["files"]
        del kept["sources"][0]["last"]
    assert close(*told)


def test_a_damaged_record_is_told(
    made_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(made_store, tmp_path / "store")
    (tmp_path / "store" / "form.json").write_text("{}", encoding="utf-8")

    status = run(["brief", _states(tmp_path, "2018-03-14"), "--store", str(tmp_path / "store")])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert "R9" in err
