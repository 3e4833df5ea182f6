"""The window: how likely an agreement stays possible, day by day, and what closes it first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from detente.case.case import Case
from detente.case.dated import CalendarEntry
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import gain_cells
from detente.report.words import capital, date_text, element_name, joined, share_text
from detente.study.window_result import BarWindow, Closing, OccasionResult, WindowDay, WindowResult

BARS = {
    "any": "any agreement",
    "leaders": "on leaders' track",
    "package": "today's package",
    "target": "reaching the target",
}
"""What each bar asks of an agreement."""

STEPS = "▁▂▃▄▅▆▇█"
SHORT = {"any": "any", "leaders": "leaders", "package": "today's", "target": "target"}
WIDE = 24
EVERY = 6
"""Months between the days of the table that stand there for the month alone."""


def window_sheets(case: Case, result: WindowResult) -> Iterator[Sheet]:
    """Yield the window by bar, what waiting costs, each day, what closes it, what moves it."""
    yield _bars(result)
    yield _delay(case, result)
    yield _days(case, result)
    if any(bar.closing for bar in result.bars):
        yield _closing(case, result)
    if result.sways:
        yield _sways(case, result)


def cause_name(case: Case, found: Closing | OccasionResult) -> str:
    """Return what changes the case, in words."""
    if found.cause == "dated":
        begun = [name for name in found.names if _iso(case.dated[name].from_) == found.day]
        names = [case.dated[name].name for name in begun or found.names]
        return "; ".join(names if begun else [f"{name} (ends)" for name in names])
    if found.cause == "calendar":
        return "; ".join(
            case.calendar[name].name
            + (" (begins)" if _begins(case.calendar[name], found.day) else "")
            + (" (over)" if _iso(case.calendar[name].until) == found.day else "")
            for name in found.names
        )
    name = case.shocks[found.names[0]].name
    return name if found.cause == "hazard" else f"{name} (settled)"


def _begins(entry: CalendarEntry, day: str | None) -> bool:
    return entry.until is not None and _iso(entry.from_) == day


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def curve(days: Sequence[WindowDay]) -> str:
    """Return a survival month by month as blocks of eight heights, the full one for certainty.

    It begins after one month. At most ``WIDE`` blocks: of a longer span every second month, or
    every third, and so on.

    Examples
    --------
    >>> shares = [Fraction(1), Fraction(1, 2), Fraction(0)]
    >>> curve([WindowDay(day="", months=m, open=s, survival=s) for m, s in enumerate(shares)])
    '▅▁'
    """
    full = [day.survival for day in days if day.months]
    every = max(1, -(-len(full) // WIDE))
    shown = full[every - 1 :: every]
    return "".join(STEPS[int(share * 7 + Fraction(1, 2))] for share in shown)


def _bars(result: WindowResult) -> Sheet:
    until = date_text(result.until)
    return Sheet(
        "Is the window open, and how long",
        (
            f"From {date_text(result.as_of)} to {until}. Possible: the probability that such an "
            f"agreement is possible on {until}. Throughout: that one is possible on every day "
            "until then; beside it the same, month by month.",
            "Half-life: the day by which it has closed with a probability of one half. Today's "
            "package is the Nash package of the first day.",
        ),
        (
            Column("agreement", ratio=3),
            Column("now"),
            Column("possible", number=True),
            Column("throughout", number=True),
            Column("month by month"),
            Column("half-life", ratio=2),
        ),
        [
            (
                BARS[bar.bar],
                "open" if bar.open else "closed",
                share_text(bar.days[-1].open, 1),
                share_text(bar.survival, 1),
                curve(bar.days),
                half_life(bar, result),
            )
            for bar in result.bars
        ],
    )


def _delay(case: Case, result: WindowResult) -> Sheet:
    return Sheet(
        "What a month's delay costs",
        (
            "Points that each side can expect to lose by waiting a month: the gain forgone at the "
            "Nash package, and what no agreement itself has come to cost it. Below 0 waiting pays.",
        ),
        (Column("agreement", ratio=1), *(Column(p, number=True) for p in case.principals)),
        [(BARS[bar.bar], *gain_cells(case, bar.delay)) for bar in result.bars],
    )


def half_life(bar: BarWindow, result: WindowResult) -> str:
    """Return a half-life in words."""
    if not bar.open:
        return "–"
    return f"after {date_text(result.until)}" if bar.half_life is None else date_text(bar.half_life)


def _days(case: Case, result: WindowResult) -> Sheet:
    happens: dict[str, list[str]] = {}
    for found in result.occasions:
        if found.cause != "hazard":
            happens.setdefault(found.day, []).append(capital(cause_name(case, found)))
    hazards = [cause_name(case, one) for one in result.occasions if one.cause == "hazard"]
    notes = [
        "Possible on the day / on every day until then, in %. Every half-year is shown as well."
    ]
    if hazards:
        notes.append(f"In any month what may change is {joined(hazards)}.")
    shown = [bar for bar in result.bars if not _always(bar)]
    certain = [BARS[bar.bar] for bar in result.bars if _always(bar)]
    if certain:
        notes.append(f"Possible on every day, 100 % throughout: {joined(certain)}.")
    first = result.bars[0].days
    rows = []
    for place, day in enumerate(first):
        last = place in (0, len(first) - 1)
        if not (last or day.day in happens or (day.months is not None and not day.months % EVERY)):
            continue
        cells = [_both(bar.days[place]) for bar in shown]
        what = "; ".join(happens.get(day.day, ())) or ("the first day" if not place else "")
        rows.append((date_text(day.day), what, *cells))
    return Sheet(
        "The window from day to day",
        tuple(notes),
        (
            Column("day", ratio=3),
            Column("what may change", ratio=5),
            *(Column(SHORT[bar.bar], number=True) for bar in shown),
        ),
        rows,
    )


def _always(bar: BarWindow) -> bool:
    """Tell whether such an agreement is certainly possible on every day."""
    return bar.survival == 1 and all(day.open == 1 for day in bar.days)


def _both(day: WindowDay) -> str:
    open_, all_along = (share_text(share, 1) for share in (day.open, day.survival))
    return f"{open_.removesuffix(' %')} / {all_along.removesuffix(' %')}"


def _closing(case: Case, result: WindowResult) -> Sheet:
    return Sheet(
        "What closes the window first",
        ("The probability that it is what first makes such an agreement impossible.",),
        (
            Column("agreement", ratio=3),
            Column("what closes it", ratio=6),
            Column("when", ratio=3),
            Column("probability", number=True),
        ),
        [
            (
                BARS[bar.bar],
                capital(cause_name(case, one)),
                "any month" if one.day is None else date_text(one.day),
                share_text(one.probability, 1),
            )
            for bar in result.bars
            for one in bar.closing
        ],
    )


def _sways(case: Case, result: WindowResult) -> Sheet:
    def cells(bar: str, shares: tuple[dict[str, Fraction], dict[str, Fraction]]) -> str:
        low, high = (share_text(found[bar], 1) for found in shares)
        return f"{low.removesuffix(' %')} to {high.removesuffix(' %')}"

    return Sheet(
        "Which probability moves the window",
        ("Possible throughout, in %, with the one probability at its low and at its high.",),
        (
            Column("probability", ratio=5),
            Column("low to high", number=True),
            *(Column(SHORT[bar.bar], number=True) for bar in result.bars),
        ),
        [
            (
                sway_name(case, sway.key),
                f"{share_text(sway.low, 1).removesuffix(' %')} to {share_text(sway.high, 1)}",
                *(cells(bar.bar, (sway.at_low, sway.at_high)) for bar in result.bars),
            )
            for sway in result.sways
        ],
    )


def sway_name(case: Case, key: str) -> str:
    """Return what a probability of a shock is about, in words."""
    _, shock_id, room, name, *rest = key.split(".")
    shock = case.shocks[shock_id]
    if room == "transitions":
        passage = shock.transitions[name]
        states = [shock.states[state].name for state in (passage.from_, passage.to)]
        when = "in a month" if passage.at is None else case.calendar[passage.at].name
        return f"{shock.name}: from “{states[0]}” to “{states[1]}”, {when}"
    given = f", given “{case.shocks[shock.given or ''].states[rest[1]].name}”" if rest[1:] else ""
    return element_name(case, f"shocks.{shock_id}.states.{name}") + given
