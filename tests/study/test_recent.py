"""The recent span of a record beside the one before it."""

from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import ArrayLike

from detente.record.coverage import Coverage
from detente.record.measured import Measured, join
from detente.record.schema import KINDS, TOPICS
from detente.study.recent import fine_of, recent_of, topics_of, warming_of

FIRST = date(2018, 1, 1)
DAYS = 120
RECENT = FIRST + timedelta(days=90)


def covered(days: int = DAYS) -> Coverage:
    first = np.datetime64(FIRST, "D")
    return Coverage("icews", np.arange(first, first + days), "all of them")


def measured(before: float, after: float) -> Measured:
    """Return days of four events, of one tone before the recent span and another in it."""
    draw = np.random.default_rng(7)
    days = np.arange(np.datetime64(FIRST, "D"), np.datetime64(FIRST, "D") + DAYS)
    late = np.arange(DAYS) >= 90
    mean = np.where(late, after, before) + draw.normal(0, 0.5, DAYS)
    rows: dict[str, ArrayLike] = {"period": days, "volume": np.full(DAYS, 4)}
    rows |= {"intensity_n": np.full(DAYS, 4), "intensity_sum": 4 * mean}
    rows |= {f"kind_{kind}": np.zeros(DAYS) for kind in KINDS}
    rows |= {f"topic_{name}": np.zeros(DAYS) for name in TOPICS}
    rows["topic_economy"] = np.where(late, 0, 4)
    rows["topic_security"] = np.where(late, 4, 0)
    return join(rows, "day", covered(), FIRST, FIRST + timedelta(days=DAYS - 1))


@pytest.mark.parametrize(
    ("days", "by"), [(400, "day"), (401, "week"), (1830, "week"), (1831, "month")]
)
def test_a_longer_span_is_looked_at_in_longer_periods(days: int, by: str) -> None:
    assert fine_of(FIRST, FIRST + timedelta(days=days - 1)) == by


def test_the_recent_span_is_a_quarter_of_what_is_covered_and_a_year_at_most() -> None:
    last = FIRST + timedelta(days=DAYS - 1)

    assert recent_of(covered(), FIRST, last, "day") == RECENT
    assert recent_of(covered(3), FIRST, last, "day") is None
    whole = covered(4000)
    end = FIRST + timedelta(days=3999)
    assert recent_of(whole, FIRST, end, "month") == date(2027, 12, 1)


def test_a_warmer_tone_warms_and_a_cooler_one_cools() -> None:
    warms = warming_of(measured(-2, 2), RECENT, "day", 0)
    cools = warming_of(measured(2, -2), RECENT, "day", 0)

    assert (warms.verdict, cools.verdict) == ("warms", "cools")
    assert warms.recent == ("2018-04-01", "2018-04-30")
    assert warms.before == ("2018-01-01", "2018-03-31")
    assert warming_of(measured(1, 1), None, "day", 0).index.value is None


def test_topics_that_shift_are_named() -> None:
    found = topics_of(measured(0, 0), RECENT, "day", 0)

    assert found is not None
    assert found.verdict == "shifted"
    assert {one.topic for one in found.topics if one.moved} == {"economy", "security"}
    assert topics_of(measured(0, 0), None, "day", 0) is None
