from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from detente.report.fetch_text import fetched_lines, print_fetched, size_text
from detente.store.fetch.fetched import Failed, Fetched

RESULT = Fetched(
    source="gdelt2",
    address="https://h",
    first=date(2018, 10, 4),
    last=date(2018, 10, 5),
    keep=("JPN", "RUS"),
    dry=False,
    listed=190,
    listed_bytes=20_000_000,
    fetched=("a.zip",),
    fetched_bytes=100_000,
    events=1234,
    held=189,
    newest="20181009120000",
)


def test_a_plain_fetch_takes_four_lines() -> None:
    assert [*fetched_lines(RESULT)] == [
        "gdelt2, files of 2018-10-04 to 2018-10-05: 190 files listed, 20.0 MB",
        "  kept: events with JPN or RUS as actor or target",
        "  fetched: 1 file, 100.0 kB; 1,234 events kept",
        "  already in the store: 189 files",
    ]


def test_what_went_wrong_is_told_with_its_code() -> None:
    names = tuple(f"{number}.zip" for number in range(12))
    failed = tuple(Failed(name=name, code="R955", why="it does not fit") for name in names)
    result = RESULT.model_copy(
        update={
            "missing": ("m.zip",),
            "absent": names,
            "unread": 3,
            "failed": failed,
            "stopped": "12 files failed one after the other",
            "left": 2,
        }
    )

    assert [*fetched_lines(result)][4:] == [
        "  listed, but not on the server: 1 file: m.zip",
        f"  in no list: 12 files: {', '.join(names[:10])} and 2 more",
        "  lines of the list that could not be read: 3",
        *(f"  failed: {name}: R955 it does not fit" for name in names[:10]),
        "  failed as well: 2 files",
        "  stopped: 12 files failed one after the other; not asked for: 2 files",
        "  The same command goes on from here.",
    ]


@pytest.mark.parametrize(
    ("newest", "shown"),
    [("20181005120000", "2018-10-05 12:00 UTC"), ("20181004", "2018-10-04")],
)
def test_where_the_list_ends_is_told_where_it_matters(newest: str, shown: str) -> None:
    (*_, last) = fetched_lines(RESULT.model_copy(update={"newest": newest, "keep": None}))

    assert last == f"  The server's list ends with {shown}; later files are not there yet."


def test_a_dry_run_tells_what_would_be_fetched() -> None:
    result = RESULT.model_copy(update={"dry": True, "left": 1, "left_bytes": 1})

    assert "  to fetch: 1 file, 1 byte" in [*fetched_lines(result)]


def test_lines_are_not_broken() -> None:
    out = StringIO()
    print_fetched(Console(file=out, width=20), RESULT)

    assert out.getvalue().splitlines() == [*fetched_lines(RESULT)]


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 bytes"), (999_999, "1,000.0 kB"), (10**12, "1,000.0 GB"), (5 * 10**12, "5,000.0 GB")],
)
def test_sizes_are_read_by_people(count: int, text: str) -> None:
    assert size_text(count) == text
