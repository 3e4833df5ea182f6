"""Each claim of the reference case moves the result it names, one test a claim."""

import pytest

from detente.case.claim import Claim
from detente.files.opened import OpenedCase, open_case
from detente.study.claims import try_claim
from detente.study.outcomes import Answers

NAME = "japan-russia-2017"
OPENED: OpenedCase = open_case(NAME)
CLAIMS = sorted(OPENED.case.claims.items(), key=lambda item: item[1].number)
ANSWERS = Answers(OPENED.case, OPENED.events)


def test_every_claim_of_the_article_is_there_once() -> None:
    assert [claim.number for _, claim in CLAIMS] == list(range(1, 39))


@pytest.mark.parametrize(("name", "claim"), CLAIMS, ids=[f"{c.number:02}" for _, c in CLAIMS])
def test_neutralising_what_carries_a_claim_moves_the_result_it_names(
    name: str, claim: Claim
) -> None:
    found = try_claim(ANSWERS, name, claim)

    if claim.background is None:
        assert found.before != found.after
        assert claim.elements or claim.events
    else:
        assert found.outcome is None
        assert len(claim.background) > 20
