from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store.fetch.gdelt import Listed, days, quarters

DAY = date(2018, 10, 4)
MD5 = "0123456789abcdef" * 2


def line(name: str, size: str = "12", md5: str = MD5) -> bytes:
    return f"{size} {md5} http://data.gdeltproject.org/gdeltv2/{name}\n".encode()


def test_the_span_includes_both_its_days() -> None:
    names = [
        f"201810{day}.export.CSV.zip" for day in ("03234500", "04000000", "05234500", "06000000")
    ]
    names = [f"201810{d}{t}.export.CSV.zip" for d, t in (("03", "234500"), ("04", "000000"))]
    names += [f"201810{d}{t}.export.CSV.zip" for d, t in (("05", "234500"), ("06", "000000"))]

    found = quarters(map(line, names), DAY, date(2018, 10, 5))

    assert [each.name for each in found.files] == names[1:3]
    assert found.recognised == 4
    assert found.newest == "20181006000000"
    assert len(found.absent) == 2 * 96 - 2


def test_files_come_in_order_of_time_and_the_last_line_of_a_name_counts() -> None:
    late, early = "20181004001500.export.CSV.zip", "20181004000000.export.CSV.zip"

    found = quarters([line(late), line(early, "1"), line(early, "2")], DAY, DAY)

    assert [(each.name, each.size) for each in found.files] == [(early, 2), (late, 12)]
    assert found.files[0] == Listed(early, 2, MD5, DAY, DAY)


@pytest.mark.parametrize(
    "text",
    [
        b"http://data.gdeltproject.org/gdeltv2/20181004000000.export.CSV.zip",
        b"12 " + MD5.encode() + b" ftp://x/gdeltv2/20181004000000.export.CSV.zip",
        b"12 " + MD5.encode() + b" http://x/gdeltv2/../../20181004000000.export.CSV.zip",
        b"12 " + MD5.encode() + b" http://x/gdeltv2/20181004000000.translation.export.CSV.zip",
        b"-1 " + MD5.encode() + b" http://x/gdeltv2/20181004000000.export.CSV.zip",
        b"12 " + MD5[:31].encode() + b" http://x/gdeltv2/20181004000000.export.CSV.zip",
        b"12 " + MD5.encode() + b" http://x/gdeltv2/20181004006000.export.CSV.zip",
        b"12 " + MD5.encode() + b" http://x/gdeltv2/20180231000000.export.CSV.zip",
        b"\xff.export.CSV.zip",
    ],
)
def test_lines_that_say_nothing_usable_are_counted(text: bytes) -> None:
    found = quarters([text], DAY, DAY)

    assert (found.files, found.unread, found.recognised) == ((), 1, 0)


def test_other_kinds_of_file_are_passed_over() -> None:
    found = quarters([line("20181004000000.mentions.CSV.zip"), b"\n", b"hello"], DAY, DAY)

    assert (found.unread, found.recognised, found.absent) == (0, 0, ())


def test_the_first_day_begins_with_the_first_file() -> None:
    day = date(2015, 2, 18)
    names = [f"20150218{time}.export.CSV.zip" for time in ("230000", "231500", "233000", "234500")]

    found = quarters(map(line, names), day, day)

    assert len(found.files) == 4
    assert found.absent == ()


def test_days_months_and_years() -> None:
    names = ("1979.zip", "2005.zip", "200601.zip", "201303.zip", "20130401.export.CSV.zip")
    sums = [f"{MD5}  {name}\n".encode() for name in names]
    sizes = [f"{number} {name}\n".encode() for number, name in enumerate(names)]

    found = days(sums, sizes, date(2005, 12, 31), date(2013, 4, 2))

    assert [(each.name, each.size) for each in found.files] == [
        ("2005.zip", 1),
        ("200601.zip", 2),
        ("201303.zip", 3),
        ("20130401.export.CSV.zip", 4),
    ]
    assert found.files[2].last == date(2013, 3, 31)
    assert found.absent[0] == "200602.zip"
    assert len(found.absent) == 7 * 12 + 3 - 2


@pytest.mark.parametrize(
    "name", ["20139.zip", "201313.zip", "20130431.export.CSV.zip", "../1979.zip"]
)
def test_names_that_are_no_day_are_none(name: str) -> None:
    found = days([f"{MD5}  {name}".encode()], [], date(1979, 1, 1), date(2014, 1, 1))

    assert (found.files, found.recognised) == ((), 0)


def test_a_size_that_is_not_listed_is_not_known() -> None:
    found = days([f"{MD5} *1979.zip".encode()], [b"x 1979.zip"], date(1979, 5, 1), date(1979, 5, 1))

    assert found.files[0].size is None


@given(st.lists(st.binary(max_size=120), max_size=8), st.sampled_from([1, 2]))
def test_any_bytes_are_read(lines: list[bytes], version: int) -> None:
    found = days(lines, lines, DAY, DAY) if version == 1 else quarters(lines, DAY, DAY)

    assert found.recognised + found.unread <= len(lines)
