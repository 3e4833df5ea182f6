"""Made events on disk, for benchmarks of the record: seeded, as Parquet, in a temporary folder."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import duckdb

SEED = 20170427
STATES = 40
YEARS = 20
PART = 10_000_000
"""Rows of one file."""

FOLDER = "DETENTE_BENCH_FOLDER"
A, B = "SAA", "SAB"
"""The busiest two states: the first states have more events than the later ones."""

ABOUT = (
    f"made events of {STATES} states over {YEARS} years, seed {SEED}, as Parquet (zstd) with the "
    "record's columns; made in a temporary folder, not timed"
)

_MADE = """
copy (
  with drawn as (
    select i, hash(i + {seed}) as h, hash(i + {seed} + 1000000007) as g from range({rows}) as t(i)
  ), parts as (
    select i, h // 4294967296 / 4294967296.0 as u, h % 4294967296 / 4294967296.0 as v,
      (g % 20)::integer as c, (g // 32 % 8)::integer as t, (g // 256 % 4)::integer as x,
      (g // 1024 % 4)::integer as y, g // 4096 % 64 as far
    from drawn
  ), acts as (
    select *, ({states} * u * u)::integer % {states} as a,
      ({states} * v * v)::integer % {states} as b
    from parts
  )
  select
    'made' as source, 'part-{part}' as file, i + 1 as row,
    (i + {part} * {rows})::varchar as event_id,
    date '2000-01-01' + (i * {days} // {rows})::integer as date,
    {actor} as actor, {target} as target, {actor} as actor_name, {target} as target_name,
    {tracks}[1 + x] as actor_track, {tracks}[1 + y] as target_track,
    lpad((c + 1)::varchar, 2, '0') || '0' as code, {kinds}[1 + c % 16] as kind,
    (1 + c // 5)::tinyint as quad, (10 - c)::double as intensity, null::double as given,
    {topics}[1 + t] as topic, null::varchar as url
  from acts
) to '{path}' (format parquet, compression zstd)
"""


def events_on_disk(rows: int) -> list[str]:
    """Return the files of so many made events; what is not there yet is made."""
    parts, each = (1, rows) if rows < PART else (rows // PART, PART)
    paths = [folder() / f"{each}-{part:03}.parquet" for part in range(parts)]
    for part, path in enumerate(paths):
        if not path.exists():
            _make(path, part, each)
    return [str(path) for path in paths]


def folder() -> Path:
    """Return a folder that processes started from here find too, and that goes with this one."""
    if FOLDER not in os.environ:
        made = tempfile.mkdtemp(prefix="detente-bench-")
        os.environ[FOLDER] = made
        atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(os.environ[FOLDER])


def _make(path: Path, part: int, rows: int) -> None:
    def words(*each: str) -> str:
        return f"[{', '.join(repr(word) for word in each)}]"

    def state(number: str) -> str:
        return f"'S' || chr(65 + {number} // 26) || chr(65 + {number} % 26)"

    query = _MADE.format(
        seed=SEED + part * rows,
        rows=rows,
        part=part,
        days=YEARS * 365,
        states=STATES,
        actor=state("a"),
        target=state("b"),
        tracks=words("leaders", "ministers", "officials", "civic"),
        kinds=words(
            *("agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request"),
            *("accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce"),
            "assault",
        ),
        topics=words(
            *("security", "economy", "diplomacy", "politics", "law", "rights", "aid", "other")
        ),
        path=f"{path}.part",
    )
    with duckdb.connect() as con:
        con.execute(query)
    Path(f"{path}.part").rename(path)
