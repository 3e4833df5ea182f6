"""A small record made by hand: three files of events, and three tables of yearly facts.

Japan and Russia deal with each other on 120 days of 2018: their tone turns on 5 February, their
volume on 5 March. Four other states deal with Russia evenly. One row is broken. The days from
1 January to 30 April are declared, but for 1 and 2 April.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from pydantic import BaseModel

from detente.cli.main import run

ROOT = Path(__file__).parents[2]
FIRST, LAST = date(2018, 1, 1), date(2018, 4, 30)
TONE, VOLUME = date(2018, 2, 5), date(2018, 3, 5)
GAP = (date(2018, 4, 1), date(2018, 4, 2))
FILES = {
    "made-1.tab": (date(2018, 1, 1), date(2018, 2, 28)),
    "made-2.tab": (date(2018, 3, 1), date(2018, 3, 31)),
    "made-3.tab": (date(2018, 4, 3), date(2018, 4, 30)),
}
"""Files and the days they are declared to cover; the last one also holds the two days before."""

HEAD = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
)
COUNTRIES = {
    "JPN": "Japan",
    "RUS": "Russian Federation",
    "USA": "United States",
    "CHN": "China",
    "DEU": "Germany",
    "GBR": "United Kingdom",
}
INTENSITY = {"036": 4, "040": 1, "057": 8, "061": 6.4, "111": -2, "120": -4, "190": -10}
COLD, WARM = ("040", "111", "120", "111"), ("036", "040", "061", "057")
EVEN = ("036", "040", "111", "061")


class Made(NamedTuple):
    """One event of the made record."""

    day: date
    actor: str
    target: str
    code: str
    number: int


def events() -> list[Made]:
    """Return the events, in order of their days; the same ones always."""
    draw = random.Random(2018)
    return [
        Made(day, actor, target, code, number)
        for number, (day, actor, target, code) in enumerate(_drawn(draw), start=1)
    ]


def _drawn(draw: random.Random) -> Iterator[tuple[date, str, str, str]]:
    for day in (FIRST + timedelta(days=n) for n in range(120)):
        count = draw.randint(1, 3) if day < VOLUME else draw.randint(7, 9)
        for place in range(count):
            pair = ("JPN", "RUS") if place % 2 else ("RUS", "JPN")
            yield day, *pair, draw.choice(COLD if day < TONE else WARM)
        for other in ("USA", "CHN", "DEU", "GBR"):
            for _ in range(draw.randint(0, 2)):
                pair = (other, "RUS") if draw.random() < 0.5 else ("RUS", other)
                yield day, *pair, draw.choice(EVEN)


def icews(found: Iterable[Made]) -> str:
    """Return events as an ICEWS file has them."""
    return "".join(f"{line}\n" for line in [HEAD, *(_line(one) for one in found)])


def _line(one: Made) -> str:
    sector = "Military" if one.day < TONE else "Business"
    cells = [
        str(one.number), one.day.isoformat(), f"Head of State ({COUNTRIES[one.actor]})",
        "Executive,Government", COUNTRIES[one.actor], "an act", one.code,
        str(INTENSITY[one.code]), f"{sector} ({COUNTRIES[one.target]})", sector,
        COUNTRIES[one.target], str(one.number), "1", "A Paper", "", "", "", "", "", "",
    ]  # fmt: skip
    return "\t".join(cells)


def event_files(folder: Path, until: date = LAST) -> dict[Path, tuple[date, date]]:
    """Write the files, with no event later than a day, and return what each covers up to it."""
    folder.mkdir(parents=True, exist_ok=True)
    every = [one for one in events() if one.day <= until]
    written = {}
    for name, (first, last) in FILES.items():
        begin = GAP[0] if first == date(2018, 4, 3) else first
        if first > until:
            continue
        broken = "not a row\n" if name == "made-3.tab" else ""
        path = folder / name
        path.write_text(
            icews(one for one in every if begin <= one.day <= last) + broken, encoding="utf-8"
        )
        written[path] = (first, min(last, until))
    return written


NUMBERS = {"USA": 2, "CAN": 20, "GBR": 200, "DEU": 255, "RUS": 365, "CHN": 710, "JPN": 740}
POINTS = {"USA": 2.6, "CAN": 1.5, "GBR": 1.7, "DEU": 1.3, "CHN": -0.8, "JPN": 1.0}
YEARS = range(1991, 2019)


def ideal_points() -> str:
    """Return ideal points: Russia moves, the others hardly do; Japan has none in 1995."""
    draw = random.Random(1991)
    lines = [
        "Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname"
    ]
    russia, row = 0.6, 0
    for year in YEARS:
        russia += draw.uniform(-0.2, 0.12)
        for state, number in NUMBERS.items():
            row += 1
            point = russia if state == "RUS" else POINTS[state] + draw.uniform(-0.08, 0.08)
            said = "" if (state, year) == ("JPN", 1995) else f"{point:.4f}"
            low, high = f"{point - 0.1:.4f}", f"{point + 0.1:.4f}"
            lines.append(
                f"{row},{number},{year - 1945},60,{said},{low},{low},{low},{point:.4f},{high},"
                f"{high},{high},{state},{state}"
            )
    return "\n".join(lines) + "\n"


def alliances() -> str:
    """Return alliances: Japan and the United States in both directions, one with Russia in one."""
    lines = ["ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul"]
    for year in range(2010, 2017):
        for one, other in ((2, 740), (740, 2)):
            lines.append(f"{one}.0,{other}.0,{year}.0,1.0,0.0,0.0,0.0,1.0")
        lines.append(f"740.0,365.0,{year}.0,0.0,0.0,0.0,0.0,{int(year == 2012)}.0")
        lines.append(f"365.0,740.0,{year}.0,0.0,0.0,0.0,0.0,0.0")
    return "\n".join(lines) + "\n"


def sanctions() -> str:
    """Return sanctions: against Russia by the European Union and the United States from 2014 on."""
    lines = [
        "country,year,ccode,EU,US,UN,multilateral,econ_eu_sanc,non_econ_eu_sanc,econ_us_sanc,"
        "non_econ_us_sanc,econ_un_sanc,non_econ_un_sanc"
    ]
    for year in range(2012, 2016):
        on = f"{int(year >= 2014)}.0"
        lines.append(f"Russia,{year}.0,365.0,{on},{on},0.0,{on},{on},0.0,{on},0.0,0.0,0.0")
        lines.append(f"Japan,{year}.0,740.0," + ",".join(["0.0"] * 10))
    return "\n".join(lines) + "\n"


def yearly_files(folder: Path) -> list[Path]:
    """Write the three tables of yearly facts."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {
        "points.csv": ideal_points(),
        "alliances.csv": alliances(),
        "sanctions.csv": sanctions(),
    }
    for name, text in found.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in found]


