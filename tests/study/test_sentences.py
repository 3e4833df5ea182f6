"""The sentences carry the results' own numbers."""

from __future__ import annotations

import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.study.brief import BriefResult, brief
from detente.study.sentences import Sentence
from detente.testing import Bounds, random_case, two_issue_case
from tests.negotiation.small import small_case
from tests.report.full_case import full

TOPICS = ["relation", "offers", "agreement", "reach", "judgements"]
OUTLOOK = Bounds(
    issues=(2, 3), options=(2, 3), packages=18, shocks=(1, 2), dated=(1, 3), reserves=True
)
SMALL = Bounds(issues=(2, 3), options=(2, 3), packages=27)


def _said(case: Case) -> dict[str, Sentence]:
    return {sentence.topic: sentence for sentence in brief(case).sentences}


def _numbers(sentence: Sentence) -> list[str]:
    return [part.text for part in sentence.parts if part.section]


def test_the_sentences_of_two_issues() -> None:
    said = _said(two_issue_case())

    assert [*said] == TOPICS
    assert "chronology" in said["relation"].text
    assert _numbers(said["offers"]) == [
        *("44.0 points", "+12.0", "60.0", "−30.0"),
        *("40.0 points", "+20.0", "42.0", "−16.0"),
    ]
    assert _numbers(said["agreement"]) == ["40.0", "20.0"]
    assert "the high price; early delivery" in said["agreement"].text
    assert _numbers(said["reach"]) == ["33.3 %", "70.0", "60.0"]
    assert _numbers(said["judgements"]) == ["10", "10"]


def test_numbers_lead_to_sections() -> None:
    said = _said(two_issue_case())

    assert {part.section for part in said["offers"].parts if part.section} == {
        "gift-A.B",
        "most-A.B",
        "gift-B.A",
        "most-B.A",
    }
    for topic, section in (
        ("agreement", "package-nash"),
        ("reach", "reach"),
        ("judgements", "judgements"),
    ):
        assert {part.section for part in said[topic].parts if part.section} == {section}


def _one_issue(**rest: object) -> Case:
    return small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "p": {"A": 100, "B": 0}}},
        **rest,
    )


def test_a_zone_that_is_empty_or_not_open_says_so() -> None:
    empty = _said(_one_issue(reserves={"B": 1}))
    closed = _said(_one_issue())

    assert _numbers(empty["agreement"]) == ["2", "0"]
    assert "Nash" not in empty["agreement"].text
    assert "not open" in closed["agreement"].text
    for said in (empty, closed):
        assert _numbers(said["reach"])[0] == "0 %"


def test_beside_an_outside_value_the_most_is_told() -> None:
    said = _said(_one_issue(outside={"A": 10, "B": 5}))

    assert _numbers(said["offers"]) == ["90.0", "−5.0"]


def test_what_stands_in_the_way_is_shared_out_and_claims_are_answered() -> None:
    (said,) = [s for s in full()[1].sentences if s.topic == "reach"]

    assert [(part.text, part.section) for part in said.parts if part.section] == [
        ("15.0 %", "reach"),
        ("80.0", "reach"),
        ("70.0", "reach"),
        ("15.0 %", "reach"),
        ("31.2 %", "obstacles"),
        ("13.1", "obstacles"),
        ("16.2", "obstacles"),
        ("not borne out", "claims"),
        ("85 %", "bottleneck"),
        ("not borne out", "claims"),
        ("15.0", "scenarios"),
        ("6.4", "scenarios"),
        ("16.3", "scenarios"),
        ("2.6", "scenarios"),
    ]
    assert "percentage points) by the seller's board; the text's claim 2" in said.text


def test_each_part_of_the_outlook_has_a_sentence() -> None:
    topics = [sentence.topic for sentence in full()[1].sentences]

    assert topics == [*TOPICS[:-1], "scenarios", "drift", "window", "sequence", TOPICS[-1]]


def test_where_only_several_obstacles_together_cost_the_share_is_told() -> None:
    case = small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "p": {"A": 100, "B": 100}}},
    )
    third = {"T": {"name": "a third"}}
    promise = {"to": "T", "kind": "hard", "options": {"x": "p"}, "removable": True}
    both = {p: {**promise, "text": f"{p} promised.", "by": p} for p in ("A", "B")}
    tree = {**written(case), "third_parties": third, "commitments": both}

    said = _said(Case.model_validate(tree))["reach"]

    assert said.text.endswith("lifting any one of them alone would not raise it.")
    assert "the largest part of it (50.0 of 100.0 percentage points) by “A promised.”" in said.text


def _texts(result: BriefResult) -> list[str]:
    return [sentence.text for sentence in result.sentences]


def _whole(result: BriefResult) -> None:
    for text in _texts(result):
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")
        assert ".." not in text
        assert "  " not in text
        assert "None" not in text


@pytest.mark.parametrize("seed", range(15))
def test_every_case_has_five_whole_sentences(seed: int) -> None:
    result = brief(random_case(seed, SMALL))

    assert [sentence.topic for sentence in result.sentences] == TOPICS
    _whole(result)


@pytest.mark.parametrize("seed", range(10))
def test_a_case_with_shocks_and_dates_has_seven(seed: int) -> None:
    result = brief(random_case(seed, OUTLOOK))

    assert [s.topic for s in result.sentences] == [
        *TOPICS[:-1],
        "scenarios",
        "drift",
        "window",
        TOPICS[-1],
    ]
    _whole(result)
