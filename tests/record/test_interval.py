"""Intervals of means and shares, beside SciPy, published numbers and draws of known truth."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from detente.record.interval import of_mean, of_ratio, student, wilson


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 5, 10, 29, 30, 121, 364, 5000])
@pytest.mark.parametrize("level", [0.5, 0.8, 0.95, 0.999])
def test_student_is_scipys(level: float, freedom: int) -> None:
    assert student(level, freedom) == pytest.approx(
        float(stats.t.ppf((1 + level) / 2, freedom)), rel=1e-9
    )


@pytest.mark.parametrize(("level", "freedom"), [(0.0, 3), (1.0, 3), (0.95, 0)])
def test_no_such_t(level: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="no such t"):
        student(level, freedom)


@given(st.lists(st.integers(-100, 100), min_size=3, max_size=40), st.floats(0.5, 0.99))
def test_the_interval_of_a_mean_is_students(tenths: list[int], level: float) -> None:
    values = np.array(tenths) / 10
    n, total, squares = (np.array([float(x)]) for x in (len(values), sum(values), values @ values))
    found = of_mean(n, total, squares, level=level)
    error = float(stats.sem(values))
    low, high = values.mean(), values.mean()
    if error > 1e-9:
        low, high = stats.t.interval(level, len(values) - 1, loc=values.mean(), scale=error)

    assert found.low[0] == pytest.approx(low, abs=1e-6)
    assert found.high[0] == pytest.approx(high, abs=1e-6)


def _over_days(days: list[list[float]], level: float = 0.95) -> tuple[float, float]:
    t, n = np.array([sum(day) for day in days]), np.array([float(len(day)) for day in days])
    sums = (len(days), t.sum(), n.sum(), (t * t).sum(), (t * n).sum(), (n * n).sum())
    found = of_ratio(*(np.array([float(each)]) for each in sums), level=level)
    return float(found.low[0]), float(found.high[0])


def test_days_of_one_event_each_are_independent_events() -> None:
    values = [1.0, 3.4, -2.0, 7.0, 7.0]
    plain = of_mean(*(np.array([x]) for x in (5.0, sum(values), sum(x * x for x in values))))

    low, high = _over_days([[value] for value in values])

    assert (low, high) == pytest.approx((plain.low[0], plain.high[0]))


def test_news_in_bursts_make_the_interval_wider() -> None:
    values = [1.0, 3.4, -2.0, 7.0, 7.0]
    once = _over_days([[value] for value in values])

    assert _over_days([[value] * 6 for value in values]) == pytest.approx(once)


def test_the_interval_over_days_holds_the_truth_as_often_as_it_says() -> None:
    draw = np.random.default_rng(6)
    held = 0
    for _ in range(600):
        days = []
        for _ in range(30):
            mood = draw.normal(1.0, 2.0)
            days.append([*draw.normal(mood, 3.0, draw.integers(1, 9))])
        low, high = _over_days(days)
        held += low <= 1.0 <= high

    assert 0.92 <= held / 600 <= 0.975


@settings(max_examples=40)
@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilsons_interval_is_scipys(counts: tuple[int, int]) -> None:
    hits, n = counts
    found = wilson(np.array([float(hits)]), np.array([float(n)]))
    rival = stats.binomtest(hits, n).proportion_ci(0.95, method="wilson")

    assert (found.low[0], found.high[0]) == pytest.approx((rival.low, rival.high), abs=1e-9)


def test_where_there_is_too_little_there_is_no_interval() -> None:
    one, none = np.array([1.0]), np.array([0.0])

    for found in (
        of_mean(one, one, one),
        of_mean(none, none, none),
        of_ratio(one, one, one, one, one, one),
        of_ratio(none, none, none, none, none, none),
        wilson(none, none),
        wilson(np.array([np.nan]), np.array([np.nan])),
        of_mean(*(np.array([np.nan]) for _ in range(3))),
    ):
        assert np.isnan([found.low[0], found.high[0]]).all()
