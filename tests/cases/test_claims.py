"""Each claim of the reference case moves the result it names, one test a claim."""

from functools import cache

import pytest

from detente.base.result import Provenance
from detente.files.opened import OpenedCase, open_case
from detente.study.claims import ClaimResult, ClaimsResult, try_claim
from detente.study.outcomes import Answers
from docs.claim_pages import claims_page
from docs.generate import CLAIMS, REFERENCE

NAME = "japan-russia-2017"
OPENED: OpenedCase = open_case(NAME)
NAMED = sorted(OPENED.case.claims, key=lambda name: OPENED.case.claims[name].number)
ANSWERS = Answers(OPENED.case, OPENED.events)


@cache
def _tried(name: str) -> ClaimResult:
    return try_claim(ANSWERS, name, OPENED.case.claims[name])


def test_every_claim_of_the_article_is_there_once() -> None:
    assert [OPENED.case.claims[name].number for name in NAMED] == list(range(1, 39))


@pytest.mark.parametrize("name", NAMED)
def test_neutralising_what_carries_a_claim_moves_the_result_it_names(name: str) -> None:
    claim = OPENED.case.claims[name]
    found = _tried(name)

    if claim.background is None:
        assert found.before != found.after
        assert claim.elements or claim.events
    else:
        assert found.outcome is None
        assert len(claim.background) > 20


def test_the_page_of_claims_has_not_drifted() -> None:
    every = tuple(_tried(name) for name in NAMED)
    result = ClaimsResult(tried=True, claims=every, provenance=Provenance(method="claims"))

    written = (REFERENCE / CLAIMS).read_text(encoding="utf-8")

    assert written == claims_page(OPENED.case, result), "run: python -m docs.generate"
