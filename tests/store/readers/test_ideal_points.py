from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.store.readers.ideal_points import IdealPoints
from tests.store.readers.reading import data, read, table, told

HEADING = ["Row", "ccode", "session", "IdealPoint", "Q5%", "Q95%", "Countryname"]


def test_a_session_stands_for_its_year(tmp_path: Path) -> None:
    text = table(
        HEADING,
        ["1", "365", "40", "-1.5", "-1.9", "-1.1", "Soviet Union"],
        ["2", "369", "1", "-2", "", "", "Ukraine, a member since 1945"],
    )

    assert told(
        read(IdealPoints(), text, tmp_path),
        "row",
        "variable",
        "year",
        "state",
        "value",
        "low",
        "high",
    ) == [
        (2, "ideal_point", 1985, "SUN", -1.5, -1.9, -1.1),
        (3, "ideal_point", 1946, "UKR", -2.0, None, None),
    ]


def test_what_is_set_aside(tmp_path: Path) -> None:
    text = table(
        HEADING,
        ["1", "740", "ten", "0", "0", "0", ""],
        ["2", "999", "40", "0", "0", "0", ""],
        ["3", "", "40", "0", "0", "0", ""],
        ["4", "740", "40", "x", "0", "0", ""],
        ["5", "740", "40", "0", "0", "x", ""],
        ["6", "740"],
    )

    assert told(read(IdealPoints(), text, tmp_path), "row", "reason") == [
        (2, "date"), (3, "state"), (4, "state"), (5, "number"), (6, "number"), (7, "columns")
    ]  # fmt: skip


def test_a_heading_that_lacks_a_column(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="R920"):
        read(IdealPoints(), "ccode,session\n", tmp_path)


def test_all_ideal_points_until_2019(tmp_path: Path) -> None:
    content = data("states", "evoeten_IdealpointestimatesAll_Apr2020.csv").read_bytes()
    as_it_is = read(IdealPoints(), content, tmp_path)
    rows = read(IdealPoints(), content.decode("latin-1"), tmp_path)
    years = told(rows, "year")

    # Its names are in Latin-1: Côte d'Ivoire and São Tomé are no UTF-8, and set aside as such.
    there = set(told(as_it_is, "row"))
    assert {r["state"] for r in rows if r["row"] not in there} == {"CIV", "STP"}
    assert (len(as_it_is), len(rows), min(years), max(years)) == (10_374, 10_469, 1946, 2019)
    assert {r["reason"] for r in rows} == {None}
    assert len({(r["year"], r["state"]) for r in rows}) == len(rows)
    assert {r["state"] for r in rows if r["year"] == 1985} >= {"SUN", "DDR", "DEU", "CSK", "YUG"}
