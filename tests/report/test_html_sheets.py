import re

import html5lib

from detente.base.result import Provenance
from detente.report.figures.ceiling import ceiling as ceiling_drawing
from detente.report.html_sheets import render_sheets
from detente.report.tables.ceiling import ceiling_sheets
from detente.report.tables.sheet import Column, Sheet
from tests.study.answered import ceiling_result

EVIL = '<script>alert("x")</script>'


def _page() -> str:
    result = ceiling_result()
    sheets = list(ceiling_sheets(result))
    made = Provenance(method="ceiling", parameters={"block_length": "3"}, input_hash="a" * 64)
    return render_sheets(sheets[0].title, "Ceiling", sheets, [ceiling_drawing(result)], made)


def test_a_page_has_headings_tables_with_scope_and_told_figures() -> None:
    page = _page()
    root = html5lib.parse(page, namespaceHTMLElements=False)
    elements = list(root.iter())

    assert root.attrib["lang"] == "en"
    headings = [e for e in elements if e.tag in ("h1", "h2")]
    assert [h.tag for h in headings] == ["h1", *["h2"] * 4]
    assert all("".join(h.itertext()).strip() for h in headings)
    assert {e.attrib.get("scope") for e in elements if e.tag == "th"} == {"col", "row"}
    idents = [e.attrib["id"] for e in elements if "id" in e.attrib]
    assert len(idents) == len({*idents})
    links = [e.attrib["href"] for e in elements if "href" in e.attrib]
    assert {link.removeprefix("#") for link in links if link.startswith("#")} <= {*idents}
    for section in (e for e in elements if e.tag == "section"):
        assert section.attrib["aria-labelledby"] in idents
    figures = [e for e in elements if e.tag == "figure"]
    assert len(figures) == 1
    assert figures[0].find("figcaption") is not None
    drawn = next(e for e in figures[0].iter() if str(e.tag).endswith("svg"))
    inside = {str(e.tag).rpartition("}")[2] for e in drawn.iter()}
    assert {"title", "desc"} <= inside


def test_a_page_runs_and_loads_nothing() -> None:
    page = _page()

    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "default-src 'none'" in page


def test_how_it_came_about_stands_beneath() -> None:
    assert "method ceiling · block length: 3 · input aaaaaaaaaaaa<" in _page()


def test_every_text_is_escaped() -> None:
    sheet = Sheet(EVIL, (EVIL,), (Column(EVIL), Column("n", number=True)), [(EVIL, "1")])

    page = render_sheets(EVIL, EVIL, [sheet, sheet], [], Provenance(method=EVIL))

    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 9


def test_a_sheet_without_rows_has_no_table() -> None:
    page = render_sheets("x", "y", [Sheet("x", ("A note.",), (), [])], [], Provenance(method="m"))

    assert "<table" not in page
    assert "A note." in page
