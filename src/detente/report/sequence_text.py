"""What first, for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import sequence_sheets
from detente.report.text import print_sheets
from detente.study.sequence_result import SequenceResult


def print_sequence(console: Console, case: Case, result: SequenceResult) -> None:
    """Print the plan, what each side has by when, and what the leaders and contact add."""
    print_sheets(console, sequence_sheets(case, result))
