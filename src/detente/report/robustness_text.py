"""How sure the answer is, for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import robustness_sheets
from detente.report.text import print_sheets
from detente.study.robustness_result import RobustnessResult


def print_robustness(console: Console, case: Case, result: RobustnessResult) -> None:
    """Print how often packages and offers hold, and which judgements move the answer."""
    print_sheets(console, robustness_sheets(case, result))
