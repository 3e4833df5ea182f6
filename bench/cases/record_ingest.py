"""A file of events taken into a store, beside DuckDB's own reader of CSV."""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb

from bench.record_events import SEED, folder
from bench.registry import REGISTRY, Problem

ROWS = 500_000
STORE = "detente.store.store"

# One line of GDELT 1.0: 58 columns, most of them empty in most lines.
_MADE = """
copy (
  with drawn as (select i, hash(i + {seed}) as h from range({rows}) as t(i)), named as (
    select *, ['USA', 'RUS', 'CHN', 'JPN', 'GBR', 'DEU', 'FRA', 'IND'] as states,
      ['010', '042', '043', '046', '057', '112', '138', '173', '190'] as codes from drawn
  ), one as (
    select i, states[(1 + h % 8)::integer] as a, states[(1 + h // 8 % 8)::integer] as b,
      codes[(1 + h // 64 % 9)::integer] as code, h // 1024 % 4 as gov from named
  )
  select i, 20180101 + i * 28 // {rows}, 201801, 2018, 2018.05,
    a || 'GOV', a, a, {none3}, null, null, 'GOV', null, null,
    b, b, b, {none3}, null, null, case when gov = 0 then 'GOV' end, null, null,
    1, code, code, left(code, 2), 1, 1.0, 4, 1, 4, 1.5,
    1, a, left(a, 2), left(a, 2), 38.0, -97.0, left(a, 2),
    1, b, left(b, 2), left(b, 2), 60.0, 100.0, left(b, 2),
    1, b, left(b, 2), left(b, 2), 60.0, 100.0, left(b, 2),
    20180115, 'https://example.org/' || i
  from one
) to '{path}' (format csv, delimiter '\t', header false, quote '')
"""


def gdelt_on_disk() -> Path:
    """Return a made export of GDELT 1.0; it is made where it is not there yet."""
    path = folder() / "20180115.export.CSV"
    if not path.exists():
        query = _MADE.format(seed=SEED, rows=ROWS, none3="null, null", path=path)
        with duckdb.connect() as con:
            con.execute(query)
    return path


INGEST = REGISTRY.question(
    "record-ingest",
    "A file of events taken in",
    [
        Problem(
            "500 thousand lines",
            gdelt_on_disk,
            f"a made export of GDELT 1.0, 58 columns, seed {SEED}; the store is new each time",
        )
    ],
)


@INGEST.answer("Store.add", ours=True, needs=STORE)
def _add(path: Path) -> Any:
    readers = import_module("detente.store.readers").READERS
    with tempfile.TemporaryDirectory() as kept:
        import_module(STORE).Store(Path(kept) / "store").add(path, readers["gdelt1"])


@INGEST.answer("DuckDB read_csv, to Parquet")
def _read_csv(path: Path) -> Any:
    with tempfile.TemporaryDirectory() as kept, duckdb.connect() as con:
        con.execute(
            f"copy (select * from read_csv('{path}', delim='\t', header=false, quote='', "  # noqa: S608
            f"all_varchar=true)) to '{kept}/all.parquet' (format parquet, compression zstd)"
        )
