import importlib.util
from pathlib import Path

import duckdb
import ibis
import pytest

from detente.base.errors import InputError, MissingResource
from detente.record.bigquery_gdelt import COLUMNS
from detente.record.schema import EVENTS
from detente.store.connect import open_events
from detente.store.store import Store
from tests.store.own import OWN, several

NAMES = [column.name for column in EVENTS]


@pytest.fixture
def database(tmp_path: Path) -> str:
    path = tmp_path / "events.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute(
            "CREATE TABLE theirs AS SELECT 7 AS id, DATE '2018-10-04' AS date, 'JPN' AS actor, "
            "'RUS' AS target, 1 AS quad"
        )
        con.execute(
            "CREATE TABLE events AS SELECT *, 'icews' AS source, '7' AS event_id, "
            "'abc' AS file, 4 AS \"row\" FROM theirs"
        )
    return f"duckdb://{path}"


def _refused(url: str, **columns: str) -> list[str]:
    with pytest.raises(InputError) as refused:
        open_events(url, "icews", columns)
    return [problem.code for problem in refused.value.problems]


def test_a_table_of_another_form_has_the_columns_of_events(database: str) -> None:
    table = open_events(f"{database}?table=theirs", "icews", {"event_id": "id"})

    (event,) = table.to_pyarrow().to_pylist()
    assert [*event] == NAMES
    assert (event["event_id"], event["file"], event["row"], event["source"]) == (
        "7", "theirs", 0, "icews",
    )  # fmt: skip
    assert (event["intensity"], event["quad"]) == (None, 1)


def test_a_table_of_events_is_read_by_source(database: str) -> None:
    assert open_events(database, "icews").to_pyarrow().num_rows == 1
    assert open_events(database, "gdelt2").to_pyarrow().num_rows == 0


def test_a_stores_files_are_read_by_another_backend(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for path in several(tmp_path / "in", 2):
        store.add(path, OWN)

    table = open_events(f"duckdb://?store={store.folder}", "own")

    assert table.to_pyarrow().sort_by("event_id") == store.answer(
        store.events("own").order_by("event_id")
    ).select(NAMES)


def test_a_table_that_does_not_fit_is_told(database: str) -> None:
    assert _refused(f"{database}?table=none") == ["R913"]
    assert _refused(f"{database}?table=theirs") == ["R913"]
    assert _refused(database, actor="who") == ["R913"]


@pytest.mark.parametrize("url", ["events", "", "://x", "nothing://x", "/tmp/x.duckdb"])
def test_what_is_no_backend_is_told(url: str) -> None:
    assert _refused(url) == ["R912"]


def test_a_backend_that_is_out_of_reach_is_a_missing_resource(tmp_path: Path) -> None:
    with pytest.raises(MissingResource):
        open_events(f"duckdb://{tmp_path}/none/none.duckdb?read_only=True", "icews")


@pytest.mark.parametrize(
    ("url", "extra"),
    [("pyspark://?store=x", "detente[spark]"), ("bigquery://p/d", "ibis-framework[bigquery]")],
)
def test_a_missing_library_names_its_extra(
    url: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec
    gone = ("pyspark", "google.cloud.bigquery")
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *a: None if name in gone else found(name, *a)
    )

    with pytest.raises(MissingResource) as missing:
        open_events(url, "icews")

    assert extra in str(missing.value)


@pytest.mark.slow
# pyspark 4.0 under pandas 3 warns of pandas 4; its socket to Java is kept until the end.
@pytest.mark.filterwarnings("ignore")
def test_spark_reads_the_same_files(tmp_path: Path) -> None:
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed: the extra spark brings it")
    store = Store(tmp_path / "store")
    for path in several(tmp_path / "in", 3):
        store.add(path, OWN)

    table = open_events(f"pyspark://?store={store.folder}", "own")

    days = table.group_by("date").agg(rows=table.count()).order_by("date").to_pyarrow()
    assert {row["date"]: row["rows"] for row in days.to_pylist()} == store.daily("own")
    assert ibis.to_sql(table, dialect="databricks")


def test_gdelts_public_table_is_read_as_events(tmp_path: Path) -> None:
    path = tmp_path / "gdelt.duckdb"
    columns = ", ".join(
        f"NULL::VARCHAR AS {name}"
        for name, kind in COLUMNS.items()
        if kind == "string"
        and name not in ("Actor1CountryCode", "Actor2CountryCode", "EventCode", "Actor1Type1Code")
    )
    with duckdb.connect(str(path)) as con:
        con.execute(
            f"CREATE TABLE events AS SELECT 7::BIGINT AS GLOBALEVENTID, "
            f"20191024::BIGINT AS SQLDATE, "
            f"'ROM' AS Actor1CountryCode, 'RUS' AS Actor2CountryCode, 'GOV' AS Actor1Type1Code, "
            f"'043' AS EventCode, 2.8::DOUBLE AS GoldsteinScale, {columns}"
        )
    (row,) = open_events(f"duckdb://{path}", "gdelt2").to_pyarrow().to_pylist()

    assert (row["actor"], row["target"], row["kind"]) == ("ROU", "RUS", "consult")
    assert (row["date"].isoformat(), row["actor_track"], row["intensity"]) == (
        "2019-10-24", "officials", 2.8,
    )  # fmt: skip
    assert open_events(f"duckdb://{path}", "gdelt1").to_pyarrow().num_rows == 0
