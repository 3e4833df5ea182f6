"""Yearly facts of states and pairs, a row each, the last years beside each other."""

from __future__ import annotations

from detente.report.tables.real import real
from detente.report.tables.sheet import Column, Sheet
from detente.study.recorded_result import YearlyResult


def yearly_sheet(found: tuple[YearlyResult, ...]) -> Sheet:
    """Return yearly facts as a table, one row a subject and variable, the last years beside it."""
    years = sorted({one.year for one in found})[-6:]
    rows: dict[tuple[str, str, str], dict[int, str]] = {}
    told = {(one.source, one.variable, one.subject) for one in found if one.value}
    for one in found:
        if (one.source, one.variable, one.subject) not in told:
            continue
        cells = rows.setdefault((one.source, one.variable, one.subject), {})
        digits = 0 if one.value is not None and one.value == int(one.value) else 2
        cells[one.year] = "missing" if one.value is None else real(one.value, digits)
    return Sheet(
        "By year",
        (
            "Yearly tables; a year outside a table's span is missing, not 0. What was never so in "
            "any year of the table is left out.",
        ),
        (
            Column("table"),
            Column("what"),
            Column("of"),
            *(Column(str(year), number=True) for year in years),
        ),
        [
            (
                source.replace("_", " "),
                variable.replace("_", " "),
                subject,
                *(cells.get(year, "missing") for year in years),
            )
            for (source, variable, subject), cells in rows.items()
        ],
    )
