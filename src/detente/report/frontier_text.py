"""The frontier for the terminal."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.case.case import Case
from detente.report.tables import Column
from detente.report.text import QUIET, section, table, write
from detente.report.words import SOLUTION_NAMES, changes, points_text
from detente.study.frontier import FrontierResult


def print_frontier(console: Console, case: Case, result: FrontierResult) -> None:
    """Print both frontiers as one table, the solutions named where they lie."""
    principals = tuple(case.principals)
    names: dict[tuple[str, ...], list[str]] = {}
    for name, found in result.solutions.items():
        names.setdefault(tuple(found.exact.values()), []).append(SOLUTION_NAMES[name])
    rows = [
        (
            *(points_text(Fraction(point.exact[p])) for p in principals),
            "yes" if point.in_zone else "no",
            "yes" if point.on_feasible_frontier else "no",
            ", ".join(names.get(tuple(point.exact.values()), [])),
            "; ".join(changes(case, point.package)) or "no change",
        )
        for point in result.points
    ]
    with console.capture() as captured:
        console.print(section(f"The frontier: {case.title}"))
        said = (
            f"{len(result.points)} efficient points, each proved; the zone of agreement is "
            f"{'open' if result.open else 'not open'}."
        )
        console.print(Text(said if not result.reason else f"{said} {result.reason}.", style=QUIET))
        columns = (
            *(Column(p, number=True) for p in principals),
            Column("in zone"),
            Column("efficient of all"),
            Column("solution"),
            Column("what changes", ratio=6),
        )
        console.print(Padding(table(columns, rows), (1, 0)))
    write(console, captured.get())
