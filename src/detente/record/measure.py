"""What is measured of a dyad: the registry of measures, and the steps from events to periods.

The steps are ``of_dyad`` (which events), ``sums_by`` (counts and sums of a period) and, for what
needs the days of a period, ``over_days``. Counts and sums add up over days: events are read once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.record.dyad import FORTH, Dyad, of_dyad
from detente.record.period import By, first_day
from detente.record.schema import KINDS, TOPICS

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table, Value

Step = Callable[["Table"], Mapping[str, "Value"]]
"""From a table to named aggregates over it."""

BACKENDS: Mapping[str, str] = MappingProxyType(
    {
        "duckdb": "run in the tests",
        "pyspark": "run in the tests, on a local Spark",
        "bigquery": "written as SQL in the tests, not run",
    }
)
"""The engines that measures are known for, and how they are known."""

HIGH = ("leaders", "ministers")
"""The tracks of a high-level contact."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a dyad and a period.

    Attributes
    ----------
    name, unit, meaning
        What it is called, in what it is counted, what it says.
    sums
        The step from events to counts and sums, which add up over periods and sides.
    days
        The step from those sums, one row a day, to what is no sum of events; ``None`` where there
        is nothing such. A table of measures that has none is made in one grouping.
    backends
        The engines on which it is known to give the same numbers; see ``BACKENDS``.
    """

    name: str
    unit: str
    meaning: str
    sums: Step
    days: Step | None = None
    backends: tuple[str, ...] = tuple(BACKENDS)


def _count(events: Table, holds: BooleanValue) -> Value:
    """Count the rows where something holds; where it is unknown it does not.

    The unknown is made false first: a count of nothing but unknowns is 0 on DuckDB, and would be
    unknown itself on Spark.
    """
    return events.count(where=holds.fill_null(False))


def _sides(events: Table) -> tuple[tuple[str, BooleanValue], ...]:
    return ("from", events[FORTH]), ("to", ~events[FORTH])


def _volume(events: Table) -> dict[str, Value]:
    return {
        "volume": events.count(),
        **{f"volume_{side}": events.count(where=acts) for side, acts in _sides(events)},
    }


def _intensity(events: Table) -> dict[str, Value]:
    told = events.intensity
    found = {
        "intensity_n": told.count(),
        "intensity_sum": told.sum().fill_null(0.0),
        "intensity_squares": (told * told).sum().fill_null(0.0),
    }
    for side, acts in _sides(events):
        found[f"intensity_n_{side}"] = told.count(where=acts)
        found[f"intensity_sum_{side}"] = told.sum(where=acts).fill_null(0.0)
    return found


def _quads(events: Table) -> dict[str, Value]:
    return {f"quad_{quad}": _count(events, events.quad == quad) for quad in (1, 2, 3, 4)}


def _contacts(events: Table) -> dict[str, Value]:
    both_high = events.actor_track.isin(HIGH) & events.target_track.isin(HIGH)
    return {"contacts": _count(events, (events.kind == "consult") & both_high)}


def _contact_days(days: Table) -> dict[str, Value]:
    return {"contact_days": days.count(where=days.contacts > 0)}


def _both(events: Table) -> dict[str, Value]:
    return _intensity(events) | _quads(events)


def _clusters(days: Table) -> dict[str, Value]:
    total, n = days.intensity_sum, days.intensity_n.cast("float64")
    friendly = (days.quad_1 + days.quad_2).cast("float64")
    told = friendly + (days.quad_3 + days.quad_4).cast("float64")
    return {
        "intensity_days": days.count(where=days.intensity_n > 0),
        "intensity_day_tt": (total * total).sum(),
        "intensity_day_tn": (total * n).sum(),
        "intensity_day_nn": (n * n).sum(),
        "quad_days": days.count(where=told > 0),
        "quad_day_tt": (friendly * friendly).sum(),
        "quad_day_tn": (friendly * told).sum(),
        "quad_day_nn": (told * told).sum(),
    }


def _topics(events: Table) -> dict[str, Value]:
    return {f"topic_{topic}": _count(events, events.topic == topic) for topic in TOPICS}


def _kinds(events: Table) -> dict[str, Value]:
    return {f"kind_{kind}": _count(events, events.kind == kind) for kind in KINDS}


_ALL = (
    Measure("volume", "events", "How many events, and how many of each side", _volume),
    Measure(
        "intensity",
        "points from −10 to 10",
        "The mean of the events' intensities and how far they spread, of both sides and the mean "
        "of each, as numbers, sums and sums of squares",
        _intensity,
    ),
    Measure(
        "quads",
        "events",
        "Words and deeds of cooperation, words and deeds of conflict; the first two over all four "
        "are the share cooperative",
        _quads,
    ),
    Measure(
        "clusters",
        "sums over days",
        "What the intervals of mean intensity and share cooperative need where the events of a day "
        "are taken together: products of the sums of each day",
        _both,
        _clusters,
    ),
    Measure(
        "contacts",
        "events; days",
        "High-level contacts: consultations in which leaders or ministers stand on both sides; and "
        "the days on which there was one, since a meeting is often told from both sides",
        _contacts,
        _contact_days,
    ),
    Measure("topics", "events", "How many events of each topic", _topics),
    Measure("kinds", "events", "How many events of each of PLOVER's types", _kinds),
)

MEASURES: Mapping[str, Measure] = MappingProxyType({measure.name: measure for measure in _ALL})
"""The measures by name."""


def sums_by(events: Table, by: By, names: Sequence[str] = (), keys: Sequence[str] = ()) -> Table:
    """Return one row a period with events: the counts and sums of each measure.

    Parameters
    ----------
    events
        Events with `forth` (see ``of_dyad``).
    by
        How long a period is.
    names
        Which measures; all of ``MEASURES`` where empty.
    keys
        Columns whose values are kept apart.

    Raises
    ------
    KeyError
        Where there is no such measure.
    """
    sums: dict[str, Value] = {}
    for measure in _chosen(names):
        sums |= measure.sums(events)
    return events.group_by(*keys, period=first_day(events.date, by)).aggregate(**sums)


def over_days(days: Table, by: By, names: Sequence[str] = (), keys: Sequence[str] = ()) -> Table:
    """Return one row a period: the sums over its days, and what is no sum of events.

    Parameters
    ----------
    days
        What ``sums_by`` gives by day for the same measures and keys.
    by, names, keys
        As there.
    """
    skipped = {"period", *keys}
    sums: dict[str, Value] = {
        name: days[name].sum() for name in days.columns if name not in skipped
    }
    for measure in _chosen(names):
        if measure.days is not None:
            sums |= measure.days(days)
    return days.group_by(*keys, period=first_day(days.period, by)).aggregate(**sums)


def measured(events: Table, dyad: Dyad, by: By, names: Sequence[str] = ()) -> Table:
    """Return one row a period with events of a dyad, in order; nothing is executed.

    Parameters
    ----------
    events
        A table with the columns of ``schema.EVENTS`` that the measures read.
    dyad
        Whose acts towards whom.
    by
        How long a period is.
    names
        Which measures; all of ``MEASURES`` where empty.

    Returns
    -------
    Table
        `period` (its first day) and the columns of the measures. A period without events has no
        row: whether that is 0 or missing, the coverage says (``detente.record.measured``).
    """
    return _periods(of_dyad(events, dyad), by, names, ()).order_by("period")


def measured_each(events: Table, by: By, names: Sequence[str] = ()) -> Table:
    """Return one row an actor, target and period with events, for every directed dyad there is.

    Both directions of a dyad are the sum of two rows. Rows are in no order.

    Parameters
    ----------
    events, by, names
        As in ``measured``.
    """
    abroad = events.filter(events.actor != events.target)
    one_way = abroad.mutate(**{FORTH: abroad.actor != abroad.target})
    return _periods(one_way, by, names, ("actor", "target"))


def _periods(events: Table, by: By, names: Sequence[str], keys: Sequence[str]) -> Table:
    if all(measure.days is None for measure in _chosen(names)):
        return sums_by(events, by, names, keys)
    return over_days(sums_by(events, "day", names, keys), by, names, keys)


def _chosen(names: Sequence[str]) -> list[Measure]:
    return [MEASURES[name] for name in names] if names else [*MEASURES.values()]
