"""What tests of readers share: reading bytes as the store does, and lines in each source's form."""

import csv
import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from detente.store.content import examined
from detente.store.readers.icews import COLUMNS as ICEWS
from detente.store.readers.polecat import COLUMNS as POLECAT
from detente.store.readers.reader import PlainFile, Reader

ROOT = Path(__file__).parents[3]
DATA = ROOT.parent / "shared" / "data"
CHRONOLOGY = ROOT / "src/detente/cases/japan-russia-2017/chronology.csv"

Row = dict[str, Any]


def data(*parts: str) -> Path:
    """Return a path of the real data, or skip the test."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip("../shared/data is absent")
    return path


def plain(content: bytes, folder: Path, name: str = "file") -> PlainFile:
    """Return bytes as a plain file, examined as the store examines them."""
    path = folder / "plain"
    with path.open("wb") as file:
        found = examined([content], file.write)
    return PlainFile(path, found.lines, frozenset(line.row for line in found.bad), name)


def read(reader: Reader, content: str | bytes, folder: Path) -> list[Row]:
    """Return a reader's records of a content, good and set aside, in order."""
    if isinstance(content, str):
        content = content.encode()
    con = _connection()
    sql = reader.rows(con, plain(content, folder))
    found = con.execute(sql)
    names = [column[0] for column in found.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    con.unregister(sql.split()[-1])
    return rows


@lru_cache(maxsize=1)
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def told(rows: Sequence[Row], *names: str) -> list[Any]:
    """Return some columns of rows: plain values for one, tuples for several."""
    return [tuple(row[n] for n in names) if len(names) > 1 else row[names[0]] for row in rows]


def icews(**cells: str) -> str:
    """Return a line of ICEWS; cells are named as its columns, with _ for blanks."""
    usual = {
        "Event ID": "7001", "Event Date": "2018-11-25", "Source Name": "Shinzo Abe",
        "Source Sectors": "Executive Office,Executive,Government", "Source Country": "Japan",
        "Event Text": "Consult", "CAMEO Code": "040", "Intensity": "1.0",
        "Target Name": "Russia", "Target Country": "Russian Federation", "Story ID": "1",
    }  # fmt: skip
    return _tabbed(ICEWS, usual, cells)


def polecat(**cells: str) -> str:
    """Return a line of POLECAT; cells are named as its columns, with _ for blanks."""
    usual = {
        "Event ID": "20230101-x-1", "Event Date": "2023-01-01", "Event Type": "CONSULT",
        "Event Mode": "visit", "Intensity": "2.0", "Quad Code": "VERBAL COOPERATION",
        "Contexts": "diplomatic", "Actor Name": "Fumio Kishida", "Actor Country": "Japan",
        "Primary Actor Sector": "GOV", "Actor Sectors": "GOV", "Actor Title": "Prime Minister",
        "Recipient Name": "None", "Recipient Country": "United States", "Version": "1",
    }  # fmt: skip
    return _tabbed(POLECAT, usual, cells)


def _tabbed(columns: Sequence[str], usual: dict[str, str], cells: dict[str, str]) -> str:
    named = usual | {name.replace("_", " "): cell for name, cell in cells.items()}
    assert set(named) <= set(columns), set(named) - set(columns)
    return "\t".join(named.get(name, "") for name in columns)


GDELT = {
    "id": 0, "day": 1, "actor": 6, "actor_country": 7, "actor_type": 12, "target": 16,
    "target_country": 17, "target_type": 22, "code": 26, "goldstein": 30,
}  # fmt: skip


def gdelt(width: int, **cells: str) -> str:
    """Return a line of GDELT with so many columns; the last is the address unless there are 57."""
    usual = {
        "id": "9001", "day": "20191024", "actor": "JAPAN", "actor_country": "JPN",
        "target": "RUSSIA", "target_country": "RUS", "code": "040", "goldstein": "1.0",
    }  # fmt: skip
    line = [""] * width
    line[2:4] = "201910", "2019"
    for name, cell in (usual | cells).items():
        line[width - 1 if name == "url" else GDELT[name]] = cell
    return "\t".join(line)


def table(heading: Sequence[str], *rows: Sequence[str], sign: str = ",") -> str:
    """Return rows as CSV under a heading."""
    text = io.StringIO()
    csv.writer(text, delimiter=sign, lineterminator="\n").writerows([heading, *rows])
    return text.getvalue()