def add_made(folder: Path, until: date = LAST) -> Path:
    """Add the files to a store in a folder, as people do, and return the store's folder."""
    store = folder / "store"
    for path, (first, last) in event_files(folder / "events", until).items():
        covers = f"{first}..{last}"
        assert run(["record", "add", str(path), "--store", str(store), "--covers", covers]) == 0
    paths = [str(path) for path in yearly_files(folder / "yearly")]
    assert run(["record", "add", *paths, "--store", str(store)]) == 0
    return store


def add_icews(folder: Path) -> Path:
    """Add the quarter of ICEWS to a store in a folder, and return the store's folder."""
    source = data("icews")
    assert run(["record", "add", str(source), "--store", str(folder / "store"), "--quiet"]) == 0
    return folder / "store"


def add_states(folder: Path) -> Path:
    """Add the real yearly tables and one made file of events, and return the store's folder."""
    states = data("states")
    names = ("evoeten_IdealpointestimatesAll_Apr2020.csv", "peacesciencer_atop_alliance.csv.gz")
    store = ["--store", str(folder / "store"), "--quiet"]
    paths = [str(states / name) for name in (*names, "EUSANCT_CLEAN.csv")]
    assert run(["record", "add", *paths, *store]) == 0
    path, (first, last) = next(iter(event_files(folder / "events").items()))
    assert run(["record", "add", str(path), *store, "--covers", f"{first}..{last}"]) == 0
    return folder / "store"


def data(name: str) -> Path:
    """Return a folder of the data beside the project; skip the test where it is absent."""
    found = ROOT.parent / "shared" / "data" / name
    if not found.is_dir():
        pytest.skip("../shared/data is absent")
    return found


def close(one: object, other: object) -> bool:
    """Whether two answers are the same, but for the last places of numbers.

    An engine adds up numbers in the order in which its threads come to them.
    """
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(one, BaseModel) and isinstance(other, BaseModel):
        return type(one) is type(other) and close(one.model_dump(), other.model_dump())
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(close(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(close, one, other))
    return one == other
