"""The measures of a dyad, beside an oracle in plain Python."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import ibis
import pytest
from hypothesis import given, settings

from detente.record.dyad import Dyad, of_dyad
from detente.record.measure import (
    BACKENDS,
    MEASURES,
    measured,
    measured_each,
    over_days,
    sums_by,
)
from detente.record.period import BYS, By
from detente.testing.events import DIRECTIONS, STATES, Event, dyads, events, random_events
from detente.testing.oracle_events import measured as by_hand
from tests.record.made import Rows, answered, event, same, table

JAPAN_RUSSIA = Dyad("JPN", ("RUS",))


def _by_hand(rows: list[Event], dyad: Dyad, by: By) -> Rows:
    found = by_hand(rows, dyad.a, dyad.others, dyad.direction, by)
    return {(first,): {**columns} for first, columns in found.items()}


SEEDS = range(60)


@pytest.fixture(scope="module")
def held() -> ibis.Table:
    """Many made tables in one, a file each."""
    return table(row for seed in SEEDS for row in random_events(seed))


def _each_file(asked: ibis.Table, by: By, names: Sequence[str] = ()) -> Rows:
    """Measure every file of events of a dyad by itself, in one query."""
    days = sums_by(asked, "day", names, keys=("file",))
    return answered(over_days(days, by, names, keys=("file",)), "file", "period")


def _agree(seeds: range, dyad: Dyad, by: By, held: ibis.Table) -> int:
    """Compare with the oracle; return how many tables were compared."""
    expected = {
        (str(seed), *name): columns
        for seed in seeds
        for name, columns in _by_hand(random_events(seed), dyad, by).items()
    }
    assert same(_each_file(of_dyad(held, dyad), by), expected), (dyad, by)
    return len(seeds)


@settings(max_examples=3)
@given(events(), dyads())
def test_a_table_is_measured_as_by_hand(rows: list[Event], dyad: Dyad) -> None:
    found = answered(measured(table(rows), dyad, "month"), "period")

    assert same(found, _by_hand(rows, dyad, "month"))


@pytest.mark.parametrize("by", BYS)
def test_many_tables_are_measured_as_by_hand(by: By, held: ibis.Table) -> None:
    assert _agree(SEEDS, JAPAN_RUSSIA, by, held) == len(SEEDS)


@pytest.mark.slow
def test_thousands_of_tables_are_measured_as_by_hand() -> None:
    seeds = range(1000, 3000)
    held = table(row for seed in seeds for row in random_events(seed))
    asked = [
        Dyad("JPN", others, direction)
        for others, direction in product(((), ("RUS",), STATES[1:3]), DIRECTIONS)
    ]

    assert sum(_agree(seeds, dyad, "week", held) for dyad in asked) == 18_000
    assert sum(_agree(seeds, JAPAN_RUSSIA, by, held) for by in BYS) == 10_000


@pytest.mark.parametrize("dyad", [JAPAN_RUSSIA, Dyad("USA"), Dyad("CHN", ("USA", "JPN"))])
def test_both_ways_are_one_way_and_the_other(dyad: Dyad, held: ibis.Table) -> None:
    both, ours, theirs = (
        _each_file(of_dyad(held, dyad.way(way)), "quarter", ADDITIVE)
        for way in ("both", "from", "to")
    )

    assert same(both, _added(ours, theirs))


def test_a_dyad_turned_round_is_the_same_dyad(held: ibis.Table) -> None:
    ours = _each_file(of_dyad(held, JAPAN_RUSSIA), "month", ["volume"])
    theirs = _each_file(of_dyad(held, JAPAN_RUSSIA.turned()), "month", ["volume"])

    ways, turned = ("volume_from", "volume_to"), ("volume_to", "volume_from")
    assert {name: [row[way] for way in ways] for name, row in ours.items()} == {
        name: [row[way] for way in turned] for name, row in theirs.items()
    }


@pytest.mark.parametrize("part", ["day", "month", "quarter"])
def test_the_parts_of_a_period_add_to_it(part: By, held: ibis.Table) -> None:
    of = of_dyad(held, JAPAN_RUSSIA)
    parts = _each_file(of, part, ADDITIVE)

    joined = [{(file, day.replace(month=1, day=1)): row} for (file, day), row in parts.items()]

    assert same(_each_file(of, "year", ADDITIVE), _added(*joined))


def test_events_a_whole_week_later_are_measured_a_week_later(held: ibis.Table) -> None:
    later = held.mutate(date=(held.date + ibis.interval(weeks=5)).cast("date"))

    now, then = (_each_file(of_dyad(of, JAPAN_RUSSIA), "week") for of in (held, later))

    assert same({(file, day + timedelta(weeks=5)): row for (file, day), row in now.items()}, then)


def test_the_names_of_states_mean_nothing(held: ibis.Table) -> None:
    other = dict(zip(STATES, ("FRA", "DEU", "GBR", "ITA"), strict=True))
    renamed = held.mutate(actor=held.actor.substitute(other), target=held.target.substitute(other))

    assert same(
        _each_file(of_dyad(held, JAPAN_RUSSIA), "month"),
        _each_file(of_dyad(renamed, Dyad("FRA", ("DEU",))), "month"),
    )


def test_every_directed_dyad_is_measured_in_one_table(held: ibis.Table) -> None:
    each = answered(measured_each(held, "month"), "actor", "target", "period")

    assert {name[:2] for name in each} == {(a, b) for a, b in product(STATES, repeat=2) if a != b}
    for a, b in (("JPN", "RUS"), ("USA", "CHN")):
        one = answered(measured(held, Dyad(a, (b,), "from"), "month"), "period")
        assert same(one, {name[2:]: row for name, row in each.items() if name[:2] == (a, b)})


def test_a_meeting_told_from_both_sides_is_one_day_of_contact() -> None:
    high = {"kind": "consult", "actor_track": "leaders", "target_track": "ministers"}
    rows = [
        event("2018-11-14", "JPN", "RUS", 7.0, **high),
        event("2018-11-14", "RUS", "JPN", 7.0, **high),
        event("2018-11-15", "RUS", "JPN", 7.0, **{**high, "actor_track": "officials"}),
        event("2018-11-16", "RUS", "JPN", 7.0, **{**high, "kind": "agree"}),
    ]

    [row] = answered(measured(table(rows), JAPAN_RUSSIA, "month", ["contacts"]), "period").values()

    assert row == {"contacts": 2, "contact_days": 1}


def test_no_events_give_no_rows() -> None:
    assert answered(measured(table([]), JAPAN_RUSSIA, "month"), "period") == {}


def test_measures_without_days_are_made_in_one_grouping() -> None:
    asked = measured(table([]), JAPAN_RUSSIA, "month", ["volume", "intensity"])

    assert ibis.to_sql(asked).count("GROUP BY") == 1
    assert ibis.to_sql(measured(table([]), JAPAN_RUSSIA, "month")).count("GROUP BY") == 2


def test_an_unknown_measure_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="warmth"):
        measured(table([]), JAPAN_RUSSIA, "month", ["warmth"])


def test_the_registry_says_what_each_measure_is() -> None:
    for name, measure in MEASURES.items():
        assert measure.name == name
        assert measure.unit
        assert measure.meaning
        assert {*measure.backends} <= {*BACKENDS}


def test_no_two_measures_mean_different_things_by_one_column() -> None:
    alone = {
        name: {*measured(table([]), JAPAN_RUSSIA, "month", [name]).columns} for name in MEASURES
    }
    shared = {"period", *alone["intensity"], *alone["quads"]}

    for one, other in product(alone, repeat=2):
        if one != other and "clusters" not in (one, other):
            assert alone[one] & alone[other] == {"period"}
    assert alone["clusters"] & shared == shared


ADDITIVE = [name for name, measure in MEASURES.items() if measure.days is None]


def _added(*parts: Rows) -> Rows:
    found: Rows = {}
    for part in parts:
        for name, row in part.items():
            into = found.setdefault(name, dict.fromkeys(row, 0))
            for column, number in row.items():
                into[column] += number
    return found


def test_a_day_is_in_the_period_of_its_date() -> None:
    rows = [event("2018-12-31", "JPN", "RUS"), event("2019-01-01", "RUS", "JPN")]

    firsts = {
        by: {*answered(measured(table(rows), JAPAN_RUSSIA, by, ["volume"]), "period")} for by in BYS
    }

    assert firsts["week"] == {(date(2018, 12, 31),)}
    assert firsts["quarter"] == {(date(2018, 10, 1),), (date(2019, 1, 1),)}
    assert firsts["year"] == {(date(2018, 1, 1),), (date(2019, 1, 1),)}
