"""A plain file read within limits, and its text: what every door begins with."""

from __future__ import annotations

from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem

LIMIT = 2_000_000
"""Bytes; a larger file is refused unread."""


def read_bytes(path: Path, shown: str) -> bytes:
    """Return the bytes of a regular file.

    Parameters
    ----------
    path
        The file.
    shown
        How problems name it.

    Raises
    ------
    InputError
        When it is no regular file or cannot be opened (F008), or is too large (F003).
    """
    try:
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise InputError([Problem("F008", "no regular file", shown)])
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        said = error.strerror or "cannot be read"
        raise InputError([Problem("F008", said.lower(), shown)]) from error
    if len(data) > LIMIT:
        raise InputError([Problem("F003", f"over {LIMIT:,} bytes; not read", shown)])
    return data


def decoded(data: bytes, shown: str) -> str:
    """Return the text of bytes in UTF-8, with or without its mark.

    Raises
    ------
    InputError
        When the bytes are not UTF-8 (F002).

    Examples
    --------
    >>> decoded("détente".encode(), "case.yaml")
    'détente'
    """
    if _is_utf_16(data):
        said = "this looks like UTF-16, and a case is UTF-8"
        raise InputError([Problem("F002", said, shown, 1, hint="save as UTF-8")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            [Problem("F002", "the bytes here are not UTF-8", shown, line, hint="save as UTF-8")]
        ) from error


def _is_utf_16(data: bytes) -> bool:
    """Whether bytes begin with the mark of UTF-16, or hold the NULs it gives to plain letters."""
    begin = data[:400]
    return begin[:2] in (b"\xff\xfe", b"\xfe\xff") or begin.count(0) * 3 > len(begin)
