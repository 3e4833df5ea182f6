"""Events at hand: a bound table, what of it is covered, and who answers expressions over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.record.coverage import Coverage, coverage
from detente.record.dyad import Dyad, of_dyad
from detente.record.measure import measured
from detente.record.measured import Measured, join
from detente.record.period import By

if TYPE_CHECKING:
    from ibis.expr.types import Expr, Table

Kept = frozenset[str] | None
"""The states whose events a file holds; ``None`` where it holds all."""


@dataclass(frozen=True)
class Portion:
    """A file of a source, or what is kept of it.

    Attributes
    ----------
    keep
        The states whose events are kept; ``None`` for all.
    daily
        Rows a day in the file as it was published.
    spans
        Spans that it was declared to cover.
    content
        What the file holds, as a hash: kept twice, with other states, its rows count once.
    """

    keep: Kept
    daily: Mapping[date, int]
    spans: tuple[tuple[date, date], ...] = ()
    content: str = ""

    def holds(self, dyad: Dyad) -> bool:
        """Return whether every event of a dyad that the files published is kept."""
        if self.keep is None or dyad.a in self.keep:
            return True
        return bool(dyad.others) and all(other in self.keep for other in dyad.others)


@dataclass(frozen=True)
class AtHand:
    """The events of one source.

    Attributes
    ----------
    source
        Its name.
    table
        The events, each once, with the columns of :mod:`detente.record.schema`.
    answer
        Gives the Arrow table that an expression over it comes to.
    portions
        What is kept, for coverage.
    names
        The names of files by what rows carry in their column ``file``.
    input_hash
        SHA-256 of the keys of all files.
    until
        The last day that is looked at; ``None`` for no limit.
    engine
        Which engine answers, as ``duckdb``.
    hand_selected
        Whether somebody chose the events: their number then measures the choice too.
    """

    source: str
    table: Table
    answer: Callable[[Expr], Any]
    portions: Sequence[Portion]
    names: Mapping[str, str] = field(default_factory=dict)
    input_hash: str = ""
    until: date | None = None
    engine: str = "duckdb"
    hand_selected: bool = False

    @property
    def files(self) -> int:
        """How many files are kept."""
        return len(self.names)

    def before(self, day: date) -> AtHand:
        """Return the same events up to a day: what comes after it does not enter."""
        table = self.table.filter(self.table.date <= day)
        return replace(self, table=table, until=day)

    def coverage(self, dyad: Dyad) -> Coverage:
        """Return which days the source covers for a dyad, by rows up to the last day looked at."""
        found = [portion for portion in self.portions if portion.holds(dyad)]
        contents = {one.content: one for one in sorted(found, key=lambda one: len(one.daily))}
        until = self.until or date.max
        daily: dict[date, int] = {}
        for portion in contents.values():
            for day, rows in portion.daily.items():
                if day <= until:
                    daily[day] = daily.get(day, 0) + rows
        spans = {
            (first, min(last, until))
            for portion in found
            for first, last in portion.spans
            if first <= until
        }
        covered = coverage(self.source, daily, sorted(spans))
        return covered if self.until is None else covered.until(until)

    def rows(self, dyad: Dyad, by: By, names: Sequence[str] = ()) -> dict[str, np.ndarray]:
        """Return the columns of a dyad's measures, one entry a period with events."""
        table = self.answer(measured(self.table, dyad, by, names))
        return {name: np.asarray(table[name].to_numpy()) for name in table.column_names}

    def measured(
        self,
        dyad: Dyad,
        by: By,
        first: date,
        last: date,
        names: Sequence[str] = (),
        *,
        covered: Coverage | None = None,
    ) -> Measured:
        """Return a dyad's measures over a span, an entry for each of its periods.

        ``covered`` is the dyad's coverage, where it is known already.
        """
        known = self.coverage(dyad) if covered is None else covered
        return join(self.rows(dyad, by, names), by, known, first, last)

    def span(self, dyad: Dyad, since: date | None, until: date | None) -> tuple[date, date] | None:
        """Return the span that is asked for, open ends at those of what is covered, or nothing."""
        covered = self.coverage(dyad).span
        if covered is None:
            return None
        first, last = since or covered[0], until or covered[1]
        return (first, last) if first <= last else None

    def of(self, dyad: Dyad) -> Table:
        """Return the events of a dyad, as an expression."""
        return of_dyad(self.table, dyad)
