"""Lines split into cells at tabs: files that have no quoting."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.store.lines import batches
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.relation import first_reason, in_order, records

_HEAD = 1 << 20
_SIGN = "\t"


@dataclass(frozen=True, slots=True)
class Part:
    """Records of a part of a file, all with as many cells as they must have.

    Attributes
    ----------
    rows
        Their lines' numbers.
    texts
        Their lines.
    lists
        Their cells, one list each.
    """

    rows: Any
    texts: Any
    lists: Any

    def cell(self, place: int) -> Any:
        """Return the cells at a place, from 0, as a column."""
        return pc.list_element(self.lists, place)


Made = tuple[Mapping[str, Any], Any]
"""Columns of the table, and the reasons why records are set aside (None: all are good).

Where a line gives several records, the columns `row` and `text` say which line each is of.
"""


def first_lines(plain: PlainFile, count: int) -> list[str]:
    """Return the first lines of a file, without their ends; empty ones where there are none."""
    with plain.path.open("rb") as file:
        lines = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").split(b"\n")[:count]
    texts = [line.decode("utf-8", "replace").rstrip("\r") for line in lines]
    texts += [""] * (count - len(texts))
    return ["" if row in plain.skipped else text for row, text in enumerate(texts, start=1)]


def heading(plain: PlainFile) -> str:
    """Return the first line of a file, without its end; empty where it was set aside."""
    return first_lines(plain, 1)[0]


def read(
    plain: PlainFile,
    table: Table,
    made: Callable[[Part], Made],
    widths: Collection[int],
    *,
    headed: str = "",
    mended: Callable[[Any, Any], Any] | None = None,
) -> Iterator[Any]:
    """Yield a file's records, in its order.

    Parameters
    ----------
    plain, table
        The file, and the table that its records belong to.
    made
        From records with the right number of cells to columns and reasons.
    widths
        Numbers of cells that are right.
    headed
        The heading, if the file has one: its first line is left out, and it is set aside where it
        stands once more.
    mended
        From lines and their numbers of cells to lines that have a right one, where a source's
        files are known to vary.
    """
    for batch in batches(plain):
        rows, texts = batch.columns
        if headed:
            keep = pc.not_equal(rows, 1)
            rows, texts = rows.filter(keep), texts.filter(keep)
        lists = pc.split_pattern(texts, _SIGN)
        if mended is not None:
            lists = pc.split_pattern(mended(texts, pc.list_value_length(lists)), _SIGN)
        found = judged(table, Part(rows, texts, lists), made, widths, headed)
        yield from in_order(list(found))


def judged(
    table: Table,
    part: Part,
    made: Callable[[Part], Made],
    widths: Collection[int],
    headed: str = "",
) -> Iterator[Any]:
    """Yield what becomes of the records of a part, whatever their numbers of cells are."""
    rows, texts, lists = part.rows, part.texts, part.lists
    right = pc.is_in(pc.list_value_length(lists), value_set=pa.array(sorted(widths), pa.int32()))
    wrong = first_reason(
        ("empty line", pc.equal(texts, "")),
        ("heading", pc.equal(texts, headed or "\n")),
        ("columns", pc.invert(right)),
    )
    if wrong is not None:
        keep, away = pc.is_null(wrong), pc.is_valid(wrong)
        yield from records(table, rows.filter(away), texts.filter(away), {}, wrong.filter(away))
        part = Part(rows.filter(keep), texts.filter(keep), lists.filter(keep))
    if len(part.rows):
        columns, reasons = made(part)
        rows, texts = columns.get("row", part.rows), columns.get("text", part.texts)
        yield from records(table, rows, texts, columns, reasons)
