"""The frontier between two principals: what is feasible, what each accepts, what both accept."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import BREAK, short
from detente.report.figures.svg import Figure, figure
from detente.report.palette import colour, party_colour
from detente.report.words import SOLUTION_NAMES, points_text
from detente.study.agreement import AgreementPoint, AgreementResult
from detente.study.reach import ReachResult

WIDTH, HEIGHT = 760, 470
MARGIN = 0.24
"""Losses shown, as a share of the largest gain; beyond them the frontiers are cut off."""
LABELS = 0.5
"""Room for the names of solutions, as a share of the largest gain."""
EDGE = 1.05
"""Where the names of solutions begin, in largest gains."""
WIDTHS = (9, 1.8)
"""Strokes of the first line and of the last; those between lie in equal steps between them."""
NAME = 36
COLUMN = 26
"""Letters of a line in the column of names."""
LINE = 15


def frontier(
    case: Case, result: AgreementResult, reach: ReachResult, ident: str = "fig-frontier"
) -> Figure:
    """Draw the frontiers and the solutions of a case with two principals.

    Raises
    ------
    ValueError
        When there are more than two principals.
    """
    a, b = case.principals
    names = [case.principals[p].name for p in (a, b)]
    series = [
        ("Feasible: the wide grey line", result.feasible_frontier, colour("muted"), [1, 0]),
        *(
            (
                f"Accepted by {short(case.principals[p].name, NAME)}: {drawn}",
                result.win_set_frontiers[p],
                party_colour(case, p),
                dash,
            )
            for p, drawn, dash in ((a, "long dashes", [12, 8]), (b, "short dashes", [3, 4]))
        ),
        (
            "Accepted by all, the zone: the thin line",
            result.zone_frontier,
            colour("zone"),
            [1, 0],
        ),
    ]
    everything = [point for _, points, *_ in series for point in points]
    low = [-MARGIN * _top(everything, who, other, 0) for who, other in ((a, b), (b, a))]
    top = [_top(everything, a, b, low[1]), _top(everything, b, a, low[0])]
    right, high = top[0] * (1 + LABELS), top[1] * 1.04
    labels = _labels(result, reach, (a, b), (top[0] * (EDGE + 0.03), low[1], high))
    x = _axis(names[0], low[0], right, top[0])
    y = _axis(names[1], low[1], high, top[1])
    values = [
        {"x": float(p.gains[a]), "y": float(p.gains[b]), "set": name}
        for name, points, *_ in series
        for p in points
    ]
    at = {"x": {**x, "field": "x"}, "y": {**y, "field": "y"}}
    ends = {
        "x": {"field": "x", "type": "quantitative"},
        "y": {"field": "y", "type": "quantitative"},
    }
    spec = {
        "width": WIDTH,
        "height": HEIGHT,
        "layer": [
            {
                "data": {"values": [{"x": 0, "y": 0, "x2": top[0] * EDGE, "y2": high}]},
                "mark": {"type": "rect", "color": colour("shade"), "opacity": 1},
                "encoding": {**at, "x2": {"field": "x2"}, "y2": {"field": "y2"}},
            },
            {
                "data": {"values": values},
                "mark": {"type": "line", "interpolate": "step-before", "clip": True},
                "encoding": {**ends, **_strokes(series)},
            },
            {
                "data": {"values": [{"x": 0, "y": 0, "text": "No agreement"}]},
                "layer": [
                    {
                        "mark": {
                            "type": "point",
                            "shape": "cross",
                            "filled": True,
                            "color": colour("ink"),
                            "size": 90,
                            "opacity": 1,
                        },
                        "encoding": ends,
                    },
                    {
                        "mark": {
                            "type": "text",
                            "align": "right",
                            "baseline": "top",
                            "dx": -8,
                            "dy": 8,
                        },
                        "encoding": {**ends, "text": {"field": "text", "type": "nominal"}},
                    },
                ],
            },
            {
                "data": {"values": labels},
                "layer": [
                    {
                        "mark": {"type": "rule", "color": colour("soft"), "strokeWidth": 0.8},
                        "encoding": {**ends, "x2": {"field": "at"}, "y2": {"field": "level"}},
                    },
                    {
                        "mark": {
                            "type": "point",
                            "filled": True,
                            "size": 110,
                            "opacity": 1,
                            "color": colour("ink"),
                            "stroke": colour("paper"),
                            "strokeWidth": 2,
                        },
                        "encoding": ends,
                    },
                    {
                        "mark": {
                            "type": "text",
                            "align": "left",
                            "dx": 5,
                            "lineBreak": BREAK,
                            "lineHeight": LINE,
                            "baseline": "middle",
                        },
                        "encoding": {
                            "x": {"field": "at", "type": "quantitative"},
                            "y": {"field": "level", "type": "quantitative"},
                            "text": {"field": "text", "type": "nominal"},
                        },
                    },
                ],
            },
        ],
    }
    return figure(
        spec,
        ident,
        f"Gains of {names[0]} and {names[1]}",
        "Each corner is a package that nobody can improve for one side without loss to the other. "
        "In the shaded quarter both sides gain. Lines that lie on one another show all of their "
        "strokes. Left of the frame and below it the frontiers run on, where one side loses much.",
    )


def _top(points: Iterable[AgreementPoint], who: str, other: str, least: float) -> float:
    """Return one side's largest gain where the other's is not below a level; at least a point."""
    return max([1.0, *(float(p.gains[who]) for p in points if p.gains[other] >= least)])


def _strokes(series: Sequence[tuple[str, Any, str, Sequence[float]]]) -> dict[str, Any]:
    """Return how lines are drawn, each narrower than the one it may lie on, with one legend."""
    scales: dict[str, list[Any]] = {
        "color": [shade for _, _, shade, _ in series],
        "strokeDash": [dash for *_, dash in series],
        "strokeWidth": list(WIDTHS),
    }
    legend = {"columns": 2, "symbolType": "stroke", "symbolSize": 900}
    names = [name for name, *_ in series]
    return {
        channel: {
            "field": "set",
            "type": "nominal",
            "scale": {"domain": names, "range": found},
            "legend": legend,
        }
        for channel, found in scales.items()
    }


def _labels(
    result: AgreementResult,
    reach: ReachResult,
    principals: tuple[str, str],
    frame: tuple[float, float, float],
) -> list[dict[str, Any]]:
    """Name each point once, however many solutions pick it, in a column beside the drawing."""
    at, low, high = frame
    picked: dict[tuple[Fraction, ...], list[str]] = {}
    for name, solution in result.solutions.items():
        place = tuple(solution.point.gains[p] for p in principals)
        picked.setdefault(place, []).append(SOLUTION_NAMES[name])
    if reach.point is not None:
        place = tuple(reach.point.gains[p] for p in principals)
        picked.setdefault(place, []).append("how far")
    ordered = sorted(picked.items(), key=lambda item: (-item[0][1], item[0][0]))
    texts = [_text(names, place) for place, names in ordered]
    line = (high - low) / HEIGHT * LINE
    depths = [line * (text.count(BREAK) + 2) for text in texts]
    middle = float(sum(place[1] for place, _ in ordered)) / (len(ordered) or 1)
    level = min(high - line, max(middle + sum(depths) / 2, low + sum(depths)))
    found = []
    for (place, _), text, depth in zip(ordered, texts, depths, strict=True):
        found.append(
            {"x": float(place[0]), "y": float(place[1]), "at": at, "level": level, "text": text}
        )
        level -= depth
    return found


def _text(names: list[str], place: Iterable[Fraction]) -> str:
    named = " = ".join(names)
    wrapped = textwrap.wrap(named[:1].upper() + named[1:], COLUMN, break_on_hyphens=False)
    return BREAK.join([*wrapped, " / ".join(points_text(value) for value in place)])


def _axis(name: str, low: float, high: float, top: float) -> dict[str, Any]:
    return {
        "type": "quantitative",
        "scale": {"domain": [low, high], "nice": False, "zero": False},
        "axis": {
            "title": f"Gain to {short(name, NAME)} (points)",
            "values": ticks(low, top),
            "format": ",~g",
            "domain": False,
            "gridOpacity": 0.8,
        },
    }


def ticks(low: float, high: float, about: int = 7) -> list[float]:
    """Return round numbers between two ends, nothing among them.

    Examples
    --------
    >>> ticks(-13.0, 43.0)
    [-10.0, 0.0, 10.0, 20.0, 30.0, 40.0]
    """
    rough = (high - low) / about
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= rough)
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]
