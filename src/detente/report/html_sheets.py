"""Tables and drawings of one answer as an HTML page of its own: no script, nothing loaded."""

from __future__ import annotations

from collections.abc import Sequence

from detente.base.result import Provenance
from detente.report.figures.svg import Figure
from detente.report.html import environment
from detente.report.tables.sheet import Sheet


def render_sheets(
    title: str,
    kicker: str,
    sheets: Sequence[Sheet],
    figures: Sequence[Figure],
    provenance: Provenance,
) -> str:
    """Return an answer as one HTML page.

    Parameters
    ----------
    title, kicker
        What it answers, and a line above that says of what.
    sheets
        Tables, the first with the answer in its notes; every text is escaped.
    figures
        Drawings, which stand after the first table.
    provenance
        How the answer came about.

    Examples
    --------
    >>> page = render_sheets("A <title>", "Relation", [], [], Provenance(method="recorded"))
    >>> "A &lt;title&gt;</h1>" in page
    True
    """
    page = environment().get_template("sheets.html.j2")
    return page.render(
        title=title, kicker=kicker, sheets=sheets, figures=figures, provenance=provenance
    )
