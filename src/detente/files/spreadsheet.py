"""A case in a workbook or in a folder of CSV tables, read with every problem at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.case import FORM, Case
from detente.files.case_file import Reading, judge
from detente.files.resolve import CASE_TABLE
from detente.files.set_aside import Aside
from detente.files.sheets_csv import read_folder
from detente.files.tables.places import Places
from detente.files.tables.reading import gather
from detente.files.tables.sheets import BY_NAME, EVENTS
from detente.files.tables.table import Table
from detente.files.yaml_tree import Path as Place

WORKBOOK = ".xlsx"
WORKBOOKS = (WORKBOOK, ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods")
"""What a spreadsheet's file may be called; those that cannot be read are refused by name."""


@dataclass(frozen=True)
class Spreadsheet:
    """What could be read of a spreadsheet.

    Attributes
    ----------
    reading
        The case and every problem, as of a case file.
    events
        Rows of a workbook's sheet ``events`` with their numbers; ``None`` where events, if any,
        are in the chronology's own file.
    events_file
        How problems name that sheet.
    """

    reading: Reading
    events: tuple[tuple[int, list[str]], ...] | None = None
    events_file: str = ""

    def place(self, path: Place) -> tuple[str, int]:
        """Return the sheet and the row of an element."""
        tree = self.reading.tree
        assert isinstance(tree, Places)
        found = tree.placed(Problem("E501", "", line=tree.line(path)))
        return found.file, found.line


def is_spreadsheet(path: Path) -> bool:
    """Whether a case file is a workbook, or a folder's table ``case.csv``.

    Examples
    --------
    >>> is_spreadsheet(Path("mine.xlsx")), is_spreadsheet(Path("mine/case.yaml"))
    (True, False)
    """
    return path.suffix.lower() in WORKBOOKS or path.name == CASE_TABLE


def read_spreadsheet(path: Path, shown: str, digest: Callable[[bytes], None]) -> Spreadsheet:
    """Read a workbook, or the folder of a ``case.csv``.

    Parameters
    ----------
    path, shown
        The file, and how problems name it.
    digest
        Called with all bytes that are read.

    Raises
    ------
    InputError
        When nothing can be read at all; other problems are in the reading.
    """
    if path.name == CASE_TABLE:
        tables, problems = read_folder(path, shown, digest)
        return Spreadsheet(read_tables(tables, shown, problems))
    from detente.files.sheets_xlsx import read_workbook  # noqa: PLC0415 - loads openpyxl

    book = read_workbook(path, shown, digest)
    reading = read_tables(book.tables, shown, book.problems)
    label = f"{shown}[{EVENTS}]"
    if len(book.events or ()) > 1 and reading.case and reading.case.chronology is None:
        said = f"the sheet {EVENTS} has rows, and the case names no chronology"
        hint = "give `chronology_file` and `chronology_selection` in the sheet case"
        reading = replace(
            reading, problems=(*reading.problems, Problem("T713", said, label, 1, EVENTS, hint))
        )
    return Spreadsheet(reading, book.events, label)


def read_tables(
    tables: tuple[Table, ...], shown: str, problems: tuple[Problem, ...] = ()
) -> Reading:
    """Return the case that tables hold, with the problems found in reading them and in the case.

    Parameters
    ----------
    tables
        The sheets.
    shown
        How problems name the workbook or ``case.csv``.
    problems
        What was found already.
    """
    found = gather(tables)
    places = found.places
    told = [*problems, *found.problems]
    if "case" not in {table.name for table in tables if table.header}:
        if not told:
            raise InputError([Problem("T707", "there is no sheet `case`", shown, hint=_BEGIN)])
        found.broken = True
    if any(problem.code in _HALF for problem in told):
        found.broken = True
    if not places.rows:
        places.mark((), shown, 0)
    case: Case | None = None
    if not found.broken:
        case, more = _judged(places, shown, found.gone)
        told.extend(more)
    unique = {(p.code, p.file, p.line, p.message): p for p in told}
    order = {table.file: number for number, table in enumerate(tables)}
    ordered = sorted(unique.values(), key=lambda p: (order.get(p.file, -1), p.line, p.code))
    return Reading(case, tuple(ordered), places, tuple(found.gone))


_HALF = {"T702", "T714", "F002", "F003", "F008"}
"""Codes of tables that could not be read to their end: what follows from that is not told."""

_BEGIN = f"it holds the case's own keys, the first of them `detente` with the value {FORM}"


def _judged(
    places: Places, shown: str, gone: list[Aside]
) -> tuple[Case | None, tuple[Problem, ...]]:
    value = places.value
    said: tuple[Problem, ...] = ()
    if "detente" not in value:
        file, row = places.rows[0]
        hint = f"write {FORM} beside the key `detente`"
        said = (Problem("F007", "the sheet case gives no `detente`", file, row, hint=hint),)
    places.value = {"detente": value.get("detente", FORM), **value}
    refused = {".".join(one.path) for one in gone}
    case, more = judge(places, shown, gone)
    told = [problem for problem in more if not _refused(problem, refused)]
    return case, (*said, *(_worded(places.placed(problem)) for problem in told))


def _refused(problem: Problem, refused: set[str]) -> bool:
    """Whether a problem only says that a cell is missing that was refused."""
    return problem.code == "C101" and f"{problem.path}.{_key(problem)}" in refused


def _key(problem: Problem) -> str:
    """Return the key that a problem says is missing."""
    return problem.message.rpartition("`")[0].rpartition("`")[2]


def _worded(problem: Problem) -> Problem:
    """Return a problem of a case file as one of tables: what is a room there is a sheet here."""
    if problem.code == "C101" and problem.path == "the case":
        key = _key(problem)
        what = f"sheet `{key}`" if key in BY_NAME else f"row `{key}` of the sheet `case`"
        hint = f"fill in the {what}"
        return Problem("C101", problem.message, problem.file, problem.line, problem.path, hint)
    return problem
