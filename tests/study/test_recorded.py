"""A dyad's record: nothing missing is 0, nothing later enters, and directions add up."""

import random
from datetime import date
from pathlib import Path

import pytest

from detente.cli.at_hand import from_store
from detente.record.dyad import Dyad
from detente.record.period import BYS, By
from detente.store.store import Store
from detente.study.at_hand import AtHand, Portion
from detente.study.recorded import real, recorded
from detente.study.recorded_result import PeriodResult, RecordedResult
from tests.record.made import event
from tests.study.made_record import (
    FILES,
    GAP,
    INTENSITY,
    LAST,
    TONE,
    VOLUME,
    add_made,
    close,
    events,
)
from tests.study.test_at_hand import at_hand

JAPAN_RUSSIA = Dyad("JPN", ("RUS",))
COUNTS = ("events", "outside", "forward", "backward")


@pytest.fixture(scope="module")
def made(made_store: Path) -> AtHand:
    return from_store(Store(made_store), "icews")


@pytest.fixture(scope="module")
def months(made: AtHand) -> RecordedResult:
    return recorded(made, JAPAN_RUSSIA)


def test_periods_hold_the_events_of_their_days(months: RecordedResult) -> None:
    mine = [one for one in events() if {one.actor, one.target} == {"JPN", "RUS"}]

    for place, period in enumerate(months.periods, start=1):
        own = [one for one in mine if one.day.month == place]
        assert period.name == f"2018-0{place}"
        assert period.events == len(own)
        assert period.forward == sum(one.actor == "JPN" for one in own)
        assert period.backward == sum(one.actor == "RUS" for one in own)
        assert sum(period.quads or ()) == sum(period.topics.values()) == len(own)
    assert [period.state for period in months.periods] == ["covered"] * 3 + ["partial"]
    assert months.coverage.gaps == tuple(day.isoformat() for day in GAP)
    assert (months.coverage.days, months.files) == (118, 3)


def test_the_planted_turns_are_found_with_what_happened(months: RecordedResult) -> None:
    tone, volume = months.changes

    assert (tone.what, volume.what) == ("tone", "volume")
    assert tone.earliest <= TONE.isoformat() <= tone.latest
    assert volume.day == VOLUME.isoformat()
    assert (tone.before.value or 0) < 0 < (tone.after.value or 0)
    assert volume.before.value == pytest.approx(2, abs=0.5)
    assert volume.after.value == pytest.approx(8, abs=0.5)
    assert months.looks == 2
    assert volume.samples[0].file == "made-2.tab"
    assert (months.warming.index.value or 0) > 0


@pytest.mark.parametrize(
    "by", ["month", *(pytest.param(by, marks=pytest.mark.slow) for by in BYS if by != "month")]
)
def test_what_is_missing_is_null_and_never_0(made: AtHand, by: By) -> None:
    found = recorded(made, JAPAN_RUSSIA, by, since=date(2017, 11, 1), until=date(2018, 7, 31))

    numbers = set(PeriodResult.model_fields) - {"name", "first", "last", "state", "outside"}
    states = {period.state for period in found.periods}
    assert "missing" in states or by == "year"
    for period in found.periods:
        told = period.model_dump(include=numbers)
        if period.state == "missing":
            assert told.pop("topics") == {}
            assert set(told.values()) == {None}
        else:
            assert period.events is not None
            assert (period.mean is None) == (period.events == 0)


@pytest.mark.slow
def test_events_on_days_without_coverage_stand_outside(made: AtHand) -> None:
    found = recorded(made, JAPAN_RUSSIA, "day", since=GAP[0], until=date(2018, 4, 3))

    first, second, third = found.periods
    assert (first.state, first.events, third.state) == ("missing", None, "covered")
    on = sum(one.day == GAP[0] and "JPN" in (one.actor, one.target) for one in events())
    assert first.outside == on > 0
    assert second.outside > 0
    assert third.outside == 0


