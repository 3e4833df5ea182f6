"""How far it can go: J, and J with each obstacle lifted alone and with all lifted."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.case.naming import place_name
from detente.report.figures.labels import capital, distinct, lines
from detente.report.figures.svg import Figure, figure, name_axis
from detente.report.palette import colour
from detente.report.words import share_text
from detente.study.reach import ReachResult

WIDTH = 500
ROW = 40
NARROWEST = 0.1
PER_CENT = "format(datum.value * 100, '.0f') + ' %'"


def reach(case: Case, result: ReachResult, ident: str = "fig-reach") -> Figure:
    """Draw how far it can go as things stand, with each obstacle lifted that bars it, and all."""
    barring = [o for o in result.obstacles if o.value]
    rows = [(capital(place_name(case, o.obstacle)), o.j) for o in barring]
    rows.append(("Every obstacle lifted", result.all_lifted))
    names = distinct(lines(name, 46) for name, _ in rows)
    now = float(result.j)
    values = [
        {
            "name": name,
            "now": now,
            "lifted": float(j),
            "text": share_text(j),
            "shade": colour("zone" if j > result.j else "muted"),
        }
        for name, (_, j) in zip(names, rows, strict=True)
    ]
    most = max([now, NARROWEST, *(float(j) for _, j in rows)])
    shade = {"field": "shade", "type": "nominal", "scale": None}
    x: dict[str, Any] = {
        "field": "lifted",
        "type": "quantitative",
        "scale": {"domain": [0, most * 1.12], "nice": False},
        "axis": {
            "labelExpr": PER_CENT,
            "tickCount": 6,
            "domain": False,
            "title": "How far it can go: share of its most that every side can have at once",
        },
    }
    spec = {
        "width": WIDTH,
        "height": ROW * len(values),
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
                "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.55},
                "encoding": {"x": x, "x2": {"field": "now"}, "color": shade},
            },
            {
                "mark": {"type": "tick", "thickness": 2, "color": colour("ink"), "size": 22},
                "encoding": {"x": {**x, "field": "now"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
                "encoding": {"x": x, "color": shade},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 10},
                "encoding": {"x": x, "text": {"field": "text", "type": "nominal"}},
            },
        ],
    }
    return figure(
        spec,
        ident,
        "How far it can go, with obstacles lifted",
        f"The upright mark is how far it can go as things stand ({share_text(result.j)}); each "
        "point is how far it could go with that obstacle lifted and all others in place. "
        "An obstacle that is not drawn changes nothing when it alone is lifted.",
    )
