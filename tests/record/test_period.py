"""Periods: their days, names, and the one in which a day falls, in Python and on the engine."""

from datetime import date, timedelta
from itertools import pairwise

import ibis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.period import BYS, By, Period, first_day, period_of, periods_of
from detente.testing.oracle_events import first_day_of

DAYS = st.dates(date(1816, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("by", "name", "first", "last"),
    [
        ("day", "2018-12-31", "2018-12-31", "2018-12-31"),
        ("week", "2019-W01", "2018-12-31", "2019-01-06"),
        ("month", "2018-12", "2018-12-01", "2018-12-31"),
        ("quarter", "2018 Q4", "2018-10-01", "2018-12-31"),
        ("year", "2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_the_last_day_of_2018_is_in(by: By, name: str, first: str, last: str) -> None:
    period = period_of(date(2018, 12, 31), by)

    assert (period.name, str(period.first), str(period.last)) == (name, first, last)


def test_a_february_has_its_days() -> None:
    assert [period_of(date(year, 2, 10), "month").days for year in (1900, 2000, 2023)] == [
        28,
        29,
        28,
    ]


@given(DAYS, st.sampled_from(BYS))
def test_a_day_lies_in_its_period_and_in_no_other(day: date, by: By) -> None:
    period = period_of(day, by)

    assert period.first <= day <= period.last
    assert period == period_of(period.last, by)
    assert period < period_of(period.last + timedelta(days=1), by)
    assert period.days == (period.last - period.first).days + 1


@given(DAYS, st.integers(0, 900), st.sampled_from(BYS))
def test_the_periods_of_a_span_follow_each_other(first: date, days: int, by: By) -> None:
    last = first + timedelta(days=days)
    found = periods_of(first, last, by)

    assert found[0] == period_of(first, by)
    assert found[-1] == period_of(last, by)
    assert all(
        later.first - earlier.last == timedelta(days=1) for earlier, later in pairwise(found)
    )
    assert len({period.name for period in found}) == len(found)


@pytest.mark.parametrize("by", BYS)
def test_the_engine_finds_the_same_first_days(by: By) -> None:
    days = [date(2015, 12, 20) + timedelta(days=7 * n // 3) for n in range(700)]
    held = ibis.memtable({"day": days}, schema={"day": "date"})

    found = held.select("day", first=first_day(held.day, by)).to_pyarrow()

    assert str(found.schema.field("first").type) == "date32[day]"
    for row in found.to_pylist():
        assert row["first"] == period_of(row["day"], by).first == first_day_of(row["day"], by)


def test_what_is_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="no week begins on 2018-12-02"):
        Period(date(2018, 12, 2), "week")
    with pytest.raises(ValueError, match="before it begins"):
        periods_of(date(2018, 12, 2), date(2018, 12, 1), "day")
