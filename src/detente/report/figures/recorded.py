"""A dyad's record by period: cooperation above the line, conflict below; the tone beneath."""

from __future__ import annotations

from datetime import date
from typing import Any

from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour
from detente.study.recorded_result import PeriodResult, RecordedResult

WIDTH = 740
SHORT = 200
"""Days of a span on whose axis days are named, not months alone."""
GROUPS = (
    ("words of cooperation", 1, 0, "cooperative", 0.55),
    ("deeds of cooperation", 1, 1, "cooperative", 1.0),
    ("words of conflict", -1, 2, "conflictual", 0.55),
    ("deeds of conflict", -1, 3, "conflictual", 1.0),
)
"""Name, side of the line, place among the quad classes, colour and its strength."""


def recorded(result: RecordedResult, ident: str = "fig-recorded") -> Figure:
    """Draw a dyad's events by period, and their mean intensity.

    Parameters
    ----------
    result
        With at least one period that is not missing.
    """
    bars = [bar for period in result.periods for bar in _stacked(period)]
    tone = [
        {
            "day": _middle(period),
            "mean": period.mean,
            "low": period.mean if period.low is None else period.low,
            "high": period.mean if period.high is None else period.high,
            "partial": period.state == "partial",
        }
        for period in result.periods
        if period.mean is not None
    ]
    turns = [{"day": one.day, "what": one.what} for one in result.changes]
    names = [group[0] for group in GROUPS]
    spec: dict[str, Any] = {
        "vconcat": [
            {
                "width": WIDTH,
                "height": 200,
                "layer": [
                    {
                        "data": {"values": bars},
                        "mark": {"type": "bar", "binSpacing": 1},
                        "encoding": {
                            "x": _days(result, labels=False),
                            "x2": {"field": "end"},
                            "y": _amount("from", "Events", "format(abs(datum.value), ',d')"),
                            "y2": {"field": "to"},
                            "color": {
                                "field": "group",
                                "type": "nominal",
                                "scale": {
                                    "domain": names,
                                    "range": [colour(group[3]) for group in GROUPS],
                                },
                            },
                            "opacity": {
                                "field": "group",
                                "type": "nominal",
                                "scale": {
                                    "domain": names,
                                    "range": [group[4] for group in GROUPS],
                                },
                            },
                        },
                    },
                    _rules(turns, "volume", result, labels=False),
                ],
            },
            {
                "width": WIDTH,
                "height": 150,
                "layer": [
                    {
                        "data": {"values": tone},
                        "mark": {"type": "rule", "strokeWidth": 2, "color": colour("muted")},
                        "encoding": {
                            "x": _days(result, labels=True),
                            "y": _amount("low", "Mean intensity", "format(datum.value, 'd')"),
                            "y2": {"field": "high"},
                        },
                    },
                    {
                        "data": {"values": tone},
                        "mark": {"type": "point", "filled": True, "size": 40, "opacity": 1},
                        "encoding": {
                            "x": _days(result, labels=True),
                            "y": _amount("mean", "Mean intensity", "format(datum.value, 'd')"),
                            "color": {
                                "condition": {"test": "datum.partial", "value": colour("muted")},
                                "value": colour("ink"),
                            },
                        },
                    },
                    _rules(turns, "tone", result, labels=True),
                ],
            },
        ],
        "spacing": 18,
    }
    return figure(
        spec,
        ident,
        f"The record by {result.by}",
        "Above the line cooperation, below it conflict, deeds in the stronger shade; beneath, the "
        "mean intensity with its 95 % interval, grey where a period is not wholly covered. Where "
        "nothing stands, the source covers nothing. An upright line is a turn.",
    )


def _middle(period: PeriodResult) -> str:
    """Return the day in the middle of a period."""
    first, last = date.fromisoformat(period.first), date.fromisoformat(period.last)
    return (first + (last - first) / 2).isoformat()


def _stacked(period: PeriodResult) -> list[dict[str, Any]]:
    """Return the four bars of a period, those of one side on each other."""
    if period.quads is None:
        return []
    reached = {1: 0, -1: 0}
    found: list[dict[str, Any]] = []
    for name, sign, place, _, _ in reversed(GROUPS):
        start = reached[sign]
        reached[sign] += sign * period.quads[place]
        days = {"day": period.first, "end": period.last}
        found.append({**days, "group": name, "from": start, "to": reached[sign]})
    return found


def _days(result: RecordedResult, *, labels: bool) -> dict[str, Any]:
    drawn = [period for period in result.periods if period.state != "missing"]
    first, last = (date.fromisoformat(day) for day in (drawn[0].first, drawn[-1].last))
    short = (last - first).days < SHORT
    return {
        "field": "day",
        "type": "temporal",
        "scale": {"type": "utc", "domain": [drawn[0].first, drawn[-1].last]},
        "axis": {
            "title": None,
            "labels": labels,
            "ticks": labels,
            "grid": False,
            "format": "%-d %b %Y" if short else "%b %Y",
            "tickCount": 6,
            "labelOverlap": "greedy",
            "labelFlush": False,
        },
    }


def _amount(field: str, title: str, words: str) -> dict[str, Any]:
    return {
        "field": field,
        "type": "quantitative",
        "axis": {
            "title": title,
            "labelExpr": words,
            "tickCount": 5,
            "domain": False,
            "ticks": False,
            "gridOpacity": 0.7,
        },
    }


def _rules(
    turns: list[dict[str, str]], what: str, result: RecordedResult, *, labels: bool
) -> dict[str, Any]:
    return {
        "data": {"values": [turn for turn in turns if turn["what"] == what]},
        "mark": {"type": "rule", "color": colour("zone"), "strokeWidth": 1.5},
        "encoding": {"x": _days(result, labels=labels), "y": None},
    }
