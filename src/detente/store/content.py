"""A file's content in one pass: its SHA-256, its lines, and the lines that are no text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from detente.store.readers.reader import CUT

LONGEST = 1 << 20
"""Bytes of the longest line that is read."""

NOT_UTF_8 = "not UTF-8"
NUL = "a NUL byte"
RETURN = "a carriage return inside the line"
TOO_LONG = f"longer than {LONGEST:,} bytes"


class Line(NamedTuple):
    """A line that is no text: its number, from 1, why, and its beginning."""

    row: int
    reason: str
    text: str


@dataclass(slots=True)
class Content:
    """What one pass over a content found.

    Attributes
    ----------
    sha256
        Of the content as it is, decompressed.
    size
        Its bytes.
    lines
        Physical lines.
    bad
        The lines that are no text.
    """

    sha256: str = ""
    size: int = 0
    lines: int = 0
    bad: list[Line] = field(default_factory=list)


def examined(
    blocks: Iterable[bytes],
    write: Callable[[bytes], object] = len,
    done: Callable[[int], object] = abs,
) -> Content:
    """Read a content once.

    Parameters
    ----------
    blocks
        The content, in blocks of any size.
    write
        Is given the same content, bad lines emptied.
    done
        Is told, block by block, how many bytes were read.

    Returns
    -------
    Content
        What was found. Memory is bounded by the blocks, the longest line, and the bad lines.
    """
    found = Content()
    digest = hashlib.sha256()
    rest = b""
    begun = b""
    for block in blocks:
        digest.update(block)
        found.size += len(block)
        done(found.size)
        if begun:  # inside a line that is too long already
            end = block.find(b"\n")
            if end < 0:
                continue
            _set_aside(found, begun, TOO_LONG)
            write(b"\n")
            begun, block = b"", block[end + 1 :]  # noqa: PLW2901
        cut = block.rfind(b"\n") + 1
        if cut:
            _whole(found, rest + block[:cut], write)
            rest = block[cut:]
        else:
            rest += block
        if len(rest) > LONGEST:
            begun, rest = rest[: 4 * CUT], b""
    if begun:
        _set_aside(found, begun, TOO_LONG)
        write(b"\n")
    elif rest:
        _whole(found, rest, write)
    found.sha256 = digest.hexdigest()
    return found


def _whole(found: Content, lines: bytes, write: Callable[[bytes], object]) -> None:
    """Take whole lines: at once where all are good, else one by one."""
    if _good(lines):
        found.lines += lines.count(b"\n") + (not lines.endswith(b"\n"))
        write(lines)
        return
    kept = []
    for line in lines.split(b"\n")[: -1 if lines.endswith(b"\n") else None]:
        reason = _fault(line)
        if reason:
            _set_aside(found, line, reason)
            kept.append(b"")
        else:
            found.lines += 1
            kept.append(line)
    kept.append(b"")
    write(b"\n".join(kept))


def _good(lines: bytes) -> bool:
    if b"\0" in lines or (b"\r" in lines and lines.count(b"\r") != lines.count(b"\r\n")):
        return False
    if not lines.isascii():
        try:
            lines.decode()
        except UnicodeDecodeError:
            return False
    place = 0
    while len(lines) - place > LONGEST:
        place = lines.rfind(b"\n", place, place + LONGEST + 1) + 1
        if not place:
            return False
    return True


def _fault(line: bytes) -> str:
    if len(line) > LONGEST:
        return TOO_LONG
    if b"\0" in line:
        return NUL
    if b"\r" in line.removesuffix(b"\r"):
        return RETURN
    try:
        line.decode()
    except UnicodeDecodeError:
        return NOT_UTF_8
    return ""


def _set_aside(found: Content, line: bytes, reason: str) -> None:
    found.lines += 1
    text = line[: 4 * CUT].decode(errors="backslashreplace").replace("\0", "\\x00")
    found.bad.append(Line(found.lines, reason, text[:CUT]))
