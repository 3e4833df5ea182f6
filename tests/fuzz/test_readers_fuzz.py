"""Mutated files of every source: each line is read or set aside, and nothing falls over."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pytest

from detente.base.errors import InputError
from detente.store.readers import READERS
from detente.store.readers.alliances import VARIABLES
from detente.store.readers.cells import heading
from detente.store.readers.chronology import COLUMNS as CHRONOLOGY
from detente.store.readers.icews import COLUMNS as ICEWS
from detente.store.readers.mapped import MappedReader
from detente.store.readers.mapping import read_pairs
from detente.store.readers.polecat import COLUMNS as POLECAT
from detente.store.readers.reader import Reader
from detente.store.readers.reason import REASONS
from tests.store.readers.reading import gdelt, icews, plain, polecat, table

MUTANTS = 500
KEPT = 0.75

ICEWS_FILE = "\n".join(["\t".join(ICEWS), *(icews(Event_ID=str(n)) for n in range(7))])
POLECAT_FILE = "\n".join(
    [
        "\t".join(POLECAT),
        polecat(Actor_Country="Japan;Russia"),
        *(polecat(Event_ID=str(n)) for n in range(5)),
    ]
)
EVENT = ["2016-05-06", "Japan", "Russia", "protest", "economy", 'a "b",\nc', "https://a", "high"]
CSV_FILE = table(["Day", "By", "To", "I"], *(["2018-01-02", "Japan", 'Rus"sia\n', "1"],) * 6)
ZEROS = ["0"] * 10
SANCTIONS = "country,year,ccode,EU,US,UN,multilateral,econ_eu_sanc,non_econ_eu_sanc,econ_us_sanc,"

FILES: dict[str, tuple[Reader, str]] = {
    "icews": (READERS["icews"], ICEWS_FILE),
    "gdelt1": (READERS["gdelt1"], "\n".join([gdelt(57), gdelt(58), gdelt(57)])),
    "gdelt2": (READERS["gdelt2"], "\n".join([gdelt(61, url="https://a")] * 4)),
    "polecat": (READERS["polecat"], POLECAT_FILE),
    "chronology": (READERS["chronology"], table(CHRONOLOGY, *[EVENT] * 6)),
    "csv": (
        MappedReader(read_pairs("date=Day,actor=By,target=To,intensity=I")),
        CSV_FILE,
    ),
    "ideal_points": (
        READERS["ideal_points"],
        table(
            ["ccode", "session", "IdealPoint", "Q5%", "Q95%", "Name"],
            *[["2", "40", "1.5", "1", "2", 'U "S" A']] * 6,
        ),
    ),
    "alliances": (
        READERS["alliances"],
        table(["ccode1", "ccode2", "year", *VARIABLES], *[["2.0", "740", "1960", *ZEROS[:5]]] * 6),
    ),
    "sanctions": (
        READERS["sanctions"],
        table(
            [*SANCTIONS.split(",")[:-1], "non_econ_us_sanc", "econ_un_sanc", "non_econ_un_sanc"],
            *[["Russia", "2014", "365", *ZEROS]] * 6,
        ),
    ),
}

ODD = (
    b"\0", b'"', b'""', b"\t", b"\t\t\t", b"\r", b"\r\n", b"\n", b"\n\n", b"\xef\xbb\xbf", b"\xff",
    b"\xe9", b"\xed\xa0\x80", "\u2028\u0085\u202e".encode(), b",", b";", b"|", b"NULL", b"None",
    b"nan", b"inf", b"-1e99", b"9" * 40, b"0000-00-00", b"2018-02-31", b"99999999", b"'; DROP",
    b"=1+1", b"x" * 70_000, b"\t" * 5_000, b'"' * 999, "é".encode("utf-16"),
)  # fmt: skip


def _flipped(chance: random.Random, content: bytearray) -> None:
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] = chance.randrange(256)


def _cut(chance: random.Random, content: bytearray) -> None:
    begin = chance.randrange(len(content))
    del content[begin : begin + chance.choice((1, 5, 50, 500, len(content)))]


def _inserted(chance: random.Random, content: bytearray) -> None:
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(content) + 1)
        content[place:place] = chance.choice(ODD)


def _doubled(chance: random.Random, content: bytearray) -> None:
    begin = chance.randrange(len(content))
    content[begin:begin] = content[begin : begin + chance.randint(1, 300)]


def _without_a_column(chance: random.Random, content: bytearray) -> None:
    sign = b"\t" if b"\t" in content else b","
    place = chance.randrange(9)
    lines = [line.split(sign) for line in bytes(content).split(b"\n")]
    content[:] = b"\n".join(sign.join(c[:place] + c[place + 1 :]) for c in lines)


def _other_ends(chance: random.Random, content: bytearray) -> None:
    content[:] = bytes(content).replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n")))


def _encoded(chance: random.Random, content: bytearray) -> None:
    content[:] = (
        bytes(content)
        .decode(errors="replace")
        .encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7")))
    )


MUTATIONS: Sequence[Callable[[random.Random, bytearray], None]] = (
    _flipped, _flipped, _cut, _inserted, _inserted, _doubled, _without_a_column, _other_ends,
    _encoded,
)  # fmt: skip


@pytest.mark.fuzz
@pytest.mark.parametrize("source", sorted(FILES))
def test_every_line_of_a_mutant_is_read_or_set_aside(source: str, tmp_path: Path) -> None:
    reader, text = FILES[source]
    chance = random.Random(f"readers {source}")
    refused = 0
    con = duckdb.connect()
    for _ in range(MUTANTS):
        content = bytearray(text.encode())
        for mutation in chance.choices(MUTATIONS, k=chance.randint(1, 3)):
            if content:
                mutation(chance, content)
        if chance.random() < KEPT:  # most with a heading that can be read
            content[:0] = text.split("\n", 1)[0].encode() + b"\n"
        told: set[str] = set()
        try:
            _accounted(con, reader, bytes(content), tmp_path)
        except InputError as error:
            told = {problem.code for problem in error.problems}
        assert told <= {"R920"}
        refused += bool(told)
    assert refused < MUTANTS / 2


def _accounted(
    con: duckdb.DuckDBPyConnection, reader: Reader, content: bytes, folder: Path
) -> None:
    file = plain(content, folder)
    sql = reader.rows(con, file)
    needed = "date" if reader.table == "events" else "year"
    found = con.execute(f"SELECT row, reason, text, {needed} FROM ({sql})").fetchall()
    con.unregister(sql.split()[-1])

    rows = [row for row, *_ in found]
    assert rows == sorted(rows)
    assert not set(rows) & file.skipped
    lines = file.path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    quoted = reader.source not in {"icews", "gdelt1", "gdelt2", "polecat"}
    first = heading(file).split("\t")[0].strip().strip('"')
    head = 1 if quoted or first == "Event ID" else 0
    open_mark = False
    for number, line in enumerate(lines[: file.lines], start=1):
        if quoted and b'"' in line:
            open_mark = True  # from here on a record may run over several lines
        if not open_mark and number > head and number not in file.skipped:
            assert number in rows, (number, heading(file)[:80])
    for _, reason, line, when in found:
        assert (reason is None) == (line is None) == (when is not None)
        assert reason is None or reason in REASONS
