"""States, and who held which code when."""

import csv
import gzip
import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.base.state import (
    STATES,
    SYSTEMS,
    Holding,
    System,
    code_of,
    find,
    find_year,
    folded,
    holdings,
    name,
)

SHARED = Path(__file__).parents[3] / "shared" / "data"

# Codes that other tables list beside states, and why they are none.
REGIONS = {
    *("AFR", "ASA", "BLK", "CRB", "CAU", "CFR", "CAS", "CEU", "EIN", "EAF", "EEU", "EUR", "LAM"),
    *("MEA", "MDT", "NAF", "NMR", "PGS", "SCN", "SAM", "SAS", "SEA", "SAF", "WAF", "WST"),
}
NO_STATES = {
    **dict.fromkeys(REGIONS, "a region"),
    "0": "no code",
    "---": "no code",
    "OS": "the high seas",
    "UNO": "an organisation",
    **dict.fromkeys(("GEOPRE", "MDAPRE", "UKRPRE", "AZEPRE", "SOMPRE", "CYPPRE"), "a proto-state"),
}
# Names of places and bodies that have no code of ISO 3166.
NO_NAMES = {
    **dict.fromkeys(("European Union", "United Nations"), "an organisation"),
    **dict.fromkeys(("Transnistria", "Nagorno-Karabahk", "Somaliland"), "a proto-state"),
    **dict.fromkeys(("Luhansk People's Republic", "Donetsk People's Republic"), "a proto-state"),
    "Northern Cyprus": "a proto-state",
    "NULL": "no name",
    "Baghdad": "a city",
}

DAYS = st.dates(date(1816, 1, 1), date(2030, 12, 31))


@pytest.fixture
def data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared/data is absent")
    return SHARED


def _rows(path: Path, encoding: str = "utf-8") -> Iterator[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize(
    ("system", "code", "day", "state"),
    [
        ("cow", "365", "1914-08-01", "RUS"),
        ("cow", "365", "1991-12-25", "SUN"),
        ("gw", "365", "1991-12-26", "RUS"),
        ("cow", "255", "1938-01-01", "DEU"),
        ("cow", "255", "1970-01-01", None),
        ("cow", "260", "1970-01-01", "DEU"),
        ("cow", "260", "1991-01-01", None),
        ("cow", "255", "1991-01-01", "DEU"),
        ("gw", "260", "1991-01-01", "DEU"),
        ("gw", "265", "1990-10-02", "DDR"),
        ("gw", "265", "1990-10-03", None),
        ("cow", "345", "1900-01-01", "SRB"),
        ("cow", "345", "1980-01-01", "YUG"),
        ("cow", "345", "2004-01-01", "SCG"),
        ("cow", "345", "2010-01-01", "SRB"),
        ("gw", "345", "2006-06-04", "SCG"),
        ("gw", "345", "2006-06-05", None),
        ("gw", "340", "2006-06-05", "SRB"),
        ("cow", "678", "1980-01-01", "YEM"),
        ("cow", "678", "1995-01-01", None),
        ("gw", "678", "1995-01-01", "YEM"),
        ("cow", "679", "1995-01-01", "YEM"),
        ("cow", "680", "1980-01-01", "YMD"),
        ("cow", "816", "1970-01-01", "VDR"),
        ("cow", "816", "1980-01-01", "VNM"),
        ("cow", "817", "1970-01-01", "VNM"),
        ("cow", "817", "1980-01-01", None),
        ("gw", "315", "1992-12-31", "CSK"),
        ("gw", "316", "1993-01-01", "CZE"),
        ("cow", "315", "1942-01-01", None),
        ("cow", "300", "1910-01-01", "XAH"),
        ("cow_abb", "UKG", "2000-01-01", "GBR"),
        ("cow_abb", "YUG", "1980-01-01", "YUG"),
        ("cameo", "RUS", "1985-01-01", "SUN"),
        ("cameo", "RUS", "2018-11-14", "RUS"),
        ("cameo", "ROM", "2018-11-14", "ROU"),
        ("cameo", "ROU", "2018-11-14", "ROU"),
        ("cameo", "TMP", "2018-11-14", "TLS"),
        ("fips", "RS", "2018-11-14", "RUS"),
        ("fips", "GM", "2018-11-14", "DEU"),
        ("iso2", "CS", "1980-01-01", "CSK"),
        ("iso2", "CS", "2004-01-01", "SCG"),
        ("iso3", "sun", "1980-01-01", "SUN"),
        ("iso3", "SUN", "2000-01-01", None),
        ("name", "USSR", "1980-01-01", "SUN"),
        ("name", "Korea", "2018-01-01", None),
        ("name", "the former Yugoslav Republic of Macedonia", "2018-01-01", "MKD"),
        ("name", "cote d'ivoire", "2018-01-01", "CIV"),
        ("name", "KOSOVO", "2018-01-01", "XKX"),
        ("name", "Atlantis", "2018-01-01", None),
        ("gw", "", "2018-01-01", None),
        ("gw", "0", "2018-01-01", None),
    ],
)
def test_a_code_is_the_state_s_that_held_it_on_the_day(
    system: System, code: str, day: str, state: str | None
) -> None:
    assert find(system, code, date.fromisoformat(day)) == state


def test_without_a_day_a_code_is_its_last_holder_s() -> None:
    assert find("cow", "345") == "SRB"
    assert find("gw", "345") == "SCG"
    assert find("cow", "817") == "VNM"
    assert find("iso2", "CS") == "SCG"
    assert find("cow", "002") == find("gw", "2.0") == find("cow", " 2 ") == "USA"
    assert find("iso3", "nobody") is None


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        ("365", 1990, "SUN"),
        ("365", 1991, "RUS"),
        ("265", 1990, "DDR"),
        ("265", 1991, None),
        ("345", 2002, "YUG"),
        ("345", 2003, "SCG"),
        ("345", 2006, "SRB"),
        ("678", 1990, "YEM"),
        ("680", 1990, "YMD"),
        ("369", 1980, None),
    ],
)
def test_a_year_is_the_state_s_that_ends_it(code: str, year: int, state: str | None) -> None:
    assert find_year("cow", code, year) == state


