from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.base.partial_date import PartialDate


@given(st.dates(), st.integers(0, 2))
def test_a_date_is_written_as_it_is_read(day: date, dropped: int) -> None:
    text = day.isoformat()[: (10, 7, 4)[dropped]]

    parsed = PartialDate.parse(text)

    assert str(parsed) == text
    assert parsed.first <= day <= parsed.last


@pytest.mark.parametrize(
    ("text", "first", "last", "quarter"),
    [
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "2016Q1"),
        ("2017", date(2017, 1, 1), date(2017, 12, 31), None),
        (" 2017-12-31 ", date(2017, 12, 31), date(2017, 12, 31), "2017Q4"),
        ("2017-04", date(2017, 4, 1), date(2017, 4, 30), "2017Q2"),
    ],
)
def test_the_days_a_date_can_be(text: str, first: date, last: date, quarter: str | None) -> None:
    parsed = PartialDate.parse(text)

    assert (parsed.first, parsed.last, parsed.quarter) == (first, last, quarter)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "2017-13",
        "2017-00",
        "2017-02-29",
        "2017-02-00",
        "2017-2-1",
        "0000",
        "2017-04-",
        "2017-04-01T00:00",
        "11.05.2017",
        "2017/04/01",
        "-2017",
        "20170401",
        "2017-00-01",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|no day of the calendar"):
        PartialDate.parse(text)


def test_the_less_is_known_the_earlier_it_sorts() -> None:
    texts = ["2016-12-31", "2017", "2017-04", "2017-04-01", "2017-05"]

    assert sorted(map(PartialDate.parse, reversed(texts))) == [*map(PartialDate.parse, texts)]
