"""Which sheets and columns there are: what is unknown, missing or there twice."""

from __future__ import annotations

import difflib

from detente.files.tables.column import Sheet
from detente.files.tables.gathered import Gathered
from detente.files.tables.sheets import BY_NAME
from detente.files.tables.table import Table

IGNORED = ("read_me",)
"""Sheets that are for people; so are those whose name begins with ``_``."""


def known(name: str, table: Table, held: dict[str, Table], found: Gathered) -> None:
    """Put a table among those held by the name of its sheet, or tell that there is none."""
    if name in IGNORED or name.startswith("_"):
        return
    if name in held:
        found.tell("T707", f"the sheet `{name}` stands twice", table, 0)
    elif name in BY_NAME:
        held[name] = table
    else:
        near = difflib.get_close_matches(name, BY_NAME, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"sheets: {', '.join(BY_NAME)}"
        found.tell("T707", f"there is no sheet `{table.name}` in a case", table, 0, hint)
        found.broken = found.broken or bool(near)


def whole(sheet: Sheet, table: Table, found: Gathered) -> bool:
    """Whether a table has the columns without which its rows mean nothing."""
    known = [column.name for column in sheet.header]
    needed = [column.name for column in sheet.keys if column.required]
    if sheet.name == "case":
        known = needed = ["key", "value"]
    top = 1
    complete = True
    for name in dict.fromkeys(table.header):
        if table.header.count(name) > 1 and name:
            found.tell("T709", f"the column `{name}` stands twice", table, top)
            complete = False
        elif name not in known and name and not name.startswith("_"):
            near = difflib.get_close_matches(name, [k for k in known if k not in table.header], 1)
            hint = f"did you mean `{near[0]}`?" if near else f"columns: {', '.join(known)}"
            found.tell("T708", f"there is no column `{name}` in {sheet.name}", table, top, hint)
            found.broken = found.broken or bool(near)
    for name in needed:
        if name not in table.header:
            said = f"{sheet.name} has no column `{name}`"
            found.tell("T709", said, table, top, f"its columns: {', '.join(known)}")
            complete = False
    found.broken = found.broken or not complete
    return complete
