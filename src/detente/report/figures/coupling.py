"""Coupling: the correlation at each lag."""

from __future__ import annotations

from typing import Any

from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour
from detente.report.tables.ceiling import pair_text
from detente.study.coupling import CoupledResult, CouplingResult

WIDTH, HEIGHT = 560, 180


def coupling(result: CouplingResult, found: CoupledResult, ident: str = "fig-coupling") -> Figure:
    """Draw the correlations of one other dyad.

    Parameters
    ----------
    result, found
        The result, and one of its looks that has lags.
    """
    spec: dict[str, Any] = {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {
            "values": [{"lag": one.lag, "r": one.correlation, "p": one.p} for one in found.lags]
        },
        "mark": {"type": "bar"},
        "encoding": {
            "x": {
                "field": "lag",
                "type": "ordinal",
                "axis": {"title": f"Lag, {result.by}s", "labelAngle": 0},
            },
            "y": {
                "field": "r",
                "type": "quantitative",
                "scale": {"domain": [-1, 1]},
                "axis": {"title": "Correlation", "domain": False, "ticks": False, "tickCount": 5},
            },
            "color": {
                "condition": {"test": "datum.p <= 0.05", "value": colour("p1")},
                "value": colour("muted"),
            },
        },
    }
    return figure(
        spec,
        ident,
        f"{pair_text(found.other)} and {pair_text(result.dyad)}",
        "Correlation of what is new in both, at each lag: above 0 the first follows the second. "
        "Blue where so strong a one at any lag has a probability of 5 % at most by chance.",
    )
