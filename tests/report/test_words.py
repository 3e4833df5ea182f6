from fractions import Fraction

import pytest

from detente.report.words import (
    capital,
    changes,
    element_name,
    joined,
    places,
    points_text,
    possessive,
    scenario_name,
    share_text,
)
from detente.testing import two_issue_case
from tests.report.full_case import full_case


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


def test_lists_and_capitals() -> None:
    assert [joined(parts) for parts in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a",
        "a and b",
        "a, b and c",
    ]
    assert (capital("the US"), capital("")) == ("The US", "")


def test_a_scenario_is_told_by_what_differs_from_now() -> None:
    case = full_case()

    def told(market: str, bank: str) -> str:
        return scenario_name(case, {"market": market, "bank": bank})

    assert told("calm", "strict") == "as now"
    assert told("calm", "lenient") == "the bank: the bank gives credit"
    assert told("tight", "strict") == "A squeeze (the steel market: steel runs short)"
    assert told("tight", "lenient") == (
        "the steel market: steel runs short; the bank: the bank gives credit"
    )


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("chronology", "chronology"),
        ("principals.B.reserve", "the buyer: reserve"),
        ("principals.B.weights.points.price", "the buyer: weight of Price"),
        ("shocks.bank.states.lenient", "the bank: the bank gives credit"),
        ("wishes.money_first", "money first"),
        ("facts.market_report", "fact “market report”"),
        ("issues.volume.options.share_1_4", "Volume: 100 tonnes"),
    ],
)
def test_an_element_is_named_by_what_leads_to_it(place: str, name: str) -> None:
    assert element_name(full_case(), place) == name
