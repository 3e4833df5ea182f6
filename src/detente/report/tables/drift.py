"""How the answer moves over time, what waiting costs, and whose weights have moved."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import (
    SAME_MOST,
    gain_cells,
    standing_cells,
    standing_columns,
)
from detente.report.words import date_text, points_text, signed_text
from detente.study.drift import DayResult, DriftResult


def drift_sheets(case: Case, result: DriftResult) -> Iterator[Sheet]:
    """Yield the answer at each date, the cost of waiting, and the weights that have moved."""
    yield Sheet(
        "How the answer drifts",
        (SAME_MOST, "The gains are those of the Nash package, against no agreement on that day."),
        (Column("as of", ratio=4), Column("what holds", ratio=5), *standing_columns(case)),
        [
            (
                date_text(found.day),
                "; ".join(case.dated[name].name for name in found.entries)
                or ("the case as it stands" if found.day == result.as_of else "as on its own day"),
                *standing_cells(case, found.standing),
            )
            for found in result.days
        ],
    )
    later = [found for found in result.days if found.day > result.as_of]
    if later:
        yield _delay(case, later)
    rows = [*_moved(case, result)]
    if rows:
        yield Sheet(
            "What has moved since the first date",
            (f"Points, from {date_text(result.days[0].day)} to {date_text(result.as_of)}.",),
            (
                Column("party", ratio=3),
                Column("what", ratio=4),
                Column("then", number=True),
                Column("now", number=True),
                Column("change", number=True),
            ),
            rows,
        )


def _delay(case: Case, later: list[DayResult]) -> Sheet:
    return Sheet(
        "What waiting costs",
        (
            "Points that waiting until then costs each side: the gain forgone, and what no "
            "agreement itself has meanwhile come to cost it. Below 0 waiting pays.",
        ),
        (Column("until", ratio=1), *(Column(p, number=True) for p in case.principals)),
        [(date_text(found.day), *gain_cells(case, found.delay)) for found in later],
    )


def _moved(case: Case, result: DriftResult) -> Iterator[tuple[str, ...]]:
    first = result.days[0]
    now = next(found for found in result.days if found.day == result.as_of)
    for party, issues in result.moved.items():
        for issue, change in issues.items():
            after = now.weights[party][issue]
            yield _row(case, party, f"weight of {case.issues[issue].name}", after, change)
    for party, after in now.reserves.items():
        change = after - first.reserves.get(party, after)
        if change:
            yield _row(case, party, "least it accepts", after, change)


def _row(case: Case, party: str, what: str, after: Fraction, change: Fraction) -> tuple[str, ...]:
    return (
        case.parties[party].name,
        what,
        points_text(after - change),
        points_text(after),
        signed_text(change),
    )
