from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from detente.base.day import Day, to_day

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
