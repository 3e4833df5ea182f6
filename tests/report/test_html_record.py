"""What the record says, on the brief's page, in its Markdown and among its tables."""

import re
from typing import Any

import pytest

from detente.report.html import figures, render_html
from detente.report.markdown import render_markdown
from detente.report.tables import sheets
from detente.study.brief import BriefResult, brief
from detente.study.kept_result import KeptResult, KeptSource
from detente.testing import two_issue_case
from tests.report.reading import Reading
from tests.report.test_html import check
from tests.study.answered import MISSING, PARTIAL, PERIOD, fact, recorded_result

CASE = two_issue_case()
USED = KeptSource(source="icews", files=2, first="2018-10-04", last="2018-11-30", use="used")
LATER = KeptSource(source="gdelt1", files=1, first="2019-01-01", last="2019-01-31", use="later")


def _brief(**kept: Any) -> BriefResult:
    told: dict[str, Any] = {
        "states": ("JPN", "RUS"),
        "since": "2017-12-01",
        "until": "2018-11-30",
        "sources": (USED, LATER),
        "measured": (recorded_result(PARTIAL, PERIOD, MISSING),),
        "yearly": (fact(2015, 1.0), fact(2017, None)),
    }
    return brief(CASE, draws=2, kept=KeptResult(**{**told, **kept}))


@pytest.fixture(scope="module")
def result() -> BriefResult:
    return _brief()


@pytest.fixture(scope="module")
def page(result: BriefResult) -> str:
    return render_html(CASE, result)


def test_the_page_has_a_heading_notes_a_figure_and_tables(page: str) -> None:
    read = Reading(page)
    section = next(e for e in read.elements if e.attrib.get("id") == "relation")

    assert [e.tag for e in section.iter() if e.attrib.get("id") == "record"] == ["h3"]
    text = " ".join("".join(section.itertext()).split())
    assert "icews: 24 events of Japan and Russia, both directions, up to 30 November 2018." in text
    assert "gdelt1 covers 1 January 2019 to 31 January 2019, after the case's date" in text
    (figure,) = [e for e in section.iter() if e.tag == "figure"]
    assert figure.attrib["id"] == "fig-recorded-0"
    drawn = {str(e.tag).rpartition("}")[2] for e in figure.iter()}
    assert {"title", "desc", "figcaption"} <= drawn
    tables = [e for e in section.iter() if e.tag == "table"]
    assert len(tables) == 2
    for table in tables:
        assert {e.attrib.get("scope") for e in table.iter() if e.tag == "th"} == {"col", "row"}
    assert not [ident for ident, count in read.idents.items() if count > 1]
    assert {link[1:] for link in read.hrefs if link.startswith("#")} <= {*read.idents}


@pytest.mark.slow
def test_every_number_leads_to_the_record_which_names_its_sources(result: BriefResult) -> None:
    read = check(CASE, result)

    section = next(e for e in read.elements if e.attrib.get("id") == "relation")
    told = [e for e in section.iter() if e.tag == "a" and e.attrib.get("href") == "#record"]
    assert len(told) > 10
    heading = next(e for e in section.iter() if e.attrib.get("id") == "record")
    assert heading.attrib["data-source"] == "icews, alliances"
    assert all(name in "".join(section.itertext()) for name in ("icews", "alliances"))


def test_what_is_missing_is_missing_everywhere(result: BriefResult, page: str) -> None:
    for text in (page, render_markdown(CASE, result)):
        rows = [line for line in text.splitlines() if "2018-12" in line and "missing" in line]
        assert rows
        cells = re.sub(r"<[^>]+>|\|", " ", rows[-1]).split()
        assert cells == ["2018-12", "missing"]
        assert "2018-10 (partial)" in text


@pytest.mark.slow
def test_a_source_without_a_measured_period_draws_no_figure() -> None:
    found = _brief(measured=(recorded_result(MISSING),), yearly=())

    assert "recorded-0" not in figures(CASE, found)
    assert "fig-recorded" not in render_html(CASE, found)


def test_tables_of_the_record_stand_before_what_can_be_offered(result: BriefResult) -> None:
    titles = [sheet.title for sheet in sheets(CASE, result)]

    place = titles.index("Where the relation stands: what the record says")
    assert titles[place + 1 : place + 3] == ["By month", "By year"]
    assert next(n for n, title in enumerate(titles) if "can offer" in title) == place + 3
