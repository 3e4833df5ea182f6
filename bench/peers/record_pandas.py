"""A dyad, and every dyad, by month in pandas."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

from bench.record_events import A, B
from bench.registry import Ints

COLUMNS = ["date", "actor", "target", "intensity"]


def whole(paths: list[str]) -> Any:
    """Read the needed columns of some files."""
    pandas = import_module("pandas")
    return pandas.concat([pandas.read_parquet(path, columns=COLUMNS) for path in paths])


def filtered(paths: list[str]) -> Any:
    """Read the needed columns of the rows between the two states."""
    pandas = import_module("pandas")
    pair = {A, B}
    kept = [("actor", "in", pair), ("target", "in", pair)]
    read = (pandas.read_parquet(path, columns=COLUMNS, filters=kept) for path in paths)
    return pandas.concat([*read])


def of_dyad(frame: Any) -> Any:
    """Measure one dyad by month."""
    ours = (frame.actor == A) & (frame.target == B)
    theirs = (frame.actor == B) & (frame.target == A)
    kept = frame[ours | theirs]
    return _measured(kept, [_months(kept)])


def of_each(frame: Any) -> Any:
    """Measure every directed dyad by month."""
    kept = frame[frame.actor != frame.target]
    return _measured(kept, [kept.actor, kept.target, _months(kept)])


def points_of(table: Any) -> Ints:
    """Return month, volume, number and ten times the sum of intensities, row by row."""
    months = table.index.get_level_values(-1).to_numpy(dtype="datetime64[D]")
    names = ("volume", "n", "total")
    columns = [np.rint(table[name].to_numpy() * (10 if name == "total" else 1)) for name in names]
    return np.column_stack([months.astype(np.int64), *(c.astype(np.int64) for c in columns)])


def _months(frame: Any) -> Any:
    return frame.date.astype("datetime64[s]").dt.to_period("M").dt.start_time.rename("month")


def _measured(kept: Any, keys: list[Any]) -> Any:
    squared = kept.assign(squares=kept.intensity**2, forth=kept.actor == A)
    return squared.groupby(keys, observed=True).agg(
        volume=("intensity", "size"),
        forth=("forth", "sum"),
        n=("intensity", "count"),
        total=("intensity", "sum"),
        squares=("squares", "sum"),
    )
