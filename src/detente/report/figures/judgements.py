"""What moves the answer: the judgements that move how far it can go the most."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import distinct, judgement_name, lines
from detente.report.figures.reach import NARROWEST, PER_CENT
from detente.report.figures.svg import Figure, figure, name_axis
from detente.report.palette import colour
from detente.report.words import share_text
from detente.study.brief import BriefResult, NumberEntry

WIDTH = 460
ROW = 40
SHOWN = 12


@dataclass(frozen=True)
class Swing:
    """One judgement, and how far it can go when it moves by one step either way."""

    number: NumberEntry
    down: Fraction | None
    up: Fraction | None
    low: Fraction
    high: Fraction


def swings(result: BriefResult, shown: int = SHOWN) -> tuple[Swing, ...]:
    """Return the judgements that move how far it can go, those that move it most first."""
    ends: dict[str, dict[str, Fraction]] = {}
    for move in result.judgements.moves:
        ends.setdefault(move.key, {})[move.direction] = move.j
    found = []
    for number in result.numbers:
        moved = ends.get(number.key, {})
        reached = [result.reach.j, *moved.values()]
        if max(reached) > min(reached):
            found.append(
                Swing(number, moved.get("down"), moved.get("up"), min(reached), max(reached))
            )
    found.sort(key=lambda swing: swing.low - swing.high)
    return tuple(found[:shown])


def _longest_first(swing: Swing, now: Fraction) -> list[tuple[str, Fraction]]:
    """Return what moves, so that a shorter bar is drawn over a longer one."""
    steps = (("one step down", swing.down), ("one step up", swing.up))
    moved = [(step, j) for step, j in steps if j is not None and j != now]
    return sorted(moved, key=lambda item: -abs(item[1] - now))


def judgements(case: Case, result: BriefResult, ident: str = "fig-judgements") -> Figure:
    """Draw the judgements that move how far it can go; there is at least one."""
    found = swings(result)
    names = distinct(lines(judgement_name(case, swing.number), 54) for swing in found)
    now = float(result.reach.j)
    values = [
        {"name": name, "now": now, "j": float(j), "step": step}
        for name, swing in zip(names, found, strict=True)
        for step, j in _longest_first(swing, result.reach.j)
    ]
    low, high = min(float(s.low) for s in found), max(float(s.high) for s in found)
    room = max((high - low) * 0.1, NARROWEST / 10)
    x: dict[str, Any] = {
        "field": "j",
        "type": "quantitative",
        "scale": {"domain": [max(0.0, low - room), high + room], "zero": False, "nice": False},
        "axis": {
            "labelExpr": PER_CENT,
            "tickCount": 6,
            "tickMinStep": 0.01,
            "domain": False,
            "title": "How far it can go",
        },
    }
    spec = {
        "width": WIDTH,
        "height": ROW * len(names),
        "data": {"values": values},
        "encoding": {
            "y": {
                "field": "name",
                "type": "ordinal",
                "sort": names,
                "axis": name_axis(names),
            }
        },
        "layer": [
            {
                "mark": {"type": "bar", "height": {"band": 0.5}},
                "encoding": {
                    "x": x,
                    "x2": {"field": "now"},
                    "color": {
                        "field": "step",
                        "type": "nominal",
                        "scale": {
                            "domain": ["one step down", "one step up"],
                            "range": [colour("p5"), colour("p6")],
                        },
                    },
                },
            },
            {
                "mark": {"type": "rule", "color": colour("ink"), "strokeWidth": 1.5},
                "encoding": {"x": {**x, "field": "now", "aggregate": "min"}, "y": None},
            },
        ],
    }
    return figure(
        spec,
        ident,
        "Which judgements move the answer most",
        f"Each bar is how far it can go when that judgement alone moves to its low or its high; "
        f"the line is how far it can go as judged, {share_text(result.reach.j)}. Where both steps "
        "move it the same way, the longer bar stands behind the shorter.",
    )
