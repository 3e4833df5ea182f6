from typing import Any

import pytest
import vl_convert

from detente.case.case import Case
from detente.case.written import written
from detente.report.html_outlook import SITUATION, Outlook
from detente.study.brief import BriefResult, brief
from detente.testing import two_issue_case
from tests.report.full_case import full, full_case, full_events
from tests.report.reading import NO_DRAWING, small
from tests.report.test_html import NASTY, check

SECTIONS = {"obstacles", "openings", "bottleneck", "scenarios", "ex-ante", "drift", "beliefs"} | {
    *("sets", "tracks", "order", "division", "claims")
}


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda *_args, **_words: NO_DRAWING)


def test_a_case_with_everything_shows_everything() -> None:
    case, result = full()
    read = check(case, result)

    assert set(read.idents) >= SECTIONS
    for name in ("obstacles", "bottleneck", "scenarios", "slopes", "drift"):
        assert f"fig-{name}" in read.idents


def test_every_section_leads_to_who_answers() -> None:
    read = check(*full())

    assert [name for name in SECTIONS if read.steps(name) is None] == []


def test_every_number_of_the_outlook_shows_who_answers_for_it() -> None:
    case, result = full()
    read = check(case, result)
    rows = {e.attrib["id"]: e for e in read.elements if "id" in e.attrib}

    for number in result.numbers:
        row = rows[f"n-{number.key}"]
        links = {e.attrib.get("href", "") for e in row.iter()}
        assert f"#signer-{number.signer}" in links, number.key
        assert {f"#fact-{fact}" for fact in number.facts} <= links, number.key
        assert (number.reason or "") in " ".join("".join(row.itertext()).split()), number.key


def test_what_a_case_does_not_hold_is_not_shown(undrawn: None) -> None:
    read = check(*small())

    assert {"obstacles", "openings", "bottleneck", "tracks"} <= set(read.idents)
    assert not {"scenarios", "drift", "views", "order", "division", "claims"} & set(read.idents)


def renamed(found: Any) -> Any:
    """Return a tree whose every name, text and reason would like to be obeyed."""
    if isinstance(found, dict):
        said = ("name", "text", "reason", "background", "selection", "title", "role")
        return {
            key: NASTY if key in said and isinstance(value, str) else renamed(value)
            for key, value in found.items()
        }
    return [*map(renamed, found)] if isinstance(found, list) else found


def test_texts_of_the_outlook_are_shown_and_never_obeyed() -> None:
    case = Case.model_validate(renamed(written(full_case())))
    result = brief(case, full_events(), try_claims=True)
    read = check(case, result)

    assert "<script>alert(1)" in read.text()
    assert not read.names & {"script"}


def three() -> tuple[Case, BriefResult]:
    """Return a case of three principals, whose ids hold hyphens, with an outlook."""
    tree = written(two_issue_case())
    tree["principals"] = {
        "A": tree["principals"]["A"],
        "B": tree["principals"]["B"],
        "B-A": {
            "name": "the broker",
            "weights": {"points": {"price": 50, "delivery": 50}, "reason": "it is paid by both."},
            "reserve": 1,
            "reserve_removable": True,
        },
        "A-B": {
            "name": "the other broker",
            "weights": {"points": {"price": 50, "delivery": 50}, "reason": "it is paid by both."},
        },
    }
    tree["issues"]["price"]["options"]["middle"]["scores"] |= {"B-A": 100, "A-B": 100}
    fall = {"principals": {"A": {"weights": {"points": {"price": 20}}}}}
    tree["shocks"] = {
        "s": {
            "name": "a shock",
            "now": "off",
            "reason": "made up.",
            "states": {
                "off": {"name": "off", "probability": 0.5},
                "on": {"name": "on", "probability": 0.5, "changes": fall},
            },
        }
    }
    tree["dated"] = {
        "then": {"name": "then", "from": "2016-01-01", "until": "2017-01-01", "changes": fall}
    }
    tree["beliefs"] = {
        "b": {"name": "a belief", "holder": "B-A", "about": "A", "changes": fall, "reason": "so."}
    }
    case = Case.model_validate(tree)
    return case, brief(case)


def test_more_principals_than_two_have_an_outlook_and_anchors_of_their_own() -> None:
    case, result = three()
    read = check(case, result)

    ways = [i for i in read.idents if i.startswith("offers-") and i != "offers-together"]
    assert len(ways) == len(result.offers) == 12
    assert {"offers-A.B-A", "offers-A-B.A", "offers-A.B"} <= set(ways)
    assert "division" not in read.idents


def test_numbers_lead_to_what_changes_them() -> None:
    case, result = full()
    page = Outlook(case, result)
    assert result.drift is not None

    shown, others = page.likely()
    assert result.scenarios is not None
    assert len(shown) + len(others) == len(result.scenarios.scenarios)
    assert any(one.present for one in shown)
    present = next(one for one in shown if one.present)
    assert page.scenario(present) == SITUATION
    squeezed = next(one for one in shown if page.named(one) == ["squeeze"])
    assert page.scenario(squeezed) == "state-market.tight"
    assert [page.day(day) for day in result.drift.days] == [
        "place-dated.before_the_shortage",
        SITUATION,
        SITUATION,
        "place-dated.new_owner",
    ]
    assert page.reserves() == ["B"]
    assert {(w.party, w.issue) for w in page.weights()} == {
        ("A", i) for i in result.drift.moved["A"]
    }


def test_a_zone_that_must_be_opened_names_the_smallest_sets(undrawn: None) -> None:
    tree = written(full_case())
    tree["principals"]["B"]["reserve"] = {"value": 38, "reason": "it is proud."}
    for room in ("shocks", "scenarios", "dated", "beliefs", "judgement_sets", "claims"):
        tree[room] = {}
    case = Case.model_validate(tree)
    result = brief(case)
    assert not result.obstacles.reached
    assert result.obstacles.openings

    assert "nothing in a set can be left out" in check(case, result).text()
