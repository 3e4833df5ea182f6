"""Yearly facts of a dyad: distance of ideal points, alliances, sanctions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.base.state import STATES
from detente.study.recorded_result import YearlyResult

if TYPE_CHECKING:
    from ibis.expr.types import Expr, Table

Key = tuple[str, int, str, str | None]
"""Variable, year, state and other."""


@dataclass(frozen=True)
class YearlyAtHand:
    """The yearly facts of one source.

    Attributes
    ----------
    source
        Its name, as ``ideal_points``.
    table
        The facts, with the columns of :data:`detente.record.schema.YEARLY`.
    answer
        Gives the Arrow table that an expression over it comes to.
    """

    source: str
    table: Table
    answer: Callable[[Expr], Any]

    def values(
        self, states: Iterable[str], before: date | None = None
    ) -> Mapping[Key, tuple[float | None, float | None, float | None]]:
        """Return the facts of some states, by key: the value and the ends of its range.

        Parameters
        ----------
        states
            By ISO 3166 alpha-3.
        before
            Facts of years that were not over on this day are left out.
        """
        table = self.table
        found = table.filter(table.state.isin(sorted(states)))
        if before is not None:
            found = found.filter(found.year <= last_year(before))
        rows = self.answer(found.order_by("variable", "year", "state", "other", "file", "row"))
        told: dict[Key, tuple[float | None, float | None, float | None]] = {}
        for row in rows.to_pylist():
            key = (row["variable"], row["year"], row["state"], row["other"])
            told.setdefault(key, (row["value"], row["low"], row["high"]))
        return told


def last_year(day: date) -> int:
    """Return the last year that is over at the end of a day.

    Examples
    --------
    >>> last_year(date(2017, 5, 11)), last_year(date(2016, 12, 31))
    (2016, 2016)
    """
    return day.year if (day.month, day.day) == (12, 31) else day.year - 1


def distances(points: YearlyAtHand, a: str, b: str, before: date | None = None) -> dict[int, float]:
    """Return the distance of two states' ideal points, by year; years without both are missing.

    Parameters
    ----------
    points
        Ideal points.
    a, b
        The states.
    before
        Years that were not over on this day are left out.
    """
    found = {
        (year, state): value[0]
        for (variable, year, state, _), value in points.values((a, b), before).items()
        if variable == "ideal_point"
    }
    return {
        year: abs(mine - theirs)
        for (year, state), mine in sorted(found.items())
        if state == a and mine is not None and (theirs := found.get((year, b))) is not None
    }


def yearly_facts(
    tables: Sequence[YearlyAtHand],
    a: str,
    others: Sequence[str],
    before: date | None = None,
) -> tuple[YearlyResult, ...]:
    """Return what yearly tables say of a state and those it deals with.

    Ideal points give the distance of each pair; tables of pairs what holds between the two, the
    larger where the two directions differ; tables of a state and a group what concerns each.

    Parameters
    ----------
    tables
        The tables.
    a, others
        The states.
    before
        Years that were not over on this day are left out.
    """
    found: list[YearlyResult] = []
    for table in tables:
        if table.source == "ideal_points":
            for other in others:
                told = distances(table, a, other, before)
                found += [
                    YearlyResult(
                        source=table.source,
                        variable="distance of ideal points",
                        subject=f"{a}–{other}",
                        year=year,
                        value=value,
                        low=None,
                        high=None,
                    )
                    for year, value in told.items()
                ]
        else:
            found += _facts(table, a, others, before)
    return tuple(found)


def _facts(
    table: YearlyAtHand, a: str, others: Sequence[str], before: date | None
) -> Iterator[YearlyResult]:
    told = table.values((a, *others), before)
    pairs: dict[tuple[str, str, int], list[float | None]] = {}
    for (variable, year, state, other), (value, _, _) in told.items():
        if other in (a, *others) and state in (a, *others):
            if a not in (state, other) or state == other:
                continue
            subject = f"{a}–{other if state == a else state}"
        elif other is None or other not in STATES:
            subject = state if other is None else f"{other} against {state}"
        else:
            continue
        pairs.setdefault((variable, subject, year), []).append(value)
    for (variable, subject, year), values in sorted(pairs.items()):
        known = [value for value in values if value is not None]
        yield YearlyResult(
            source=table.source,
            variable=variable,
            subject=subject,
            year=year,
            value=max(known) if known else None,
            low=None,
            high=None,
        )
