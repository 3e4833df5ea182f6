from typing import Any, get_args

import pytest

from detente.base.event import Event
from detente.base.partial_date import PartialDate
from detente.case.case import Case
from detente.case.claim import EventMark, Outcome
from detente.study.claims import claims, marks
from detente.study.outcomes import Answers
from detente.testing import two_issue_case
from tests.study.situations import stormy, with_rooms

EVENT = Event(
    row=2,
    date=PartialDate.parse("2017-03"),
    actor="A",
    target="B",
    kind="protest",
    topic="price",
    summary="A protests",
    source="-",
    confidence="high",
)


def _with(**claim: Any) -> Case:
    return with_rooms(claims={"c": {"number": 1, "text": "A claim.", **claim}})


def test_a_case_without_claims_tries_none() -> None:
    assert claims(two_issue_case()) is None


def test_a_claim_moves_the_result_it_names() -> None:
    case = _with(
        elements=["issues.delivery.options.early"],
        outcome="reach",
        neutral={"issues": {"delivery": {"options": {"early": {"scores": {"A": -100, "B": 0}}}}}},
    )

    found = claims(case)

    assert found is not None
    (only,) = found.claims
    assert (only.before, only.after, only.moves) == ("33.33 %", "0.00 %", True)
    assert only.agrees is None


def test_a_claim_whose_elements_do_not_matter_moves_nothing() -> None:
    case = _with(
        elements=["issues.price"], outcome="reach", neutral={"issues": {"price": {"topic": "x"}}}
    )

    found = claims(case)

    assert found is not None
    assert not found.claims[0].moves


def test_background_has_a_reason_and_no_result() -> None:
    found = claims(_with(background="It is history."))

    assert found is not None
    only = found.claims[0]
    assert (only.outcome, only.before, only.moves, only.background) == (
        None,
        None,
        False,
        "It is history.",
    )


def test_what_a_claim_expects_is_set_beside_what_is_computed() -> None:
    case = _with(
        elements=["principals.A"],
        outcome="bottleneck",
        neutral={"principals": {"A": {"reserve": 1}}},
        expects="A",
    )

    found = claims(case)

    assert found is not None
    assert found.claims[0].before == "no party alone"
    assert found.claims[0].agrees is False


@pytest.mark.parametrize(
    ("mark", "meant"),
    [
        ({"date": "2017-03"}, True),
        ({"date": "2017-03", "actor": "A", "kind": "protest"}, True),
        ({"date": "2017-03", "actor": "B"}, False),
        ({"date": "2017-03-01"}, False),
    ],
)
def test_a_mark_means_the_events_that_match_every_word(mark: dict[str, str], meant: bool) -> None:
    assert marks(EventMark(**mark), EVENT) is meant


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_has_a_short_text_in_every_case(outcome: Outcome) -> None:
    for case in (two_issue_case(), stormy()):
        assert Answers(case).short(outcome)
