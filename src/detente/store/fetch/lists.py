"""The lists of a server's files: taken once, and then only what has been added to them.

The list of version 2 has over a million lines (about 126 MB in 2026) and grows every 15 minutes. It
is kept beside the files, and only its end is asked for again; that the kept part is still the same
is seen from an overlap. It is always a beginning of the server's list, also when a download broke
off.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.store.fetch.door import Door, Refused, Troubled
from detente.store.fetch.gdelt import FOLDER, Listing, Version, days, quarters
from detente.store.tell import Tell

MASTER = "masterfilelist.txt"
OVERLAP = 1 << 16
LONGEST = 1 << 30
"""Bytes that a list may have."""

_LINE = 10_000


def listing(
    door: Door, version: Version, folder: Path, span: tuple[date, date], tell: Tell
) -> Listing:
    """Take the lists of a version, and read what they say of a span of days.

    Parameters
    ----------
    door
        The server.
    version
        1 or 2.
    folder
        Where the lists are kept.
    span
        The first and the last day, both included.
    tell
        Told of bytes.

    Raises
    ------
    Troubled, Missing, Refused
        When the server does not give them.
    InputError
        When what it gives is no list (R953).
    """
    below = FOLDER[version]
    if version == 2:
        path = folder / MASTER
        door.patiently(lambda: _extend(door, f"{below}/{MASTER}", path, tell))
        found = quarters(_lines(path), *span)
    else:
        paths = folder / "md5sums", folder / "filesizes"
        for each in paths:
            each.unlink(missing_ok=True)
            door.patiently(lambda each=each: _extend(door, f"{below}/{each.name}", each, tell))  # type: ignore[misc]
        found = days(_lines(paths[0]), _lines(paths[1]), *span)
    if not found.recognised:
        drop(version, folder)
        said = f"what stands at {door.root}/{below} is no list of files"
        raise InputError([Problem("R953", said, hint="see what a browser shows there")])
    return found


def drop(version: Version, folder: Path) -> None:
    """Throw a kept list away, so that it is taken anew."""
    for name in (MASTER,) if version == 2 else ("md5sums", "filesizes"):
        (folder / name).unlink(missing_ok=True)


def _extend(door: Door, path: str, kept: Path, tell: Tell) -> None:
    """Bring a kept list up to date; take it whole where that cannot be."""
    size = kept.stat().st_size if kept.exists() else 0
    start = max(0, size - OVERLAP)
    headers = {"Range": f"bytes={start}-"} if start else {}
    with door.answer(path, headers) as response:
        if response.status == 416:
            kept.unlink()
            raise Troubled("the list has become shorter")
        if response.status == 200:
            start = 0
        elif not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
            kept.unlink(missing_ok=True)
            raise Troubled("the server does not go on where the list ended")
        total = start + (response.length_remaining or 0)
        with kept.open("r+b" if start else "wb") as out:
            overlap = size - start if start else 0
            out.seek(start)
            place = start
            for data in door.body(response):
                again, new = data[:overlap], data[overlap:]
                if again and out.read(len(again)) != again:
                    out.truncate(0)
                    raise Troubled("the list is another one than before")
                overlap -= len(again)
                place += len(data)
                if place > LONGEST:
                    raise Refused(f"{path} is longer than a list may be, {LONGEST} bytes")
                out.write(new)
                tell(f"the list {kept.name}", place, total)
            if overlap:
                out.truncate(0)
                raise Troubled("the list is another one than before")


def _lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a list; an endless one in pieces, which are no lines of a list."""
    with path.open("rb") as file:
        while line := file.readline(_LINE):
            yield line
