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

SMALL = 10
"""Where no party's weights add up to more, a tenth is too coarse for a gain."""


def print_frontier(console: Console, case: Case, result: FrontierResult) -> None:
    """Print both frontiers as one table, the solutions named where they lie."""
    principals = tuple(case.principals)
    names: dict[tuple[str, ...], list[str]] = {}
    for name, found in result.solutions.items():
        names.setdefault(tuple(found.exact.values()), []).append(SOLUTION_NAMES[name])
    rows = [
        (
            *(gain_text(case, Fraction(point.exact[p])) for p in principals),
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
            if result.proved
            else _unproved(result)
        )
        more = f" {result.reason}." if result.reason and result.proved else ""
        console.print(Text(f"{said}{more}", style=QUIET))
        columns = (
            *(Column(p, number=True) for p in principals),
            Column("in zone"),
            Column("efficient of all"),
            Column("solution"),
            Column("what changes", ratio=6),
        )
        console.print(Padding(table(columns, rows), (1, 0)))
    write(console, captured.get())


def _unproved(result: FrontierResult) -> str:
    found = f"{len(result.points)} points found, not proved efficient"
    if result.gap is None:
        return f"{found}; how much better a package may be is not known."
    return f"{found}; no package is better for everybody by more than {points_text(result.gap)}."


def gain_text(case: Case, gain: Fraction) -> str:
    """Return a gain: in points, or to three decimals where the case counts in utility.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> gain_text(two_issue_case(), Fraction(41, 7))
    '5.9'
    """
    if max(party.weights.total for party in case.principals.values()) > SMALL:
        return points_text(gain)
    text = f"{abs(float(gain)):.3f}"
    return f"−{text}" if gain < 0 and float(text) else text
