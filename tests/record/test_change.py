"""Change points in volume and tone: planted ones are found, others are not."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from detente.record.change import Floats, stabilised, tone_changes, volume_changes
from tests.record.stationary import spread_out, week

ROOT = Path(__file__).parents[2]
DAYS = tuple(date(2018, 10, 4) + timedelta(days=n) for n in range(89))
Series = dict[tuple[str, str], tuple[Floats, Floats]]


def test_a_planted_change_is_placed_and_told_on_its_own_scale() -> None:
    rng = np.random.default_rng(0)
    counts = spread_out(np.repeat([5.0, 25.0], 50), 8.0, 100, rng)
    counts[[3, 70, 71]] = np.nan
    found = volume_changes(counts)
    assert json.loads(json.dumps(asdict(found)))["verdict"] == found.verdict
    assert found.verdict == "changes"
    (point,) = found.points
    assert abs(point.index - 50) <= 1
    assert point.first <= point.index <= point.last
    assert point.direction == "up"
    assert point.before.low <= 5 <= point.before.high
    assert point.after.low <= 25 <= point.after.high
    assert point.gain > 1
    assert found.periods == 97


@pytest.mark.slow
def test_places_hold_the_change_nineteen_times_in_twenty() -> None:
    rng = np.random.default_rng(1)
    held = []
    for _ in range(60):
        points = volume_changes(spread_out(np.repeat([10.0, 17.0], 60), 10.0, 120, rng)).points
        held += [points[0].first <= 60 <= points[0].last] if len(points) == 1 else []
    assert len(held) >= 40
    assert np.mean(held) >= 0.88


def test_the_week_is_no_change() -> None:
    counts = np.round(40 * np.exp(week(140)))
    assert volume_changes(counts).verdict != "changes"


def test_a_quiet_spell_of_zeros_is_a_change_and_a_gap_is_none() -> None:
    rng = np.random.default_rng(2)
    counts = rng.poisson(6, 120).astype(float)
    counts[50:80] = 0
    assert [point.index for point in volume_changes(counts).points] == [50, 80]
    counts[50:80] = np.nan
    assert volume_changes(counts).verdict == "no change"


def test_an_incident_of_a_day_is_no_change() -> None:
    counts = np.random.default_rng(3).poisson(4, 90).astype(float)
    counts[40] = 60
    assert volume_changes(counts).verdict == "no change"


def test_a_change_of_tone_is_found_and_scale_and_origin_do_not_matter() -> None:
    rng = np.random.default_rng(4)
    events = rng.poisson(3, 160).astype(float)
    levels = np.repeat([1.0, -3.0], 80)
    tone = np.where(events > 0, levels + 3 * rng.standard_normal(160) / np.sqrt(events + 0.1), 0)
    tone[events == 0] = np.nan
    found = tone_changes(tone, events)
    (point,) = found.points
    assert abs(point.index - 80) <= 3
    assert point.direction == "down"
    again = tone_changes(7 - 2 * tone, events)
    assert [p.index for p in again.points] == [point.index]
    assert again.points[0].direction == "up"
    assert again.points[0].after.value == pytest.approx(7 - 2 * point.after.value)


def test_days_without_events_tell_nothing_of_tone() -> None:
    rng = np.random.default_rng(5)
    events = rng.poisson(4, 100).astype(float) + 1
    tone = np.repeat([2.0, -2.0], 50) + rng.standard_normal(100)
    short = tone_changes(tone, events).points
    where = np.sort(rng.choice(160, 100, replace=False))
    long_tone, long_events = np.full(160, np.nan), np.zeros(160)
    long_tone[where], long_events[where] = tone, events
    assert [p.index for p in tone_changes(long_tone, long_events).points] == [
        int(where[p.index]) for p in short
    ]


@pytest.mark.parametrize(
    "counts", [np.zeros(0), np.ones(29), np.full(90, np.nan), np.zeros(90), np.full(90, 4.0)]
)
def test_too_little_to_tell(counts: Floats) -> None:
    for found in (volume_changes(counts), tone_changes(counts, counts)):
        assert found.verdict == "too little to tell"
        assert found.points == ()


def test_what_is_no_series_is_refused() -> None:
    good = np.ones(40)
    for bad in (-good, good * np.inf, good.reshape(4, 10)):
        with pytest.raises(ValueError):  # noqa: PT011
            volume_changes(bad)
        with pytest.raises(ValueError):  # noqa: PT011
            tone_changes(good, bad)


def test_the_scale_evens_out_the_noise() -> None:
    rng = np.random.default_rng(6)
    low, high = (stabilised(spread_out(mean, 4.0, 4000, rng)) for mean in (8.0, 80.0))
    assert np.std(low) == pytest.approx(np.std(high), rel=0.25)


def pairs_of_states() -> Series:
    """Return daily counts and tones of every pair of countries, by ICEWS's own names."""
    folder = ROOT.parent / "shared" / "data" / "icews"
    if not folder.is_dir():
        pytest.skip("../shared/data is absent")
    seen: Counter[str] = Counter()
    said: defaultdict[tuple[str, str], defaultdict[str, list[float]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for path in sorted(folder.glob("*.tab")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                seen[row["Event Date"]] += 1
                one, other = sorted((row["Source Country"], row["Target Country"]))
                if one and one != other:
                    said[one, other][row["Event Date"]].append(float(row["Intensity"]))
    days = [day.isoformat() for day in DAYS]
    covered = np.array([seen[day] for day in days])
    missing = covered < np.median(covered) / 4
    series: Series = {}
    for pair in sorted(said, key=lambda p: -sum(map(len, said[p].values()))):
        events = np.array([float(len(said[pair].get(day, ()))) for day in days])
        tone = np.array([np.mean(said[pair][d]) if d in said[pair] else np.nan for d in days])
        events[missing], tone[missing] = np.nan, np.nan
        series[pair] = events, tone
    return series


@pytest.mark.slow
def test_the_strait_of_kerch_and_the_other_busy_dyads(say: Callable[[str], None]) -> None:
    series = pairs_of_states()
    kerch = ("Russian Federation", "Ukraine")
    events, tone = series.pop(kerch)
    found = volume_changes(events)
    up = [DAYS[p.index] for p in found.points if p.direction == "up"]
    assert up == [date(2018, 11, 25)]  # the day of the clash
    assert np.nansum(events[53:60]) == 495  # the week of 26 November
    in_tone = tone_changes(tone, events)
    say(f"Kerch: volume {[str(DAYS[p.index]) for p in found.points]}, tone {in_tone.verdict}")
    others = list(series.values())[:100]
    rng = np.random.default_rng(0)
    volume = tones = null_volume = null_tone = draws = 0
    for events, tone in others:
        volume += bool(volume_changes(events).points)
        tones += bool(tone_changes(tone, events).points)
        known = np.flatnonzero(np.isfinite(events))
        for _ in range(3):
            order = np.arange(len(events))
            order[known] = rng.permutation(known)
            null_volume += bool(volume_changes(events[order]).points)
            null_tone += bool(tone_changes(tone[order], events[order]).points)
            draws += 1
    say(
        f"the 100 next busiest pairs: {volume} with a change in volume, {tones} in tone; "
        f"of {draws} with their days shuffled {null_volume} in volume, {null_tone} in tone"
    )
    assert null_volume <= 0.05 * draws
    assert null_tone <= 0.05 * draws
