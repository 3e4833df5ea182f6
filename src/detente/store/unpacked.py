"""A file as its content: plain, gzip or a zip of one member, with limits against bombs."""

from __future__ import annotations

import gzip
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from detente.base.errors import InputError
from detente.base.problem import Problem

LARGEST = 1 << 36
"""Bytes that a compressed file may unpack to."""

FREE = 1 << 27
"""Bytes below which the ratio does not matter."""

RATIO = 200
"""How many times its own size a compressed file may unpack to."""

BLOCK = 1 << 22
"""Bytes read at once."""

_BROKEN = (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, NotImplementedError)


def regular(path: Path) -> int:
    """Return the size of a regular file.

    Raises
    ------
    InputError
        When it is absent, no regular file, or cannot be opened (R904).
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise InputError([Problem("R904", "no regular file", str(path))])
        with path.open("rb"):
            return found.st_size
    except OSError as error:
        said = (error.strerror or "cannot be read").lower()
        raise InputError([Problem("R904", said, str(path))]) from error


def compression(path: Path) -> str:
    """Return ``zip``, ``gz``, or nothing where the file is plain; told by its first bytes."""
    with path.open("rb") as file:
        head = file.read(4)
    if head in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    return "gz" if head[:2] == b"\x1f\x8b" else ""


def plain_name(path: Path) -> str:
    """Return a file's name without an ending of compression.

    Examples
    --------
    >>> plain_name(Path("20191024143000.export.CSV.zip"))
    '20191024143000.export.CSV'
    """
    suffix = path.suffix.lower()
    return path.stem if suffix in (".zip", ".gz") and path.stem else path.name


def head(path: Path, size: int = 1 << 16) -> bytes:
    """Return the first bytes of a file's content.

    Raises
    ------
    InputError
        As :func:`blocks`.
    """
    regular(path)
    for block in blocks(path, size):
        return block
    return b""


def blocks(path: Path, size: int = BLOCK) -> Iterator[bytes]:
    """Yield a file's content, a block at a time.

    Raises
    ------
    InputError
        When an archive is broken (R905), holds not exactly one file (R906), or unpacks to more
        than can be meant (R907).
    """
    shown = str(path)
    packed = path.stat().st_size
    compressed = compression(path)
    done = 0
    try:
        with _opened(path, compressed) as file:
            while block := file.read(size):
                done += len(block)
                if compressed and (done > LARGEST or done > max(FREE, RATIO * packed)):
                    said = f"unpacks to over {done:,} bytes from {packed:,}"
                    raise InputError([Problem("R907", said, shown)])
                yield block
    except _BROKEN as error:
        raise InputError([Problem("R905", _said(error), shown)]) from error
    except RuntimeError as error:  # zipfile, of a locked member
        if "password" not in str(error):
            raise
        raise InputError([Problem("R905", "locked by a password", shown)]) from error


def _said(error: Exception) -> str:
    words = str(error).strip().rstrip(".")
    return f"the archive is broken: {words}" if words else "the archive is broken"


@contextmanager
def _opened(path: Path, compressed: str) -> Iterator[IO[bytes]]:
    if compressed == "zip":
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            if len(members) != 1:
                said = f"holds {len(members)} files, and one is meant"
                raise InputError([Problem("R906", said, str(path))])
            with archive.open(members[0]) as file:
                yield file
    elif compressed == "gz":
        with path.open("rb") as packed, gzip.GzipFile(fileobj=packed) as unpacked:
            yield cast(IO[bytes], unpacked)
    else:
        with path.open("rb") as file:
            yield file
