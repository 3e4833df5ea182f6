import gzip
from pathlib import Path

import duckdb
import pytest

from detente.store.readers.alliances import VARIABLES, Alliances, one_sided
from tests.store.readers.reading import data, plain, read, table, told

HEADING = ["ccode1", "ccode2", "year", *VARIABLES]


def test_a_line_is_five_rows(tmp_path: Path) -> None:
    text = table(HEADING, ["2.0", "740.0", "1960.0", "1.0", "0.0", "0.0", "0.0", ""])

    assert told(read(Alliances(), text, tmp_path), "row", "variable", "year", "value") == [
        (2, "defense", 1960, 1.0),
        (2, "offense", 1960, 0.0),
        (2, "neutrality", 1960, 0.0),
        (2, "nonaggression", 1960, 0.0),
        (2, "consultation", 1960, None),
    ]
    assert set(told(read(Alliances(), text, tmp_path), "state", "other")) == {("USA", "JPN")}


def test_a_line_that_is_set_aside_is_one_row(tmp_path: Path) -> None:
    text = table(
        HEADING,
        ["2", "740", "60", "1", "0", "0", "0", "0"],
        ["2", "x", "1960", "1", "0", "0", "0", "0"],
        ["2", "740", "1960", "1", "0", "0", "0", "2"],
        ["2", "740", "1960", "1", "0", "0", "0", "0"],
    )

    assert told(read(Alliances(), text, tmp_path), "row", "reason") == [
        (2, "date"), (3, "state"), (4, "number"), *[(5, None)] * 5
    ]  # fmt: skip


def test_what_stands_in_one_direction_only_is_told(tmp_path: Path) -> None:
    none = ["0", "0", "0", "0"]
    text = table(
        HEADING,
        ["2", "740", "1960", "1", *none],
        ["740", "2", "1960", "1", *none],
        ["2", "20", "1960", "1", *none],
        ["20", "2", "1960", "0", *none],
        ["2", "220", "1960", "1", *none],
    )
    con = duckdb.connect()
    found = con.sql(one_sided(Alliances().rows(con, plain(text.encode(), tmp_path)))).fetchall()

    assert [r for r in found if r[0] == "defense"] == [
        ("defense", 1960, "CAN", "USA", 0.0, 1.0),
        ("defense", 1960, "USA", "CAN", 1.0, 0.0),
        ("defense", 1960, "USA", "FRA", 1.0, None),
    ]


@pytest.mark.slow
def test_all_alliances_until_2018(tmp_path: Path) -> None:
    content = gzip.decompress(data("states", "peacesciencer_atop_alliance.csv.gz").read_bytes())
    con = duckdb.connect()
    con.execute(f"CREATE TABLE a AS {Alliances().rows(con, plain(content, tmp_path))}")

    counted = con.sql(
        "SELECT count(*), count(DISTINCT row), count(reason), min(year), max(year) FROM a"
    ).fetchone()
    twice = con.sql(
        "SELECT DISTINCT year, state, other FROM a GROUP BY ALL, variable HAVING count(*) > 1"
    ).fetchall()
    lopsided = con.sql(one_sided("SELECT * FROM a")).fetchall()

    assert counted == (1_366_480, 273_296, 0, 1815, 2018)
    assert {(year, "DEU" in pair) for year, *pair in twice} == {(1990, True)}
    assert lopsided == []
