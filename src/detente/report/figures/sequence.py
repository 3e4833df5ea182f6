"""A sequence: each step's months as a bar, and under them what each side has had by then."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import distinct, extent, lines
from detente.report.figures.svg import Figure, figure, name_axis
from detente.report.palette import colour, party_colour
from detente.report.tables.sequence import aim, step_name
from detente.report.words import date_text
from detente.study.sequence_result import Way

WIDTH, ROW, HEIGHT = 460, 26, 150
UNDER_WAY, IN_FORCE = "under way", "in force"
NONE = "none given"
TRACKS = {"leaders": "p5", "ministers": "p6", "officials": "p3", "civic": "p4", NONE: "muted"}
"""The colour of each track."""


def sequence(case: Case, result: Way, ident: str = "fig-sequence") -> Figure:
    """Draw a plan.

    Parameters
    ----------
    result
        With at least one step.
    """
    names = distinct(lines(step_name(case, step), 42) for step in result.plan.steps)
    bars = [
        {
            "name": name,
            "from": day,
            "until": until,
            "kind": kind,
            "track": step.track or NONE,
        }
        for name, step in zip(names, result.plan.steps, strict=True)
        for kind, day, until in (
            (UNDER_WAY, step.begins, step.ends),
            (IN_FORCE, step.ends, step.replaced or result.until),
        )
        if day < until
    ]
    tracks = [track for track in TRACKS if any(one["track"] == track for one in bars)]
    earned = [
        {"day": stop.day, "party": party.name, "earned": float(stop.earned[p])}
        for stop in result.plan.stops
        for p, party in case.principals.items()
    ]
    x: dict[str, Any] = {
        "type": "temporal",
        "scale": {"type": "utc", "domain": [result.begins, result.until], "nice": False},
    }
    axis = {
        "title": None,
        "format": "%b %Y",
        "tickCount": 6,
        "labelOverlap": "greedy",
        "labelFlush": False,
        "labelSeparation": 10,
        "grid": False,
    }
    gantt = {
        "width": WIDTH,
        "height": ROW * len(names) + 12 * sum("\n" in name for name in names),
        "data": {"values": bars},
        "mark": {"type": "bar"},
        "encoding": {
            "y": {"field": "name", "type": "ordinal", "sort": names, "axis": name_axis(names)},
            "x": {**x, "field": "from", "axis": {**axis, "labels": False, "ticks": False}},
            "x2": {"field": "until"},
            "color": {
                "field": "track",
                "type": "nominal",
                "scale": {"domain": tracks, "range": [colour(TRACKS[t]) for t in tracks]},
            },
            "size": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": [UNDER_WAY, IN_FORCE], "range": [14, 3]},
                "legend": None,
            },
        },
    }
    gains = {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": earned},
        "mark": {"type": "line", "strokeWidth": 2.5, "point": {"filled": True, "size": 30}},
        "encoding": {
            "x": {**x, "field": "day", "axis": axis},
            "y": {
                "field": "earned",
                "type": "quantitative",
                "axis": {
                    "title": "gain so far, points",
                    "tickCount": 4,
                    "domain": False,
                    "ticks": False,
                    "minExtent": extent(names),
                    "titleX": -40,
                },
            },
            "color": {
                "field": "party",
                "type": "nominal",
                "scale": {
                    "domain": [party.name for party in case.principals.values()],
                    "range": [party_colour(case, p) for p in case.principals],
                },
                "legend": {"symbolType": "stroke", "symbolStrokeWidth": 2.5},
            },
        },
    }
    spec = {
        "vconcat": [gantt, gains],
        "spacing": 16,
        "resolve": {"scale": {"color": "independent"}},
    }
    whole = ", ".join(
        f"{party.name} {float(result.plan.earned[p]):.1f}" for p, party in case.principals.items()
    )
    return figure(
        spec,
        ident,
        f"The way to {aim(result)}",
        "A thick bar is a step under way, coloured by who decides it; the thin line after it is "
        f"its option in force, up to {date_text(result.until)}. Beneath, what each side has had by "
        "then: its gains, added up over the months and averaged over the whole span; by the end "
        f"{whole} points.",
    )
