"""`detente record`: files added, and what is kept; the statuses they end with."""

import json
from pathlib import Path

import pytest

from detente.cli.main import run
from detente.store.manifest import FORM_FILE

HEADING = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
)
ROW = (
    "{}\t{}\tShinzo Abe\tGovernment\tJapan\tConsult\t040\t1.0\tVladimir Putin\tGovernment\t"
    "Russian Federation\t1\t1\tA paper\t\t\t\tJapan\t35.7\t139.7\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "icews"
    inside.mkdir()
    for name, rows in (
        ("20181005.tab", [ROW.format(3, "2018-10-05"), ROW.format(1, "2018-10-04"), "broken\n"]),
        ("20181004.tab", [ROW.format(1, "2018-10-04"), ROW.format(2, "2018-10-04")]),
    ):
        (inside / name).write_text(HEADING + "".join(rows))
    return tmp_path


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    assert run([*arguments, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return json.loads(out)


def test_files_are_added_by_name_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(folder / "kept")

    added = _json(capsys, "record", "add", str(folder / "icews"), "--store", store)
    status = _json(capsys, "record", "status", "--verify", "--store", store)

    assert isinstance(added, dict)
    assert isinstance(status, dict)
    assert [(Path(f["name"]).name, f["rows"], f["aside"]) for f in added["files"]] == [
        ("20181004.tab", 2, 0),
        ("20181005.tab", 2, 1),
    ]
    (source,) = status["sources"]
    assert (source["counted"], source["repeated_equal"], status["verified"]) == (3, 1, True)
    again = _json(capsys, "record", "add", str(folder / "icews"), "--store", store)
    assert isinstance(again, dict)
    assert [file["new"] for file in again["files"]] == [False, False]


def test_the_text_is_for_people(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DETENTE_STORE", str(folder / "kept"))

    assert run(["record", "add", str(folder / "icews"), "--source", "icews", "-q"]) == 0
    assert run(["record", "status"]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    assert "2 files: 2 new, 0 kept already. 4 rows kept, 1 set aside." in out
    assert "Why rows were set aside" in out


def test_a_span_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(folder / "kept")
    path = str(folder / "icews" / "20181004.tab")

    assert run(["record", "add", path, "--store", store, "--covers", "2018-10-01..2018-10-31"]) == 0
    capsys.readouterr()

    (entry,) = (folder / "kept" / "manifest").iterdir()
    assert json.loads(entry.read_text())["covers"] == ["2018-10-01", "2018-10-31"]


@pytest.mark.parametrize("span", ["2018", "2018-10-04", "2018-10-04..2018-10", "2018-10-04..",
                                  "b..a", "2018-10-04..2018-10-03"])  # fmt: skip
def test_what_is_no_span_is_refused(
    span: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["record", "add", str(folder), "--covers", span]) == 2

    assert capsys.readouterr().err.split()[0] == "R911"


def test_a_file_of_no_source_is_told_and_the_others_are_added(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "icews" / "letter.txt").write_text("Dear")

    assert run(["record", "add", str(folder / "icews"), "--store", str(folder / "kept")]) == 2

    out, err = capsys.readouterr()
    assert "2 new, 0 kept already; 1 refused" in out
    assert ("R908" in err, "Traceback" in err) == (True, False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "nowhere"], "R904"),
        (["add", "icews", "--source", "icewz"], "R925"),
        (["add", "icews", "--store", "icews"], "R910"),
        (["status", "--store", "icews"], "R910"),
        (["status", "--store", "newer"], "R901"),
        (["status", "--verify", "--store", "newer"], "R901"),
    ],
)
def test_what_is_wrong_ends_with_2(
    arguments: list[str],
    said: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder)
    (folder / "newer").mkdir()
    (folder / "newer" / FORM_FILE).write_text('{"form": 9}')

    assert run(["record", *arguments]) == 2

    out, err = capsys.readouterr()
    assert (out, said in err) == ("", True)


def test_damage_ends_with_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = folder / "kept"
    run(["record", "add", str(folder / "icews"), "--store", str(store)])
    capsys.readouterr()
    path = next((store / "events").iterdir())
    path.write_bytes(b"\0" * path.stat().st_size)

    assert run(["record", "status", "--verify", "--store", str(store)]) == 2

    out, err = capsys.readouterr()
    assert (out, "R903" in err, str(path) in err) == ("", True, True)


def test_a_folder_that_cannot_be_written_ends_with_4(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "kept")

    monkeypatch.setattr("detente.store.disk.Disk.folder", refused)

    assert run(["record", "add", str(folder / "icews"), "--store", str(folder / "kept")]) == 4

    assert "permission denied" in capsys.readouterr().err


def test_help_tells_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["record", "--help"]) == 0

    out = capsys.readouterr().out
    assert all(f"\n  {name}" in out for name in ("add", "status"))


TABLE = "Day;From;To;Act\n03/02/2017;Japan;Russia;036\n31/02/2017;Japan;Russia;040\n"
PAIRS = "date=Day,actor=From,target=To,code=Act,ontology=cameo,delimiter=semicolon,day=DD/MM/YYYY"


def test_a_table_of_ones_own_is_read_by_a_mapping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.csv").write_text(TABLE)
    toml = tmp_path / "mine.toml"
    lines = 'ontology = "cameo"\ndelimiter = ";"\nday = "DD/MM/YYYY"\n[columns]\n'
    toml.write_text(lines + 'date = "Day"\nactor = "From"\ntarget = "To"\ncode = "Act"\n')
    add = ["record", "add", str(tmp_path / "mine.csv"), "--store", str(tmp_path / "kept")]

    for mapping, source in ((PAIRS, "csv"), (str(toml), "mine")):
        named = ["--source", source] if source != "csv" else []
        found = _json(capsys, *add, "--map", mapping, *named)
        assert isinstance(found, dict)
        assert [(f["source"], f["rows"], f["aside"]) for f in found["files"]] == [(source, 1, 1)]


@pytest.mark.parametrize(
    ("mapping", "source", "codes"),
    [
        ("date=Day,actr=From", None, ["R922", "R923", "R923"]),
        ("nowhere.toml", None, ["R921"]),
        (PAIRS, "icews", ["R925"]),
        (PAIRS, "My Table", ["R925"]),
    ],
)
def test_a_mapping_that_is_none_is_refused(
    mapping: str,
    source: str | None,
    codes: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "mine.csv").write_text(TABLE)
    named = ["--source", source] if source else []
    add = ["record", "add", str(tmp_path / "mine.csv"), "--store", str(tmp_path / "kept")]

    assert run([*add, "--map", mapping, *named]) == 2
    said = capsys.readouterr().err
    assert [word for word in said.split() if word[:1] == "R" and word[1:4].isdigit()] == codes


def test_a_file_of_another_kind_is_refused_under_a_name_that_is_not_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.tab").write_text("Dear Sir,\nthe events of last week\n")
    add = ["record", "add", str(tmp_path / "letter.tab"), "--store", str(tmp_path / "kept")]

    assert run([*add, "--source", "icews"]) == 2
    assert "R908 no row can be read" in capsys.readouterr().err
    assert _json(capsys, "record", "status", "--store", str(tmp_path / "kept"))["sources"] == []  # type: ignore[index]


def test_a_file_whose_heading_is_damaged_is_read_under_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.tab").write_text("Evnt ID\n" + ROW.format(1, "2018-10-04"))
    add = ["record", "add", str(tmp_path / "odd.tab"), "--store", str(tmp_path / "kept")]

    found = _json(capsys, *add, "--source", "icews")
    assert isinstance(found, dict)
    assert [(file["rows"], file["aside"]) for file in found["files"]] == [(1, 1)]
