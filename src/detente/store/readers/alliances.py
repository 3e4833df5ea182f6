"""Obligations of alliances between two states, by year: ATOP."""

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

VARIABLES = {
    "atop_defense": "defense",
    "atop_offense": "offense",
    "atop_neutral": "neutrality",
    "atop_nonagg": "nonaggression",
    "atop_consul": "consultation",
}
"""The variable of each column."""

_READ = ("ccode1", "ccode2", "year", *VARIABLES)


class Alliances:
    """Reader of ATOP by directed dyad and year (Leeds et al. 2002).

    Each line gives five rows, one a variable: `defense`, `offense`, `neutrality`, `nonaggression`,
    `consultation`; 1 is yes, 0 no: what `state` owes `other`. Both directions stand as the file has
    them, and need not say the same (Britain was to defend Portugal); :func:`one_sided` tells where
    they differ, or one is absent. Set aside are records whose year or states are none, or with
    a value that is neither 0, 1 nor empty.
    """

    source = "alliances"
    table: Table = "yearly"
    hand_selected = False

    def recognises(self, head: bytes) -> bool:
        """Return whether the heading has ATOP's columns."""
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
            states, others = (state(cell(c), text_of(years)) for c in ("ccode1", "ccode2"))
            values = [number(cell(column)) for column in VARIABLES]
            spoilt = [no_number(value) for value in values]
            reasons = first_reason(
                ("date", pc.is_null(years)),
                ("state", pc.or_(pc.is_null(states), pc.is_null(others))),
                ("number", pc.greater(pc.max_element_wise(*(s.cast("int8") for s in spoilt)), 0)),
            )
            variables = [
                {"variable": name, "value": value}
                for name, value in zip(VARIABLES.values(), values, strict=True)
            ]
            return by_variable(
                part, {"year": years, "state": states, "other": others}, variables, reasons
            )

        return table_of(con, plain, _READ, made)


def one_sided(relation: str) -> str:
    """Return the SQL of facts whose other direction is absent or says otherwise.

    Parameters
    ----------
    relation
        SQL of rows with the columns of the yearly table; records set aside are passed over.

    Returns
    -------
    str
        SQL of ``variable``, ``year``, ``state``, ``other``, ``value``, ``back`` (what the other
        direction says; NULL where it is absent). Where a fact stands twice in a year in which one
        state followed another, as Germany's and Yemen's of 1990, the larger value is taken.
    """
    return f"""
        WITH facts AS (
            SELECT variable, year, state, other, max(value) AS value
            FROM ({relation}) WHERE state IS NOT NULL GROUP BY ALL
        )
        SELECT a.variable, a.year, a.state, a.other, a.value, b.value AS back
        FROM facts AS a
        LEFT JOIN facts AS b
            ON a.variable = b.variable AND a.year = b.year
            AND a.state = b.other AND a.other = b.state
        WHERE a.value IS DISTINCT FROM b.value
        ORDER BY ALL
    """  # noqa: S608 - SQL that a reader made
