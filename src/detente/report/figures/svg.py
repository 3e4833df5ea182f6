"""A drawing: a Vega-Lite description turned into SVG that can stand in a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from detente.report.figures.labels import extent
from detente.report.palette import colour

VERSION = "5.21"
FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
SIZE = 12

CONFIG: Mapping[str, Any] = {
    "aria": False,
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": colour("soft"),
        "titleColor": colour("soft"),
        "gridColor": colour("rule"),
        "domainColor": colour("rule"),
        "tickColor": colour("rule"),
        "labelFontSize": SIZE,
        "titleFontSize": SIZE,
        "titleFontWeight": "normal",
        "labelLimit": 400,
        "titlePadding": 8,
    },
    "axisY": {"labelPadding": 8},
    "legend": {
        "labelColor": colour("ink"),
        "labelFontSize": SIZE,
        "labelLimit": 320,
        "orient": "top",
        "title": None,
        "symbolType": "square",
        "columnPadding": 18,
        "offset": 12,
    },
    "text": {"color": colour("ink"), "fontSize": SIZE},
}

SPLIT = "split(datum.value, '\\n')"
"""Axis labels over several lines."""

ZERO = {
    "condition": {"test": "datum.value === 0", "value": colour("soft")},
    "value": colour("rule"),
}
"""Grid lines, of which the one at nothing stands out."""


def rows_of(
    names: Sequence[str],
    values: Sequence[Mapping[str, Any]],
    layers: Sequence[Mapping[str, Any]],
    *,
    width: int,
    row: int,
) -> dict[str, Any]:
    """Return a drawing with a row for each name, in this order, ``row`` pixels high.

    Each of ``values`` has under ``name`` the row in which the layers draw it.
    """
    return {
        "width": width,
        "height": row * len(names),
        "data": {"values": [*values]},
        "encoding": {
            "y": {"field": "name", "type": "ordinal", "sort": names, "axis": name_axis(names)}
        },
        "layer": [*layers],
    }


def bars(x: Mapping[str, Any], kinds: Mapping[str, str], **more: Any) -> dict[str, Any]:
    """Return a layer of horizontal bars, coloured by ``kind``: a colour of the palette for each."""
    colours = {"domain": [*kinds], "range": [colour(name) for name in kinds.values()]}
    return {
        "mark": {"type": "bar", "height": {"band": 0.5}},
        "encoding": {
            "x": x,
            **more,
            "color": {"field": "kind", "type": "nominal", "scale": colours},
        },
    }


def ruled(x: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Return a layer of dark lines over bars."""
    return {
        "mark": {"type": "rule", "color": colour("ink"), "strokeWidth": 1.5},
        "encoding": {"x": x, **more},
    }


def name_axis(names: Sequence[str]) -> dict[str, Any]:
    """Return the axis of a drawing whose rows have names, with room for the longest."""
    return {
        "labelExpr": SPLIT,
        "title": None,
        "ticks": False,
        "domain": False,
        "minExtent": extent(names),
    }


@dataclass(frozen=True)
class Figure:
    """A drawing with what it is called.

    Attributes
    ----------
    ident
        Its anchor in the page, unique there.
    title
        What it shows, in a few words.
    caption
        How it is to be read.
    svg
        The drawing, safe to stand in a page.
    """

    ident: str
    title: str
    caption: str
    svg: Markup


def figure(spec: Mapping[str, Any], ident: str, title: str, caption: str) -> Figure:
    """Draw a description.

    Parameters
    ----------
    spec
        Vega-Lite, without background and general settings.
    ident, title, caption
        See :class:`Figure`.
    """
    # Loaded here since it starts a JavaScript engine, which takes 0.4 s.
    import vl_convert  # noqa: PLC0415

    drawn = vl_convert.vegalite_to_svg(
        {
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "background": None,
            "padding": {"left": 10, "right": 14, "top": 6, "bottom": 6},
            **spec,
            "config": {**CONFIG, **spec.get("config", {})},
        },
        vl_version=VERSION,
    )
    caption = caption.replace(" %", "\u00a0%")
    return Figure(ident, title, caption, named(drawn, ident, title, caption))


def named(svg: str, ident: str, title: str, caption: str) -> Markup:
    """Return a drawing with a title and a description, and ids that are unique in the page.

    Examples
    --------
    >>> svg = named('<svg width="4" height="2" viewBox="0 0 4 2"><g/></svg>', "f", "T", "D")
    >>> print(svg.partition(">")[2])
    <title id="f-title">T</title><desc id="f-desc">D</desc><g/></svg>
    """
    head, _, body = svg.partition(">")
    box = re.search(r'width="(\d+)" height="(\d+)" (viewBox="[^"]*")', head)
    if box is None:
        raise ValueError("the drawing has no size")
    body = re.sub(r'id="([^"]+)"', rf'id="{ident}-\1"', body)
    body = re.sub(r"url\(#([^)]+)\)", rf"url(#{ident}-\1)", body)
    body = re.sub(r' (?:aria-[a-z]+|role)="[^"]*"', "", body)
    names = (
        f'<title id="{ident}-title">{escape(title)}</title>'
        f'<desc id="{ident}-desc">{escape(caption)}</desc>'
    )
    return Markup(  # noqa: S704 - the engine escapes texts, and the title is escaped above
        f'<svg role="img" aria-labelledby="{ident}-title {ident}-desc" '
        f'style="min-width: min({box.group(1)}px, 40rem)" '
        f'width="{box.group(1)}" height="{box.group(2)}" {box.group(3)}>{names}{body}'
    )
