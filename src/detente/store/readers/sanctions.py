"""Sanctions of the European Union, the United States and the United Nations, by target and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from detente.store.readers.cells import Made, Part
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.relation import first_reason
from detente.store.readers.rule import no_number, number_rule
from detente.store.readers.years import (
    Cell,
    by_variable,
    has,
    state_rule,
    table_of,
    text_of,
    year_rule,
)

if TYPE_CHECKING:
    import duckdb

SENDERS = {"EU": "EU", "US": "USA", "UN": "UN"}
"""What stands as `other` for each sender of the file."""

_COLUMNS = {
    column: (variable, SENDERS[sender])
    for sender in SENDERS
    for column, variable in (
        (sender, "sanctions"),
        (f"econ_{sender.lower()}_sanc", "economic_sanctions"),
        (f"non_econ_{sender.lower()}_sanc", "other_sanctions"),
    )
}
_READ = ("year", "ccode", *_COLUMNS)


class Sanctions:
    """Reader of EUSANCT's country-years (Weber & Schneider 2022).

    `state` is the target, `other` the sender: `EU`, `USA` or `UN`. Each line gives nine rows:
    `sanctions`, `economic_sanctions` and `other_sanctions` of each sender; 1 is yes, 0 no. The
    column `multilateral` follows from the others and is not read. Set aside are records whose year
    or state is none, or with a value that is neither 0, 1 nor empty.
    """

    source = "sanctions"
    table: Table = "yearly"
    hand_selected = False

    def recognises(self, head: bytes) -> bool:
        """Return whether the heading has EUSANCT's columns."""
        return has(head, _READ)

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the relation of the file's facts; see :class:`Reader`.

        Raises
        ------
        InputError
            When the heading lacks a column that is read.
        """
        year, state, number = year_rule(), state_rule(), number_rule(0, 1)

        def made(part: Part, cell: Cell) -> Made:
            years = year(cell("year"))
            states = state(cell("ccode"), text_of(years))
            values = [number(cell(column)) for column in _COLUMNS]
            spoilt = [no_number(value).cast("int8") for value in values]
            reasons = first_reason(
                ("date", pc.is_null(years)),
                ("state", pc.is_null(states)),
                ("number", pc.greater(pc.max_element_wise(*spoilt), 0)),
            )
            variables = [
                {"variable": variable, "other": other, "value": value}
                for (variable, other), value in zip(_COLUMNS.values(), values, strict=True)
            ]
            return by_variable(part, {"year": years, "state": states}, variables, reasons)

        return table_of(con, plain, _READ, made)
