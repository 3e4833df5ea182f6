"""What readers of yearly tables share: headings, years, states, and one row for each variable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.base.state import find_year
from detente.store.readers.cells import Made, Part, heading
from detente.store.readers.layout import places
from detente.store.readers.quoted import cells_of, read_quoted
from detente.store.readers.reader import PlainFile
from detente.store.readers.relation import relation
from detente.store.readers.rule import JointRule, Rule

if TYPE_CHECKING:
    import duckdb

FIRST, LAST = 1800, 2100
"""Years that a yearly fact can have."""

_YEAR = re.compile(r"(\d{1,4})(?:\.0)?", re.ASCII)
Cell = Callable[[str], Any]


def table_of(
    con: duckdb.DuckDBPyConnection,
    plain: PlainFile,
    needed: Sequence[str],
    made: Callable[[Part, Cell], Made],
) -> str:
    """Return the relation of a yearly CSV file.

    `made` is given a part of it and a function from a heading to its cells.

    Raises
    ------
    InputError
        When the heading lacks one of `needed`.
    """
    names = heading_of(heading(plain), ",")
    at = places(names, needed, plain.name)

    def columns(part: Part) -> Made:
        return made(part, lambda name: part.cell(at[name]))

    def batches() -> Iterator[Any]:
        return read_quoted(plain, "yearly", columns, len(names))

    return relation(con, "yearly", batches)


def heading_of(line: str, sign: str) -> list[str]:
    """Return the names of a heading."""
    return [name.strip() for name in cells_of(line, sign) or [line]]


def has(head: bytes, names: Sequence[str]) -> bool:
    """Return whether the first line of a file is a CSV heading with these names."""
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return set(names) <= set(heading_of(line.rstrip("\r"), ","))


def year_rule(since: int = 0) -> Rule:
    """Return a rule that reads years from 1800 to 2100, counted from `since`; null for others."""

    def year(text: str) -> int | None:
        match = _YEAR.fullmatch(text.strip())
        found = int(match[1]) + since if match else 0
        return found if FIRST <= found <= LAST else None

    return Rule(year, pa.int64())


def state_rule() -> JointRule:
    """Return a rule from a COW number and a year to the state that held it.

    A number that nobody held in that year is the state's that held it nearest in time: the United
    Nations had members, and alliances parties, before the system has them as states.
    """

    def state(code: str, year: str) -> str | None:
        return find_year("cow", code, int(year), ever=True) if code.strip() and year else None

    return JointRule(state, pa.string())


def by_variable(
    part: Part, common: Mapping[str, Any], variables: Sequence[Mapping[str, Any]], reasons: Any
) -> Made:
    """Return one row for each record and variable; one for a record that is set aside.

    `common` are columns of all variables, `variables` their own ones; a text stands for a column
    that holds nothing else.
    """
    count = len(part.rows)
    held = [None] * count if reasons is None else reasons.to_pylist()
    order = [
        which * count + place
        for place in range(count)
        for which in range(1 if held[place] else len(variables))
    ]
    taken = pa.array(order, pa.int64())

    def whole(columns: Sequence[Any]) -> Any:
        filled = [
            pa.repeat(pa.scalar(c, pa.string()), count) if isinstance(c, str) else c
            for c in columns
        ]
        return pa.chunked_array(filled).combine_chunks().take(taken)

    made = {name: whole([column] * len(variables)) for name, column in common.items()}
    made |= {name: whole([v[name] for v in variables]) for name in variables[0]}
    made["row"] = whole([part.rows] * len(variables))
    made["text"] = whole([part.texts] * len(variables))
    return made, None if reasons is None else whole([reasons] * len(variables))


def text_of(years: Any) -> Any:
    """Return years as the state rule reads them."""
    return pc.cast(years, pa.string())
