"""How the answer drifts, for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import drift_sheets
from detente.report.text import print_sheets
from detente.study.drift import DriftResult


def print_drift(console: Console, case: Case, result: DriftResult) -> None:
    """Print the answer at each date, what waiting costs, and what has moved."""
    print_sheets(console, drift_sheets(case, result))