def test_a_year_outside_may_be_read_as_the_nearest_holder_s() -> None:
    assert find_year("cow", "369", 1980, ever=True) == "UKR"
    assert find_year("cow", "365", 1815, ever=True) == "RUS"
    assert find_year("cow", "345", 1942, ever=True) == "YUG"
    assert find_year("cow", "1", 1942, ever=True) is None
    assert find_year("gw", "345", 2006) == "SCG"


def test_names_are_plain_english() -> None:
    given = [name(s) for s in ("RUS", "USA", "GBR", "KOR", "SUN", "XKX", "JPN")]

    assert given == [
        "Russia",
        "United States",
        "United Kingdom",
        "South Korea",
        "Soviet Union",
        "Kosovo",
        "Japan",
    ]
    with pytest.raises(KeyError):
        name("XXX")


def test_the_table_is_of_one_piece() -> None:
    assert len(STATES) == len({s.name for s in STATES.values()}) > 270
    assert all(len(k) == 3 and k.isupper() and STATES[k].iso3 == k for k in STATES)
    assert all(s.of in STATES for s in STATES.values() if s.of)
    assert {h.state for h in holdings()} == {*STATES}
    assert all(s.last for s in STATES.values() if s.kind == "former")
    assert all(find("name", alias) for s in STATES.values() for alias in (s.name, *s.aliases))


def test_a_code_is_held_by_one_state_at_a_time() -> None:
    held: dict[tuple[str, str], list[Holding]] = {}
    for each in holdings():
        held.setdefault((each.system, each.code), []).append(each)

    for spans in held.values():
        ordered = sorted(spans, key=lambda h: h.first or date.min)
        for before, after in pairwise(ordered):
            assert before.last is not None
            assert after.first is not None
            assert before.last < after.first


@given(st.sampled_from(SYSTEMS), st.sampled_from(sorted(STATES)), st.none() | DAYS)
def test_what_is_written_is_found_again(system: System, state: str, day: date | None) -> None:
    code = code_of(system, state, day)

    if day is not None:
        assert code is None or find(system, code, day) == state
    elif code is not None and STATES[state].kind != "former" and code != "817":
        assert find(system, code) == state


@given(st.sampled_from(holdings()), DAYS)
def test_a_holding_is_found_on_its_days_only(holding: Holding, day: date) -> None:
    assert (find(holding.system, holding.code, day) == holding.state) >= holding.on(day)


