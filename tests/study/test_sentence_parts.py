from fractions import Fraction

import pytest

from detente.study.sentence_parts import (
    Writer,
    date_text,
    points_text,
    quoted,
    share_text,
    signed_text,
)


def test_a_sentence_begins_large_and_its_numbers_lead_to_sections() -> None:
    sentence = Writer("reach", "here").say("it is ").number("1").number("2", "there").end()

    assert sentence.text == "It is 12"
    assert [part.section for part in sentence.parts] == [None, "here", "there"]


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


def test_signed_points() -> None:
    assert [signed_text(Fraction(n)) for n in (2, 0, -2)] == ["+2.0", "0.0", "−2.0"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 1000), "under 1 %"),
        (Fraction(1, 100), "1 %"),
        (Fraction(1, 3), "33 %"),
        (Fraction(999, 1000), "over 99 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_shares(value: Fraction, text: str) -> None:
    assert share_text(value) == text


def test_dates() -> None:
    assert date_text("2016-12-01") == "1 December 2016"


def test_a_name_that_is_a_sentence_is_quoted() -> None:
    assert (quoted("the board"), quoted("No haste.")) == ("the board", "“No haste.”")
