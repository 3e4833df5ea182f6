"""What one principal can offer another: worth to the taker, gain to the giver, price."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import distinct, lines, short
from detente.report.figures.svg import CONFIG, ZERO, Figure, figure, name_axis
from detente.report.palette import colour, party_colour
from detente.report.words import option_name
from detente.study.offers import OfferResult, OffersResult

WIDTH = 520
ROW = 56
NAME = 40
STACKED = {"top": {"direction": "vertical", "anchor": "start", "margin": 2}}
"""One legend beneath the other, so that long names have room."""


def in_order(result: OffersResult) -> tuple[OfferResult, ...]:
    """Return offers by what is left for the taker; those that no return suffices for come last."""
    return tuple(
        sorted(
            result.offers,
            key=lambda o: (o.left is None, 0 if o.left is None else -o.left, -o.worth),
        )
    )


def offers(case: Case, result: OffersResult) -> Figure:
    """Draw one direction's offers, those that pay the taker first.

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
    found = in_order(result)
    names = distinct(lines(option_name(case, o.issue, o.option)) for o in found)
    bars: list[dict[str, Any]] = []
    marks: list[dict[str, Any]] = []
    for name, offer in zip(names, found, strict=True):
        bars.append({"option": name, "what": worth, "points": float(offer.worth)})
        bars.append({"option": name, "what": own, "points": float(offer.own)})
        if offer.price is not None:
            loss = -float(offer.price.loss)
            marks.append({"option": name, "what": price, "points": loss, "zero": 0})
    rows = {
        "field": "option",
        "type": "ordinal",
        "sort": names,
        "axis": name_axis(names),
        "scale": {"domain": names, "paddingInner": 0.22, "paddingOuter": 0.12},
    }
    lanes = {
        "field": "what",
        "type": "nominal",
        "scale": {"type": "band", "domain": [worth, own, price]},
    }
    points = {
        "field": "points",
        "type": "quantitative",
        "axis": {"title": "Points", "gridColor": ZERO, "tickCount": 8, "domain": False},
        "scale": {"nice": True},
    }
    shades = [party_colour(case, p) for p in (result.taker, result.giver)]
    spec = {
        "width": WIDTH,
        "height": ROW * len(names),
        "encoding": {"y": rows, "yOffset": lanes, "x": points},
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar", "height": {"band": 0.92}},
                "encoding": {
                    "color": {
                        "field": "what",
                        "type": "nominal",
                        "scale": {"domain": [worth, own], "range": shades},
                        "legend": {"columns": 1},
                    },
                },
            },
            {
                "data": {"values": marks},
                "mark": {
                    "type": "rule",
                    "color": colour("ink"),
                    "strokeWidth": 1.5,
                    "yOffset": ROW * 0.78 / 6,
                },
                "encoding": {"x2": {"field": "zero"}},
            },
            {
                "data": {"values": marks},
                "mark": {
                    "type": "point",
                    "filled": True,
                    "size": 90,
                    "opacity": 1,
                    "color": colour("ink"),
                },
                "encoding": {
                    "shape": {
                        "field": "what",
                        "type": "nominal",
                        "scale": {"domain": [price], "range": ["diamond"]},
                        "legend": {
                            "columns": 1,
                            "symbolType": "diamond",
                            "symbolFillColor": colour("ink"),
                            "symbolStrokeColor": colour("ink"),
                        },
                    },
                },
            },
        ],
        "resolve": {"legend": {"color": "independent", "shape": "independent"}},
        "config": {"legend": {**CONFIG["legend"], "layout": STACKED}},
    }
    return figure(
        spec,
        f"fig-offers-{result.giver}.{result.taker}",
        f"What {giver} can offer {taker}",
        f"Each option that {giver} alone controls, by itself: what it is worth to {taker}, and "
        f"what {giver} gains or loses by it. The diamond is the price: what the cheapest "
        f"sufficient return takes from {taker}. An option without a diamond can be offset by no "
        f"return; where the diamond lies farther from nothing than the worth, the trade by itself "
        f"does not pay {taker}.",
    )
