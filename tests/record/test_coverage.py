"""Which days are covered: by volume, or as declared."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.coverage import AROUND, FLOORS, coverage, usual_volume
from detente.record.period import periods_of

MONDAY = date(2018, 10, 1)


def _day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def _weekly(days: int, weekday: int = 2200, weekend: int = 1100) -> dict[date, int]:
    return {_day(n): weekend if _day(n).weekday() > 4 else weekday for n in range(days)}


def test_strays_are_not_covered_and_weekends_are() -> None:
    daily = _weekly(60)
    daily |= {_day(-n): 30 for n in range(1, 20)} | {_day(60): 45} | {_day(12): 198}
    del daily[_day(20)]

    found = coverage("icews", daily)

    assert [_day(n) for n in range(60) if not found.covers(_day(n))] == [_day(12), _day(20)]
    assert found.span == (_day(0), _day(59))


def test_a_single_file_covers_its_own_day() -> None:
    daily = {_day(0): 2, _day(1): 16, _day(2): 2173, _day(3): 104}

    assert coverage("icews", daily).days.tolist() == [_day(2)]


def test_a_record_that_grows_over_decades_is_covered_throughout() -> None:
    days = 365 * 35
    daily = {_day(n): round(1000 * 1.15 ** (n / 365)) for n in range(days)}

    assert len(coverage("polecat", daily).days) == days


def test_rows_dated_a_year_back_are_no_thinner_record() -> None:
    """GDELT dates some rows exactly a year, and ten years, before the others."""
    daily = {_day(n): 100_000 for n in range(90)} | {_day(n - 365): 1500 for n in range(90)}

    for source in ("gdelt1", "gdelt2"):
        assert coverage(source, daily).span == (_day(0), _day(89))


def test_one_file_of_a_quarter_of_an_hour_covers_no_day() -> None:
    assert coverage("gdelt2", {_day(0): 2051, _day(-365): 20}).span is None


def test_what_is_usual_is_the_day_of_the_median_event() -> None:
    daily = {_day(0): 10, _day(1): 30, _day(2): 40, _day(AROUND + 1): 1000}

    assert usual_volume(daily) == {
        _day(0): 30,
        _day(1): 1000,
        _day(2): 1000,
        _day(AROUND + 1): 1000,
    }


def test_a_declared_span_is_covered_whatever_its_volume() -> None:
    found = coverage("csv", {_day(5): 1}, [(_day(0), _day(9)), (_day(5), _day(12))])

    assert found.days.tolist() == [_day(n) for n in range(13)]
    assert found.rule == "declared for 2018-10-01 to 2018-10-10, 2018-10-06 to 2018-10-13"


def test_a_declared_span_stands_beside_the_rule_for_other_files() -> None:
    found = coverage("icews", _weekly(10), [(_day(30), _day(31))])

    assert found.days.tolist() == [*map(_day, range(10)), _day(30), _day(31)]
    assert "declared for" in found.rule
    assert "one quarter" in found.rule
    assert "100 rows" in found.rule


def test_what_nobody_declares_and_no_rule_covers_is_not_covered() -> None:
    found = coverage("chronology", {_day(0): 5000})

    assert found.span is None
    assert found.rule == "nothing is declared for chronology, and it has no rule by volume"


def test_periods_are_covered_in_part() -> None:
    found = coverage("csv", {}, [(date(2018, 10, 4), date(2018, 11, 30))])
    months = periods_of(date(2018, 9, 1), date(2018, 12, 31), "month")

    assert found.standing(months) == ("missing", "partial", "covered", "missing")
    assert found.count(months).tolist() == [0, 28, 30, 0]
    assert found.until(date(2018, 11, 15)).standing(months) == (
        "missing",
        "partial",
        "partial",
        "missing",
    )


def test_a_span_that_ends_before_it_begins_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        coverage("icews", {}, [(_day(1), _day(0))])


@given(st.dictionaries(st.integers(0, 400), st.integers(0, 5000)), st.integers(0, 400))
def test_more_rows_on_a_day_never_uncover_it(rows: dict[int, int], day: int) -> None:
    daily = {_day(n): count for n, count in rows.items()}
    more = {**daily, _day(day): 3 * daily.get(_day(day), 0) + 100}

    was, now = (coverage("icews", each).covers(_day(day)) for each in (daily, more))

    assert now or not was


@given(st.dictionaries(st.integers(0, 300), st.integers(0, 3000)), st.integers(-3000, 3000))
def test_days_are_judged_alike_at_any_time(rows: dict[int, int], later: int) -> None:
    now = coverage("polecat", {_day(n): count for n, count in rows.items()})
    then = coverage("polecat", {_day(n + later): count for n, count in rows.items()})

    assert [day + timedelta(days=later) for day in now.days.tolist()] == then.days.tolist()


def test_noise_of_a_third_uncovers_nothing() -> None:
    draw = Random(5)
    daily = {day: round(n * draw.uniform(0.67, 1.33)) for day, n in _weekly(400).items()}

    assert len(coverage("icews", daily).days) == 400


def test_every_floor_is_in_order_and_begins_with_time() -> None:
    for floors in FLOORS.values():
        assert floors[0][0] == date.min
        assert [*floors] == sorted(floors)
