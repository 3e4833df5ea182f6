"""The world outside: how far it can go in each state of each shock, on one scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import capital, distinct, lines
from detente.report.figures.reach import NARROWEST, PER_CENT
from detente.report.figures.svg import Figure, figure, name_axis
from detente.report.palette import colour
from detente.report.words import share_text
from detente.study.scenarios import ScenariosResult

WIDTH = 470
ROW = 34
NAME = 44
LEGEND = {"symbolOpacity": 1, "symbolStrokeWidth": 0}
OPEN, CLOSED, NOW = "zone open", "zone not open", "as it stands now"
MARKS = (
    (NOW, "ink", "diamond"),
    (OPEN, "zone", "circle"),
    (CLOSED, "conflictual", "square"),
)


def scenarios(case: Case, result: ScenariosResult, ident: str = "fig-scenarios") -> Figure:
    """Draw each shock's states, each taken alone; a shock's name stands above its states."""
    heads: list[str] = []
    rows: list[dict[str, Any]] = []
    for shock, element in case.shocks.items():
        heads.append(lines(capital(element.name), NAME))
        rows.append({"name": heads[-1], "head": True})
        for found in result.states:
            if found.shock != shock:
                continue
            now = found.state == element.now
            rows.append(
                {
                    "name": lines(element.states[found.state].name, NAME),
                    "head": False,
                    "j": float(found.alone.j),
                    "kind": NOW if now else OPEN if found.alone.open else CLOSED,
                    "text": share_text(found.alone.j),
                    "likely": f"likely {share_text(found.probability)}",
                }
            )
    names = distinct(row["name"] for row in rows)
    for name, row in zip(names, rows, strict=True):
        row["name"] = name
    bold = [row["name"] for row in rows if row["head"]]
    present = [row["j"] for row in rows if row.get("kind") == NOW]
    now_at = present[0] if present else 0.0
    values = [{**row, "now": now_at} for row in rows if not row["head"]]
    most = max([NARROWEST, *(row["j"] for row in values)])
    x: dict[str, Any] = {
        "field": "j",
        "type": "quantitative",
        "scale": {"domain": [0, most * 1.16], "nice": False},
        "axis": {
            "labelExpr": PER_CENT,
            "tickCount": 6,
            "domain": False,
            "title": "How far it can go, measured against the most of the case as it stands",
        },
    }
    axis = {
        **name_axis(names),
        "labelFontWeight": {"condition": {"test": _in(bold), "value": "bold"}, "value": "normal"},
        "labelColor": {
            "condition": {"test": _in(bold), "value": colour("ink")},
            "value": colour("soft"),
        },
    }
    shade, shape = _marks(values)
    spec = {
        "width": WIDTH,
        "height": ROW * len(rows),
        "data": {"values": values},
        "encoding": {
            "y": {
                "field": "name",
                "type": "ordinal",
                "sort": names,
                "axis": axis,
                "scale": {"domain": names},
            }
        },
        "layer": [
            {
                "mark": {"type": "rule", "color": colour("muted"), "strokeDash": [3, 3]},
                "encoding": {"x": {**x, "field": "now", "aggregate": "min"}, "y": None},
            },
            {
                "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.45},
                "encoding": {"x": x, "x2": {"field": "now"}, "color": shade},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
                "encoding": {"x": x, "color": shade, "shape": shape},
            },
            {
                "transform": [{"filter": "datum.j >= datum.now"}],
                "mark": {"type": "text", "align": "left", "dx": 11},
                "encoding": {"x": x, "text": {"field": "text", "type": "nominal"}},
            },
            {
                "transform": [{"filter": "datum.j < datum.now"}],
                "mark": {"type": "text", "align": "left", "dx": -5, "dy": -13},
                "encoding": {"x": x, "text": {"field": "text", "type": "nominal"}},
            },
            {
                "mark": {
                    "type": "text",
                    "align": "left",
                    "x": WIDTH + 12,
                    "color": colour("soft"),
                },
                "encoding": {"text": {"field": "likely", "type": "nominal"}},
            },
        ],
    }
    return figure(
        spec,
        ident,
        "How far it can go in each state of the world outside",
        "Each mark is how far it can go if that shock alone stands so and the others stay as they "
        f"are; the diamond, and the broken line through all, is how it stands now "
        f"({share_text(result_now(result))}). Beside it: how likely the state is.",
    )


def result_now(result: ScenariosResult) -> Fraction:
    """Return how far it can go in the scenario that holds now."""
    return next(one.standing.j for one in result.scenarios if one.present)


def _in(names: list[str]) -> str:
    quoted = ", ".join(_quoted(name) for name in names)
    return f"indexof([{quoted}], datum.value) >= 0"


def _quoted(name: str) -> str:
    """Return a text as Vega's expressions read it: nothing in it is obeyed."""
    return '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c for c in name) + '"'


def _marks(
    rows: list[dict[str, Any]],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the colours and the shapes of the marks that there are."""
    there = {row["kind"] for row in rows}
    kept = [mark for mark in MARKS if mark[0] in there]
    kind = {"field": "kind", "type": "nominal", "legend": LEGEND}
    kinds = [name for name, _, _ in kept]
    return (
        {**kind, "scale": {"domain": kinds, "range": [colour(shade) for _, shade, _ in kept]}},
        {**kind, "scale": {"domain": kinds, "range": [shape for _, _, shape in kept]}},
    )
