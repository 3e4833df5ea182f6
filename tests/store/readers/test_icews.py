from datetime import date
from pathlib import Path

import duckdb
import pytest

from detente.base.errors import InputError
from detente.store.readers.icews import COLUMNS, Icews
from detente.store.readers.reader import PlainFile
from tests.store.readers.reading import data, icews, read, told

HEADING = "\t".join(COLUMNS)


def _read(folder: Path, *lines: str) -> list[dict[str, object]]:
    return read(Icews(), "\n".join([HEADING, *lines]) + "\n", folder)


def test_an_event_with_all_that_follows_from_it(tmp_path: Path) -> None:
    (event,) = _read(tmp_path, icews())

    assert event == {
        "row": 2,
        "event_id": "7001",
        "date": date(2018, 11, 25),
        "actor": "JPN",
        "target": "RUS",
        "actor_name": "Shinzo Abe",
        "target_name": "Russia",
        "actor_track": "leaders",
        "target_track": None,
        "code": "040",
        "kind": "consult",
        "quad": 1,
        "intensity": 1.0,
        "given": 1.0,
        "topic": "diplomacy",
        "url": None,
        "reason": None,
        "text": None,
    }


def test_a_side_without_a_state_is_kept(tmp_path: Path) -> None:
    rows = _read(
        tmp_path,
        icews(Source_Country="", Target_Country=""),
        icews(Event_ID="7002", Source_Country="NULL", Target_Country="Atlantis"),
    )

    assert told(rows, "actor", "target", "reason") == [(None, None, None)] * 2


def test_a_name_stands_for_the_state_of_the_day(tmp_path: Path) -> None:
    rows = _read(
        tmp_path,
        icews(Event_Date="2018-11-25", Source_Country="Serbia"),
        icews(Event_Date="1985-03-01", Target_Country="Russian Federation"),
    )

    assert told(rows, "actor", "target") == [("SRB", "RUS"), ("JPN", "SUN")]


def test_a_quotation_mark_is_data_save_around_a_whole_cell(tmp_path: Path) -> None:
    rows = _read(
        tmp_path,
        icews(Source_Name='Abe "the fox', Target_Name='"Citizen ""X"" (Russia)"'),
        icews(Event_ID='"7002"', Source_Country='"Japan"'),
    )

    assert told(rows, "actor_name", "target_name", "event_id", "actor") == [
        ('Abe "the fox', 'Citizen "X" (Russia)', "7001", "JPN"),
        ("Shinzo Abe", "Russia", "7002", "JPN"),
    ]


@pytest.mark.parametrize("code", ["", "---", "X1"])
def test_an_unknown_code_leaves_what_follows_from_it_empty(tmp_path: Path, code: str) -> None:
    (event,) = _read(tmp_path, icews(CAMEO_Code=code))

    assert told([event], "kind", "quad", "intensity", "given") == [(None, None, None, 1.0)]
    assert event["code"] == ("X1" if code == "X1" else None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "empty line"),
        (HEADING, "heading"),
        (icews() + "\t", "columns"),
        ("7001\t2018-11-25", "columns"),
        (icews(Event_ID=""), "id"),
        (icews(Event_ID="x1"), "id"),
        (icews(Event_Date="2018-02-30"), "date"),
        (icews(Event_Date="1066-10-14"), "date"),
        (icews(Event_Date=""), "date"),
        (icews(Intensity="minus one"), "number"),
        (icews(Intensity="11"), "number"),
    ],
)
def test_what_is_set_aside(tmp_path: Path, line: str, reason: str) -> None:
    before, wrong, after = _read(tmp_path, icews(), line, icews(Event_ID="7002"))

    assert told([before, after], "row", "reason") == [(2, None), (4, None)]
    assert told([wrong], "row", "reason", "text") == [(3, reason, line[:500])]
    assert {v for k, v in wrong.items() if k not in {"row", "reason", "text"}} == {None}


def test_an_empty_intensity_is_kept(tmp_path: Path) -> None:
    (event,) = _read(tmp_path, icews(Intensity=""))

    assert told([event], "given", "intensity", "reason") == [(None, 1.0, None)]


def test_a_file_without_heading_is_read_by_the_source_s_order(tmp_path: Path) -> None:
    assert told(read(Icews(), icews() + "\r\n", tmp_path), "row", "actor") == [(1, "JPN")]


def test_the_heading_s_order_holds(tmp_path: Path) -> None:
    names, cells = [list(line.split("\t")) for line in (HEADING, icews())]
    turned = "\n".join("\t".join([c[0], *c[:0:-1]]) for c in (names, cells))

    assert told(read(Icews(), "\ufeff" + turned, tmp_path), "actor", "target") == [("JPN", "RUS")]


def test_all_columns_that_a_heading_lacks_are_told(tmp_path: Path) -> None:
    heading = HEADING.replace("Event Date", "Day").replace("Intensity", "Intensité")

    with pytest.raises(InputError) as error:
        read(Icews(), heading + "\n", tmp_path)

    assert [(p.code, p.line) for p in error.value.problems] == [("R920", 1)] * 2


def test_an_empty_file_has_no_records(tmp_path: Path) -> None:
    assert read(Icews(), b"", tmp_path) == read(Icews(), HEADING, tmp_path) == []


@pytest.mark.slow
def test_the_last_quarter_of_2018() -> None:
    files = sorted(data("icews").glob("*.tab"))
    con, reader = duckdb.connect(), Icews()
    parts = [reader.rows(con, PlainFile(path, 0)) for path in files]
    con.execute(f"CREATE TABLE e AS {' UNION ALL '.join(f'({part})' for part in parts)}")

    counted = con.sql("SELECT count(*), count(reason) FROM e").fetchone()
    months = con.sql(
        "SELECT month(date), count(*), round(avg(intensity), 3) FROM e "
        "WHERE (actor, target) IN (('JPN', 'RUS'), ('RUS', 'JPN')) GROUP BY 1 ORDER BY 1"
    ).fetchall()
    week = con.sql(
        "SELECT count(*), round(avg(intensity), 3) FROM e "
        "WHERE (actor, target) IN (('UKR', 'RUS'), ('RUS', 'UKR')) "
        "AND date BETWEEN '2018-11-26' AND '2018-12-02'"
    ).fetchone()
    differ = con.sql("SELECT count(*) FROM e WHERE intensity IS DISTINCT FROM given").fetchone()

    assert len(files) == 86
    assert counted == (163_949, 0)
    assert months == [(10, 65, 1.708), (11, 237, 3.392), (12, 176, 3.255)]
    assert week == (495, -4.315)
    assert differ == (0,)
