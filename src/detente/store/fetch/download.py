"""One file, whole: received in parts if need be, no longer than stated, and checked."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

import urllib3

from detente.store.fetch.door import Door, Refused, Troubled
from detente.store.fetch.gdelt import Listed
from detente.store.tell import Tell

UNSTATED = 4 << 30
"""Bytes that a file may have whose list states no size."""

_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class Unfit(Troubled):
    """A file came whole, and is not what the list states (R955)."""


class TooLong(Refused):
    """The server sends more than the list states (R956)."""


def download(door: Door, path: str, file: Listed, folder: Path, tell: Tell) -> Path:
    """Receive one file into a folder, and return where it lies.

    What was received before, here or in an earlier run, is gone on from if the list still states
    the same file and the server still has the same (ETag or Last-Modified, where it gives them);
    else it is received anew. A file of another size or MD5 than stated is thrown away, and received
    anew as often as the door tries.

    Parameters
    ----------
    door, path
        The server, and the file's place below its root.
    file
        What the list states of it.
    folder
        Where it is put: as ``NAME``, or as ``NAME.part`` while it is not whole.
    tell
        Told of bytes.

    Raises
    ------
    Troubled
        When it cannot be had whole, in the tries allowed; :class:`Unfit` when it was had and does
        not fit.
    Missing, Refused
        When the server has no such file, or sends something else; :class:`TooLong` when it sends
        more than is stated.
    """
    whole = folder / file.name
    part, note = _beside(whole, ".part"), _beside(whole, ".part.json")
    if whole.exists() and not _fault(whole, file):
        return whole
    whole.unlink(missing_ok=True)

    def attempt() -> Path:
        _receive(door, path, file, part, note, tell)
        fault = _fault(part, file)
        if fault:
            forget(whole)
            raise Unfit(fault)
        part.replace(whole)
        note.unlink(missing_ok=True)
        return whole

    try:
        return door.patiently(attempt)
    except TooLong:
        forget(whole)
        raise


def forget(whole: Path) -> None:
    """Remove a file and what there is of it."""
    for path in (whole, _beside(whole, ".part"), _beside(whole, ".part.json")):
        path.unlink(missing_ok=True)


def _receive(door: Door, path: str, file: Listed, part: Path, note: Path, tell: Tell) -> None:
    known = _read_note(note, file)
    have = part.stat().st_size if known is not None and part.exists() else 0
    most = UNSTATED if file.size is None else file.size
    if have > most:
        have = 0
    if have and have == file.size:
        return
    headers = {"Range": f"bytes={have}-"} if have else {}
    if have and known:
        headers["If-Range"] = known
    with door.answer(path, headers) as response:
        if response.status == 416 or (
            response.status == 206 and not _goes_on(response, have, file)
        ):
            part.unlink(missing_ok=True)
            raise Troubled("the server does not go on where the file broke off")
        if response.status == 200:
            have = 0
        left = most - have
        coming = response.length_remaining or 0
        if coming > left:
            raise TooLong(f"{file.name} is longer than the {most} bytes that its list states")
        if not have:
            part.unlink(missing_ok=True)
            _write_note(note, file, _validator(response))
        total = file.size or have + coming
        with part.open("ab") as out:
            _pour(door.body(response), out, left, lambda done: tell(file.name, have + done, total))


def _pour(body: Iterable[bytes], out: BinaryIO, left: int, tell: Callable[[int], None]) -> None:
    done = 0
    for data in body:
        if len(data) > left - done:
            raise TooLong(f"the server sends more than the {left} bytes that are left of the file")
        out.write(data)
        out.flush()  # so that what has come is there, whatever ends the program
        done += len(data)
        tell(done)


def _goes_on(response: urllib3.BaseHTTPResponse, have: int, file: Listed) -> bool:
    """Tell whether an answer is the rest that was asked for, of a file as long as stated."""
    read = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    if read is None or not have or int(read[1]) != have:
        return False
    return read[2] == "*" or file.size is None or int(read[2]) == file.size


def _fault(path: Path, file: Listed) -> str:
    size = path.stat().st_size
    if file.size is not None and size != file.size:
        return f"{file.name} has {size} bytes where the list states {file.size}"
    with path.open("rb") as received:
        found = hashlib.file_digest(received, lambda: hashlib.md5(usedforsecurity=False))
    if found.hexdigest() != file.md5:
        return f"{file.name} has the MD5 {found.hexdigest()} where the list states {file.md5}"
    return ""


def _validator(response: urllib3.BaseHTTPResponse) -> str:
    """Return what names this very content: a strong ETag, else its date, else nothing."""
    etag = response.headers.get("ETag", "")
    return etag if etag.startswith('"') else response.headers.get("Last-Modified", "")


def _write_note(note: Path, file: Listed, validator: str) -> None:
    words = {"size": file.size, "md5": file.md5, "validator": validator}
    with note.open("w", encoding="utf-8") as out:
        json.dump(words, out)
        out.flush()
        os.fsync(out.fileno())


def _read_note(note: Path, file: Listed) -> str | None:
    """Return the validator of a part, if it is one of this very file; else ``None``."""
    try:
        words = json.loads(note.read_bytes())
        fits = words["size"] == file.size and words["md5"] == file.md5
        return str(words["validator"]) if fits else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _beside(whole: Path, ending: str) -> Path:
    return whole.with_name(whole.name + ending)
