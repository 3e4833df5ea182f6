"""Offers for the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.case.case import Case
from detente.report.tables import offer_sheets
from detente.report.text import QUIET, section, table, write
from detente.study.offers import OffersResult


def print_offers(console: Console, case: Case, result: OffersResult) -> None:
    """Print what one principal can offer another."""
    with console.capture() as captured:
        for sheet in offer_sheets(case, result):
            console.print(section(sheet.title))
            for note in sheet.notes:
                console.print(Text(note, style=QUIET))
            console.print(Padding(table(sheet.columns, sheet.rows), (1, 0, 0, 0)))
    write(console, captured.get())
