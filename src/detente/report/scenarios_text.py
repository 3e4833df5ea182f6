"""The answer over all scenarios, for the terminal."""

from __future__ import annotations

from rich.console import Console

from detente.case.case import Case
from detente.report.tables import ex_ante_sheets, scenario_sheets
from detente.report.text import print_sheets
from detente.study.scenarios import ScenariosResult


def print_scenarios(console: Console, case: Case, result: ScenariosResult) -> None:
    """Print the answer by state, the likeliest scenarios, and what to agree beforehand."""
    sheets = (*scenario_sheets(case, result), *ex_ante_sheets(case, result))
    print_sheets(console, sheets)
