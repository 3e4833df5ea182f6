"""What stands in the way, for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import way_sheets
from detente.report.text import print_sheets
from detente.study.obstacles import ObstaclesResult


def print_obstacles(console: Console, case: Case, result: ObstaclesResult) -> None:
    """Print what each obstacle costs, what would suffice to lift, and the bottleneck."""
    print_sheets(console, way_sheets(case, result))
