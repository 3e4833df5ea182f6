"""A folder of CSV tables: ``case.csv``, and one file for each sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.files.plain_file import LIMIT, decoded, read_bytes
from detente.files.resolve import CASE_TABLE
from detente.files.tables.headings import IGNORED
from detente.files.tables.sheets import BY_NAME
from detente.files.tables.table import Cell, Table, table_of, tidy
from detente.files.tables.writing import Filled

SUFFIX = ".csv"
FILES = 60
ROWS = 20_000
COLUMNS = 100
_DELIMITERS = (",", ";", "\t")


def read_folder(
    path: Path, shown: str, digest: Callable[[bytes], None]
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """Read the tables beside a ``case.csv``.

    The chronology's file, which ``case.csv`` names, is left to its own reader; so are files whose
    name begins with ``_``.

    Parameters
    ----------
    path, shown
        The file ``case.csv``, and how problems name it.
    digest
        Called with the bytes of each table that is read, in the order of the sheets.

    Raises
    ------
    InputError
        When ``case.csv`` cannot be read.
    """
    root = Path(shown).parent
    names = _names(path.parent, root)
    tables: list[Table] = []
    problems: list[Problem] = []
    apart = ""
    total = 0
    for name in names:
        if name == apart:
            continue
        label = str(root / name)
        try:
            table = _table(path.parent / name, label, digest, problems)
        except InputError as error:
            if name == CASE_TABLE:
                raise
            problems.extend(error.problems)
            continue
        tables.append(table)
        total += (path.parent / name).stat().st_size
        if total > LIMIT:
            said = f"the tables have over {LIMIT:,} bytes together"
            raise InputError([Problem("T702", said, shown)])
        if name == CASE_TABLE:
            rows = (row.cells for row in table.rows)
            found = (r.get("value") for r in rows if tidy(r.get("key")) == "chronology_file")
            apart = str(next(found, ""))
    return tuple(tables), tuple(problems)


def _names(folder: Path, shown: Path) -> list[str]:
    """Return the names of a folder's tables: those of sheets in their order, then others."""
    try:
        found = sorted(
            entry.name
            for entry in folder.iterdir()
            if entry.suffix.lower() == SUFFIX
            and not entry.name.startswith(("_", "."))
            and tidy(entry.stem) not in IGNORED
        )
    except OSError as error:
        said = (error.strerror or "cannot be read").lower()
        raise InputError([Problem("F008", said, str(shown))]) from error
    if len(found) > FILES:
        said = f"the folder holds {len(found)} CSV files, and a case needs {len(BY_NAME)} at most"
        raise InputError([Problem("T702", said, str(shown))])
    order = [*BY_NAME]
    return sorted(found, key=lambda n: order.index(n[:-4]) if n[:-4] in order else len(order))


def _table(
    path: Path, label: str, digest: Callable[[bytes], None], problems: list[Problem]
) -> Table:
    if path.is_symlink():
        said = "a symbolic link, which may lead out of the folder"
        raise InputError([Problem("F008", said, label, hint="put the file itself here")])
    data = read_bytes(path, label)
    digest(data)
    return parse_table(decoded(data, label), path.stem, label, problems)


def parse_table(text: str, name: str, label: str, problems: list[Problem]) -> Table:
    r"""Read one table from the text of its file; what is wrong with it is added to ``problems``.

    Commas, semicolons or tabs separate the cells: whichever the first line has most of.

    Examples
    --------
    >>> parse_table("id;name\nme;Me\n", "signers", "signers.csv", []).rows[0].cells
    {'id': 'me', 'name': 'Me'}
    """
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: dict[int, tuple[Cell | None, ...]] = {}
    while True:
        row = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            said = f"unreadable row: {error}"
            problems.append(Problem("T714", said, label, row, name, "close every quotation mark"))
            break
        if row > ROWS or len(cells) > COLUMNS:
            said = f"more than {ROWS:,} rows or {COLUMNS} columns"
            problems.append(Problem("T702", said, label, row, name))
            break
        lines[row] = tuple(cells)
    return table_of(name, label, lines)


def folder_files(sheets: Iterable[Filled], *, empty: bool = False) -> dict[str, str]:
    r"""Return the files of a folder of tables: text by name.

    Parameters
    ----------
    sheets
        The sheets of a case.
    empty
        Whether the tables are to be filled in: each then says what its columns mean.

    Examples
    --------
    >>> from detente.files.tables.writing import as_tables
    >>> from detente.testing import two_issue_case
    >>> folder_files(as_tables(two_issue_case()))["signers.csv"]
    'id,name,role\nauthor,"case author, illustrative",\n'
    """
    return {f"{filled.sheet.name}{SUFFIX}": _text(filled, empty) for filled in sheets}


def _text(filled: Filled, empty: bool) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    names = [column.name for column in filled.columns]
    writer.writerow(names)
    if empty and not filled.rows:
        writer.writerow([f"# {filled.sheet.meaning}. Lines that begin with # are not read."])
        for column in filled.columns:
            must = " (required)" if column.required else ""
            choices = f" One of: {', '.join(column.choices)}." if column.choices else ""
            writer.writerow([f"# {column.name}{must}: {column.meaning}{choices}"])
    for row in filled.rows:
        writer.writerow([row.get(name, "") for name in names])
    return out.getvalue()
