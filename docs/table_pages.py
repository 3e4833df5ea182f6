"""The page of the sheets and columns, from the table that reads and writes them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.files.chronology import COLUMNS
from detente.files.tables.column import KINDS, Column, Sheet
from detente.files.tables.sheets import EVENTS, SHEETS

HEAD = """# Sheets and columns of a spreadsheet

A case can be a workbook (`.xlsx`) or a folder of CSV tables with a `case.csv`. A sheet of a
workbook and the file of a folder have the same name and the same columns; this page is made from
the table that reads and writes them. [Bring a spreadsheet](../how-to/bring-a-spreadsheet.md) says
how to work with them.

- The first row names the columns, in any order. A row is one element of the case; rows and cells
  that are empty are passed over, and so is a row whose only text begins with `#`.
- Sheets and columns whose name begins with `_` are not read, nor is the sheet `read me`. Any other
  name that is not on this page is refused ([T707](errors/T707.md), [T708](errors/T708.md)).
- An estimate has the columns `low`, `mode` and `high`, or `mode` alone. A number is written `40`,
  `2.5` or `2/15`; format the cell as text, or a spreadsheet takes `2/15` for a date.
- Several ids stand in one cell as `A | B`. Options stand as `issue = option | option; issue2 =
  option`.
- A text that begins with `=`, `+`, `-`, `@` or `'` is written with one `'` before it, so that no
  spreadsheet runs it; that `'` is taken away when it is read.
- Columns in *italics* are written only where a row uses them.

## Changes

Each row of the sheet `changes` says one thing that is otherwise at another date, in a state of a
shock, in a principal's eyes, in another analyst's, after a step, or to try a claim. `of` and
`owner` name what changes it: `dated` and an id of that sheet, or `state` and `shock.state`. `path`
is the place in the case, by the keys of [the case file](case-file.md): `principals.AST.reserve`,
`issues.fishing.options.shared.codes.BOR.boats`. A number or a code goes into `mode` (with `low` and
`high` if it has a range), anything else into `value`; `null` there takes away what stands at the
place, and what no cell can hold is written as `json:` and its JSON.

"""


def tables_page() -> str:
    """Return the page of the sheets."""
    return HEAD + "".join("".join(_sheet(sheet)) for sheet in SHEETS) + _events()


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"## {sheet.name}\n\n{sheet.meaning}."
    if sheet.name == "case":
        yield " Its columns are `key` and `value`; the keys are these:"
    heading = "key" if sheet.name == "case" else "column"
    yield f"\n\n| {heading} | holds | meaning |\n|---|---|---|\n"
    for column in sheet.header:
        name = f"*{column.name}*" if column.rare else f"`{column.name}`"
        must = ", **required**" if column.required else ""
        meaning = column.meaning.replace("|", "\\|")
        yield f"| {name} | {_kind(column)}{must} | {meaning} |\n"
    yield "\n"


def _kind(column: Column) -> str:
    if column.choices:
        return " or ".join(f"`{choice}`" for choice in column.choices)
    return KINDS[column.kind].replace("|", "\\|")


def _events() -> str:
    names = ", ".join(f"`{name}`" for name in COLUMNS)
    return (
        f"## {EVENTS}\n\nThe chronology of a workbook, one event a row. Its columns are exactly "
        f"{names}, in this order; [Add a chronology](../how-to/add-a-chronology.md) says what they "
        "hold. In a folder of tables the chronology is the file that `chronology_file` names.\n"
    )
