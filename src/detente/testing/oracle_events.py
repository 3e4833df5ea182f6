"""The measures of a dyad by their definitions, in plain Python: one event at a time.

It shares no code with ``detente.record`` but the words of its columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from detente.record.schema import KINDS, TOPICS

Row = Mapping[str, Any]
"""An event, by the columns of ``detente.record.schema.EVENTS``."""


def side_of(event: Row, a: str, others: Iterable[str]) -> str | None:
    """Return which way an event of a dyad goes, `from` or `to`; ``None`` where it is not of it."""
    actor, target, named = event["actor"], event["target"], {*others}
    if actor is None or target is None or actor == target:
        return None
    if actor == a and (not named or target in named):
        return "from"
    if target == a and (not named or actor in named):
        return "to"
    return None


def first_day_of(day: date, by: str) -> date:
    """Return the first day of the period in which a day falls."""
    names: dict[str, Callable[[date], object]] = {
        "day": lambda one: one,
        "week": lambda one: one.isocalendar()[:2],
        "month": lambda one: (one.year, one.month),
        "quarter": lambda one: (one.year, (one.month - 1) // 3),
        "year": lambda one: one.year,
    }
    same = names[by]
    while same(day - timedelta(days=1)) == same(day):
        day -= timedelta(days=1)
    return day


def measured(
    events: Iterable[Row], a: str, others: Iterable[str], direction: str, by: str
) -> dict[date, dict[str, float]]:
    """Return the columns of ``detente.record.measure`` by the first day of each period."""
    kept: dict[date, dict[date, list[tuple[str, Row]]]] = defaultdict(lambda: defaultdict(list))
    named = tuple(others)
    for event in events:
        side = side_of(event, a, named)
        if side is not None and direction in ("both", side):
            kept[first_day_of(event["date"], by)][event["date"]].append((side, event))
    return {first: _columns([*days.values()]) for first, days in kept.items()}


def _columns(days: list[list[tuple[str, Row]]]) -> dict[str, float]:
    events = [each for day in days for each in day]
    found: dict[str, float] = {"volume": len(events)}
    told = _intensities(events)
    found |= {
        "intensity_n": len(told),
        "intensity_sum": sum(told),
        "intensity_squares": sum(number**2 for number in told),
    }
    for side in ("from", "to"):
        mine = [each for each in events if each[0] == side]
        found[f"volume_{side}"] = len(mine)
        found[f"intensity_n_{side}"] = len(_intensities(mine))
        found[f"intensity_sum_{side}"] = sum(_intensities(mine))
    for column, words in (("quad", (1, 2, 3, 4)), ("topic", TOPICS), ("kind", KINDS)):
        for word in words:
            found[f"{column}_{word}"] = sum(event[column] == word for _, event in events)
    found["contacts"] = sum(_high(event) for _, event in events)
    found["contact_days"] = sum(any(_high(event) for _, event in day) for day in days)
    by_day = [(sum(_intensities(day)), len(_intensities(day))) for day in days]
    quads = [[event["quad"] for _, event in day if event["quad"] is not None] for day in days]
    friendly = [(sum(quad < 3 for quad in day), len(day)) for day in quads]
    for name, pairs in (("intensity", by_day), ("quad", friendly)):
        found[f"{name}_days"] = sum(n > 0 for _, n in pairs)
        found[f"{name}_day_tt"] = sum(t * t for t, _ in pairs)
        found[f"{name}_day_tn"] = sum(t * n for t, n in pairs)
        found[f"{name}_day_nn"] = sum(n * n for _, n in pairs)
    return found


def _intensities(events: Iterable[tuple[str, Row]]) -> list[float]:
    return [event["intensity"] for _, event in events if event["intensity"] is not None]


def _high(event: Row) -> bool:
    high = {"leaders", "ministers"}
    return event["kind"] == "consult" and {event["actor_track"], event["target_track"]} <= high
