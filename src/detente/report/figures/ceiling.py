"""A ceiling: the dyad, the given one and the placebos over time."""

from __future__ import annotations

from typing import Any

from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour
from detente.report.tables.ceiling import ON, pair_text
from detente.study.ceiling import CeilingResult

WIDTH, HEIGHT = 700, 260
LABELS = 16
"""Periods that are named beneath."""


def ceiling(result: CeilingResult, ident: str = "fig-ceiling") -> Figure:
    """Draw the series of a ceiling.

    Parameters
    ----------
    result
        With at least one period.
    """
    names = [result.dyad, result.given, *result.placebos]
    shades = [colour("p2"), colour("p1"), *(colour("muted") for _ in result.placebos)]
    dashes = [[1, 0], [1, 0], *([3 + 2 * n, 3] for n in range(len(result.placebos)))]
    called = [pair_text(name) for name in names]
    values = [
        {"period": point.period, "dyad": pair_text(name), "value": point.values[name]}
        for point in result.series
        for name in names
        if point.values[name] is not None
    ]
    periods = [point.period for point in result.series]
    step = max(1, -(-len(periods) // LABELS))
    kind = {"field": "dyad", "type": "nominal"}
    spec: dict[str, Any] = {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": values},
        "mark": {"type": "line", "strokeWidth": 2, "point": {"size": 14}},
        "encoding": {
            "x": {
                "field": "period",
                "type": "ordinal",
                "scale": {"domain": periods},
                "axis": {"title": None, "values": periods[::step], "labelAngle": 0},
            },
            "y": {
                "field": "value",
                "type": "quantitative",
                "scale": {"zero": False},
                "axis": {"title": "Closer ↑", "domain": False, "ticks": False, "tickCount": 6},
            },
            "color": {
                **kind,
                "scale": {"domain": called, "range": shades},
                "legend": {"symbolType": "stroke", "symbolStrokeWidth": 2.5, "columns": 3},
            },
            "strokeDash": {**kind, "scale": {"domain": called, "range": dashes}},
        },
    }
    return figure(
        spec,
        ident,
        f"{pair_text(result.dyad)} beside {pair_text(result.given)}",
        f"{ON[result.on][:1].upper()}{ON[result.on][1:]}; broken lines are the placebos, which "
        f"share {result.shared_state} and are no ceiling.",
    )
