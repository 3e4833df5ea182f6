"""CSV as RFC 4180 has it: cells in quotation marks may hold the sign, marks and ends of lines."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.store.lines import batches
from detente.store.readers.cells import Made, Part, judged
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.reason import Reason
from detente.store.readers.relation import in_order, records

LINES = 100
"""Lines over which one record may run."""

CELL = 131_072
"""Characters that a cell may have."""

_MARK = '"'
_PART = 16_384


def read_quoted(
    plain: PlainFile,
    table: Table,
    made: Callable[[Part], Made],
    width: int,
    *,
    sign: str = ",",
    after: int = 1,
) -> Iterator[Any]:
    """Yield a file's records, in its order; a record has the number of the line it begins on.

    Where a quotation mark does not close within 100 lines, or text follows one that does, the line
    on which the record began is set aside alone, and the next one is read as a new record. A tab
    within a cell is read as a space.

    Parameters
    ----------
    plain, table
        The file, and the table that its records belong to.
    made
        From records with the right number of cells to columns and reasons.
    width
        The number of cells that is right.
    sign
        The one character between cells.
    after
        The heading's last line.
    """
    waiting = _Waiting(sign)
    for batch in batches(plain):
        keep = pc.greater(batch.column(0), after)
        rows, texts = (column.filter(keep) for column in batch.columns)
        if not waiting.lines and not pc.any(pc.match_substring(texts, _MARK)).as_py():
            whole = texts if sign == "\t" else pc.replace_substring(texts, "\t", " ")
            part = Part(rows, texts, pc.split_pattern(whole, sign))
            yield from in_order(list(judged(table, part, made, {width})))
            continue
        waiting.lines.extend(zip(rows.to_pylist(), texts.to_pylist(), strict=True))
        yield from _taken(waiting, table, made, width, last=False)
    yield from _taken(waiting, table, made, width, last=True)


def cells_of(text: str, sign: str) -> list[str] | None:
    """Return the cells of one record; None when its quotation marks are not in order.

    Examples
    --------
    >>> cells_of('a,"b, c",', ","), cells_of('a,"b', ",")
    (['a', 'b, c', ''], None)
    """
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None


@dataclass(slots=True)
class _Waiting:
    """Lines that are read and not yet taken."""

    sign: str
    lines: deque[tuple[int, str]] = field(default_factory=deque)

    def records(self, *, last: bool) -> Iterator[tuple[int, str, list[str], Reason | None]]:
        """Take whole records from the lines; unless these are the last, leave a few for later."""
        while self.lines and (last or len(self.lines) > LINES):
            row, text = self.lines.popleft()
            if _MARK not in text:
                yield row, text, text.split(self.sign), None
                continue
            taken = self._gathered(row, text)
            if taken is None:
                long = len(text) > CELL
                yield row, text, [], "long" if long else "quotes"
            else:
                yield row, taken[0], taken[1], None

    def _gathered(self, row: int, text: str) -> tuple[str, list[str]] | None:
        """Return a record's text and cells, and drop its further lines; None when there is none."""
        cells = cells_of(text, self.sign)
        if cells is not None:
            return text, cells
        for further in range(1, min(LINES, len(self.lines) + 1)):
            number, line = self.lines[further - 1]
            if number != row + further:
                return None
            text = f"{text}\n{line}"
            if _MARK in line and (cells := cells_of(text, self.sign)) is not None:
                for _ in range(further):
                    self.lines.popleft()
                return text, cells
        return None


def _taken(
    waiting: _Waiting, table: Table, made: Callable[[Part], Made], width: int, *, last: bool
) -> Iterator[Any]:
    found = waiting.records(last=last)
    while True:
        good: list[tuple[int, str, list[str]]] = []
        wrong: list[tuple[int, str, str]] = []
        for row, text, cells, reason in found:
            if reason is None:
                good.append((row, text, [cell.replace("\t", " ") for cell in cells]))
            else:
                wrong.append((row, text, reason))
            if len(good) + len(wrong) == _PART:
                break
        if not good and not wrong:
            return
        away = _columns(wrong, pa.string())
        yield from in_order(
            [
                *records(table, away[0], away[1], {}, away[2]),
                *judged(table, Part(*_columns(good, pa.list_(pa.string()))), made, {width}),
            ]
        )


def _columns(rows: list[tuple[int, str, Any]], kind: Any) -> list[Any]:
    kinds = (pa.int64(), pa.string(), kind)
    return [pa.array([row[i] for row in rows], kinds[i]) for i in range(3)]