def test_a_covered_period_without_events_has_0_and_no_mean(made: AtHand) -> None:
    found = recorded(made, Dyad("JPN", ("GBR",)))

    for period in found.periods:
        assert (period.events, period.forward, period.contacts) == (0, 0, 0)
        assert (period.mean, period.cooperative, period.gap) == (None, None, None)
    assert found.warming.verdict == "too little to tell"
    assert found.changes == ()


@pytest.mark.slow
def test_from_and_to_add_up_to_both(made: AtHand, months: RecordedResult) -> None:
    sides = [recorded(made, Dyad("JPN", ("RUS",), way)).periods for way in ("from", "to")]

    for both, ahead, back in zip(months.periods, *sides, strict=True):
        assert (ahead.events, back.events) == (both.forward, both.backward)
        assert (ahead.forward, ahead.backward) == (both.forward, None)
        assert (back.forward, back.backward) == (None, both.backward)
        assert both.events == (ahead.events or 0) + (back.events or 0)
        assert both.outside == ahead.outside + back.outside
        for one, other, whole in zip(
            ahead.quads or (), back.quads or (), both.quads or (), strict=True
        ):
            assert one + other == whole
        assert both.topics == {name: n + back.topics[name] for name, n in ahead.topics.items()}
        assert both.gap == pytest.approx((ahead.mean or 0) - (back.mean or 0))


@pytest.mark.slow
def test_from_the_other_side_the_directions_are_swapped(
    made: AtHand, months: RecordedResult
) -> None:
    turned = recorded(made, Dyad("RUS", ("JPN",)))

    for one, other in zip(months.periods, turned.periods, strict=True):
        assert (one.forward, one.backward) == (other.backward, other.forward)
        assert one.gap == pytest.approx(-(other.gap or 0))
        swapped = other.model_copy(
            update={"forward": one.forward, "backward": one.backward, "gap": one.gap}
        )
        assert close(swapped, one)
    assert close(turned.changes, months.changes)
    assert close(turned.warming, months.warming)


@pytest.mark.slow
def test_several_targets_are_the_sum_of_each(made: AtHand) -> None:
    others = ("JPN", "USA", "CHN")
    together = recorded(made, Dyad("RUS", others))
    alone = [recorded(made, Dyad("RUS", (other,))) for other in others]

    for place, period in enumerate(together.periods):
        for name in COUNTS:
            assert getattr(period, name) == sum(getattr(x.periods[place], name) for x in alone)


@pytest.mark.slow
def test_without_a_target_all_states_are(made: AtHand) -> None:
    every = recorded(made, Dyad("RUS"))

    assert sum(period.events or 0 for period in every.periods) == len(events())
    assert every.others == ()


@pytest.mark.slow
def test_days_add_up_to_every_longer_period(made: AtHand, months: RecordedResult) -> None:
    days = recorded(made, JAPAN_RUSSIA, "day")

    total = sum(one.events or 0 for one in days.periods) + sum(o.outside for o in days.periods)
    for by in ("week", "month", "quarter", "year"):
        found = recorded(made, JAPAN_RUSSIA, by)
        assert sum(one.events or 0 for one in found.periods) == total
        assert close(found.changes, months.changes)
        assert close(found.warming, months.warming)
        assert close(found.topics, months.topics)


def _in_memory(until: date) -> AtHand:
    """Return the made record as it was known on a day, without a store."""
    rows = [
        event(
            one.day.isoformat(), one.actor, one.target, float(INTENSITY[one.code]),
            code=one.code, quad=1 if INTENSITY[one.code] > 0 else 3, row=one.number,
        )
        for one in events()
        if one.day <= until
    ]  # fmt: skip
    spans = [(first, min(last, until)) for first, last in FILES.values() if first <= until]
    return at_hand(Portion(None, {}, tuple(spans)), rows=rows)


@pytest.mark.parametrize(
    "until",
    [
        date(2018, 3, 14),
        *(pytest.param(date(2018, m, d), marks=pytest.mark.slow) for m, d in ((2, 5), (4, 1))),
    ],
)
def test_nothing_later_than_the_last_day_changes_anything(until: date) -> None:
    found = recorded(_in_memory(LAST), JAPAN_RUSSIA, "week", until=until)

    assert close(found, recorded(_in_memory(until), JAPAN_RUSSIA, "week", until=until))
    assert max(period.first for period in found.periods) <= until.isoformat()


