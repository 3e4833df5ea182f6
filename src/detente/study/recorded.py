"""What the record says of a dyad: its measures by period, and what they show."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

import numpy as np

from detente.base.result import Provenance
from detente.record.coverage import Coverage
from detente.record.dyad import Dyad
from detente.record.measured import Measured
from detente.record.period import By
from detente.record.schema import TOPICS
from detente.study.at_hand import AtHand
from detente.study.recent import fine_of, recent_of, topics_of, warming_of
from detente.study.recorded_result import (
    CoverageResult,
    Measure,
    PeriodResult,
    RecordedResult,
    WarmingResult,
    YearlyResult,
)
from detente.study.turns import turns


def recorded(
    events: AtHand,
    dyad: Dyad,
    by: By = "month",
    *,
    since: date | None = None,
    until: date | None = None,
    yearly: Iterable[YearlyResult] = (),
    seed: int = 0,
) -> RecordedResult:
    """Measure a dyad by period, and say whether it warms, when it turned and what it deals with.

    Parameters
    ----------
    events
        The events of one source.
    dyad
        Whose acts towards whom.
    by
        Length of the periods that are listed. Turns are looked for by day; warming and topics by
        day up to 400 days, by week up to five years, and by month beyond.
    since, until
        The span; all that the source covers of this dyad without them. Its first and last periods
        are listed whole.
    yearly
        Yearly facts to stand beside.
    seed
        Of the draws behind ranges.
    """
    if until is not None:
        events = events.before(until)
    covered = events.coverage(dyad)
    first, last = _span(covered, since, until)
    if first is None or last is None:
        return _empty(events, dyad, by, since, until, covered, tuple(yearly))
    listed = events.measured(dyad, by, first, last, covered=covered)
    days = events.measured(dyad, "day", first, last, covered=covered)
    inner = _within(covered, first, last)
    fine = fine_of(*inner)
    parts = events.measured(dyad, fine, *inner, covered=covered)
    recent = recent_of(covered, *inner, fine)
    found, turned = turns(events, dyad, days, seed)
    return RecordedResult(
        a=dyad.a,
        others=dyad.others,
        direction=dyad.direction,
        source=events.source,
        hand_selected=events.hand_selected,
        by=by,
        since=first.isoformat(),
        until=last.isoformat(),
        files=events.files,
        coverage=_coverage(covered, first, last),
        periods=_periods(listed, dyad),
        warming=warming_of(parts, recent, fine, seed),
        changes=found,
        turned=turned,
        looks=len(turned),
        topics=topics_of(parts, recent, fine, seed),
        yearly=tuple(yearly),
        provenance=_provenance(events, by, seed),
    )


def _provenance(events: AtHand, by: By, seed: int) -> Provenance:
    return Provenance(
        method="recorded",
        parameters={"source": events.source, "by": by, "engine": events.engine},
        seed=seed,
        input_hash=events.input_hash,
    )


def _span(
    covered: Coverage, since: date | None, until: date | None
) -> tuple[date | None, date | None]:
    span = covered.span
    if since is not None and until is not None:
        return since, until
    if span is None:
        return None, None
    first, last = since or span[0], until or span[1]
    return (first, last) if first <= last else (None, None)


def _within(covered: Coverage, first: date, last: date) -> tuple[date, date]:
    """Return the part of a span that is covered; the span itself where nothing of it is."""
    span = covered.span
    if span is None or span[0] > last or span[1] < first:
        return first, last
    return max(first, span[0]), min(last, span[1])


def only_yearly(
    dyad: Dyad, by: By, yearly: Iterable[YearlyResult], input_hash: str
) -> RecordedResult:
    """Return what yearly facts alone say of a dyad: no events are kept.

    Parameters
    ----------
    dyad, by, yearly
        As :func:`recorded` takes them.
    input_hash
        SHA-256 of the keys of the files.
    """
    covered = CoverageResult(rule="no events are kept", first=None, last=None, days=0, gaps=())
    provenance = Provenance(method="recorded", parameters={"by": by}, input_hash=input_hash)
    return _nothing(dyad, by, covered, tuple(yearly), provenance)


def _empty(
    events: AtHand,
    dyad: Dyad,
    by: By,
    since: date | None,
    until: date | None,
    covered: Coverage,
    yearly: tuple[YearlyResult, ...],
) -> RecordedResult:
    found = _nothing(dyad, by, _coverage(covered, None, None), yearly, _provenance(events, by, 0))
    told = {
        "source": events.source,
        "hand_selected": events.hand_selected,
        "files": events.files,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }
    return found.model_copy(update=told)


def _nothing(
    dyad: Dyad,
    by: By,
    covered: CoverageResult,
    yearly: tuple[YearlyResult, ...],
    provenance: Provenance,
) -> RecordedResult:
    nothing = Measure(value=None, low=None, high=None)
    return RecordedResult(
        a=dyad.a,
        others=dyad.others,
        direction=dyad.direction,
        source="",
        hand_selected=False,
        by=by,
        since=None,
        until=None,
        files=0,
        coverage=covered,
        periods=(),
        warming=WarmingResult(
            verdict="too little to tell", index=nothing, slope=nothing, recent=None, before=None
        ),
        changes=(),
        turned={},
        looks=0,
        topics=None,
        yearly=yearly,
        provenance=provenance,
    )


def _coverage(covered: Coverage, first: date | None, last: date | None) -> CoverageResult:
    """Tell what is covered within a span, and the days between its ends that are not."""
    days = covered.days
    if first is not None and last is not None:
        days = days[(days >= np.datetime64(first, "D")) & (days <= np.datetime64(last, "D"))]
    if not len(days):
        return CoverageResult(rule=covered.rule, first=None, last=None, days=0, gaps=())
    every = np.arange(days[0], days[-1] + 1)
    gaps = every[~np.isin(every, days)]
    return CoverageResult(
        rule=covered.rule,
        first=str(days[0]),
        last=str(days[-1]),
        days=len(days),
        gaps=tuple(str(day) for day in gaps),
    )


def _periods(found: Measured, dyad: Dyad) -> tuple[PeriodResult, ...]:
    means, spread = found.intensity(), found.intensity_interval()
    share, bounds = found.share_cooperative, found.cooperative_interval()
    quads, topics = found.quads(), found.topics()
    gaps = found.reciprocity().gap
    told = []
    for place, period in enumerate(found.periods):
        missing = found.standing[place] == "missing"

        def whole(name: str, at: int = place, *, none: bool = missing) -> int | None:
            return None if none else int(found.sums[name][at])

        told.append(
            PeriodResult(
                name=period.name,
                first=period.first.isoformat(),
                last=period.last.isoformat(),
                state=found.standing[place],
                events=whole("volume"),
                outside=int(found.outside[place]),
                forward=whole("volume_from", none=missing or dyad.direction == "to"),
                backward=whole("volume_to", none=missing or dyad.direction == "from"),
                mean=real(means[place]),
                low=real(spread.low[place]),
                high=real(spread.high[place]),
                quads=None if missing else (*(int(n) for n in quads[place]),),  # type: ignore[arg-type]
                cooperative=real(share[place]),
                cooperative_low=real(bounds.low[place]),
                cooperative_high=real(bounds.high[place]),
                contacts=whole("contact_days"),
                gap=real(gaps[place]),
                topics={}
                if missing
                else {name: int(n) for name, n in zip(TOPICS, topics[place], strict=True)},
            )
        )
    return tuple(told)


def real(value: float) -> float | None:
    """Return a number, or ``None`` for what is missing."""
    return None if math.isnan(value) else float(value)
