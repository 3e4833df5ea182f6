"""A quarter of ICEWS, read ad hoc: what is known of it by hand."""

from datetime import date, timedelta
from pathlib import Path

import ibis
import numpy as np
import pytest

from detente.record.coverage import Coverage, coverage
from detente.record.dyad import Dyad
from detente.record.measure import measured
from detente.record.measured import Measured, join
from detente.record.period import By

FILES = Path(__file__).parents[3] / "shared" / "data" / "icews"
STATES = {"Japan": "JPN", "Russian Federation": "RUS", "Ukraine": "UKR"}
NAMES = ["volume", "intensity"]
SPAN = (date(2018, 9, 1), date(2019, 1, 31))


@pytest.fixture(scope="module")
def events() -> ibis.Table:
    if not FILES.is_dir():
        pytest.skip("../shared/data is absent")
    con = ibis.duckdb.connect()
    raw = con.read_csv(
        str(FILES / "*.tab"), delim="\t", header=True, quote="", all_varchar=True, table_name="raw"
    )
    asked = raw.select(
        date=raw["Event Date"].cast("date"),
        actor=raw["Source Country"].substitute(STATES),
        target=raw["Target Country"].substitute(STATES),
        intensity=raw["Intensity"].cast("float64"),
    )
    return ibis.memtable(asked.to_pyarrow())


@pytest.fixture(scope="module")
def covered(events: ibis.Table) -> Coverage:
    rows = events.group_by("date").aggregate(rows=events.count()).to_pyarrow().to_pylist()
    assert sum(row["rows"] for row in rows) == 163_949
    return coverage("icews", {row["date"]: row["rows"] for row in rows})


def _joined(events: ibis.Table, covered: Coverage, dyad: Dyad, by: By) -> Measured:
    asked = measured(events, dyad, by, NAMES).to_pyarrow()
    rows = {name: asked[name].to_numpy() for name in asked.column_names}
    return join(rows, by, covered, *SPAN)


def test_the_days_whose_files_are_missing_are_not_covered(covered: Coverage) -> None:
    days = [date(2018, 10, 1) + timedelta(days=n) for n in range(93)]

    missing = [f"{day:%m-%d}" for day in days if not covered.covers(day)]

    assert missing == ["10-01", "10-02", "10-03", "10-06", "01-01"]
    assert covered.span == (date(2018, 10, 4), date(2018, 12, 31))


def test_japan_and_russia_by_month(events: ibis.Table, covered: Coverage) -> None:
    found = _joined(events, covered, Dyad("JPN", ("RUS",)), "month")

    assert found.standing == ("missing", "partial", "covered", "covered", "missing")
    np.testing.assert_array_equal(found.volume(), [np.nan, 65, 237, 176, np.nan])
    np.testing.assert_allclose(found.intensity()[1:4], [1.708, 3.392, 3.255], atol=5e-4)


def test_russia_and_ukraine_in_the_week_of_the_kerch_strait(
    events: ibis.Table, covered: Coverage
) -> None:
    found = _joined(events, covered, Dyad("RUS", ("UKR",)), "week")
    [week] = [n for n, period in enumerate(found.periods) if period.name == "2018-W48"]

    assert found.standing[week] == "covered"
    assert found.volume()[week] == 495
    assert found.intensity()[week] == pytest.approx(-4.315, abs=5e-4)
