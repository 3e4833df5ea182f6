"""Ideal points of states in the UN General Assembly, by session."""

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

_READ = ("ccode", "session", "IdealPoint", "Q5%", "Q95%")
_SINCE = 1945


class IdealPoints:
    """Reader of ideal points (Bailey, Strezhnev & Voeten 2017), variable `ideal_point`.

    Session *s* stands for the year *s* + 1945, in which it began. `value` is the ideal point, `low`
    and `high` are its 5 % and 95 % quantiles. Set aside are records whose session or state is none,
    or with a cell that must be a number and is none; an empty value is kept as missing.
    """

    source = "ideal_points"
    table: Table = "yearly"
    fallback = "latin-1"
    hand_selected = False

    def recognises(self, head: bytes) -> bool:
        """Return whether the heading has the columns of ideal points."""
        return has(head, _READ)

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the relation of the file's facts; see :class:`Reader`.

        Raises
        ------
        InputError
            When the heading lacks a column that is read.
        """
        year, state, number = year_rule(_SINCE), state_rule(), number_rule()

        def made(part: Part, cell: Cell) -> Made:
            years = year(cell("session"))
            states = state(cell("ccode"), text_of(years))
            value, low, high = (number(cell(name)) for name in _READ[2:])
            reasons = first_reason(
                ("date", pc.is_null(years)),
                ("state", pc.is_null(states)),
                ("number", pc.or_(pc.or_(no_number(value), no_number(low)), no_number(high))),
            )
            common = {"year": years, "state": states, "value": value, "low": low, "high": high}
            return by_variable(part, common, [{"variable": "ideal_point"}], reasons)

        return table_of(con, plain, _READ, made)
