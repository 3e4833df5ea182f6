"""A table as read from a spreadsheet or written to one: a header, and rows with their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Cell = str | int | Decimal | bool
"""What a cell may hold; a day of the calendar is its text, YYYY-MM-DD."""


class Refused(str):
    """A cell that was refused and told already, such as a formula; nothing is built on it."""

    __slots__ = ()


@dataclass(frozen=True)
class Row:
    """One row: its number in the sheet, counted from 1, and its cells by column."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Table:
    """One sheet of a workbook, or one file of a folder.

    Attributes
    ----------
    name
        The sheet's name.
    file
        How problems name it: ``mine.xlsx[weights]`` or ``mine/weights.csv``.
    header
        Names of the columns, in their order.
    rows
        The rows that hold anything.
    """

    name: str
    file: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(name: str, file: str, lines: Mapping[int, tuple[Cell | None, ...]]) -> Table:
    """Return a table from its lines: the first is the header, empty ones and comments are left out.

    A comment is a line whose only cell is the first and begins with ``#``.

    Parameters
    ----------
    name, file
        See :class:`Table`.
    lines
        Cells by row number, in the order of the rows; ``None`` or blank text where a cell is empty.

    Examples
    --------
    >>> table = table_of("signers", "s.csv", {1: ("ID", "Name"), 2: ("# who",), 3: ("me", "Me")})
    >>> table.header, table.rows
    (('id', 'name'), (Row(number=3, cells={'id': 'me', 'name': 'Me'}),))
    """
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    for number, cells in lines.items():
        if all(_blank(cell) for cell in cells) or _comment(cells):
            continue
        if not header:
            header = tuple(tidy(cell) for cell in cells)
            continue
        names = (*header, *(f"column {n + 1}" for n in range(len(header), len(cells))))
        held = {
            column or f"column {n}": cell
            for n, (column, cell) in enumerate(zip(names, cells, strict=False), 1)
            if cell is not None and not _blank(cell) and not column.startswith("_")
        }
        if held:
            rows.append(Row(number, held))
    return Table(name, file, header, tuple(rows))


def tidy(name: Cell | None) -> str:
    """Return the name of a sheet or a column as it is compared: small letters, ``_`` for spaces.

    Examples
    --------
    >>> tidy(" Third parties")
    'third_parties'
    """
    return "" if name is None else "_".join(str(name).lower().split())


def _blank(cell: Cell | None) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _comment(cells: tuple[Cell | None, ...]) -> bool:
    first = cells[0]
    return (
        isinstance(first, str)
        and first.lstrip().startswith("#")
        and all(_blank(cell) for cell in cells[1:])
    )
