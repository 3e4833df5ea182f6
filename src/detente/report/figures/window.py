"""The window: how likely an agreement is possible on each day and throughout, as step lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import short
from detente.report.figures.reach import PER_CENT
from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour
from detente.report.tables.window import BARS, cause_name
from detente.report.words import capital, date_text, share_text
from detente.study.window_result import BarWindow, OccasionResult, WindowResult

WIDTH, HEIGHT = 660, 230
LABEL = 32
"""Letters of an event's name that fit along an upright line."""
APART = 0.04
"""Share of the span that two upright lines must be apart for the second to bear its name."""
NOW, ALL = "possible on the day", "possible throughout"


def window(case: Case, result: WindowResult, bar: BarWindow, ident: str = "fig-window") -> Figure:
    """Draw one bar's two curves, with the days on which the case may change."""
    first, last = date.fromisoformat(result.as_of), date.fromisoformat(result.until)
    values = [
        {"day": day.day, "share": float(share), "kind": kind}
        for kind in (NOW, ALL)
        for day in bar.days
        for share in (day.open if kind == NOW else day.survival,)
    ]
    x: dict[str, Any] = {
        "field": "day",
        "type": "temporal",
        "scale": {"type": "utc", "domain": [result.as_of, result.until]},
        "axis": {
            "title": None,
            "format": "%b %Y",
            "tickCount": 6,
            "labelOverlap": "greedy",
            "labelFlush": False,
            "grid": False,
        },
    }
    y = {
        "field": "share",
        "type": "quantitative",
        "scale": {"domain": [0, 1], "nice": False},
        "axis": {
            "title": "Probability",
            "labelExpr": PER_CENT,
            "tickCount": 5,
            "domain": False,
            "ticks": False,
        },
    }
    kind = {"field": "kind", "type": "nominal"}
    names = _events(case, result, first, last)
    spec = {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": values},
        "layer": [
            {
                "data": {"values": names},
                "mark": {
                    "type": "rule",
                    "color": colour("rule"),
                    "strokeDash": [3, 3],
                    "strokeWidth": 1.5,
                },
                "encoding": {"x": x},
            },
            {
                "data": {"values": [one for one in names if one["name"]]},
                "mark": {
                    "type": "text",
                    "angle": 270,
                    "align": "left",
                    "baseline": "bottom",
                    "dx": 6,
                    "dy": -3,
                    "color": colour("soft"),
                },
                "encoding": {
                    "x": x,
                    "y": {"value": HEIGHT},
                    "text": {"field": "name", "type": "nominal"},
                },
            },
            {
                "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
                "encoding": {
                    "x": x,
                    "y": y,
                    "color": {
                        **kind,
                        "scale": {"domain": [NOW, ALL], "range": [colour("link"), colour("ink")]},
                        "legend": {"symbolType": "stroke", "symbolStrokeWidth": 2.5},
                    },
                    "strokeDash": {
                        **kind,
                        "scale": {"domain": [NOW, ALL], "range": [[6, 4], [1, 0]]},
                    },
                },
            },
        ],
    }
    return figure(
        spec,
        ident,
        f"Is the window open: {BARS[bar.bar]}",
        f"From {date_text(result.as_of)} to {date_text(result.until)}. On the last day such an "
        f"agreement is possible with {share_text(bar.days[-1].open)}, throughout with "
        f"{share_text(bar.survival)}. The upright lines are days on which the case may change; "
        "between them shocks may come in any month.",
    )


def _events(case: Case, result: WindowResult, first: date, last: date) -> list[dict[str, str]]:
    """Return the dated days on which the case may change; those too close together unnamed."""
    of_day: dict[str, list[OccasionResult]] = {}
    for found in result.occasions:
        if found.cause != "hazard":
            of_day.setdefault(found.day, []).append(found)
    told: list[dict[str, str]] = []
    named = first
    for day, found_here in of_day.items():
        when = date.fromisoformat(day)
        room = (last - first).days * APART
        fits = (when - named).days >= room
        if fits:
            named = when
        more = f" (+{len(found_here) - 1})" if len(found_here) > 1 else ""
        text = _short(capital(cause_name(case, found_here[0]))) + more
        told.append({"day": day, "name": text if fits else ""})
    return told


def _short(text: str) -> str:
    """Return a name that fits: without what it says besides, where the whole is too long."""
    return text if len(text) <= LABEL else short(text.partition(";")[0].partition(" (")[0], LABEL)
