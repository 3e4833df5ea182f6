"""How GDELT's server is laid out: its lists, the names of its files, and their days.

Version 2 has a file every 15 minutes (UTC) since 18 February 2015, named in one list of
``size md5 address`` with two other kinds of file. Version 1 has a file a day since 1 April 2013,
a file a month from January 2006, a file a year from 1979, named in ``md5sums`` and ``filesizes``.

References
----------
The GDELT Project, "GDELT 2.0: Our Global World in Realtime" (2015), and "The GDELT Event Database
Data Format Codebook v1.03" (2013).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Version = Literal[1, 2]
"""Of the source: files of days, months and years (1), or of 15 minutes (2)."""

HOME = "https://storage.googleapis.com/data.gdeltproject.org"
"""Where GDELT's files lie: the bucket behind its host name, under a certificate that holds."""

FIRST: dict[Version, date] = {1: date(1979, 1, 1), 2: date(2015, 2, 18)}
"""The first day of each version."""

FOLDER: dict[Version, str] = {1: "events", 2: "gdeltv2"}
"""Where each version lies below the root."""

_DAILY = date(2013, 4, 1)
_MONTHLY = date(2006, 1, 1)
_QUARTER = timedelta(minutes=15)
_OPENING = datetime(2015, 2, 18, 23, 0)  # the first quarter of an hour that has a file
_MARK = b".export.CSV.zip"

_MASTER = re.compile(
    r"(\d{1,12}) ([0-9a-f]{32}) https?://[^/\s]+/gdeltv2/(\d{14}\.export\.CSV\.zip)"
)
_SUM = re.compile(r"([0-9a-f]{32})\s+\*?(\S+)")
_SIZE = re.compile(r"(\d{1,12})\s+(\S+)")
_NAME = re.compile(r"(\d{4})\.zip|(\d{6})\.zip|(\d{8})\.export\.CSV\.zip")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the server's list.

    Attributes
    ----------
    name
        Its name, without any folder.
    size
        In bytes; ``None`` where the list does not say.
    md5
        MD5 of its content, in hexadecimal.
    first, last
        The days of its events' arrival (version 2, days of version 1) or occurrence.
    """

    name: str
    size: int | None
    md5: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Listing:
    """What the lists say of a span of days.

    Attributes
    ----------
    files
        The files of the span, in order of time.
    unread
        Lines about files of events that say nothing usable: no size, no checksum, a name of
        another form.
    recognised
        Lines that were read, in the span or not; 0 where this is no such list.
    newest
        The last moment for which the list has a file, as its name writes it; empty for none.
    absent
        Names of files that belong to the span, up to the newest of the list, and are not in it.
    """

    files: tuple[Listed, ...]
    unread: int
    recognised: int
    newest: str
    absent: tuple[str, ...]


def quarters(lines: Iterable[bytes], first: date, last: date) -> Listing:
    """Read the list of version 2: the files whose stamp lies in a span of days (UTC).

    A name that is listed twice counts as its last line says. Lines about other kinds of file are
    passed over.

    Parameters
    ----------
    lines
        Lines of ``masterfilelist.txt``.
    first, last
        The first and the last day, both included.
    """
    found: dict[str, Listed] = {}
    unread = recognised = 0
    newest = ""
    begin, end = f"{first:%Y%m%d}", f"{last:%Y%m%d}"
    for line in lines:
        if _MARK not in line:
            continue
        read = _MASTER.fullmatch(line.decode("ascii", "replace").strip())
        if read is None or _moment(read[3]) is None:
            unread += 1
            continue
        recognised += 1
        name = read[3]
        newest = max(newest, name[:14])
        if begin <= name[:8] <= end:
            day = date(int(name[:4]), int(name[4:6]), int(name[6:8]))
            found[name] = Listed(name, int(read[1]), read[2], day, day)
    files = tuple(found[name] for name in sorted(found))
    return Listing(files, unread, recognised, newest, _absent_quarters(found, first, last, newest))


def days(sums: Iterable[bytes], sizes: Iterable[bytes], first: date, last: date) -> Listing:
    """Read the lists of version 1: the files of days, months and years that a span touches.

    A month's or a year's file belongs to the span when any of its days does.

    Parameters
    ----------
    sums, sizes
        Lines of ``md5sums`` and of ``filesizes``.
    first, last
        The first and the last day, both included.
    """
    stated: dict[str, int] = {}
    for line in sizes:
        read = _SIZE.fullmatch(line.decode("ascii", "replace").strip())
        if read is not None:
            stated[read[2]] = int(read[1])
    found: dict[str, Listed] = {}
    unread = recognised = 0
    newest = ""
    for line in sums:
        text = line.decode("ascii", "replace").strip()
        read = _SUM.fullmatch(text)
        span = _span(read[2]) if read is not None else None
        if read is None or span is None:
            unread += ".export.CSV.zip" in text
            continue
        recognised += 1
        newest = max(newest, f"{span[1]:%Y%m%d}")
        if span[0] <= last and first <= span[1]:
            found[read[2]] = Listed(read[2], stated.get(read[2]), read[1], *span)
    files = tuple(sorted(found.values(), key=lambda each: each.first))
    return Listing(files, unread, recognised, newest, _absent_days(found, first, last, newest))


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name[:14], "%Y%m%d%H%M%S")
    except ValueError:
        return None


def _span(name: str) -> tuple[date, date] | None:
    read = _NAME.fullmatch(name)
    if read is None:
        return None
    try:
        if read[1]:
            return date(int(name[:4]), 1, 1), date(int(name[:4]), 12, 31)
        year, month = int(name[:4]), int(name[4:6])
        if read[2]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date(year, month, int(name[6:8]))
    except ValueError:
        return None
    return day, day


def _absent_quarters(
    found: dict[str, Listed], first: date, last: date, newest: str
) -> tuple[str, ...]:
    moment = max(datetime(first.year, first.month, first.day), _OPENING)
    absent: list[str] = []
    while moment.date() <= last and f"{moment:%Y%m%d%H%M%S}" <= newest:
        name = f"{moment:%Y%m%d%H%M%S}.export.CSV.zip"
        if name not in found:
            absent.append(name)
        moment += _QUARTER
    return tuple(absent)


def _absent_days(found: dict[str, Listed], first: date, last: date, newest: str) -> tuple[str, ...]:
    names: dict[str, None] = {}
    day = first
    while day <= last and f"{day:%Y%m%d}" <= newest:
        if day >= _DAILY:
            names[f"{day:%Y%m%d}.export.CSV.zip"] = None
        else:
            names[f"{day:%Y%m}.zip" if day >= _MONTHLY else f"{day:%Y}.zip"] = None
        day += timedelta(days=1)
    return tuple(name for name in names if name not in found)
