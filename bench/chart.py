"""The figure of growth: one drawing for each thing that is swept, time upwards by its logarithm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

from bench.measure import Row
from bench.registry import Question
from detente.report.figures.svg import figure
from detente.report.palette import DARK, LIGHT, colour, css_variables

WIDTH, HEIGHT, COLUMNS = 190, 150, 3
FEW = 8
"""Up to so many places have a mark each on their axis."""

TITLE = "How the cost grows"
CAPTION = (
    "Median seconds of one exact answer while one thing grows and the others are held, without "
    "ties and with them. Time is drawn by its logarithm."
)
STYLE = (
    f"<style>svg {{ {css_variables(LIGHT)} }} "
    f"@media (prefers-color-scheme: dark) {{ svg {{ {css_variables(DARK)} }} }}</style>"
)


def growth(questions: Sequence[Question], rows: Sequence[Row]) -> str:
    """Return the drawing as a file of its own, on paper of its own, light or dark as its reader.

    Rows of questions whose problems have no place on a scale are not drawn.
    """
    drawn = [q for q in questions if any(p.place is not None for p in q.problems)]
    names = [q.name for q in drawn]
    shown = [row for row in rows if row.seconds and row.question in names]
    kinds = list(dict.fromkeys(_kind(row) for row in shown))
    times = [row.seconds for row in shown if row.seconds]
    least, most = floor(log10(min(times))), ceil(log10(max(times)))
    decades = [10.0**power for power in range(least, max(most, least + 1) + 1)]
    spec = {
        "columns": COLUMNS,
        "spacing": 26,
        "concat": [
            _panel(q, [r for r in shown if r.question == q.name], kinds, decades) for q in drawn
        ],
    }
    svg = str(figure(spec, "growth", TITLE, CAPTION).svg)
    head, _, body = svg.partition(">")
    head = re.sub(r' style="[^"]*"', "", head)
    paper = f'<rect width="100%" height="100%" fill="{colour("paper")}"/>'
    return f'{head} xmlns="http://www.w3.org/2000/svg">{STYLE}{paper}{body}\n'


def _kind(row: Row) -> str:
    return row.size.partition(":")[0]


def _panel(
    question: Question, rows: Sequence[Row], kinds: Sequence[str], decades: Sequence[float]
) -> dict[str, Any]:
    swept = question.name.partition("-")[2]
    places = sorted({row.place for row in rows if row.place is not None})
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {
            "values": [{"place": r.place, "seconds": r.seconds, "kind": _kind(r)} for r in rows]
        },
        "mark": {"type": "line", "strokeWidth": 2, "point": {"size": 32, "filled": True}},
        "encoding": {
            "x": {
                "field": "place",
                "type": "quantitative",
                "scale": {"zero": False, "nice": False, "padding": 8},
                "axis": {
                    "title": swept,
                    "grid": False,
                    **({"values": places} if len(places) <= FEW else {"tickCount": 6}),
                },
            },
            "y": {
                "field": "seconds",
                "type": "quantitative",
                "scale": {"type": "log", "domain": [decades[0], decades[-1]]},
                "axis": {
                    "title": "seconds",
                    "values": list(decades),
                    "labelExpr": "format(datum.value, '~r')",
                    "domain": False,
                    "ticks": False,
                },
            },
            "color": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": kinds, "range": [colour("p1"), colour("p2")]},
                "legend": {"symbolType": "stroke", "symbolStrokeWidth": 2.5},
            },
            "strokeDash": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": kinds, "range": [[6, 3], [1, 0]]},
            },
        },
    }
