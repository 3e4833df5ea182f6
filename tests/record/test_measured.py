"""What is missing, what is 0, and what is derived, over a span."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest

from detente.record.coverage import Coverage, coverage
from detente.record.dyad import Dyad
from detente.record.measure import measured
from detente.record.measured import Measured, join
from detente.record.period import BYS, By
from detente.testing.events import Event, random_events
from tests.record.made import event, table

JAPAN_RUSSIA = Dyad("JPN", ("RUS",))
SPAN = (date(2018, 9, 1), date(2019, 1, 31))
COVERED = coverage("csv", {}, [(date(2018, 10, 4), date(2018, 12, 31))])
EVENTS = [
    event("2018-09-30", "JPN", "RUS", 9.0),
    event("2018-10-02", "JPN", "RUS", 1.0, quad=1, topic="economy", kind="agree"),
    event("2018-10-05", "RUS", "JPN", 3.0, quad=4, topic="security"),
    event("2018-10-05", "RUS", "JPN", None),
    event("2018-12-01", "JPN", "RUS", -2.0, quad=3, topic="security"),
    event("2019-06-01", "JPN", "RUS", 5.0),
]


def _joined(
    rows: Sequence[Event],
    by: By = "month",
    covered: Coverage = COVERED,
    dyad: Dyad = JAPAN_RUSSIA,
    names: Sequence[str] = (),
) -> Measured:
    asked = measured(table(rows), dyad, by, names).to_pyarrow()
    return join({name: asked[name].to_numpy() for name in asked.column_names}, by, covered, *SPAN)


@pytest.fixture(scope="module")
def months() -> Measured:
    return _joined(EVENTS)


def test_missing_is_told_from_nothing_and_from_part(months: Measured) -> None:
    assert months.standing == ("missing", "partial", "covered", "covered", "missing")
    assert [period.name for period in months.periods] == [
        "2018-09",
        "2018-10",
        "2018-11",
        "2018-12",
        "2019-01",
    ]
    assert months.covered.tolist() == [0, 28, 30, 31, 0]
    np.testing.assert_array_equal(months.volume(), [np.nan, 3, 0, 1, np.nan])
    np.testing.assert_array_equal(months.intensity(), [np.nan, 2, np.nan, -2, np.nan])


def test_events_that_stand_in_no_number_are_counted(months: Measured) -> None:
    assert months.outside.tolist() == [1, 0, 0, 0, 0]
    assert months.beyond == 1
    assert np.nansum(months.volume()) + months.outside.sum() + months.beyond == len(EVENTS)


def test_sides_and_spread(months: Measured) -> None:
    np.testing.assert_array_equal(months.volume("from"), [np.nan, 1, 0, 1, np.nan])
    np.testing.assert_array_equal(months.volume("to"), [np.nan, 2, 0, 0, np.nan])
    np.testing.assert_array_equal(months.intensity("to"), [np.nan, 3, np.nan, np.nan, np.nan])
    np.testing.assert_allclose(months.intensity_sd, [np.nan, 2**0.5, np.nan, np.nan, np.nan])


def test_shares_are_of_the_events_that_say(months: Measured) -> None:
    np.testing.assert_array_equal(months.share_cooperative, [np.nan, 0.5, np.nan, 0, np.nan])
    assert months.topics()[1].tolist() == [1, 1, 0, 0, 0, 0, 0, 0]
    assert months.topic_shares()[1].tolist() == [0.5, 0.5, 0, 0, 0, 0, 0, 0]
    assert np.isnan(months.topic_shares()[2]).all()
    assert months.kinds()[1].sum() == 1
    assert months.quads()[1].tolist() == [1, 0, 0, 1]
    assert months.contacts[3] == months.contact_days[3] == 0


def test_the_interval_says_how_it_was_found(months: Measured) -> None:
    found = months.intensity_interval()
    low, high = found.low[1], found.high[1]

    assert "over days" in found.method
    assert low < 2 < high
    assert np.isnan(found.low[[0, 2, 3, 4]]).all()
    assert "independent" in _joined(EVENTS, "day").intensity_interval().method
    alone = _joined(EVENTS, names=["volume", "intensity", "quads"])
    assert "independent" in alone.intensity_interval().method
    assert "independent" in alone.cooperative_interval().method


def test_bursts_of_one_kind_make_the_share_less_sure() -> None:
    steady = [
        event(f"2018-11-{day:02}", "JPN", "RUS", 1.0, quad=quad)
        for day in range(1, 21)
        for quad in (1, 1, 3)
    ]
    bursts = [
        event(f"2018-11-{day:02}", "JPN", "RUS", 1.0, quad=3 if day % 3 == 0 else 1)
        for day in range(1, 22)
        for _ in range(3)
    ]
    widths = []
    for rows in (steady, bursts):
        found = _joined(rows).cooperative_interval()
        assert found.low[2] < 2 / 3 < found.high[2]
        widths.append(found.high[2] - found.low[2])

    assert widths[1] > 1.4 * widths[0]


def test_reciprocity_is_of_the_periods_that_have_both_sides() -> None:
    rows = []
    for day, ours, theirs in [(1, 1.0, 2.0), (2, -4.0, -7.0), (3, 3.0, 5.0), (4, 2.0, None)]:
        rows.append(event(f"2018-11-{day:02}", "JPN", "RUS", ours))
        rows.append(event(f"2018-11-{day:02}", "RUS", "JPN", theirs))
    found = _joined(rows, "day").reciprocity()

    assert found.periods == 3
    assert found.correlation == pytest.approx(np.corrcoef([1, -4, 3], [2, -7, 5])[0, 1])
    assert found.gap[~np.isnan(found.gap)].tolist() == [-1, 3, -2]
    assert np.isnan(_joined(rows, "month").reciprocity().correlation)


@pytest.mark.parametrize("by", BYS)
def test_every_event_is_in_one_place(by: By) -> None:
    rows = [row for seed in range(20) for row in random_events(seed)]
    found = _joined(rows, by, names=["volume"])
    asked = measured(table(rows), JAPAN_RUSSIA, "year", ["volume"]).to_pyarrow()

    everywhere = np.nansum(found.volume()) + found.outside.sum() + found.beyond
    assert everywhere == sum(asked["volume"].to_pylist())


def test_the_order_of_rows_means_nothing() -> None:
    asked = measured(table(EVENTS), JAPAN_RUSSIA, "month").to_pyarrow()
    rows = {name: asked[name].to_numpy() for name in asked.column_names}
    turned = {name: column[::-1] for name, column in rows.items()}

    one, other = (join(each, "month", COVERED, *SPAN) for each in (rows, turned))

    for name, column in one.sums.items():
        np.testing.assert_array_equal(column, other.sums[name])


def test_without_events_a_covered_period_has_none() -> None:
    found = _joined([])

    np.testing.assert_array_equal(found.volume(), [np.nan, 0, 0, 0, np.nan])
    assert np.isnan(found.intensity()).all()
    assert found.beyond == 0


def test_arrays_are_not_to_be_changed(months: Measured) -> None:
    with pytest.raises(ValueError, match="read-only"):
        months.volume()[0] = 1


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["2018-10-02"], "no month begins on 2018-10-02"),
        (["2018-10-01", "2018-10-01"], "two rows have one period"),
    ],
)
def test_rows_that_are_no_periods_are_refused(days: list[str], words: str) -> None:
    rows: dict[str, Any] = {"period": np.array(days, dtype="datetime64[D]")}

    with pytest.raises(ValueError, match=words):
        join(rows | {"volume": np.ones(len(days))}, "month", COVERED, *SPAN)


def test_findings_from_arrays_load_no_engine() -> None:
    names = ("coverage", "dyad", "interval", "measure", "measured", "period")
    program = f"import sys, {', '.join(f'detente.record.{name}' for name in names)}; " + (
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8"
    )

    assert not {"ibis", "duckdb", "pyarrow", "pandas"} & {*done.stdout.split()}
