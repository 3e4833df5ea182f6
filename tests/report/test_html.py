"""Every page stands by itself, and every number on it leads to who answers for it."""

from __future__ import annotations

import re

import pytest
import vl_convert
from markupsafe import escape

from detente.base.exact import to_fraction
from detente.case.case import Case
from detente.report.figures.labels import capital
from detente.report.html import figures, plain_text, render_html
from detente.study.brief import BriefResult, brief
from detente.testing import two_issue_case
from tests.negotiation.compared import compared
from tests.report.reading import (
    NO_DRAWING,
    SEEDS,
    Reading,
    drawn_at_random,
    event,
    reference,
    small,
    tree_of,
    with_events,
)

LOADED = {"src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href"}


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda *_args, **_words: NO_DRAWING)


def check(case: Case, result: BriefResult) -> Reading:
    page = render_html(case, result)
    read = Reading(page)
    assert [ident for ident, count in read.idents.items() if count > 1] == []
    for href in read.hrefs:
        if href.startswith("#"):
            assert href[1:] in read.idents, href
        else:
            assert href.startswith(("http://", "https://")), href
    assert not read.names & {"script", "link", "iframe", "img", "object", "embed", "base", "form"}
    for element in read.elements:
        assert not LOADED & element.attrib.keys()
        assert not [name for name in element.attrib if name.startswith("on")]
    assert "@import" not in page
    assert not re.search(r"url\((?!#)", page)
    assert read.numbers
    for number in read.numbers:
        assert number.tag == "a"
        assert read.steps(number.attrib["href"][1:]) is not None, number.attrib["href"]
    return read


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_of_any_case_is_whole(seed: int, undrawn: None) -> None:
    check(*drawn_at_random(seed))


SOME = [range(24), pytest.param(range(24, 60), marks=pytest.mark.slow)]


@pytest.mark.parametrize("seeds", SOME, ids=str)
def test_the_random_cases_are_of_every_sort(seeds: range) -> None:
    sorts = {
        (
            len(case.principals) > 2,
            case.no_agreement,
            result.agreement.open,
            result.agreement.zone > 0,
        )
        for case, result in map(drawn_at_random, seeds)
    }

    assert {(True, "status_quo", True, True), (False, "outside", True, True)} <= sorts
    assert {(True, "status_quo", False, False), (False, "outside", False, False)} <= sorts


@pytest.mark.slow
def test_the_page_of_the_reference_case_is_whole() -> None:
    case, result = reference()
    read = check(case, result)

    assert read.root.attrib["lang"] == "en"
    assert sum(element.tag == "h1" for element in read.elements) == 1
    assert len(read.numbers) > 1000
    assert len(
        [e for e in read.elements if str(e.tag).endswith("svg") and e.attrib["role"] == "img"]
    ) == len(figures(case, result))


def test_what_an_option_is_worth_is_two_links_from_who_answers() -> None:
    case, result = reference()
    read = Reading(render_html(case, result))

    for ident in read.idents:
        if ident.startswith("n-"):
            assert (read.steps(ident) or 0) <= 1, ident
    weighed = {(n.party, n.issue) for n in result.numbers if n.kind == "weight"}
    for worth in result.worth:
        if (worth.party, worth.issue) in weighed:
            steps = read.steps(f"w-{worth.party}.{worth.issue}.{worth.option}")
            assert steps is not None
            assert steps <= 2


def test_every_part_of_the_answer_is_on_the_page() -> None:
    case, result = reference()
    text = Reading(render_html(case, result)).text()

    for sentence in result.sentences:
        assert " ".join(sentence.text.split()) in text


def test_events_are_counted_and_sourced(undrawn: None) -> None:
    read = check(*with_events())

    assert {"event-2", "event-3", "event-4"} <= set(read.idents)
    assert "1 is known to the year alone" in read.text()


def test_a_chronology_without_a_quarter_has_no_drawing() -> None:
    case, _ = with_events()
    result = brief(case, [event(2, "2016")], draws=40)

    assert "timeline" not in figures(case, result)
    check(case, result)


NASTY = "<script>alert(1)</script>\"'&{{ 7*7 }}"
RIGHT_TO_LEFT = "שלם"
LONG = "long" * 50
SOURCES = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://[",
    "https://example.org/\"onmouseover='alert(1)'",
    "JavaScript://example.org/%0aalert(1)",
    "Kyodo <b>news</b>",
)


def hostile() -> tuple[Case, BriefResult]:
    tree = tree_of(two_issue_case())
    tree["title"] = tree["question"] = tree["summary"] = NASTY
    tree["signers"]["author"] = {"name": NASTY, "role": NASTY}
    tree["principals"]["A"]["name"] = NASTY
    tree["principals"]["B"]["name"] = RIGHT_TO_LEFT
    tree["principals"]["A"]["weights"]["reason"] = NASTY
    tree["facts"] = {
        f"f{number}": {"text": NASTY, "source": source} for number, source in enumerate(SOURCES)
    }
    for issue in tree["issues"].values():
        issue["name"] = issue["text"] = issue["reason"] = LONG
        for option in issue["options"].values():
            option["name"] = LONG
    tree["commitments"] = {
        "promise": {
            "text": NASTY,
            "by": "A",
            "to": "them",
            "kind": "hard",
            "options": {"delivery": ["early"]},
            "removable": True,
            "facts": ["f0"],
        }
    }
    tree["third_parties"] = {"them": {"name": NASTY}}
    tree["chronology"] = {
        "file": "c.csv",
        "selection": NASTY,
        "names": {"visit": NASTY},
        "rules": [{"counts": "conflictual"}],
    }
    case = Case.model_validate(tree)
    events = [event(row, "2016-05-01", source) for row, source in enumerate(SOURCES, start=2)]
    return case, brief(case, events, draws=40)


