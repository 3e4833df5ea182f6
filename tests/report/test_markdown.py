"""The Markdown brief says what the case says, and nothing in it is obeyed."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from detente import __version__
from detente.report.markdown import plain, render_markdown, source
from detente.report.tables import sheets
from tests.broken.material import check_golden
from tests.report.full_case import full
from tests.report.reading import SEEDS, drawn_at_random, reference
from tests.report.test_html import LONG, NASTY, RIGHT_TO_LEFT, SOURCES, hostile

GOLDEN = Path(__file__).parent / "golden"
READER = MarkdownIt("commonmark").enable("table")


@pytest.mark.parametrize("seed", SEEDS)
def test_every_table_has_as_many_cells_as_its_head(seed: int) -> None:
    tokens = READER.parse(render_markdown(*drawn_at_random(seed)))
    widths: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            widths.append(0)
        elif token.type in ("td_open", "th_open"):
            widths[-1] += 1
        elif token.type == "table_close":
            assert len(set(widths)) == 1
            widths.clear()


@pytest.mark.slow
def test_the_reference_brief_has_its_sentences_tables_and_facts() -> None:
    case, result = reference()
    page = READER.render(render_markdown(case, result))
    text = re.sub(r"<[^>]+>", "", page).replace("&quot;", '"').replace("&amp;", "&")

    for sentence in result.sentences:
        assert sentence.text in text
    for fact in case.facts.values():
        assert fact.text in text
    assert text.index("a gain is counted from no agreement") < text.index(result.sentences[0].text)
    assert page.count("<table>") >= 9
    assert page.count("<h1>") == 1
    assert page.count("<a href=") > len(case.facts) / 2


def test_the_brief_of_the_full_case_is_as_recorded() -> None:
    written = render_markdown(*full())
    page = READER.render(written)

    titles = [sheet.title for sheet in sheets(*full())]
    assert [*map(len, (titles, {*titles}))] == [len(titles)] * 2
    assert all(f"<h2>{plain(title)}</h2>" in page for title in titles)
    check_golden(GOLDEN / "full.md", written.replace(f"Détente {__version__}", "Détente VERSION"))


def test_texts_of_a_case_are_shown_and_never_obeyed() -> None:
    written = render_markdown(*hostile())
    page = READER.render(written)

    assert "<script" not in page
    assert "<b>" not in page
    assert RIGHT_TO_LEFT in page
    assert LONG in page
    assert set(re.findall(r'href="([^"]*)"', page)) <= {source(SOURCES[3]).split("(")[1][:-1]}


@pytest.mark.parametrize(
    "text",
    [NASTY, "a|b", "1. b", "# c", "- d", "*e* _f_ `g`", "[h](i)", "\\", "~~j~~", "&amp;", "=="],
)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    page = READER.render(plain(text))

    shown = page.removeprefix("<p>").removesuffix("</p>\n").replace("&quot;", '"')
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


def test_line_breaks_do_not_break_cells() -> None:
    assert plain("a\n\n| b") == "a \\| b"
