"""Offers for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import offer_sheets
from detente.report.text import print_sheets
from detente.study.offers import OffersResult


def print_offers(console: Console, case: Case, result: OffersResult) -> None:
    """Print what one principal can offer another."""
    print_sheets(console, offer_sheets(case, result))
