"""How many packages each side accepts, and how many all accept."""

from __future__ import annotations

from fractions import Fraction

from detente.case.case import Case
from detente.report.figures.labels import distinct, lines
from detente.report.figures.svg import Figure, figure, name_axis
from detente.report.palette import colour, party_colour
from detente.report.words import share_text
from detente.study.agreement import AgreementResult

WIDTH = 520
ROW = 34


def win_sets(case: Case, result: AgreementResult, ident: str = "fig-winsets") -> Figure:
    """Draw the numbers of feasible and acceptable packages."""
    rows = [
        ("Feasible", result.feasible, colour("muted")),
        *(
            (f"Accepted by {case.principals[p].name} and those it needs", n, party_colour(case, p))
            for p, n in result.win_sets.items()
        ),
        ("Accepted by all: the zone", result.zone, colour("zone")),
    ]
    names = distinct(lines(name) for name, _, _ in rows)
    values = [
        {
            "name": name,
            "count": count,
            "text": f"{count:,} ({share_text(Fraction(count, result.feasible or 1))})",
            "shade": shade,
        }
        for name, (_, count, shade) in zip(names, rows, strict=True)
    ]
    spec = {
        "width": WIDTH,
        "height": ROW * len(values),
        "data": {"values": values},
        "encoding": {
            "y": {"field": "name", "type": "ordinal", "sort": names, "axis": name_axis(names)},
            "x": {
                "field": "count",
                "type": "quantitative",
                "axis": None,
                "scale": {"domain": [0, max(result.feasible, 1) * 1.3]},
            },
        },
        "layer": [
            {
                "mark": {"type": "bar", "height": {"band": 0.6}},
                "encoding": {"color": {"field": "shade", "type": "nominal", "scale": None}},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 6},
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
    }
    return figure(
        spec,
        ident,
        "How many packages each side accepts",
        "Feasible packages break no constraint; of these, each government accepts some together "
        "with everyone whose assent it needs; the zone is what all accept.",
    )