@given(st.text(st.characters(max_codepoint=0x24F), max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = folded(text)

    assert folded(once) == once or once.split()[0] in {"the", "st"}
    assert once == folded(text.upper()) or not text.isascii()


@given(st.sampled_from(SYSTEMS), st.text(max_size=12), st.none() | DAYS)
def test_any_text_is_a_state_s_or_nobody_s(system: System, code: str, day: date | None) -> None:
    found = find(system, code, day)

    assert found is None or found in STATES


@pytest.mark.parametrize(
    ("system", "file", "code", "title"),
    [
        ("gw", "isard_gw_system.csv", "gwcode", "gw_name"),
        ("cow", "isard_cw_system.csv", "ccode", "cw_name"),
    ],
)
def test_every_state_of_a_system_is_known(
    data: Path, system: System, file: str, code: str, title: str
) -> None:
    for row in _rows(data / "states" / file):
        first, last = (date.fromisoformat(row[k]) for k in ("start", "end"))
        on = [find(system, row[code], first), find(system, row[code], last)]

        assert None not in on, row
        assert find("name", row[title]), row
        assert find(system, row[code], _before(first)) != on[0], row
        if system == "cow":
            assert find("cow_abb", row["cw_abb"], last) == on[1], row


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def test_every_country_of_the_lists_is_known(data: Path) -> None:
    for row in _rows(data / "states" / "evoeten_COW_country_codes.csv"):
        assert find("cow", row["CCode"]) == find("cow_abb", row["StateAbb"]) is not None, row
        assert find("name", row["StateNme"]), row
    for line in (data / "ontology" / "CAMEO.country.txt").read_text("utf-8").splitlines()[1:]:
        code, title = line.split("\t")
        assert (find("cameo", code) is None) == (code in NO_STATES), line
        assert find("name", title) or title in NO_NAMES or code in NO_STATES, line
    for row in _rows(data / "ontology" / "NGEC_countries.csv"):
        assert find("name", row["Name"]) or row["Name"] in NO_NAMES, row
        assert find("iso3", row["CCA3"]) or row["CCA3"] in NO_STATES, row
    listed = json.loads((data / "ontology" / "py-gdelt_countries.json").read_text("utf-8"))
    for fips, row in listed.items():
        assert find("fips", fips) == find("iso2", row["iso2"]) == row["iso3"], row
        assert find("name", row["name"]) == row["iso3"], row
    path = data / "ontology" / "schrodt_countrynames-DEDI.txt"
    for line in path.read_text("utf-8").splitlines():
        title = line.split("\t")[0]
        assert find("name", title) or title in NO_NAMES, line


def test_every_country_of_events_is_known(data: Path) -> None:
    names: set[str] = set()
    for path in (data / "icews").glob("*.tab"):
        for line in path.read_text("utf-8").splitlines()[1:]:
            cells = line.split("\t")
            names |= {cells[4], cells[10]}
    assert [n for n in names if n and find("name", n, date(2018, 11, 1)) is None] == []

    for file in ("20191024143000.export.CSV", "reed9999_events.csv"):
        for line in (data / "gdelt" / file).read_text("utf-8").splitlines():
            cells = line.split("\t")
            for code in (cells[7], cells[17]):
                assert not code or find("cameo", code) or code in NO_STATES, code
            places = (37, 45, 53) if len(cells) == 61 else (37, 44, 51)
            for code in (cells[i] for i in places):
                assert not code or find("fips", code) or code in NO_STATES, code


def test_every_row_of_yearly_tables_is_some_state_s(data: Path) -> None:
    for row in _rows(data / "states" / "EUSANCT_CLEAN.csv"):
        year = int(float(row["year"]))
        assert find_year("cow", row["ccode"], year), row
        assert find("name", row["country"]), row
    ideal = data / "states" / "evoeten_IdealpointestimatesAll_Apr2020.csv"
    outside = set()
    for row in _rows(ideal, "latin-1"):
        year = 1945 + int(row["session"])
        assert find_year("cow", row["ccode"], year, ever=True), row
        if find_year("cow", row["ccode"], year) is None:
            outside.add(row["iso3c"])
    assert outside == {"UKR", "BLR", "TWN", "SMR", "BIH", "GHA", "MUS", "IND"}
    with gzip.open(data / "states" / "peacesciencer_atop_alliance.csv.gz", "rt") as file:
        pairs = {(r["ccode1"], int(float(r["year"]))) for r in csv.DictReader(file)}
    assert all(find_year("cow", code, year, ever=True) for code, year in pairs)
