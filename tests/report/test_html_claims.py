from typing import get_args

from detente.case.claim import Outcome
from detente.report.html import render_html
from detente.report.html_claims import Claims
from tests.report.full_case import full
from tests.report.reading import Reading


def test_claims_and_what_carries_them_lead_to_each_other() -> None:
    case, result = full()
    page = Claims(case, result)
    assert result.claims is not None
    back = {(c.name, c.target): [x.number for x in c.claims] for c in page.by_carrier()}

    for claim in result.claims.claims:
        for carrier in page.carriers(claim):
            assert claim.number in back[carrier]
    assert back["The seller's board", "place-ratifiers.board"] == [1, 2]
    assert back["event of 2016-12", "event-3"] == [5]


def test_every_result_has_a_section_of_the_page() -> None:
    case, result = full()
    page = Claims(case, result)
    idents = Reading(render_html(case, result)).idents
    assert result.claims is not None
    claim = result.claims.claims[0]

    for outcome in get_args(Outcome):
        _, section = page.result(claim.model_copy(update={"outcome": outcome}))
        assert section in idents, outcome


def test_numbers_within_a_result_are_links() -> None:
    case, result = full()
    page = Claims(case, result)
    assert result.claims is not None
    claim = result.claims.claims[0]

    assert page.linked(claim, "a<b 16.25 %, A-1 to 3") == (
        'a&lt;b <a class="n" href="#reach">16.25 %</a>, A-1 to <a class="n" href="#reach">3</a>'
    )
    assert page.result(claim) == ("how far it can go", "reach")


def test_a_result_that_the_brief_does_not_show_leads_to_the_numbers() -> None:
    case, result = full()
    assert result.claims is not None
    claim = next(c for c in result.claims.claims if c.outcome == "ceiling")

    page = Claims(case, result.model_copy(update={"scenarios": None}))
    assert page.result(claim)[1] == "numbers"


def test_what_a_claim_expects_is_said_with_whether_it_is_so() -> None:
    text = Reading(render_html(*full())).text()

    assert "That it is the buyer: not borne out." in text
    assert "That it is the bank:" in text
