"""What a text claims and what that moves, for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import claim_sheets
from detente.report.text import print_sheets
from detente.study.claims import ClaimsResult


def print_claims(console: Console, case: Case, result: ClaimsResult) -> None:
    """Print each claim with the result it moves, and each element with its claims."""
    print_sheets(console, claim_sheets(case, result))
