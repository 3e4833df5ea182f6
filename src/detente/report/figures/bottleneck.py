"""The bottleneck: how far it can go as one party's reserve falls, a line for each party."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import distinct, short
from detente.report.figures.reach import PER_CENT
from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour, party_colour
from detente.report.words import share_text
from detente.study.obstacles import CurveResult, ObstaclesResult

WIDTH, HEIGHT = 620, 250
NAME = 44
DASHES = ([1, 0], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [1, 4])
"""A principal's line is whole; its ratifiers' lines are broken, each otherwise."""


def rising(result: ObstaclesResult) -> tuple[CurveResult, ...]:
    """Return the curves of parties whose reserve, falling alone, lets it go farther."""
    return tuple(curve for curve in result.curves if curve.rises)


def bottleneck(case: Case, result: ObstaclesResult, ident: str = "fig-bottleneck") -> Figure:
    """Draw how far it can go over the fall of each party's reserve; at least one line rises."""
    found = rising(result)
    names = distinct(short(case.parties[c.party].name, NAME) for c in found)
    end = max(float(rise.fall) for curve in found for rise in curve.rises) * 1.08
    values: list[dict[str, Any]] = []
    for name, curve in zip(names, found, strict=True):
        steps = [(0.0, float(result.j)), *((float(r.fall), float(r.j)) for r in curve.rises)]
        values += [{"name": name, "fall": x, "j": y, "kind": "step"} for x, y in steps]
        values.append({"name": name, "fall": end, "j": steps[-1][1], "kind": "end"})
    top = max(v["j"] for v in values)
    line = {
        "x": {
            "field": "fall",
            "type": "quantitative",
            "scale": {"domain": [0, end], "nice": False},
            "axis": {"title": "Points by which its reserve falls", "tickCount": 8, "domain": False},
        },
        "y": {
            "field": "j",
            "type": "quantitative",
            "scale": {"domain": [0, max(top * 1.08, 0.1)], "nice": False},
            "axis": {
                "title": "How far it can go",
                "labelExpr": PER_CENT,
                "tickCount": 5,
                "domain": False,
                "ticks": False,
            },
        },
        "color": {
            "field": "name",
            "type": "nominal",
            "scale": {"domain": names, "range": [_shade(case, c.party) for c in found]},
            "legend": {"columns": 1, "symbolType": "stroke", "symbolStrokeWidth": 2.5},
        },
        "strokeDash": {
            "field": "name",
            "type": "nominal",
            "scale": {"domain": names, "range": [_dash(case, c.party) for c in found]},
        },
    }
    spec = {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": values},
        "encoding": line,
        "layer": [
            {"mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5}},
            {
                "transform": [{"filter": "datum.kind === 'step' && datum.fall > 0"}],
                "mark": {"type": "point", "filled": True, "size": 55, "opacity": 1},
                "encoding": {"strokeDash": {"value": [1, 0]}},
            },
        ],
    }
    return figure(
        spec,
        ident,
        "How far it can go as one side accepts less",
        "Each line is one party's: how far it can go once the least that this party accepts, and "
        f"no other's, has fallen so far. As things stand it is {share_text(result.j)}. A party "
        "that is not drawn lets it go no farther, however little it accepts.",
    )


def _principal(case: Case, party: str) -> str:
    return party if party in case.principals else case.ratifiers[party].principal


def _shade(case: Case, party: str) -> str:
    owner = _principal(case, party)
    return party_colour(case, owner) if owner in case.principals else colour("muted")


def _dash(case: Case, party: str) -> list[int]:
    if party in case.principals:
        return DASHES[0]
    owner = _principal(case, party)
    mine = [r for r, found in case.ratifiers.items() if found.principal == owner]
    return DASHES[1 + mine.index(party) % (len(DASHES) - 1)]
