"""Turns: the days from which a dyad's volume or tone is another, and what happened then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from detente.record.change import ChangePoint, Changes, tone_changes, volume_changes
from detente.record.dyad import Dyad
from detente.record.measured import Measured
from detente.record.ontology.cameo import act
from detente.study.at_hand import AtHand
from detente.study.recorded_result import ActCount, ChangeResult, Sample, What, measure

SPAN = 7
"""Days from a turn on that are looked at for what happened then."""

ACTS, SAMPLES = 4, 5
"""How many acts and how many events of a turn are named."""

_COLUMNS = (
    "date", "actor", "target", "actor_name", "target_name", "code", "kind", "intensity", "file",
    "row",
)  # fmt: skip

Row = Mapping[str, Any]


def turns(
    events: AtHand, dyad: Dyad, days: Measured, seed: int = 0
) -> tuple[tuple[ChangeResult, ...], dict[What, str]]:
    """Return the turns of a dyad in order of time, and the verdicts on volume and on tone.

    Parameters
    ----------
    events
        The events of one source.
    dyad
        Whose acts towards whom.
    days
        The dyad's measures by day.
    seed
        Of the draws behind ranges.
    """
    looked: dict[What, Changes] = {
        "volume": volume_changes(days.volume(), seed=seed),
        "tone": tone_changes(days.intensity(), days.sums["intensity_n"], seed=seed),
    }
    found = [(what, one) for what, changes in looked.items() for one in changes.points]
    found.sort(key=lambda pair: (pair[1].index, pair[0]))
    at = [days.periods[one.index].first for _, one in found]
    rows = _rows(events, dyad, at)
    told = tuple(
        _change(what, one, days, [row for row in rows if _within(row, day)], events.names)
        for (what, one), day in zip(found, at, strict=True)
    )
    return told, {what: changes.verdict for what, changes in looked.items()}


def _rows(events: AtHand, dyad: Dyad, at: Sequence[date]) -> list[Row]:
    """Return the events of the spans that begin on some days."""
    if not at:
        return []
    table = events.of(dyad)
    spans = [table.date.between(day, day + timedelta(days=SPAN - 1)) for day in at]
    answer = events.answer(table.filter(reduce(or_, spans)).select(*_COLUMNS))
    rows: list[Row] = answer.to_pylist()
    return sorted(rows, key=lambda row: (row["date"], row["file"], row["row"]))


def _within(row: Row, day: date) -> bool:
    return bool(day <= row["date"] < day + timedelta(days=SPAN))


def _change(
    what: What,
    found: ChangePoint,
    days: Measured,
    rows: Sequence[Row],
    names: Mapping[str, str],
) -> ChangeResult:
    counted = Counter(act_words(row) for row in rows)
    strongest: dict[tuple[str, ...], Row] = {}
    for row in sorted(rows, key=lambda row: -abs(row["intensity"] or 0.0)):
        strongest.setdefault((row["actor"], act_words(row), row["target"]), row)
    return ChangeResult(
        what=what,
        day=days.periods[found.index].first.isoformat(),
        earliest=days.periods[found.first].first.isoformat(),
        latest=days.periods[found.last].first.isoformat(),
        before=measure(found.before),
        after=measure(found.after),
        acts=tuple(ActCount(act=name, events=n) for name, n in counted.most_common(ACTS)),
        samples=tuple(_sample(row, names) for row in [*strongest.values()][:SAMPLES]),
    )


def act_words(row: Row) -> str:
    """Return what an event's act is called: the words of its code, or its kind."""
    found = act(row["code"]) if row["code"] else None
    return found.words if found is not None else str(row["kind"] or "act of no known kind")


def _sample(row: Row, names: Mapping[str, str]) -> Sample:
    return Sample(
        day=row["date"].isoformat(),
        actor=row["actor_name"] or row["actor"],
        target=row["target_name"] or row["target"],
        act=act_words(row),
        intensity=row["intensity"],
        file=names.get(row["file"], row["file"]),
        row=row["row"],
    )
