"""What the record says of a dyad: measures by period, turns, topics and yearly facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.base.state import STATES, name
from detente.record.measure import BACKENDS
from detente.report.tables.bar import bar
from detente.report.tables.real import per_cent, ranged, real
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.yearly import yearly_sheet
from detente.report.words import capital, date_text, joined
from detente.study.recorded_result import (
    ChangeResult,
    CoverageResult,
    Measure,
    PeriodResult,
    RecordedResult,
    TopicShiftResult,
    What,
)

LONGEST = 40
"""Periods that a table on the screen shows; of more, the last ones."""

WORDS: Mapping[What, str] = {"volume": "events a day", "tone": "mean intensity"}
GAPS = 4
"""Days without coverage that a line names."""


def recorded_sheets(result: RecordedResult) -> Iterator[Sheet]:
    """Yield the measures by period, the turns with what happened then, topics and yearly facts."""
    yield _answer(result)
    if any(period.state != "missing" for period in result.periods):
        yield _periods(result)
    if result.changes:
        yield _changes(result)
        for change in result.changes:
            yield _then(change)
    if result.topics is not None and result.topics.topics:
        yield _topics(result.topics)
    if result.yearly:
        yield yearly_sheet(result.yearly)


def coverage_text(found: CoverageResult) -> str:
    """Return which days a source covers, and by which rule, in one sentence or two.

    Examples
    --------
    >>> coverage_text(CoverageResult(rule="r", first=None, last=None, days=0, gaps=()))
    'It covers no day. R.'
    """
    if found.first is None or found.last is None:
        return f"It covers no day. {capital(found.rule.removesuffix('.'))}."
    text = f"It covers {date_text(found.first)} to {date_text(found.last)}"
    if found.gaps:
        named = [date_text(day) for day in found.gaps[:GAPS]]
        more = len(found.gaps) - len(named)
        if more:
            named.append("another" if more == 1 else f"{more} more days")
        text += f", but for {joined(named)}"
    return f"{text}. {capital(found.rule.removesuffix('.'))}."


def pair_text(result: RecordedResult) -> str:
    """Return which acts of whom are measured."""
    a = state_text(result.a)
    others = joined([state_text(one) for one in result.others]) if result.others else "all states"
    return {
        "both": f"{a} and {others}, both directions",
        "from": f"{a} towards {others}",
        "to": f"{others} towards {a}",
    }[result.direction]


def state_text(state: str) -> str:
    """Return a state's name, or its code where it has none.

    Examples
    --------
    >>> state_text("JPN"), state_text("XXX")
    ('Japan', 'XXX')
    """
    return name(state) if state in STATES else state


def _answer(result: RecordedResult) -> Sheet:
    if not result.source:
        note = "No events are kept; what yearly tables say stands below."
        return Sheet(f"What the record says: {pair_text(result)}", (note,), (), [])
    engine = result.provenance.parameters.get("engine", "duckdb")
    files = "1 file" if result.files == 1 else f"{result.files} files"
    place = files if result.files else f"a table on {engine}"
    notes = [f"Source: {result.source}, {place}. {coverage_text(result.coverage)}"]
    if engine not in BACKENDS:
        known = joined(sorted(BACKENDS))
        notes.append(f"Measured on {engine}; the measures are known to agree on {known} alone.")
    if result.hand_selected:
        notes.append("Somebody chose these events: their number measures the choice as well.")
    total = sum(period.events or 0 for period in result.periods)
    outside = sum(period.outside for period in result.periods)
    if outside:
        rows = "1 event stands" if outside == 1 else f"{outside} events stand"
        notes.append(f"{rows} on days that are not covered; no measure of a missing period is 0.")
    if any(period.state != "missing" for period in result.periods):
        events = "1 event" if total == 1 else f"{total:,} events"
        notes.append(f"{events} of {pair_text(result)}.")
    else:
        notes.append("No period is covered: how many events there were is missing, not 0.")
    notes.append(warming_text(result))
    if result.looks:
        notes.append(turns_text(result))
    return Sheet(f"What the record says: {pair_text(result)}", tuple(notes), (), [])


def turns_text(result: RecordedResult) -> str:
    """Return since when volume and tone are others, in one sentence."""
    told = []
    for what, words in WORDS.items():
        found = [
            f"{date_text(one.day)} ({real(one.before.value, 1)} to {real(one.after.value, 1)})"
            for one in result.changes
            if one.what == what
        ]
        little = result.turned.get(what) == "too little to tell"
        none = f"too little to tell in {words}" if little else f"none in {words}"
        told.append(f"{words} from {joined(found)}" if found else none)
    return f"Turns: {'; '.join(told)}."


def warming_text(result: RecordedResult) -> str:
    """Return whether the relation warms or cools, with what that rests on."""
    found = result.warming
    if found.recent is None or found.before is None or found.index.value is None:
        return "Warming or cooling: too little to tell."
    spans = (
        f"{date_text(found.recent[0])} to {date_text(found.recent[1])} against "
        f"{date_text(found.before[0])} to {date_text(found.before[1])}"
    )
    text = f"It {found.verdict}" if found.verdict in ("warms", "cools") else capital(found.verdict)
    text += f": warming index {ranged(found.index, sign=True)}, {spans}."
    if found.slope.value is not None:
        text += f" Trend of mean intensity: {ranged(found.slope, sign=True)} points a year."
    text += " Both with 90 % ranges."
    return text


def _periods(result: RecordedResult) -> Sheet:
    shown = result.periods[-LONGEST:]
    most = max((period.events or 0 for period in result.periods), default=0)
    notes = [
        "Mean intensity from −10 to 10 on the Goldstein scale, with a 95 % interval. Coop.: share "
        "of events that are cooperation. Contacts: days on which leaders or ministers of both "
        "sides met or spoke. Deeds: acts, not words, of cooperation / of conflict."
    ]
    if len(shown) < len(result.periods):
        notes.append(
            f"The last {len(shown)} of {len(result.periods)} periods; --format json has all."
        )
    one = result.others[0] if len(result.others) == 1 else "others"
    columns = (
        Column(result.by),
        Column("events", number=True),
        Column("", ratio=0),
        Column(f"{result.a} →", number=True),
        Column(f"{one} →", number=True),
        Column("mean intensity", number=True),
        Column("coop.", number=True),
        Column("deeds", number=True),
        Column("contacts", number=True),
    )
    return Sheet(f"By {result.by}", tuple(notes), columns, [_period(p, most) for p in shown])


def _period(period: PeriodResult, most: int) -> tuple[str, ...]:
    if period.events is None:
        return (period.name, "missing", *[""] * 7)
    partial = " (partial)" if period.state == "partial" else ""
    mean = Measure(value=period.mean, low=period.low, high=period.high)
    quads = period.quads or (0, 0, 0, 0)
    return (
        f"{period.name}{partial}",
        f"{period.events:,}",
        bar(period.events / most) if most else "",
        "" if period.forward is None else f"{period.forward:,}",
        "" if period.backward is None else f"{period.backward:,}",
        ranged(mean),
        per_cent(period.cooperative),
        f"{quads[1]:,} / {quads[3]:,}",
        "" if period.contacts is None else str(period.contacts),
    )


def _changes(result: RecordedResult) -> Sheet:
    looks = "1 series was" if result.looks == 1 else f"{result.looks} series were"
    note = (
        f"The first day of each new level, with the 95 % interval of its place. {looks} looked "
        "at: by its rule a series in which nothing changes shows a turn one time in twenty."
    )
    return Sheet(
        "Turns",
        (note,),
        (Column("from"), Column("between"), Column("in"), Column("before"), Column("after")),
        [
            (
                date_text(one.day),
                f"{one.earliest} and {one.latest}",
                WORDS[one.what],
                ranged(one.before),
                ranged(one.after),
            )
            for one in result.changes
        ],
    )


def _then(change: ChangeResult) -> Sheet:
    acts = [f"{one.act} ({one.events})" for one in change.acts] or ["no event"]
    notes = (f"In the seven days from then: {joined(acts)}.",)
    return Sheet(
        f"What happened from {date_text(change.day)}: {WORDS[change.what]}",
        notes,
        (
            Column("day"),
            Column("who"),
            Column("did"),
            Column("towards"),
            Column("intensity", number=True),
            Column("file, row"),
        ),
        [
            (
                one.day,
                one.actor,
                one.act,
                one.target,
                real(one.intensity, 1),
                f"{one.file}, {one.row}",
            )
            for one in change.samples
        ],
    )


def _topics(found: TopicShiftResult) -> Sheet:
    before, after = (f"{date_text(a)} to {date_text(b)}" for a, b in (found.before, found.after))
    notes = [f"Before: {before}. After: {after}. {capital(found.verdict)}."]
    if found.distance is not None and found.p is not None:
        notes.append(
            f"Distance {real(found.distance, 3)} of 1 (Jensen–Shannon); chance alone shows "
            f"{real(found.expected, 3)}, and as much in {per_cent(found.p)} of exchanges of whole "
            "periods. p is corrected for looking at every topic."
        )
    if found.verdict == "shifted" and not any(one.moved for one in found.topics):
        notes.append("Which topic moved is not sure of any by itself.")
    return Sheet(
        "What they deal with",
        tuple(notes),
        (
            Column("topic"),
            Column("before", number=True),
            Column("after", number=True),
            Column("p", number=True),
            Column(""),
        ),
        [
            (
                one.topic,
                _share(one.before),
                _share(one.after),
                f"{one.p:.2f}",
                "moved" if one.moved else "",
            )
            for one in found.topics
        ],
    )


def _share(found: Measure) -> str:
    low, high = (100 * (end or 0.0) for end in (found.low, found.high))
    return f"{per_cent(found.value)} ({low:.0f} to {high:.0f})"
