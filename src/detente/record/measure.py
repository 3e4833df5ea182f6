"""What is measured of a dyad: the registry of measures, and the steps from events to periods.

The steps are ``of_dyad`` (the rows), ``by_day`` (one row a day with events) and ``by_period`` (one
row a period with events). Everything that is counted or summed by day adds up over the days of a
period, so that events are read once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.record.dyad import SIDE, Dyad, of_dyad
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

SIDES = ("from", "to")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a dyad and a period.

    Attributes
    ----------
    name, unit, meaning
        What it is called, in what it is counted, what it says.
    daily
        The step from the events of a dyad to its sums of a day.
    whole
        The step from the days of a period to what is no sum of a day; ``None`` where there is
        nothing such.
    backends
        The engines on which it is known to give the same numbers; see ``BACKENDS``.
    """

    name: str
    unit: str
    meaning: str
    daily: Step
    whole: Step | None = None
    backends: tuple[str, ...] = tuple(BACKENDS)


def _count(holds: BooleanValue) -> Value:
    """Count the rows where something holds; where it is unknown it does not."""
    return holds.fill_null(False).cast("int64").sum()


def _volume(events: Table) -> dict[str, Value]:
    return {
        "volume": events.count(),
        **{f"volume_{side}": _count(events[SIDE] == side) for side in SIDES},
    }


def _intensity(events: Table) -> dict[str, Value]:
    told = events.intensity
    found = {
        "intensity_n": told.count(),
        "intensity_sum": told.sum().fill_null(0.0),
        "intensity_squares": (told * told).sum().fill_null(0.0),
    }
    for side in SIDES:
        mine = events[SIDE] == side
        found[f"intensity_n_{side}"] = told.count(where=mine)
        found[f"intensity_sum_{side}"] = told.sum(where=mine).fill_null(0.0)
    return found


def _intensity_days(days: Table) -> dict[str, Value]:
    total, n = days.intensity_sum, days.intensity_n.cast("float64")
    return {
        "intensity_days": _count(days.intensity_n > 0),
        "intensity_day_tt": (total * total).sum(),
        "intensity_day_tn": (total * n).sum(),
        "intensity_day_nn": (n * n).sum(),
    }


def _quads(events: Table) -> dict[str, Value]:
    return {f"quad_{quad}": _count(events.quad == quad) for quad in (1, 2, 3, 4)}


def _quad_days(days: Table) -> dict[str, Value]:
    c = (days.quad_1 + days.quad_2).cast("float64")
    n = c + (days.quad_3 + days.quad_4).cast("float64")
    return {
        "quad_days": _count(n > 0),
        "quad_day_cc": (c * c).sum(),
        "quad_day_cn": (c * n).sum(),
        "quad_day_nn": (n * n).sum(),
    }


def _contacts(events: Table) -> dict[str, Value]:
    both_high = events.actor_track.isin(HIGH) & events.target_track.isin(HIGH)
    return {"contacts": _count((events.kind == "consult") & both_high)}


def _contact_days(days: Table) -> dict[str, Value]:
    return {"contact_days": _count(days.contacts > 0)}


def _topics(events: Table) -> dict[str, Value]:
    return {f"topic_{topic}": _count(events.topic == topic) for topic in TOPICS}


def _kinds(events: Table) -> dict[str, Value]:
    return {f"kind_{kind}": _count(events.kind == kind) for kind in KINDS}


_ALL = (
    Measure("volume", "events", "How many events, and how many of each side", _volume),
    Measure(
        "intensity",
        "points from −10 to 10",
        "The mean of the events' intensities, of both sides and of each, with what its interval "
        "needs: numbers, sums, squares, and sums over days",
        _intensity,
        _intensity_days,
    ),
    Measure(
        "quads",
        "events",
        "Words and deeds of cooperation, words and deeds of conflict; the first two over all four "
        "are the share cooperative",
        _quads,
        _quad_days,
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


def by_day(events: Table, names: Sequence[str] = ()) -> Table:
    """Return one row a day with events of a dyad: the sums of each measure.

    Parameters
    ----------
    events
        Events of a dyad, with `side` (see ``of_dyad``).
    names
        Which measures; all of ``MEASURES`` where empty.

    Raises
    ------
    KeyError
        Where there is no such measure.
    """
    sums: dict[str, Value] = {}
    for measure in _chosen(names):
        sums |= measure.daily(events)
    return events.group_by(day=events.date).aggregate(**sums)


def by_period(days: Table, by: By, names: Sequence[str] = ()) -> Table:
    """Return one row a period with events: the sums over its days, and what is no sum of a day.

    Parameters
    ----------
    days
        What ``by_day`` gives for the same measures.
    by
        How long a period is.
    names
        Which measures; all of ``MEASURES`` where empty.
    """
    sums: dict[str, Value] = {"days": days.count()}
    sums |= {name: days[name].sum() for name in days.columns if name != "day"}
    for measure in _chosen(names):
        if measure.whole is not None:
            sums |= measure.whole(days)
    return days.group_by(period=first_day(days.day, by)).aggregate(**sums)


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
        `period` (its first day), `days` (how many of its days have events) and the columns of the
        measures. A period without events has no row: whether that is 0 or missing, the coverage
        says (``detente.record.measured``).
    """
    return by_period(by_day(of_dyad(events, dyad), names), by, names).order_by("period")


def _chosen(names: Sequence[str]) -> list[Measure]:
    return [MEASURES[name] for name in names] if names else [*MEASURES.values()]
