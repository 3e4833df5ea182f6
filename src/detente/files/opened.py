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
from detente.files.chronology import parse_chronology, parse_rows
from detente.files.genius.paths import ENDING, xml_files
from detente.files.plain_file import LIMIT, decoded, read_bytes
from detente.files.resolve import is_builtin, resolve
from detente.files.spreadsheet import is_spreadsheet, read_spreadsheet

__all__ = ["LIMIT", "OpenedCase", "chronology_beside", "open_case", "read_text"]


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
    """Open a case by a built-in name, a YAML file, a workbook, or a folder.

    A folder holds a case file, tables, or the XML files of a GENIUS scenario.

    Parameters
    ----------
    name
        What the command line calls CASE: a file, or a folder with ``case.yaml``,
        ``case.csv`` or GENIUS XML, that exists; else, for NAME, the file NAME.yaml or
        NAME.xlsx; else a built-in name.

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
    if path.is_dir() and xml_files(path):
        return _opened_genius(path, shown, digest)
    if path.suffix.lower() == ENDING:
        said = "this is one file of a GENIUS scenario, if it is one"
        hint = f"name the folder: '{path.parent}'"
        raise InputError([Problem("G801", said, shown, hint=hint)])
    if is_spreadsheet(path):
        return _opened_tables(path, shown, digest)
    text = _read(path, shown, digest)
    reading = read_case(text, shown)
    case, problems = reading.case, reading.problems
    events: tuple[Event, ...] = ()
    if case is not None and case.chronology is not None:
        line = reading.tree.line(("chronology", "file"))
        events, more = _events(case, path, shown, line, reading, digest)
        problems = (*problems, *more)
    if problems or case is None:
        raise InputError(problems)
    return OpenedCase(case, events, digest.hexdigest(), str(path))


def read_text(path: Path, shown: str) -> str:
    """Return the text of a case's file, as :func:`open_case` reads it.

    Raises
    ------
    InputError
        When the file cannot be read, is too large, or is not UTF-8.
    """
    return decoded(read_bytes(path, shown), shown)


def chronology_beside(case: Case, path: Path) -> Path | None:
    """Return the file of a case's chronology, beside the case's own; ``None`` without one."""
    if case.chronology is None:
        return None
    beside = path.parent / case.chronology.file
    return beside if beside.is_file() else None


def _opened_tables(path: Path, shown: str, digest: hashlib._Hash) -> OpenedCase:
    """Open a workbook, or a folder of tables by its ``case.csv``."""
    sheets = read_spreadsheet(path, shown, digest.update)
    case, problems = sheets.reading.case, sheets.reading.problems
    events: tuple[Event, ...] = ()
    if case is not None and case.chronology is not None:
        if sheets.events is None:
            file, row = sheets.place(("chronology", "file"))
            events, more = _events(case, path, file, row, sheets.reading, digest)
        else:
            events, more = parse_rows(sheets.events, sheets.events_file, case.as_of)
            more = _with_uncounted(case, events, more, sheets.events_file, sheets.reading)
        problems = (*problems, *more)
    if problems or case is None:
        raise InputError(problems)
    return OpenedCase(case, events, digest.hexdigest(), str(path))


def _opened_genius(path: Path, shown: str, digest: hashlib._Hash) -> OpenedCase:
    """Open a folder of GENIUS XML."""
    from detente.files.genius.read import read_genius  # noqa: PLC0415 - loads defusedxml

    case = read_genius(path, shown, digest.update)
    return OpenedCase(case, (), digest.hexdigest(), str(path))


def _read(path: Path, shown: str, digest: hashlib._Hash) -> str:
    data = read_bytes(path, shown)
    digest.update(data)
    return decoded(data, shown)


def _events(
    case: Case, beside: Path, shown: str, place: int, reading: Reading, digest: hashlib._Hash
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Read the chronology of a case; ``place`` is the line that names its file."""
    name = case.chronology.file if case.chronology else ""
    path = beside.parent / name
    label = name if is_builtin(beside) else str(path)
    try:
        there = path.exists()
    except OSError:  # a name too long for a file
        there = False
    if not there:
        said = f"there is no file '{name}' beside the case file"
        return (), (Problem("E501", said, shown, place, "chronology.file"),)
    try:
        text = _read(path, label, digest)
    except InputError as error:
        return (), error.problems
    events, problems = parse_chronology(text, label, case.as_of)
    return events, _with_uncounted(case, events, problems, label, reading)


def _with_uncounted(
    case: Case,
    events: tuple[Event, ...],
    problems: tuple[Problem, ...],
    label: str,
    reading: Reading,
) -> tuple[Problem, ...]:
    """Add the events that no rule counts to the problems of a chronology, by their rows."""
    if reading.lacks("chronology"):
        return problems
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
    return tuple(sorted((*problems, *uncounted), key=lambda p: p.line))
