from datetime import date
from pathlib import Path

import duckdb
import pytest

from detente.store.readers.gdelt import Gdelt, gdelt1, gdelt2
from detente.store.readers.reader import PlainFile
from tests.store.readers.reading import data, gdelt, read, told


@pytest.mark.parametrize(("reader", "width"), [(gdelt1(), 58), (gdelt2(), 61)])
def test_an_event(tmp_path: Path, reader: Gdelt, width: int) -> None:
    line = gdelt(width, actor="PRIME MINISTER", actor_type="GOV", url="https://a.example/1")
    (event,) = read(reader, line + "\n", tmp_path)

    assert told([event], "row", "event_id", "date", "actor", "target") == [
        (1, "9001", date(2019, 10, 24), "JPN", "RUS")
    ]
    assert told([event], "actor_name", "actor_track", "target_track", "topic") == [
        ("PRIME MINISTER", "leaders", None, "diplomacy")
    ]
    assert told([event], "code", "kind", "quad", "intensity", "given", "url", "reason") == [
        ("040", "consult", 1, 1.0, 1.0, "https://a.example/1", None)
    ]


def test_files_of_1_0_may_lack_the_address_line_by_line(tmp_path: Path) -> None:
    lines = [gdelt(57), gdelt(58, id="9002", url="https://a.example"), gdelt(56), gdelt(59)]
    rows = read(gdelt1(), "\n".join(lines), tmp_path)

    assert told(rows, "row", "url", "reason") == [
        (1, None, None),
        (2, "https://a.example", None),
        (3, None, "columns"),
        (4, None, "columns"),
    ]


def test_regions_are_no_states_and_former_states_are_dated(tmp_path: Path) -> None:
    lines = [
        gdelt(61, actor_country="EUR", target_country="AFR"),
        gdelt(61, id="9002", actor_country="", target_country="ROM"),
        gdelt(61, id="9003", day="19850301"),
    ]

    assert told(read(gdelt2(), "\n".join(lines), tmp_path), "actor", "target") == [
        (None, None),
        (None, "ROU"),
        ("JPN", "SUN"),
    ]


def test_its_own_number_may_differ_from_the_one_scale(tmp_path: Path) -> None:
    (event,) = read(gdelt2(), gdelt(61, code="016", goldstein="-2.0"), tmp_path)

    assert told([event], "intensity", "given") == [(-5.0, -2.0)]


@pytest.mark.parametrize("first", ["GLOBALEVENTID", "GlobalEventID"])
def test_a_line_of_names_is_left_out(tmp_path: Path, first: str) -> None:
    heading = "\t".join([first, *(f"Column{i}" for i in range(60))])

    assert told(read(gdelt2(), f"{heading}\n{gdelt(61)}", tmp_path), "row", "reason") == [(2, None)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (gdelt(58), "columns"),
        (gdelt(61, id="9.1e3"), "id"),
        (gdelt(61, day="20190230"), "date"),
        (gdelt(61, day="0"), "date"),
        (gdelt(61, goldstein="strong"), "number"),
    ],
)
def test_what_is_set_aside(tmp_path: Path, line: str, reason: str) -> None:
    rows = read(gdelt2(), f"{gdelt(61)}\n{line}\n", tmp_path)

    assert told(rows, "row", "reason", "text") == [(1, None, None), (2, reason, line)]


def test_an_unknown_code_is_kept(tmp_path: Path) -> None:
    (event,) = read(gdelt2(), gdelt(61, code="---", goldstein=""), tmp_path)

    assert told([event], "code", "kind", "quad", "intensity", "given", "reason") == [(None,) * 6]


def test_an_export_of_2019() -> None:
    path = data("gdelt", "20191024143000.export.CSV")
    con = duckdb.connect()
    con.execute(f"CREATE TABLE e AS {gdelt2().rows(con, PlainFile(path, 0))}")
    own = [line.split("\t") for line in path.read_text().splitlines()]

    counted = con.sql("SELECT count(*), count(reason), count(url) FROM e").fetchone()
    states = con.sql("SELECT count(*) FROM e WHERE actor <> target").fetchone()
    by_columns = sum(bool(c[7] and c[17]) and c[7] != c[17] for c in own)
    regions = {"AFR", "EUR", "SAF", "SEA"}
    with_region = sum(
        c[7] != c[17] and bool(regions & {c[7], c[17]}) for c in own if c[7] and c[17]
    )

    assert counted == (2_111, 0, 2_111)
    assert by_columns == 469
    assert states == (by_columns - with_region,) == (422,)


def test_rows_of_1_0_in_both_of_its_forms() -> None:
    path = data("gdelt", "reed9999_events.csv")
    con = duckdb.connect()
    con.execute(f"CREATE TABLE e AS {gdelt1().rows(con, PlainFile(path, 0))}")

    found = con.sql("SELECT count(*), count(reason), count(url), min(date), max(date) FROM e")

    assert found.fetchone() == (710, 0, 509, date(1982, 1, 2), date(2016, 7, 28))
