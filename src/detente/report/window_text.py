"""The window, for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import window_sheets
from detente.report.text import print_sheets
from detente.study.window_result import WindowResult


def print_window(console: Console, case: Case, result: WindowResult) -> None:
    """Print how long the window is open, day by day, and what closes it first."""
    print_sheets(console, window_sheets(case, result))
