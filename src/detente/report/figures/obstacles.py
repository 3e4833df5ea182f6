"""What stands in the way: what each obstacle costs alone, and its share of what all cost."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.case.naming import place_name
from detente.report.figures.labels import capital, distinct, lines
from detente.report.figures.reach import NARROWEST, PER_CENT
from detente.report.figures.svg import Figure, figure, name_axis
from detente.report.palette import colour
from detente.report.words import share_text
from detente.study.obstacles import ObstacleCost, ObstaclesResult

WIDTH = 500
ROW = 46
TICKS = 7
ALONE = "Gained with it alone lifted"
SHARE = "Its share of what lifting all brings (Shapley)"
LAST = "Lost with all but it lifted"


def costly(result: ObstaclesResult) -> tuple[ObstacleCost, ...]:
    """Return the obstacles that cost something, alone or among the others."""
    return tuple(o for o in result.obstacles if o.alone or o.last or o.shapley)


def obstacles(case: Case, result: ObstaclesResult, ident: str = "fig-obstacles") -> Figure:
    """Draw what each obstacle costs; there is at least one that does.

    Where there are too many obstacles for Shapley shares, what each costs as the last one left
    stands in their place.
    """
    found = costly(result)
    shared = all(o.shapley is not None for o in found)
    second = SHARE if shared else LAST
    names = distinct(lines(capital(place_name(case, o.obstacle)), 46) for o in found)
    values: list[dict[str, Any]] = []
    for name, one in zip(names, found, strict=True):
        other = one.last if one.shapley is None else one.shapley
        for what, value in ((second, other), (ALONE, one.alone)):
            values.append(
                {"name": name, "what": what, "value": float(value), "text": share_text(value, 1)}
            )
    most = max([NARROWEST / 10, *(v["value"] for v in values)])
    x = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [0, most * 1.16], "nice": False},
        "axis": {
            "labelExpr": PER_CENT,
            "values": _ticks(most * 1.16),
            "domain": False,
            "title": "Of how far it can go",
        },
    }
    spec = {
        "width": WIDTH,
        "height": ROW * len(names),
        "data": {"values": values},
        "encoding": {
            "y": {
                "field": "name",
                "type": "ordinal",
                "sort": names,
                "axis": name_axis(names),
                "scale": {"domain": names, "paddingInner": 0.24, "paddingOuter": 0.12},
            },
            "yOffset": {
                "field": "what",
                "type": "nominal",
                "scale": {"type": "band", "domain": [second, ALONE]},
            },
            "x": x,
        },
        "layer": [
            {
                "mark": {"type": "bar", "height": {"band": 0.88}},
                "encoding": {
                    "color": {
                        "field": "what",
                        "type": "nominal",
                        "scale": {
                            "domain": [second, ALONE],
                            "range": [colour("zone"), colour("muted")],
                        },
                        "legend": {"columns": 1},
                    }
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 11},
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
    }
    told = (
        "the share of what lifting every obstacle brings that falls to it when they are lifted in "
        "every order (Shapley 1953); these shares add up"
        if shared
        else "what is lost when every obstacle but it is lifted"
    )
    return figure(
        spec,
        ident,
        "What each obstacle costs",
        f"For each obstacle: by how much how far it can go rises when it alone is lifted, and "
        f"{told}. With every obstacle lifted it rises from {share_text(result.j)} to "
        f"{share_text(result.all_lifted)}.",
    )


def _ticks(end: float) -> list[float]:
    """Return whole per cents up to an end, few enough to be read."""
    step = next((s for s in (1, 2, 5, 10, 20) if end * 100 / s <= TICKS), 50)
    return [n / 100 for n in range(0, int(end * 100) + 1, step)]
