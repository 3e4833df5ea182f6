"""The same measures on DuckDB and on a local Spark: counts exact, other numbers to 1e-9."""

import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import ibis
import pytest

from detente.record.bigquery_gdelt import COLUMNS, as_events
from detente.record.dyad import Dyad, of_dyad
from detente.record.measure import MEASURES, measured, measured_each, over_days, sums_by
from detente.record.period import By
from detente.testing.events import random_events
from tests.record.made import answered, kept, same
from tests.record.test_bigquery_gdelt import ACTS, ROWS, STATES, TRACKS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed"),
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ,
        reason="Spark needs Java, and there is none",
    ),
    # What Spark's own client does while it starts, reads and stops.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

JAPAN_RUSSIA = Dyad("JPN", ("RUS",))
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.session.timeZone": "Pacific/Auckland",
}
"""One small partition; and a zone far from Greenwich, in which a day must stay the same day."""

Pair = tuple[ibis.Table, ibis.Table]


@pytest.fixture(scope="module")
def spark() -> Iterator[ibis.BaseBackend]:
    build = import_module("pyspark.sql").SparkSession.builder.master("local[1]").appName("tests")
    for name, value in SETTINGS.items():
        build = build.config(name, value)
    session = build.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield ibis.pyspark.connect(session)
    finally:
        session.stop()


@pytest.fixture(scope="module")
def both(spark: ibis.BaseBackend, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """One Parquet file of made events, as each engine reads it."""
    rows = [row for seed in range(60) for row in random_events(seed, most=20, days=400)]
    path = kept(rows, tmp_path_factory.mktemp("events"))
    return ibis.duckdb.connect().read_parquet(str(path)), spark.read_parquet(str(path))


@pytest.mark.parametrize("by", ["day", "week", "month", "quarter", "year"])
def test_every_measure_is_the_same(by: By, both: Pair) -> None:
    duck, spark = (answered(measured(held, JAPAN_RUSSIA, by), "period") for held in both)

    assert len(duck) >= 2
    assert same(duck, spark)


@pytest.mark.parametrize("dyad", [Dyad("USA"), Dyad("CHN", ("JPN", "USA"), "to")])
def test_every_kind_of_dyad_is_the_same(dyad: Dyad, both: Pair) -> None:
    names = ["volume", "intensity"]
    duck, spark = (answered(measured(held, dyad, "month", names), "period") for held in both)

    assert same(duck, spark)


def test_all_dyads_and_many_files_are_the_same(both: Pair) -> None:
    each = [
        answered(measured_each(held, "month", ["volume"]), "actor", "target", "period")
        for held in both
    ]
    files = [
        answered(
            over_days(
                sums_by(of_dyad(held, JAPAN_RUSSIA), "day", ["clusters"], ("file",)),
                "week",
                ["clusters"],
                ("file",),
            ),
            "file",
            "period",
        )
        for held in both
    ]

    assert same(*each)
    assert same(*files)


def test_gdelts_table_becomes_the_same_events(spark: ibis.BaseBackend, tmp_path: Path) -> None:
    path = str(tmp_path / "gdelt.parquet")
    columns = {name: [row[name] for row in ROWS] for name in COLUMNS}
    ibis.memtable(columns, schema=dict(COLUMNS)).to_parquet(path)

    duck, far = (
        as_events(held, STATES, ACTS, TRACKS).drop("event_id").to_pyarrow().to_pylist()
        for held in (ibis.duckdb.connect().read_parquet(path), spark.read_parquet(path))
    )

    assert sorted(duck, key=str) == sorted(far, key=str)


def test_every_measure_names_both_engines() -> None:
    assert all({"duckdb", "pyspark"} <= {*measure.backends} for measure in MEASURES.values())
