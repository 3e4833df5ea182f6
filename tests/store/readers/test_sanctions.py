from pathlib import Path

from detente.store.readers.sanctions import Sanctions
from tests.store.readers.reading import data, read, table, told

HEADING = [
    "country", "year", "ccode", "EU", "US", "UN", "multilateral", "econ_eu_sanc",
    "non_econ_eu_sanc", "econ_us_sanc", "non_econ_us_sanc", "econ_un_sanc", "non_econ_un_sanc",
]  # fmt: skip


def test_a_line_is_nine_rows(tmp_path: Path) -> None:
    line = ["Russia", "2014.0", "365.0", "1.0", "1.0", "0.0", "2.0", "1", "0", "1", "1", "0", "0"]
    rows = read(Sanctions(), table(HEADING, line), tmp_path)

    assert set(told(rows, "row", "year", "state")) == {(2, 2014, "RUS")}
    assert told(rows, "other", "variable", "value") == [
        ("EU", "sanctions", 1.0),
        ("EU", "economic_sanctions", 1.0),
        ("EU", "other_sanctions", 0.0),
        ("USA", "sanctions", 1.0),
        ("USA", "economic_sanctions", 1.0),
        ("USA", "other_sanctions", 1.0),
        ("UN", "sanctions", 0.0),
        ("UN", "economic_sanctions", 0.0),
        ("UN", "other_sanctions", 0.0),
    ]


def test_what_is_set_aside(tmp_path: Path) -> None:
    usual = ["Russia", "2014", "365", *["0"] * 10]
    text = table(
        HEADING, [*usual[:1], "x", *usual[2:]], [*usual[:2], "x", *usual[3:]], [*usual[:12], "7"]
    )

    assert told(read(Sanctions(), text, tmp_path), "row", "reason") == [
        (2, "date"), (3, "state"), (4, "number")
    ]  # fmt: skip


def test_all_sanctions_until_2015(tmp_path: Path) -> None:
    rows = read(Sanctions(), data("states", "EUSANCT_CLEAN.csv").read_bytes(), tmp_path)
    keys = {(r["variable"], r["year"], r["state"], r["other"]) for r in rows}
    years = told(rows, "year")

    assert (len(rows), len(keys), min(years), max(years)) == (45_693, 45_693, 1989, 2015)
    assert {r["reason"] for r in rows} == {None}
