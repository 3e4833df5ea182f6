"""What could be agreed and ratified: the win-sets and the solutions."""

from __future__ import annotations

from fractions import Fraction

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import SOLUTION_NAMES, changes, points_text, share_text
from detente.study.agreement import AgreementResult


def win_set_sheet(case: Case, result: AgreementResult) -> Sheet:
    """Return the table of win-sets, by how many packages each holds."""
    share = [
        ("all combinations", result.packages),
        ("feasible: no constraint broken", result.feasible),
        *(
            (f"accepted by {case.principals[p].name} and those it needs", number)
            for p, number in result.win_sets.items()
        ),
        ("accepted by all: the zone of agreement", result.zone),
    ]
    return Sheet(
        "What could be agreed and ratified: the win-sets",
        (
            f"The zone is {'open' if result.open else 'not open'}. Efficient points: "
            f"{len(result.feasible_frontier)} among feasible packages, "
            f"{len(result.zone_frontier)} within the zone.",
        ),
        (Column("packages", ratio=4), Column("number", number=True), Column("share", number=True)),
        [
            (
                name,
                f"{number:,}",
                share_text(Fraction(number, result.feasible or 1))
                if name != "all combinations"
                else "",
            )
            for name, number in share
        ],
    )


def solution_sheet(case: Case, result: AgreementResult) -> Sheet:
    """Return the table of bargaining solutions."""
    principals = tuple(case.principals)
    return Sheet(
        "What could be agreed and ratified: the solutions",
        (result.reason,) if result.reason else (),
        (
            Column("solution"),
            *(Column(p, number=True) for p in principals),
            Column("what changes", ratio=6),
        ),
        [
            (
                _solution_name(name, len(found.tied)),
                *(points_text(found.point.gains[p]) for p in principals),
                "; ".join(changes(case, found.point.package)) or "nothing",
            )
            for name, found in result.solutions.items()
        ],
    )


def _solution_name(name: str, tied: int) -> str:
    return f"{SOLUTION_NAMES[name]} (1 of {tied})" if tied > 1 else SOLUTION_NAMES[name]
