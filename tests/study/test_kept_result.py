"""What an empty record holds for a case, and the span that a case asks for."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from detente.study.kept_result import KeptResult, nothing_kept, span_of, states_of
from detente.testing import two_issue_case
from tests.study.cases_of_states import case_of_states


def test_an_empty_record_holds_nothing() -> None:
    found = nothing_kept(case_of_states("2018-04-30"))

    assert (found.states, found.since, found.until) == (("JPN", "RUS"), "2017-05-01", "2018-04-30")
    assert (found.sources, found.measured, found.yearly) == ((), (), ())
    assert KeptResult.model_validate_json(found.model_dump_json()) == found


def test_principals_that_are_no_states_are_not_asked_about() -> None:
    assert states_of(two_issue_case()) == ()
    assert states_of(case_of_states("2018-04-30")) == ("JPN", "RUS")


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_the_span_is_the_twelve_months_that_end_on_the_day(day: date) -> None:
    first, last = span_of(day)

    assert last == day
    assert (last - first).days + 1 in (365, 366)
    assert span_of(first - timedelta(days=1))[1] == first - timedelta(days=1)


def test_a_leap_day_has_a_year_too() -> None:
    assert span_of(date(2016, 2, 29)) == (date(2015, 3, 1), date(2016, 2, 29))
