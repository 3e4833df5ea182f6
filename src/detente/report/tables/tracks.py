"""What can be agreed at each level, and so grow without the leaders."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import gain_cells, yes
from detente.report.words import changes, joined, option_name, share_text
from detente.study.tracks import TracksResult

LEVELS = {
    "civic": "civic groups alone",
    "officials": "officials too",
    "ministers": "ministers too",
    "leaders": "leaders too",
}
"""What each row adds to the one above it."""


def track_sheets(case: Case, result: TracksResult) -> Iterator[Sheet]:
    """Yield the table of what can be agreed at each level or below."""
    notes = [
        "Only options that can be decided at this level or below; the others stay at no agreement.",
        _without_leaders(result),
    ]
    if result.confidential:
        named = [option_name(case, *_option(place)) for place in result.confidential]
        notes.append(f"Can be kept confidential: {joined(named)}.")
    yield Sheet(
        "What can grow without the leaders",
        tuple(notes),
        (
            Column("decided by", ratio=3),
            Column("options", number=True),
            Column("packages", number=True),
            Column("possible"),
            Column("how far", number=True),
            *(Column(p, number=True) for p in case.principals),
            Column("what changes (Nash)", ratio=6),
        ),
        [
            (
                LEVELS[found.track],
                f"{found.options:,}",
                f"{found.packages:,}",
                yes(found.open),
                share_text(found.j, 1),
                *gain_cells(case, found.nash.gains if found.nash else {}),
                "; ".join(changes(case, found.nash.package)) or "nothing" if found.nash else "",
            )
            for found in result.tracks
        ],
    )


def _without_leaders(result: TracksResult) -> str:
    below, top = result.tracks[-2], result.tracks[-1]
    if not below.open:
        return "Without the leaders nothing can be agreed that gives every side a gain."
    return (
        f"How far it can go without the leaders: {share_text(below.j, 1)}; with them: "
        f"{share_text(top.j, 1)}."
    )


def _option(place: str) -> tuple[str, str]:
    _, issue, _, option = place.split(".")
    return issue, option
