"""The bottleneck: whose acceptance, were it had for a little less, would let it go farther."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import NONE
from detente.report.words import changes, points_text, share_text
from detente.study.obstacles import CurveResult, ObstaclesResult


def bottleneck_sheets(case: Case, result: ObstaclesResult) -> Iterator[Sheet]:
    """Yield the table of every party, and the whole curve of the bottleneck."""
    least = next((c for c in result.curves if c.party == result.bottleneck), None)
    said = (
        "No party's accepting less would, by itself, let it go farther."
        if least is None
        else f"The bottleneck is {case.parties[least.party].name}: measured by the most it can "
        "have, it is the party that would have to give way least."
    )
    yield Sheet(
        "Whose acceptance is the bottleneck",
        (
            said,
            "Fall: the least by which what a party accepts must fall, all else as it is, to let "
            "the agreement go farther; as points, and as a share of the most it can have.",
        ),
        (
            Column("party", ratio=4),
            Column("most", number=True),
            Column("fall", number=True),
            Column("share", number=True),
            Column("how far then", number=True),
        ),
        [_first(case, curve) for curve in result.curves],
    )
    if least is None:
        return
    yield Sheet(
        f"How far it can go as {case.parties[least.party].name} accepts less",
        (f"It starts from {share_text(result.j, 1)}.",),
        (
            Column("fall", number=True),
            Column("how far", number=True),
            Column("what would then be agreed", ratio=1),
        ),
        [
            (
                points_text(rise.fall),
                share_text(rise.j, 1),
                "; ".join(changes(case, rise.package)) or "nothing",
            )
            for rise in least.rises
        ],
    )


def _first(case: Case, curve: CurveResult) -> tuple[str, ...]:
    name = case.parties[curve.party].name
    if not curve.rises:
        return (name, points_text(curve.most), "no fall helps", NONE, NONE)
    rise = curve.rises[0]
    return (
        name,
        points_text(curve.most),
        points_text(rise.fall),
        NONE if curve.share is None else share_text(curve.share, 1),
        share_text(rise.j, 1),
    )
