"""Measures of the record: one dyad, and every dyad, by month over millions of events on disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import ibis
import numpy as np

from bench.peers import record_pandas
from bench.record_events import ABOUT, A, B, events_on_disk
from bench.registry import REGISTRY, Ints, Problem
from detente.record.dyad import Dyad
from detente.record.measure import measured, measured_each

NAMES = ("volume", "intensity")
PAIR = Dyad(A, (B,))
MEMORY = "2GB"

SUMS = """
  count(*) as volume,
  count(*) filter ({forth}) as volume_from,
  count(*) filter (not ({forth})) as volume_to,
  count(intensity) as intensity_n,
  sum(intensity) as intensity_sum,
  sum(intensity * intensity) as intensity_squares,
  count(intensity) filter ({forth}) as intensity_n_from,
  sum(intensity) filter ({forth}) as intensity_sum_from,
  count(intensity) filter (not ({forth})) as intensity_n_to,
  sum(intensity) filter (not ({forth})) as intensity_sum_to
"""
ONE = f"""
select date_trunc('month', date)::date as period, {SUMS.format(forth=f"actor = '{A}'")}
from read_parquet($paths)
where (actor = '{A}' and target = '{B}') or (actor = '{B}' and target = '{A}')
group by 1 order by 1
"""  # noqa: S608
EACH = f"""
select actor, target, date_trunc('month', date)::date as period, {SUMS.format(forth="true")}
from read_parquet($paths)
where actor <> target
group by 1, 2, 3
"""  # noqa: S608

Asked = tuple[duckdb.DuckDBPyConnection, list[str]]


def _problem(size: str, rows: int) -> Problem:
    return Problem(size, lambda: events_on_disk(rows), ABOUT)


def _table(paths: Sequence[str]) -> ibis.Table:
    return ibis.duckdb.connect().read_parquet(paths)


def _small_table(paths: Sequence[str]) -> ibis.Table:
    return ibis.duckdb.connect(memory_limit=MEMORY).read_parquet(paths)


def _connected(paths: list[str]) -> Asked:
    return duckdb.connect(), paths


def _hand_written(query: str, asked: Asked) -> Any:
    con, paths = asked
    return con.execute(query, {"paths": paths}).to_arrow_table()


def points_of(table: Any) -> Ints:
    """Return month, volume, number and ten times the sum of intensities, row by row."""
    columns = {name: table[name].to_numpy() for name in table.column_names}
    months = columns["period"].astype("datetime64[D]").astype(np.int64)
    total = np.rint(columns["intensity_sum"] * 10).astype(np.int64)
    return np.column_stack([months, columns["volume"], columns["intensity_n"], total])


def _rows(table: Any) -> str:
    return f"{len(table):,} rows"


DYAD = REGISTRY.question(
    "record-dyad",
    "One dyad by month: volume and mean intensity, of both sides and of each",
    [_problem("10 thousand", 10_000), _problem("10 million", 10_000_000)],
)


@DYAD.answer("measured, on DuckDB", prepare=_table, read=points_of, remark=_rows, ours=True)
def _dyad(events: ibis.Table) -> Any:
    return measured(events, PAIR, "month", NAMES).to_pyarrow()


@DYAD.answer("hand-written DuckDB SQL", prepare=_connected, read=points_of)
def _dyad_sql(asked: Asked) -> Any:
    return _hand_written(ONE, asked)


@DYAD.answer("pandas, the needed columns", read=record_pandas.points_of, needs="pandas")
def _dyad_pandas(paths: list[str]) -> Any:
    return record_pandas.of_dyad(record_pandas.whole(paths))


@DYAD.answer("pandas, the needed rows too", read=record_pandas.points_of, needs="pandas")
def _dyad_filtered(paths: list[str]) -> Any:
    return record_pandas.of_dyad(record_pandas.filtered(paths))


DYAD.answer(
    "pandas, already in memory",
    prepare=record_pandas.whole,
    read=record_pandas.points_of,
    needs="pandas",
)(record_pandas.of_dyad)

EVERY = REGISTRY.question(
    "record-dyads",
    "Every directed dyad by month: volume and mean intensity",
    [_problem("10 thousand", 10_000), _problem("10 million", 10_000_000)],
)


@EVERY.answer("measured_each, on DuckDB", prepare=_table, read=points_of, remark=_rows, ours=True)
def _every(events: ibis.Table) -> Any:
    return measured_each(events, "month", NAMES).to_pyarrow()


@EVERY.answer("hand-written DuckDB SQL", prepare=_connected, read=points_of)
def _every_sql(asked: Asked) -> Any:
    return _hand_written(EACH, asked)


@EVERY.answer("pandas, the needed columns", read=record_pandas.points_of, needs="pandas")
def _every_pandas(paths: list[str]) -> Any:
    return record_pandas.of_each(record_pandas.whole(paths))


EVERY.answer(
    "pandas, already in memory",
    prepare=record_pandas.whole,
    read=record_pandas.points_of,
    needs="pandas",
)(record_pandas.of_each)

LARGE = REGISTRY.question(
    "record-large",
    f"More than memory: 100 million events, DuckDB held to {MEMORY}",
    [_problem("100 million", 100_000_000)],
    compared=False,
)


@LARGE.answer("one dyad, all measures", prepare=_small_table, remark=_rows, ours=True, limit=300)
def _large(events: ibis.Table) -> Any:
    return measured(events, PAIR, "month").to_pyarrow()


@LARGE.answer(
    "every dyad, volume and intensity", prepare=_small_table, remark=_rows, ours=True, limit=300
)
def _large_every(events: ibis.Table) -> Any:
    return measured_each(events, "month", NAMES).to_pyarrow()