@pytest.mark.slow
def test_a_store_says_of_a_day_what_it_would_have_said_on_it(made: AtHand, tmp_path: Path) -> None:
    until = date(2018, 3, 14)
    known = from_store(Store(add_made(tmp_path, until)), "icews")

    found = recorded(made, JAPAN_RUSSIA, until=until)
    expected = recorded(known, JAPAN_RUSSIA, until=until)

    # The files differ, so that their number and hash do; all that is measured does not.
    same = {"files": expected.files, "provenance": expected.provenance}
    assert close(found.model_copy(update=same), expected)


@pytest.mark.slow
def test_a_rule_by_volume_looks_at_nothing_later_either() -> None:
    days = [date(2018, 1, day) for day in range(1, 32)]
    rows = [event(f"2018-01-{day.day:02d}", "JPN", "RUS", 1.0) for day in days]
    thin = dict.fromkeys(days, 220)
    thick = {date(2018, 3, day): 5000 for day in range(1, 32)}
    known = at_hand(Portion(None, thin, (), "x"), rows=rows)
    later = at_hand(
        Portion(None, thin | thick, (), "x"), rows=[*rows, event("2018-03-05", "RUS", "JPN", -9.0)]
    )

    found = recorded(later, JAPAN_RUSSIA, until=date(2018, 1, 31))

    assert close(found, recorded(known, JAPAN_RUSSIA, until=date(2018, 1, 31)))
    assert [period.events for period in found.periods] == [31]
    whole = recorded(later, JAPAN_RUSSIA)
    assert (whole.since, whole.until) == ("2018-03-01", "2018-03-31")


@pytest.mark.slow
def test_a_span_before_all_that_is_covered_is_missing(made: AtHand) -> None:
    found = recorded(made, JAPAN_RUSSIA, since=date(2017, 1, 1), until=date(2017, 3, 31))

    assert [period.events for period in found.periods] == [None] * 3
    assert found.coverage.days == 0
    assert found.topics is None
    assert found.warming.index.value is None


@pytest.mark.parametrize(("since", "until"), [(None, date(2017, 1, 1)), (date(2019, 1, 1), None)])
def test_where_no_day_is_left_there_is_no_period(
    made: AtHand, since: date | None, until: date | None
) -> None:
    found = recorded(made, JAPAN_RUSSIA, since=since, until=until)

    assert (found.periods, found.changes, found.topics) == ((), (), None)
    assert found.looks == 0
    assert found.warming.verdict == "too little to tell"


@pytest.mark.slow
def test_the_seed_decides_the_ranges_alone(made: AtHand, months: RecordedResult) -> None:
    again, other = recorded(made, JAPAN_RUSSIA), recorded(made, JAPAN_RUSSIA, seed=1)

    assert close(again, months)
    assert close(other.periods, months.periods)
    assert not close(other.warming.index, months.warming.index)
    assert other.warming.index.value == pytest.approx(months.warming.index.value)


@pytest.mark.slow
def test_a_long_span_is_looked_at_by_month() -> None:
    draw = random.Random(1)
    rows = [
        event(f"{year}-{month:02d}-{day:02d}", "JPN", "RUS", draw.gauss(3 * (year == 2017), 1))
        for year in range(2008, 2018)
        for month in range(1, 13)
        for day in (5, 12, 19)
    ]
    spans = ((date(2008, 1, 1), date(2017, 12, 31)),)

    found = recorded(at_hand(Portion(None, {}, spans), rows=rows), JAPAN_RUSSIA, "year")

    assert found.warming.recent == ("2017-01-01", "2017-12-31")
    assert found.warming.verdict == "warms"
    assert found.warming.before == ("2008-01-01", "2016-12-31")


def test_no_number_is_none() -> None:
    assert real(float("nan")) is None
    assert real(0.0) == 0.0
