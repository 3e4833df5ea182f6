"""Drift: how far it can go from day to day, as a step line."""

from __future__ import annotations

from datetime import date
from typing import Any

from detente.report.figures.reach import NARROWEST, PER_CENT
from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour
from detente.report.words import share_text
from detente.study.drift import DriftResult
from detente.study.sentences import date_text

WIDTH, HEIGHT = 660, 220
TAIL = 0.08
"""How much of the whole span the last day's value is drawn on."""
WAS, WILL = "as it was", "as it is expected"


def drift(result: DriftResult, ident: str = "fig-drift") -> Figure:
    """Draw how far it can go over the days at which something changes."""
    days = [(date.fromisoformat(d.day).toordinal(), float(d.standing.j)) for d in result.days]
    now = date.fromisoformat(result.as_of).toordinal()
    first, last = days[0][0], days[-1][0]
    end = last + max(30, round((last - first) * TAIL))
    past = [(day, j) for day, j in days if day <= now]
    ahead = [(day, j) for day, j in days if day >= now]
    values = [
        *_line(past, WAS, now),
        *_line(ahead, WILL, end),
    ]
    top = max(j for _, j in days)
    x: dict[str, Any] = {
        "field": "day",
        "type": "temporal",
        "scale": {"type": "utc", "domain": [_day(first), _day(end)]},
        "axis": {
            "title": None,
            "format": "%Y" if end - first > 1100 else "%b %Y",
            "tickCount": "year" if end - first > 1100 else 5,
            "labelOverlap": "greedy",
            "labelFlush": False,
            "labelSeparation": 12,
            "grid": False,
        },
    }
    y = {
        "field": "j",
        "type": "quantitative",
        "scale": {"domain": [0, max(top * 1.2, NARROWEST)], "nice": False},
        "axis": {
            "title": "How far it can go",
            "labelExpr": PER_CENT,
            "tickCount": 5,
            "domain": False,
            "ticks": False,
        },
    }
    kind = {"field": "kind", "type": "nominal"}
    spec = {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": values},
        "encoding": {"x": x, "y": y},
        "layer": [
            {
                "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
                "encoding": {
                    "color": {
                        **kind,
                        "scale": {
                            "domain": [WAS, WILL],
                            "range": [colour("ink"), colour("link")],
                        },
                        "legend": {"symbolType": "stroke", "symbolStrokeWidth": 2.5},
                    },
                    "strokeDash": {
                        **kind,
                        "scale": {"domain": [WAS, WILL], "range": [[1, 0], [6, 4]]},
                    },
                },
            },
            {
                "transform": [{"filter": "!datum.end"}],
                "mark": {"type": "point", "filled": True, "size": 50, "opacity": 1},
                "encoding": {
                    "color": {
                        **kind,
                        "scale": {"domain": [WAS, WILL], "range": [colour("ink"), colour("link")]},
                    }
                },
            },
            {
                "data": {"values": [{"day": _day(now)}]},
                "mark": {"type": "rule", "color": colour("zone"), "strokeWidth": 1.5},
                "encoding": {"x": x, "y": None},
            },
        ],
    }
    here = next(d.standing.j for d in result.days if d.day == result.as_of)
    return figure(
        spec,
        ident,
        "How far it can go, from day to day",
        f"The upright line is the day of the case, {date_text(result.as_of)} "
        f"({share_text(here)}); a point is a day at which the case says that something changes. "
        "Every day is measured against the most of the case as it stands.",
    )


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _line(days: list[tuple[int, float]], kind: str, end: int) -> list[dict[str, Any]]:
    found = [{"day": _day(day), "j": j, "kind": kind, "end": False} for day, j in days]
    if days[-1][0] < end:
        found.append({"day": _day(end), "j": days[-1][1], "kind": kind, "end": True})
    return found
