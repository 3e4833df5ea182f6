"""The relation by quarter: cooperative acts above the line, conflictual ones below."""

from __future__ import annotations

from typing import Any

from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour
from detente.study.relation import RelationResult

WIDTH, NARROWEST, BAR = 780, 220, 60
YEARS_SHOWN = 16
"""Years that fit beside each other; of more, every second, fifth … is named."""


def timeline(result: RelationResult, ident: str = "fig-timeline") -> Figure:
    """Draw events by quarter.

    Parameters
    ----------
    result
        With at least one quarter.
    """
    values = [
        {"quarter": tally.key, "group": group, "count": sign * count, "order": order}
        for tally in result.by_quarter
        for order, (group, sign, count) in enumerate(
            (
                ("cooperative", 1, tally.cooperative),
                ("conflictual", -1, tally.conflictual),
                ("context", 1, tally.context),
            )
        )
    ]
    width = min(WIDTH, max(NARROWEST, BAR * len(result.by_quarter)))
    spec = {
        "data": {"values": values},
        "vconcat": [
            _part(
                "datum.group !== 'context'",
                (width, 190),
                "Acts a quarter",
                {"axis": None},
                {
                    "field": "group",
                    "type": "nominal",
                    "scale": {
                        "domain": ["cooperative", "conflictual", "context"],
                        "range": [colour(n) for n in ("cooperative", "conflictual", "muted")],
                    },
                },
            ),
            _part(
                "datum.group === 'context'",
                (width, 44),
                "Context",
                {"axis": _years(result)},
                {"value": colour("muted")},
            ),
        ],
        "spacing": 22,
        "resolve": {"scale": {"x": "shared"}},
    }
    return figure(
        spec,
        ident,
        "The relation by quarter",
        "Cooperative acts stand above the line, conflictual ones below it; beneath, events of "
        "context, which count as neither. A year's name stands at its first quarter.",
    )


def _part(
    test: str, size: tuple[int, int], title: str, axis: dict[str, Any], shade: dict[str, Any]
) -> dict[str, Any]:
    return {
        "width": size[0],
        "height": size[1],
        "transform": [{"filter": test}],
        "mark": {"type": "bar"},
        "encoding": {
            "x": {
                "field": "quarter",
                "type": "ordinal",
                "scale": {"paddingInner": 0.18, "paddingOuter": 0.1},
                **axis,
            },
            "y": {
                "field": "count",
                "type": "quantitative",
                "axis": {
                    "title": title,
                    "labelExpr": "format(abs(datum.value), 'd')",
                    "tickMinStep": 1,
                    "tickCount": 6 if size[1] > 100 else 2,
                    "domain": False,
                    "ticks": False,
                    "gridOpacity": 0.7,
                },
            },
            "color": shade,
        },
    }


def _years(result: RelationResult) -> dict[str, Any]:
    first, last = (int(result.by_quarter[place].key[:4]) for place in (0, -1))
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500) if (last - first) / n <= YEARS_SHOWN)
    shown = [
        t.key for t in result.by_quarter if t.key.endswith("Q1") and int(t.key[:4]) % step == 0
    ]
    shown = shown or [result.by_quarter[0].key]
    return {
        "values": shown,
        "labelExpr": "slice(datum.value, 0, 4)",
        "labelAngle": 0,
        "labelOverlap": False,
        "title": None,
        "domain": False,
        "tickBand": "center",
    }
