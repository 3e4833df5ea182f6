"""How weights moved: slopes from the first day to the case's own, a panel for each principal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import capital, extent, short
from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour
from detente.report.words import points_text
from detente.study.drift import DriftResult
from detente.study.sentences import MONTHS, date_text

WIDTH, GAP, LINE = 150, 15, 16
LEAST_HEIGHT = 170
NAME, ALONE = 32, 54
SMALL, SHOWN = 5, 8
SPARE = 1.6
"""Pixels a letter by which a reader's font may be wider than the one that is measured here."""
ROSE, FELL = "weighs more", "weighs less"


def turned(case: Case, result: DriftResult) -> tuple[str, ...]:
    """Return the principals whose weights moved before the case's own day."""
    return tuple(p for p in case.principals if result.moved.get(p))


def slopes(case: Case, result: DriftResult, ident: str = "fig-slopes") -> Figure:
    """Draw the weights that moved, for each principal of whom some did; there is at least one."""
    found = turned(case, result)
    days = {day.day: day for day in result.days}
    first, now = result.days[0], days[result.as_of]
    kept = {p: far_moved(result.moved[p]) for p in found}
    height = max(LEAST_HEIGHT, LINE * max(map(len, kept.values())) + 30)
    ends = [float(day.weights[p][i]) for day in (first, now) for p in found for i in kept[p]]
    room = max((max(ends) - min(ends)) * 0.06, 0.1)
    letters = NAME if len(found) > 1 else ALONE
    spare = ceil(letters * SPARE)
    panels = [
        _panel(
            case,
            party,
            [(i, first.weights[party][i], now.weights[party][i]) for i in kept[party]],
            (height, min(ends) - room, max(ends) + room),
            (_month(first.day), _month(now.day)),
            letters,
        )
        for party in found
    ]
    return figure(
        {
            "concat": panels,
            "columns": 2,
            "spacing": {"row": 30, "column": 24 + spare},
            "padding": {"left": 10, "right": 14 + spare, "top": 6, "bottom": 6},
            "resolve": {"legend": {"color": "shared"}},
        },
        ident,
        "What came to weigh more, and what less",
        "Each line is one issue's swing weight in points, of the 100 that a side divides: on the "
        f"left as of {date_text(first.day)}, on the right as of {date_text(now.day)}. Issues that "
        "moved little, less than a fifth as far as the first, stand in the table alone.",
    )


def far_moved(moved: Mapping[str, Fraction]) -> list[str]:
    """Return the issues that moved most, and at least a fifth as far as the first of them.

    Where a few weights are judged anew the others are rescaled, and move a little.

    Examples
    --------
    >>> far_moved({"a": Fraction(-5), "b": Fraction(1), "c": Fraction(1, 2)})
    ['a', 'b']
    """
    most = max(abs(change) for change in moved.values())
    far = [issue for issue, change in moved.items() if abs(change) * SMALL >= most]
    kept = sorted(far, key=lambda issue: -abs(moved[issue]))[:SHOWN]
    return [issue for issue in far if issue in kept]


def apart(values: Sequence[float], gap: float) -> list[float]:
    """Return heights at least a gap apart, as near the values as that allows, in their order.

    Examples
    --------
    >>> apart([1.0, 1.0, 9.0], 2.0)
    [0.0, 2.0, 9.0]
    """
    order = sorted(range(len(values)), key=lambda n: values[n])
    groups: list[list[float]] = []
    for n in order:
        groups.append([values[n], 1.0])
        while len(groups) > 1 and _low(groups[-1], gap) < _high(groups[-2], gap) + gap:
            middle, size = groups.pop()
            other, more = groups[-1]
            groups[-1] = [(middle * size + other * more) / (size + more), size + more]
    placed = [_low(g, gap) + gap * k for g in groups for k in range(int(g[1]))]
    found = [0.0] * len(values)
    for n, place in zip(order, placed, strict=True):
        found[n] = place
    return found


def _month(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{MONTHS[found.month - 1][:3]} {found.year}"


def _low(group: list[float], gap: float) -> float:
    return group[0] - gap * (group[1] - 1) / 2


def _high(group: list[float], gap: float) -> float:
    return group[0] + gap * (group[1] - 1) / 2


def _panel(
    case: Case,
    party: str,
    moved: Sequence[tuple[str, Fraction, Fraction]],
    size: tuple[float, float, float],
    days: tuple[str, str],
    letters: int,
) -> dict[str, Any]:
    height, low, high = size
    gap = (high - low) * GAP / height
    ends = [apart([float(m[k]) for m in moved], gap) for k in (1, 2)]
    values: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    names = [short(case.issues[i].name, letters) for i, _, _ in moved]
    for n, (issue, before, after) in enumerate(moved):
        kind = ROSE if after > before else FELL
        one = {"issue": issue, "kind": kind}
        values += [{**one, "at": 0, "w": float(before)}, {**one, "at": 1, "w": float(after)}]
        labels.append({**one, "at": 0, "w": ends[0][n], "text": points_text(before)})
        right = f"{points_text(after)}  {names[n]}"
        labels.append({**one, "at": 1, "w": ends[1][n], "text": right})
    y: dict[str, Any] = {
        "field": "w",
        "type": "quantitative",
        "scale": {
            "domain": [min(low, *(v["w"] for v in labels)), max(high, *(v["w"] for v in labels))],
            "zero": False,
        },
        "axis": None,
    }
    x: dict[str, Any] = {
        "field": "at",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {
            "values": [0, 1],
            "labelExpr": f"datum.value === 0 ? '{days[0]}' : '{days[1]}'",
            "title": None,
            "grid": True,
            "domain": False,
            "ticks": False,
            "orient": "top",
        },
    }
    shade = {
        "field": "kind",
        "type": "nominal",
        "scale": {"domain": [ROSE, FELL], "range": [colour("zone"), colour("conflictual")]},
        "legend": {"symbolType": "stroke", "symbolStrokeWidth": 2.5},
    }
    plain = {**shade, "legend": None}
    room = extent(names) + 40
    return {
        "title": {
            "text": capital(case.parties[party].name),
            "anchor": "start",
            "color": colour("ink"),
            "fontSize": 13,
            "offset": 10,
        },
        "width": WIDTH if letters == NAME else WIDTH + 70,
        "height": height,
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "line", "strokeWidth": 2.2},
                "encoding": {"x": x, "y": y, "detail": {"field": "issue"}, "color": shade},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 46, "opacity": 1},
                "encoding": {"x": x, "y": y, "color": plain},
            },
            *(
                {
                    "data": {"values": labels},
                    "transform": [{"filter": f"datum.at === {at}"}],
                    "mark": {"type": "text", "align": align, "dx": dx, "limit": room},
                    "encoding": {
                        "x": x,
                        "y": y,
                        "text": {"field": "text", "type": "nominal"},
                    },
                }
                for at, align, dx in ((0, "right", -8), (1, "left", 8))
            ),
        ],
    }
