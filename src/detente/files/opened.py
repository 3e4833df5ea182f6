"""What CASE names, opened: the case, its events, and a hash of what was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from detente.base.errors import InputError
from detente.base.event import Event
from detente.base.problem import Problem
from detente.case.case import Case
from detente.case.counting import counts_as
from detente.files.case_file import Reading, read_case
from detente.files.chronology import parse_chronology
from detente.files.resolve import is_builtin, resolve

LIMIT = 2_000_000
"""Bytes; a larger file is refused unread."""


@dataclass(frozen=True)
class OpenedCase:
    """A case with everything that belongs to it.

    ``input_hash`` is the SHA-256 of the bytes read, the case file's before its chronology's.
    """

    case: Case
    events: tuple[Event, ...]
    input_hash: str
    origin: str


def open_case(name: str) -> OpenedCase:
    """Open a case by a built-in name, a YAML file, or a folder with ``case.yaml``.

    Parameters
    ----------
    name
        What the command line calls CASE: a file or folder that exists; else, for NAME, the file
        NAME.yaml; else a built-in name.

    Raises
    ------
    InputError
        With every problem of the case file and of its chronology.

    Examples
    --------
    >>> open_case("japan-russia-2017").case.as_of.isoformat()
    '2017-05-11'
    """
    path = resolve(name)
    shown = path.name if is_builtin(path) else str(path)
    digest = hashlib.sha256()
    text = _read(path, shown, digest)
    reading = read_case(text, shown)
    case, problems = reading.case, reading.problems
    events: tuple[Event, ...] = ()
    if case is not None and case.chronology is not None:
        events, more = _events(case, case.chronology.file, path, shown, reading, digest)
        problems = (*problems, *more)
    if problems or case is None:
        raise InputError(problems)
    return OpenedCase(case, events, digest.hexdigest(), str(path))


def _read(path: Path, shown: str, digest: hashlib._Hash) -> str:
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
    digest.update(data)
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


def _events(
    case: Case, name: str, beside: Path, shown: str, reading: Reading, digest: hashlib._Hash
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    path = beside.parent / name
    label = name if is_builtin(beside) else str(path)
    try:
        there = path.exists()
    except OSError:  # a name too long for a file
        there = False
    if not there:
        place = reading.tree.line(("chronology", "file"))
        said = f"there is no file '{name}' beside the case file"
        return (), (Problem("E501", said, shown, place, "chronology.file"),)
    try:
        text = _read(path, label, digest)
    except InputError as error:
        return (), error.problems
    events, problems = parse_chronology(text, label, case.as_of)
    if reading.lacks("chronology"):
        return events, problems
    uncounted = (
        Problem(
            "E505",
            f"no rule counts {e.kind} of {e.actor} towards {e.target}",
            label,
            e.row,
            hint="add a rule to the case's chronology",
        )
        for e in events
        if counts_as(case, e) is None
    )
    return events, tuple(sorted((*problems, *uncounted), key=lambda p: p.line))
