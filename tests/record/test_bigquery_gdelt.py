"""GDELT's public table: the SQL that would be asked of it, and what it means on a small table."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import pytest

from detente.record.bigquery_gdelt import COLUMNS, as_events, public_table
from detente.record.dyad import Dyad
from detente.record.measure import measured
from detente.record.schema import EVENTS
from tests.record.made import answered

GOLDEN = Path(__file__).with_name("golden")


@dataclass(frozen=True)
class Act:
    """An act as CAMEO's table would have it."""

    kind: str | None
    quad: int
    intensity: float
    topic: str | None = None
    otherwise: str = "other"


STATES = {"JPN": "JPN", "RUS": "RUS", "ROM": "ROU"}
ACTS = {
    "010": Act(None, 1, 0.0),
    "042": Act("consult", 1, 1.9, otherwise="diplomacy"),
    "043": Act("consult", 1, 2.8, otherwise="diplomacy"),
    "061": Act("cooperate", 2, 6.4, "economy"),
    "172": Act("coerce", 4, -5.0),
}
TRACKS = {"GOV": "officials", "BUS": "civic"}
JAPAN_RUSSIA = Dyad("JPN", ("RUS",))
NAMES = ["volume", "intensity", "clusters", "contacts", "topics"]


def _asked(gdelt: ibis.Table) -> ibis.Table:
    return measured(as_events(gdelt, STATES, ACTS, TRACKS), JAPAN_RUSSIA, "week", NAMES)


@pytest.mark.parametrize("dialect", ["bigquery", "databricks"])
def test_the_sql_is_what_was_read_and_found_right(dialect: str) -> None:
    path = GOLDEN / f"gdelt_{dialect}.sql"
    sql = f"{ibis.to_sql(_asked(public_table()), dialect=dialect)}\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(sql, encoding="utf-8")

    assert sql == path.read_text(encoding="utf-8")


def _row(day: int, actor: str | None, target: str | None, code: str, **rest: Any) -> dict[str, Any]:
    return {
        **dict.fromkeys(COLUMNS),
        "GLOBALEVENTID": 1,
        "SQLDATE": day,
        "Actor1CountryCode": actor,
        "Actor2CountryCode": target,
        "EventCode": code,
        **rest,
    }


ROWS = [
    _row(20191021, "JPN", "RUS", "042", Actor1Type1Code="GOV", Actor2Type2Code="BUS"),
    _row(20191027, "RUS", "JPN", "172", GoldsteinScale=-7.0),
    _row(20191027, "RUS", "JPN", "---"),
    _row(20191028, "RUS", "JPN", "061"),
    _row(20191028, "ROM", "JPN", "061"),
    _row(20191028, "EUR", "JPN", "061"),
    _row(20191028, None, "JPN", "061"),
]


def _held() -> ibis.Table:
    columns = {name: [row[name] for row in ROWS] for name in COLUMNS}
    return ibis.memtable(columns, schema=dict(COLUMNS))


def test_rows_become_events() -> None:
    events = as_events(_held(), STATES, ACTS, TRACKS)
    found = events.to_pyarrow().to_pylist()

    assert {name: str(kind) for name, kind in events.schema().items()} == {
        column.name: column.kind for column in EVENTS
    }
    assert [row["actor"] for row in found] == ["JPN", "RUS", "RUS", "RUS", "ROU", None, None]
    assert [row["intensity"] for row in found[:4]] == [1.9, -5.0, None, 6.4]
    assert found[0]["date"] == date(2019, 10, 21)
    assert (found[0]["actor_track"], found[0]["target_track"]) == ("officials", "civic")
    assert [row["topic"] for row in found[:4]] == ["diplomacy", "other", None, "economy"]
    assert found[1]["given"] == -7.0


def test_the_same_measures_are_asked_of_it() -> None:
    found = answered(_asked(_held()), "period")

    assert {week[0].isoformat(): row["volume"] for week, row in found.items()} == {
        "2019-10-21": 3,
        "2019-10-28": 1,
    }
    assert found[date(2019, 10, 21),]["intensity_sum"] == pytest.approx(-3.1)


def test_without_codes_nothing_is_known() -> None:
    [*rows] = as_events(_held(), {}, {}, {}).to_pyarrow().to_pylist()

    assert {row["actor"] for row in rows} == {row["kind"] for row in rows} == {None}
