"""How the tests read the tables of the full case."""

from __future__ import annotations

from collections.abc import Iterable

from detente.report.tables import Sheet


def rows(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Return the rows of a table by their first cell, which each has for itself."""
    found = {row[0]: row[1:] for row in sheet.rows}
    assert len(found) == len(sheet.rows)
    return found


def titled(sheets: Iterable[Sheet], title: str) -> Sheet:
    """Return the one table with a title."""
    (found,) = [sheet for sheet in sheets if sheet.title == title]
    return found
