"""What stands in the way: what each obstacle costs, and what would suffice to lift."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.case.naming import place_name
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import NONE, yes
from detente.report.words import joined, option_name, points_text, share_text
from detente.study.obstacles import ObstaclesResult

WORDS = (
    "Alone: how much farther it could go with this one obstacle lifted. Last: how much the end of "
    "all obstacles owes to it. Share: what it costs when everything that lifting all would bring "
    "is divided among the obstacles (Shapley), since costs taken alone do not add up."
)


def obstacle_sheets(case: Case, result: ObstaclesResult) -> Iterator[Sheet]:
    """Yield the table of what each obstacle costs; nothing where the case marks none."""
    if not result.obstacles:
        return
    yield Sheet(
        "What stands in the way: what each obstacle costs",
        (
            f"How far it can go: {share_text(result.j, 1)}; with every obstacle lifted "
            f"{share_text(result.all_lifted, 1)}.",
            WORDS,
        ),
        (
            Column("obstacle", ratio=6),
            Column("alone", number=True),
            Column("last", number=True),
            Column("share", number=True),
            Column("suffices by itself"),
        ),
        [
            (
                place_name(case, found.obstacle),
                share_text(found.alone, 1),
                share_text(found.last, 1),
                NONE if found.shapley is None else share_text(found.shapley, 1),
                NONE if result.reached else yes(found.opens),
            )
            for found in result.obstacles
        ],
    )


def target_text(case: Case, result: ObstaclesResult) -> str:
    """Return in words what is asked for: an agreement, or one that holds or brings something."""
    parts = [
        f"holds {option_name(case, issue, option)} ({case.issues[issue].name})"
        for issue, option in result.require.items()
    ]
    parts += [
        f"brings {case.parties[party].name} at least {points_text(value)} points"
        for party, value in result.gain.items()
    ]
    everyone = "an agreement that gives every side a gain"
    return f"{everyone} and {joined(parts)}" if parts else everyone
