from fractions import Fraction

import pytest

from detente.report.words import changes, places, points_text, possessive, share_text
from detente.testing import two_issue_case


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0.0"),
        (Fraction(1, 30), "0.0"),
        (Fraction(-1, 30), "0.0"),
        (Fraction(-1, 3), "−0.3"),
        (Fraction(123456, 10), "12,345.6"),
    ],
)
def test_points_are_shown_to_one_decimal_and_never_as_minus_nothing(
    value: Fraction, text: str
) -> None:
    assert points_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 1000), "under 1 %"),
        (Fraction(1, 3), "33 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_shares_are_whole_per_cent_and_a_little_is_not_nothing(value: Fraction, text: str) -> None:
    assert share_text(value) == text


def test_possessives() -> None:
    assert possessive("Japan") == "Japan's"
    assert possessive("the United States") == "the United States'"


def test_changes_name_only_what_differs_from_no_agreement() -> None:
    case = two_issue_case()
    held = {issue: str(found.status_quo) for issue, found in case.issues.items()}

    assert changes(case, held) == []
    early = changes(case, {**held, "delivery": "early"})
    assert early == [case.issues["delivery"].options["early"].name]


def test_places_are_named_in_one_line() -> None:
    case = two_issue_case()

    assert places(case, ["issues.price", "principals.A"]) == (
        f"{case.issues['price'].name}; {case.principals['A'].name}"
    )
    assert places(case, []) == ""
