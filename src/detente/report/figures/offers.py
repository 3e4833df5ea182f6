"""What one principal can offer another: worth to the taker, gain to the giver, price."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import distinct, lines, short
from detente.report.figures.svg import ZERO, Figure, figure, name_axis
from detente.report.palette import colour, party_colour
from detente.report.words import option_name
from detente.study.offers import OffersResult

WIDTH = 520
ROW = 46
NAME = 40


def offers(case: Case, result: OffersResult) -> Figure:
    """Draw one direction's offers, worth most first.

    Parameters
    ----------
    case
        The case.
    result
        With at least one offer.
    """
    giver, taker = (case.principals[p].name for p in (result.giver, result.taker))
    worth = f"Worth to {short(taker, NAME)}"
    own = f"Gain or loss of {short(giver, NAME)}"
    price = f"Price: what the return takes from {short(taker, NAME)}"
    names = distinct(lines(option_name(case, o.issue, o.option)) for o in result.offers)
    bars: list[dict[str, Any]] = []
    marks: list[dict[str, Any]] = []
    for name, offer in zip(names, result.offers, strict=True):
        bars.append({"option": name, "what": worth, "points": float(offer.worth)})
        bars.append({"option": name, "what": own, "points": float(offer.own)})
        if offer.price is not None:
            marks.append({"option": name, "what": price, "points": -float(offer.price.loss)})
    scale = {
        "domain": [worth, own, price],
        "range": [
            party_colour(case, result.taker),
            party_colour(case, result.giver),
            colour("ink"),
        ],
    }
    rows = {
        "field": "option",
        "type": "ordinal",
        "sort": names,
        "axis": name_axis(names),
    }
    points = {
        "field": "points",
        "type": "quantitative",
        "axis": {"title": "Points", "gridColor": ZERO, "tickCount": 8, "domain": False},
        "scale": {"nice": True},
    }
    spec = {
        "width": WIDTH,
        "height": ROW * len(names),
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar", "height": {"band": 0.92}},
                "encoding": {
                    "y": {**rows, "scale": {"paddingInner": 0.3, "paddingOuter": 0.15}},
                    "yOffset": {"field": "what", "sort": [worth, own]},
                    "x": points,
                    "color": {
                        "field": "what",
                        "type": "nominal",
                        "scale": scale,
                        "legend": {"columns": 1},
                    },
                },
            },
            {
                "data": {"values": marks},
                "mark": {
                    "type": "point",
                    "shape": "diamond",
                    "filled": True,
                    "size": 80,
                    "opacity": 1,
                    "stroke": colour("paper"),
                    "strokeWidth": 1.5,
                },
                "encoding": {
                    "y": rows,
                    "x": points,
                    "color": {"field": "what", "type": "nominal", "scale": scale},
                },
            },
        ],
    }
    return figure(
        spec,
        f"fig-offers-{result.giver}-{result.taker}",
        f"What {giver} can offer {taker}",
        f"Each option that {giver} alone controls, by itself: what it is worth to {taker}, and "
        f"what {giver} gains or loses by it. The diamond is the price: what the cheapest "
        f"sufficient return takes from {taker}; an option without one can be offset by no return.",
    )
