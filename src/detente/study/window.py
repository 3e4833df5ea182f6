"""The window: is the zone open, until when, and what closes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from detente.base.day import months_later
from detente.base.result import Provenance
from detente.case.case import Case
from detente.case.course import months
from detente.case.outlook_numbers import own_numbers
from detente.case.situation import present
from detente.negotiation.bars import leaders
from detente.negotiation.occasions import Occasion, moving
from detente.negotiation.opened import Opened
from detente.negotiation.situations import Situations
from detente.negotiation.swayed import ends
from detente.negotiation.target import Target
from detente.negotiation.window import Window
from detente.negotiation.window import window as engine
from detente.solve.chain import Course
from detente.study.window_result import (
    BarName,
    BarWindow,
    Closing,
    OccasionResult,
    Sway,
    WindowDay,
    WindowResult,
)

MONTHS = 24
"""Months that are looked ahead where no day is given."""

LONGEST = 20 * 365
"""Days that may be looked ahead: of what may come in a generation nobody judges by months."""


def window(
    case: Case,
    until: date | None = None,
    input_hash: str = "",
    *,
    since: date | None = None,
    held: Mapping[str, str] | None = None,
    target: Target | None = None,
    situations: Situations | None = None,
) -> WindowResult | None:
    """Answer whether the window is open, and how long; ``None`` where nothing ever changes.

    Parameters
    ----------
    case
        A consistent case.
    until
        The last day; two years after the first without it.
    input_hash
        SHA-256 of the files read.
    since
        The first day, on which shocks stand as they do now; the case's own without it.
    held
        Shocks that stand otherwise on the first day, with their states.
    target
        What an agreement should reach, as a third bar.
    situations
        Situations of the case that are compiled already.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    ChangeError
        When the changes of a state and of a dated entry cannot be made together.
    """
    first = since or case.as_of
    if not moving(case, first):
        return None
    last = until or months_later(first, MONTHS)
    found = engine(situations or Situations(case), last, first, held)
    bars: dict[BarName, Opened] = {"any": Opened(), "leaders": Opened(leaders)}
    today = found.package(bars["any"])
    if today is not None:
        bars["package"] = Opened(target=Target(require=today))
    if target is not None:
        bars["target"] = Opened(target=target)
    courses = {name: found.course(bar) for name, bar in bars.items()}
    return WindowResult(
        as_of=first.isoformat(),
        until=last.isoformat(),
        states={**present(case), **(held or {})},
        bars=tuple(_bar(name, bars[name], found, courses[name]) for name in bars),
        occasions=_occasions(found.occasions),
        sways=_sways(case, found, bars, courses),
        provenance=Provenance(
            method="window",
            parameters={"until": last.isoformat()},
            input_hash=input_hash,
        ),
    )


def _bar(name: BarName, bar: Opened, found: Window, course: Course) -> BarWindow:
    full = {day: number for number, day in enumerate(months(found.since, found.until), 1)}
    days = [(date.fromordinal(one.day), one) for one in course.days]
    half = course.half_life
    return BarWindow(
        bar=name,
        open=bool(course.days[0].open),
        days=tuple(
            WindowDay(
                day=day.isoformat(),
                months=0 if day == found.since else full.get(day),
                open=one.open,
                survival=one.survival,
            )
            for day, one in days
        ),
        survival=course.days[-1].survival,
        half_life=None if half is None else date.fromordinal(half).isoformat(),
        closing=_closing(found, course),
        delay=found.delay(bar),
    )


def _closing(found: Window, course: Course) -> tuple[Closing, ...]:
    of_event = {one.event: one for one in found.occasions}
    closing: list[Closing] = []
    for one in course.days:
        for event, mass in one.closed.items():
            of = of_event[event]
            day = None if of.cause == "hazard" else date.fromordinal(one.day).isoformat()
            closing.append(Closing(cause=of.cause, names=of.names, day=day, probability=mass))
    merged: dict[tuple[str, tuple[str, ...], str | None], Closing] = {}
    for item in closing:
        key = (item.cause, item.names, item.day)
        if key in merged:
            total = merged[key].probability + item.probability
            merged[key] = merged[key].model_copy(update={"probability": total})
        else:
            merged[key] = item
    return tuple(sorted(merged.values(), key=lambda item: -item.probability))


def _occasions(found: tuple[Occasion, ...]) -> tuple[OccasionResult, ...]:
    told: dict[tuple[str, str | None], OccasionResult] = {}
    for one in found:
        day = one.day.isoformat()
        result = OccasionResult(day=day, cause=one.cause, names=one.names)
        told.setdefault((one.event, None if one.cause == "hazard" else day), result)
    return tuple(told.values())


def _sways(
    case: Case,
    found: Window,
    bars: Mapping[BarName, Opened],
    courses: Mapping[BarName, Course],
) -> tuple[Sway, ...]:
    """Return the probabilities whose range moves a survival, each moved alone.

    A survival of 1 or 0 stays so unless a probability of 0 or 1 is moved: what can happen can still
    happen, and nothing else can.
    """
    numbers = [
        n for n in own_numbers(case) if n.kind in ("probability", "transition") and n.low < n.high
    ]
    edge = any(n.mode in (0, 1) for n in numbers)
    moved = {n: bar for n, bar in bars.items() if edge or 0 < courses[n].days[-1].survival < 1}
    told: list[tuple[Fraction, Sway]] = []
    for number in numbers if moved else ():
        tables = ends(case, number)
        if tables is None:
            continue
        at = [
            {str(b): found.course(bar, table).days[-1].survival for b, bar in moved.items()}
            for table in tables
        ]
        still: dict[str, Fraction] = {str(b): courses[b].days[-1].survival for b in bars}
        low, high = ({**still, **one} for one in at)
        width = max(abs(high[str(b)] - low[str(b)]) for b in bars)
        if width:
            told.append(
                (
                    width,
                    Sway(
                        key=number.key,
                        low=number.low,
                        mode=number.mode,
                        high=number.high,
                        at_low=low,
                        at_high=high,
                    ),
                )
            )
    told.sort(key=lambda pair: -pair[0])
    return tuple(sway for _, sway in told)