def test_texts_of_a_case_are_shown_and_never_obeyed() -> None:
    case, result = hostile()
    page = render_html(case, result)
    read = check(case, result)

    assert "<script" not in page
    assert "{{ 7*7 }}" in read.text()
    assert RIGHT_TO_LEFT in read.text()
    outside = {href for href in read.hrefs if not href.startswith("#")}
    assert outside == {SOURCES[3]}


def test_a_case_without_obstacles_or_ranges_says_so(undrawn: None) -> None:
    text = check(*small()).text()

    assert "The case marks nothing as removable." in text
    assert "No judgement has a range to move in." in text


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_can_lead_to_what_they_state(seed: int, undrawn: None) -> None:
    case, result = drawn_at_random(seed)
    read = Reading(render_html(case, result))

    wanted = {"relation", "agreement", "reach", "obstacles", "judgements", "moves"}
    wanted |= {"openings", "bottleneck", "tracks"}
    for way in result.offers:
        wanted |= {f"{kind}-{way.giver}.{way.taker}" for kind in ("gift", "most", "offers")}
    if "nash" in result.agreement.solutions:
        wanted.add("package-nash")
    assert wanted <= set(read.idents)


def test_points_are_explained_before_they_are_used(undrawn: None) -> None:
    page = render_html(*reference())

    assert page.index("a gain is counted from no agreement") < page.index('<section id="answer"')


def test_offers_say_what_is_left_and_which_trade_does_not_pay(undrawn: None) -> None:
    case, result = reference()
    text = Reading(render_html(case, result)).text()

    for way in result.offers:
        taker = case.principals[way.taker].name
        pays = all(offer.left is None or offer.left > 0 for offer in way.offers)
        assert f"Left for {taker}" in text
        assert (f"the trade by itself does not pay {taker}." in text) == (not pays)
    unpriced = sum(o.price is None for way in result.offers for o in way.offers)
    assert text.count("no return suffices") == unpriced + text.count("where no return suffices")


@pytest.mark.parametrize("seeds", SOME, ids=str)
def test_a_zone_that_is_not_open_says_what_favour_would_give(seeds: range, undrawn: None) -> None:
    closed = [r for r in map(drawn_at_random, seeds) if not r[1].agreement.open]
    moved = [pair for pair in closed if pair[1].judgements.moves]

    assert moved
    for case, result in closed:
        text = Reading(render_html(case, result)).text()
        assert ("in favour of agreement together it would" in text) == bool(result.judgements.moves)


def test_the_annexes_come_last_and_in_order(undrawn: None) -> None:
    read = Reading(render_html(*with_events()))
    sections = [e.attrib["id"] for e in read.elements if e.tag == "section"]

    assert sections[-5:] == ["method", "annex-events", "packages", "numbers", "facts"]
    assert "Annex A Events" in read.text()
    assert "Annex A Packages" in Reading(render_html(*small())).text()


def test_every_judgement_shows_its_signer_its_reason_and_its_facts(undrawn: None) -> None:
    case, result = reference()
    read = Reading(render_html(case, result))
    rows = {e.attrib["id"]: e for e in read.elements if "id" in e.attrib}

    for number in result.numbers:
        row = rows[f"n-{number.key}"]
        links = {e.attrib.get("href", "") for e in row.iter()}
        assert f"#signer-{number.signer}" in links, number.key
        assert {f"#fact-{fact}" for fact in number.facts} <= links, number.key
        shown = " ".join("".join(row.itertext()).split())
        assert " ".join((number.reason or "").split()) in shown, number.key


def test_numbers_are_shown_as_they_were_given() -> None:
    assert [plain_text(to_fraction(x)) for x in ("40", "-2.5", "1/3", "-1/1000", "0")] == [
        "40",
        "−2.5",
        "0.33",
        "0",
        "0",
    ]
    assert capital("") == ""


def test_comparisons_of_weights_stand_with_their_party(undrawn: None) -> None:
    said = {
        "order": {"ranking": ["a", "b", "c"], "reason": "said so"},
        "ratio": {"more": ["a"], "than": ["b", "c"], "times": "1/2"},
    }
    case = compared(said)
    read = check(case, brief(case))

    assert "none counting less than the next: a, b and c." in read.text()
    assert "a at least 0.5 times as much as b and c." in read.text()
    assert all(f"n-principals.A.weights.comparisons.{name}" in read.idents for name in said)


def test_how_sure_it_is_is_drawn_and_told(undrawn: None) -> None:
    case, found = reference()
    page = render_html(case, found)

    assert 'id="fig-acceptability"' in page
    for one in found.robustness.claims:
        assert escape(one.says[1:]) in page
