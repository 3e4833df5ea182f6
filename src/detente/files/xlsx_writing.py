"""A case written as a workbook: one sheet a table, a sheet to read first, drop-downs, comments."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from detente.base.errors import InputError
from detente.base.event import Event
from detente.base.problem import Problem
from detente.files.chronology import COLUMNS, event_cells
from detente.files.tables.column import KINDS, Column
from detente.files.tables.sheets import EVENTS
from detente.files.tables.table import Cell
from detente.files.tables.writing import Filled

ROOM = 1000
"""Rows to which drop-downs reach."""

LIST = 250
"""Characters that the values of a drop-down can have together."""

LONGEST = 32_767
"""Characters that a cell of a workbook can hold."""

_WIDTHS = {"id": 16, "ids": 20, "line": 38, "text": 60, "selection": 34, "words": 30, "choice": 15}
_HEAD = Font(bold=True, color="FFFFFF")
_FILL = PatternFill("solid", fgColor="1F3A5F")
_MUST = PatternFill("solid", fgColor="8C2F2F")
_WRAP = Alignment(wrap_text=True, vertical="top")
_INTRODUCTION = (
    "This workbook is a case for Détente. Each sheet holds one kind of thing, one row each; the "
    "first row names the columns, and a comment on each heading says what it means.",
    "Dark red headings are required. Sheets that you do not need may stay empty or be deleted. "
    "Sheets and columns whose name begins with _ are not read, nor is this one.",
    "Write several ids as A | B, options as issue = option | option; issue2 = option, and a "
    "fraction such as 2/15 in a cell formatted as text.",
)


def workbook(title: str, sheets: Iterable[Filled], events: Sequence[Event] | None = None) -> bytes:
    """Return the bytes of a workbook.

    Parameters
    ----------
    title
        Title of the case.
    sheets
        Its tables.
    events
        Events of its chronology; ``None`` for no sheet of events.

    Raises
    ------
    InputError
        When a text holds what no workbook can: control characters, or over 32,767 characters.
    """
    filled = [*sheets]
    book = Workbook()
    first = book.worksheets[0]
    first.title = "read me"
    for sheet in filled:
        _sheet(book.create_sheet(sheet.sheet.name), sheet)
    if events is not None:
        _events(book.create_sheet(EVENTS), events)
    _read_me(first, title, filled, events is not None)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _read_me(page: Worksheet, title: str, sheets: Sequence[Filled], events: bool) -> None:
    page.column_dimensions["A"].width = 22
    page.column_dimensions["B"].width = 90
    _put(page, 1, 1, title)
    page.cell(1, 1).font = Font(bold=True, size=14)
    for row, text in enumerate(_INTRODUCTION, 3):
        _put(page, row, 1, text)
        page.cell(row, 1).alignment = Alignment(wrap_text=False)
    top = len(_INTRODUCTION) + 4
    for column, text in enumerate(("sheet", "what it holds"), 1):
        _put(page, top, column, text)
        page.cell(top, column).font, page.cell(top, column).fill = _HEAD, _FILL
    names = [
        (s.sheet.name, f"{s.sheet.meaning}{'' if s.sheet.basic else ' (optional)'}") for s in sheets
    ]
    if events:
        names.append((EVENTS, "The chronology: dated events, one a row"))
    for row, (name, said) in enumerate(names, top + 1):
        _put(page, row, 1, name)
        page.cell(row, 1).hyperlink = f"#'{name}'!A1"
        page.cell(row, 1).font = Font(underline="single", color="1F3A5F")
        _put(page, row, 2, said)


def _sheet(page: Worksheet, filled: Filled) -> None:
    _header(page, filled.columns)
    for row, cells in enumerate(filled.rows, 2):
        for number, column in enumerate(filled.columns, 1):
            if column.name in cells:
                _put(page, row, number, cells[column.name])
    if filled.sheet.name == "case":
        for row, column in enumerate(filled.sheet.columns, 2):
            if column.choices:
                _choose(page, f"B{row}", column)
        return
    for number, column in enumerate(filled.columns, 1):
        letter = get_column_letter(number)
        _choose(page, f"{letter}2:{letter}{ROOM}", column)
        if column.kind in ("line", "number", "id", "day"):  # 2/15 and 2017-05 stay what they are
            page.column_dimensions[letter].number_format = (
                "@" if column.kind != "number" else "General"
            )


def _header(page: Worksheet, columns: Sequence[Column]) -> None:
    page.freeze_panes = "A2"
    for number, column in enumerate(columns, 1):
        _put(page, 1, number, column.name)
        cell = page.cell(1, number)
        cell.font, cell.fill = _HEAD, _MUST if column.required else _FILL
        cell.alignment = Alignment(vertical="center")
        kind = f"{KINDS[column.kind]} {', '.join(column.choices)}".strip()
        note = Comment(f"{column.meaning}\n\nHere: {kind}.", "Détente", height=130, width=320)
        cell.comment = note
        width = max(_WIDTHS.get(column.kind, 12), len(column.name) + 3)
        page.column_dimensions[get_column_letter(number)].width = width


def _choose(page: Worksheet, cells: str, column: Column) -> None:
    """Add a drop-down: of the values allowed, or of another sheet's ids, which only suggest."""
    if column.choices or column.kind == "flag":
        options = ",".join(column.choices or ("yes", "no"))
        if len(options) > LIST:
            return
        rule = DataValidation(type="list", formula1=f'"{options}"', allow_blank=True)
        rule.error = f"One of: {options}"
        rule.showErrorMessage = True
    elif column.refers:
        area = f"'{column.refers}'!$A$2:$A${ROOM}"
        rule = DataValidation(type="list", formula1=area, allow_blank=True)
        rule.showErrorMessage = False
    else:
        return
    page.add_data_validation(rule)
    rule.add(cells)


def _events(page: Worksheet, events: Sequence[Event]) -> None:
    words = {"date": "When: YYYY-MM-DD, YYYY-MM or YYYY.", "summary": "What happened."}
    columns = [
        Column(name, "line", words.get(name, "See the how-to on chronologies."), required=True)
        for name in COLUMNS
    ]
    _header(page, columns)
    for row, event in enumerate(events, 2):
        for number, text in enumerate(event_cells(event), 1):
            _put(page, row, number, text)


def _put(page: Worksheet, row: int, column: int, value: Cell) -> None:
    """Write a cell; a text is text, whatever it begins with."""
    cell = page.cell(row, column)
    if not isinstance(value, str):
        cell.value = float(value) if isinstance(value, Decimal) else value
        return
    odd = ILLEGAL_CHARACTERS_RE.search(value) or ("\r" in value)
    if odd or len(value) > LONGEST:
        said = (
            "a text holds control characters" if odd else f"a text has over {LONGEST:,} characters"
        )
        hint = "no workbook can hold it; write YAML or CSV tables instead"
        raise InputError([Problem("U602", said, page.title, row, hint=hint)])
    cell.value = value
    cell.data_type = "s"
    cell.alignment = _WRAP
    cell.number_format = "@"
    if value[:1] in ("=", "'"):
        cell.quotePrefix = True
