"""The five sentences carry the results' own numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.case.case import Case
from detente.study.brief import BriefResult, brief
from detente.study.sentences import Sentence, date_text, points_text, share_text
from detente.testing import Bounds, random_case, two_issue_case
from tests.negotiation.small import small_case

TOPICS = ["relation", "offers", "agreement", "reach", "judgements"]
SMALL = Bounds(issues=(2, 3), options=(2, 3), packages=27)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0.0"),
        (Fraction(1, 25), "0.0"),
        (Fraction(-1, 25), "0.0"),
        (Fraction(-1, 10), "−0.1"),
        (Fraction(12345, 10), "1,234.5"),
        (Fraction(200, 3), "66.7"),
        (Fraction(-200, 3), "−66.7"),
    ],
)
def test_points(value: Fraction, text: str) -> None:
    assert points_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 1000), "under 1 %"),
        (Fraction(1, 100), "1 %"),
        (Fraction(1, 3), "33 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_shares(value: Fraction, text: str) -> None:
    assert share_text(value) == text


def test_dates() -> None:
    assert date_text("2016-12-01") == "1 December 2016"


def _said(case: Case) -> dict[str, Sentence]:
    return {sentence.topic: sentence for sentence in brief(case).sentences}


def _numbers(sentence: Sentence) -> list[str]:
    return [part.text for part in sentence.parts if part.section]


def test_the_sentences_of_two_issues() -> None:
    said = _said(two_issue_case())

    assert [*said] == TOPICS
    assert "chronology" in said["relation"].text
    assert _numbers(said["offers"]) == [
        *("60.0 points", "−30.0", "44.0 points", "+12.0"),
        *("42.0 points", "−16.0", "40.0 points", "+20.0"),
    ]
    assert _numbers(said["agreement"]) == ["40.0", "20.0"]
    assert "the high price; early delivery" in said["agreement"].text
    assert _numbers(said["reach"]) == ["33 %", "70.0", "60.0"]
    assert _numbers(said["judgements"]) == ["10", "10"]


def test_numbers_lead_to_sections() -> None:
    said = _said(two_issue_case())

    assert {part.section for part in said["offers"].parts if part.section} == {
        "gift-A-B",
        "most-A-B",
        "gift-B-A",
        "most-B-A",
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


def _texts(result: BriefResult) -> list[str]:
    return [sentence.text for sentence in result.sentences]


@pytest.mark.parametrize("seed", range(15))
def test_every_case_has_five_whole_sentences(seed: int) -> None:
    result = brief(random_case(seed, SMALL))

    assert [sentence.topic for sentence in result.sentences] == TOPICS
    for text in _texts(result):
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")
        assert not text.endswith("..")
        assert "  " not in text
        assert "None" not in text
