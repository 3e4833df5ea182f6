from datetime import date

from detente.study.drift import days_of, drift
from detente.testing import two_issue_case
from tests.study.situations import ageing


def test_a_case_without_dates_does_not_drift() -> None:
    assert drift(two_issue_case()) is None


def test_the_days_are_those_at_which_something_changes_and_the_cases_own() -> None:
    assert days_of(ageing()) == (
        date(2016, 5, 1),
        date(2017, 1, 1),
        date(2017, 5, 11),
        date(2018, 1, 1),
    )


def test_an_entry_holds_from_its_day_until_before_its_end() -> None:
    found = drift(ageing())

    assert found is not None
    assert [day.entries for day in found.days] == [("before",), (), (), ("later",)]
    assert found.days[0].weights["A"] == {"price": 50, "delivery": 50}
    assert found.moved == {"A": {"price": 20, "delivery": -20}}


def test_waiting_costs_the_gain_forgone_and_the_fall_of_the_baseline() -> None:
    found = drift(ageing())

    assert found is not None
    assert [day.delay for day in found.days] == [{}, {}, {"A": 0, "B": 0}, {"A": 45, "B": 20}]
    assert not found.days[-1].standing.open
