"""What the record says of a dyad: the result that `detente relation` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from detente.base.result import Provenance, Result

if TYPE_CHECKING:
    from detente.record.bootstrap import Interval

State = Literal["covered", "partial", "missing"]
What = Literal["volume", "tone"]


class PeriodResult(Result):
    """One period of a dyad's record.

    Attributes
    ----------
    name, first, last
        As ``2018-11``, and its days.
    state
        ``missing`` where the source covers none of its days, ``partial`` where not all.
    events, forward, backward
        Events in it, of them by A towards B, and by B towards A; ``None`` where missing, and where
        the direction leaves them out.
    outside
        Rows that stand on its days though the source covers none of them.
    mean, low, high
        Mean intensity, −10…10, and its 95 % interval; ``None`` without events, the interval also
        with too few days.
    quads
        Words and deeds of cooperation, words and deeds of conflict.
    cooperative, cooperative_low, cooperative_high
        Share of events that are cooperation, 0…1, with its 95 % interval.
    contacts
        Days with a contact between leaders or ministers of both sides.
    gap
        Mean intensity of A's acts less that of the acts towards it; ``None`` unless both acted.
    topics
        Events by what they are about.
    """

    name: str
    first: str
    last: str
    state: State
    events: int | None
    outside: int
    forward: int | None
    backward: int | None
    mean: float | None
    low: float | None
    high: float | None
    quads: tuple[int, int, int, int] | None
    cooperative: float | None
    cooperative_low: float | None
    cooperative_high: float | None
    contacts: int | None
    gap: float | None
    topics: dict[str, int]


class CoverageResult(Result):
    """Which days a source covers, and by which rule.

    ``days`` counts them between ``first`` and ``last``; ``gaps`` are days between these two that
    are not covered.
    """

    rule: str
    first: str | None
    last: str | None
    days: int
    gaps: tuple[str, ...]


class Measure(Result):
    """A number with its range; all ``None`` where there is too little to tell."""

    value: float | None
    low: float | None
    high: float | None


def measure(found: Interval | None, scale: float = 1.0) -> Measure:
    """Return a number with its range, times a scale; nothing where there is too little to tell."""
    if found is None:
        return Measure(value=None, low=None, high=None)
    return Measure(value=found.value * scale, low=found.low * scale, high=found.high * scale)


class WarmingResult(Result):
    """Whether the relation warms or cools.

    ``verdict`` is ``warms``, ``cools``, ``no clear change`` or ``too little to tell``; ``index`` is
    the recent mean intensity less that before, in spreads of a period, and ``slope`` the trend of
    mean intensity in points a year, both with 90 % ranges; ``recent`` and ``before`` are the spans
    compared, as first and last day.
    """

    verdict: str
    index: Measure
    slope: Measure
    recent: tuple[str, str] | None
    before: tuple[str, str] | None


class ActCount(Result):
    """How often an act was recorded: its kind, and its code's words where they are known."""

    act: str
    events: int


class Sample(Result):
    """One recorded event, with the file and row it stands on."""

    day: str
    actor: str
    target: str
    act: str
    intensity: float | None
    file: str
    row: int


class ChangeResult(Result):
    """A turn: the day from which the level is another.

    Attributes
    ----------
    what
        ``volume``, events a day, or ``tone``, mean intensity.
    day, earliest, latest
        First day of the new level, and the 95 % interval of its place.
    before, after
        The levels on both sides, each with its 90 % range.
    acts, samples
        What happened in the seven days from then: the commonest acts, and the events of greatest
        intensity, the first of each act of one state towards another.
    """

    what: What
    day: str
    earliest: str
    latest: str
    before: Measure
    after: Measure
    acts: tuple[ActCount, ...]
    samples: tuple[Sample, ...]


class TopicResult(Result):
    """A topic's share of events before and after, with 95 % ranges.

    ``p`` is the probability of such a move by chance, corrected for looking at every topic.
    """

    topic: str
    before: Measure
    after: Measure
    p: float
    moved: bool


class TopicShiftResult(Result):
    """Whether what the two deal with has shifted between two spans.

    ``distance`` is Jensen–Shannon's divergence in bits, 0…1, ``expected`` what chance alone shows,
    and ``p`` the share of exchanges of whole periods that shift it as far.
    """

    before: tuple[str, str]
    after: tuple[str, str]
    distance: float | None
    expected: float | None
    p: float | None
    verdict: str
    topics: tuple[TopicResult, ...]


class YearlyResult(Result):
    """A yearly fact of a state or a pair, its ``subject``; ``value`` is ``None`` where missing."""

    source: str
    variable: str
    subject: str
    year: int
    value: float | None
    low: float | None
    high: float | None


class RecordedResult(Result):
    """What the record says of a dyad.

    Attributes
    ----------
    a, others, direction
        The dyad: A and the states it is measured with; ``both``, ``from`` A, or ``to`` A.
    source, by
        The source of the events, empty where none are kept, and the length of periods.
    hand_selected
        Whether somebody chose the events: their number then measures the choice too.
    turned
        For volume and tone: ``changes``, ``no change`` or ``too little to tell``.
    looks
        How many series were tested for turns: each look finds one by chance now and then.
    """

    a: str
    others: tuple[str, ...]
    direction: str
    source: str
    hand_selected: bool
    by: str
    since: str | None
    until: str | None
    files: int
    coverage: CoverageResult
    periods: tuple[PeriodResult, ...]
    warming: WarmingResult
    changes: tuple[ChangeResult, ...]
    turned: dict[What, str]
    looks: int
    topics: TopicShiftResult | None
    yearly: tuple[YearlyResult, ...]
    provenance: Provenance
