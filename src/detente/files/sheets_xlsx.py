"""A workbook read: every sheet as a table, with what a case cannot be built on refused."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.files.plain_file import read_bytes
from detente.files.tables.headings import IGNORED
from detente.files.tables.sheets import EVENTS
from detente.files.tables.table import Cell, Refused, Table, table_of, tidy
from detente.files.xlsx_safety import refuse_unsafe

ROWS = 20_000
COLUMNS = 100
CELLS = 400_000


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook, the rows of its events, and what is wrong with its cells."""

    tables: tuple[Table, ...]
    events: tuple[tuple[int, list[str]], ...] | None
    problems: tuple[Problem, ...]


def read_workbook(path: Path, shown: str, digest: Callable[[bytes], None]) -> Workbook:
    """Read a workbook's cells: texts, numbers by their shortest decimal, days as YYYY-MM-DD.

    Parameters
    ----------
    path, shown
        The file, and how problems name it.
    digest
        Called with its bytes.

    Raises
    ------
    InputError
        When the file is no workbook, or not safe to open (T701, T702, T703).
    """
    data = read_bytes(path, shown)
    digest(data)
    refuse_unsafe(data, shown)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are not read, such as styles
            book = load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # what a broken part raises depends on the part
        said = f"the workbook cannot be read: {type(error).__name__}"
        hint = "open it in a spreadsheet program and save it again as .xlsx"
        raise InputError([Problem("T701", said, shown, hint=hint)]) from error
    problems: list[Problem] = []
    tables: list[Table] = []
    events: tuple[tuple[int, list[str]], ...] | None = None
    for sheet in book.worksheets:
        name = tidy(sheet.title)
        if name in IGNORED or name.startswith("_"):
            continue
        label = f"{shown}[{sheet.title}]"
        lines = _lines(sheet, label, name, problems)
        if name == EVENTS:
            events = tuple(
                (row, _texts(cells)) for row, cells in lines.items() if any(_texts(cells))
            )
        else:
            tables.append(table_of(name, label, lines))
    tables.extend(Table(c.title, f"{shown}[{c.title}]", ("chart",), ()) for c in book.chartsheets)
    return Workbook(tuple(tables), events, tuple(problems))


def _lines(
    sheet: Any, label: str, name: str, problems: list[Problem]
) -> dict[int, tuple[Cell | None, ...]]:
    rows, columns = sheet.max_row, sheet.max_column
    if rows > ROWS or columns > COLUMNS or rows * columns > CELLS:
        said = f"the sheet reaches to row {rows:,} and column {get_column_letter(columns)}"
        hint = "delete the rows and columns that are empty or not of the case"
        problems.append(Problem("T702", said, label, 0, name, hint))
        return {}
    for merged in sheet.merged_cells.ranges:
        said = f"the cells {merged.coord} are merged"
        hint = "split them, and write into each cell what it holds"
        problems.append(Problem("T705", said, label, merged.min_row, name, hint))
    lines: dict[int, tuple[Cell | None, ...]] = {}
    apart: set[int] = set()
    began = False
    for cells in sheet.iter_rows():
        held = tuple(
            None if column in apart else _plain(cell, label, name, problems)
            for column, cell in enumerate(cells)
        )
        if not began and any(held):  # the headings; columns that are not read may hold anything
            began = True
            apart = {column for column, cell in enumerate(held) if tidy(cell).startswith("_")}
        lines[cells[0].row] = held
    return lines


def _plain(cell: Any, label: str, name: str, problems: list[Problem]) -> Cell | None:
    """Return what a cell holds; formulas and errors are refused, with the cell."""
    value = cell.value
    if value is None or not isinstance(cell, SheetCell):
        return None
    if cell.data_type == "f":
        hint = "replace it by its value"
        said = f"{cell.coordinate} holds a formula"
        problems.append(Problem("T704", said, label, cell.row, name, hint))
        return Refused(value)
    if cell.data_type == "e":
        said = f"{cell.coordinate} holds the error {value}"
        problems.append(Problem("T706", said, label, cell.row, name))
        return Refused(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        short = Decimal(repr(value))
        return int(short) if short == short.to_integral_value() and abs(short) < ROWS**3 else short
    return value if isinstance(value, str | int) else str(value)


def _texts(cells: tuple[Cell | None, ...]) -> list[str]:
    """Return the cells of a chronology's row as its reader takes them."""
    texts = ["" if cell is None else str(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts
