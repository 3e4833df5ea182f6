"""A ceiling from what is kept: the right series, gaps left as gaps, nothing later."""

from datetime import date

import numpy as np
import pytest

from detente.study.at_hand import AtHand, Portion
from detente.study.ceiling import (
    CeilingResult,
    ceiling_of_events,
    ceiling_of_votes,
    shared_state,
)
from detente.study.yearly import YearlyAtHand
from tests.record.made import event
from tests.study.made_record import close
from tests.study.test_at_hand import at_hand
from tests.study.test_yearly import points

DYAD, GIVEN = ("JPN", "RUS"), ("RUS", "USA")
SPAN = (date(2018, 1, 1), date(2018, 1, 31))


def _votes(**apart: np.ndarray) -> YearlyAtHand:
    """Return points whose distances from Russia, which stays at 0, are these from 1950 on."""
    told: dict[str, dict[int, float | None]] = {
        state: {1950 + n: None if np.isnan(x) else float(x) for n, x in enumerate(values)}
        for state, values in apart.items()
    }
    years = {year for values in told.values() for year in values}
    return points(RUS=dict.fromkeys(sorted(years), 0.0), **told)


def _planted(n: int = 60) -> YearlyAtHand:
    """Return votes in which Japan comes as near to Russia as the United States, and no nearer."""
    draw = np.random.default_rng(0)
    given = draw.uniform(2, 4, n)
    japan = np.maximum(given + draw.uniform(0, 0.1, n), draw.uniform(0, 5, n))
    others = {name: draw.uniform(5, 7, n) for name in ("GBR", "DEU", "CAN")}
    return _votes(USA=given, JPN=japan, **others)


@pytest.fixture(scope="module")
def bound() -> CeilingResult:
    return ceiling_of_votes(_planted(), DYAD, GIVEN, ("GBR", "DEU", "CAN"), input_hash="abc")


def test_a_planted_ceiling_binds(bound: CeilingResult) -> None:
    assert (bound.verdict, bound.periods, bound.shared_state) == ("binds", 60, "RUS")
    assert (bound.dyad, bound.given) == ("JPN–RUS", "RUS–USA")
    assert bound.placebos == ("GBR–RUS", "DEU–RUS", "CAN–RUS")
    assert [one.dyad for one in bound.net] == ["RUS–USA", *bound.placebos]
    assert (bound.net[0].upper.low or 0) > 0
    assert (bound.since, bound.until) == ("1950", "2009")
    assert bound.provenance.input_hash == "abc"


def test_more_is_closer(bound: CeilingResult) -> None:
    values = [value for point in bound.series for value in point.values.values()]

    assert all(value is not None and value < 0 for value in values)


def test_a_document_is_read_back_as_it_was(bound: CeilingResult) -> None:
    assert CeilingResult.model_validate_json(bound.model_dump_json()) == bound


def test_only_years_that_were_over_count() -> None:
    votes = _planted(30)

    found = ceiling_of_votes(
        votes, DYAD, GIVEN, ("GBR",), since=date(1955, 7, 1), until=date(1978, 12, 30)
    )

    assert (found.since, found.until, found.periods) == ("1955", "1977", 23)


def test_a_year_without_votes_is_missing() -> None:
    japan = np.full(30, 2.0)
    japan[4] = np.nan
    votes = _votes(JPN=japan + np.arange(30) % 3, USA=np.arange(30) % 4 + 1.0)

    found = ceiling_of_votes(votes, DYAD, GIVEN, ())

    assert found.series[4].values == {"JPN–RUS": None, "RUS–USA": -1.0}
    assert found.periods == 29
    assert (found.verdict, found.net) == ("too little to tell", ())
    assert found.reason == "no placebo shares the state"


def test_own_movement_is_told_of_the_shared_state() -> None:
    draw = np.random.default_rng(1)
    years = range(1990, 2015)
    russia: dict[int, float | None] = dict(
        zip(years, draw.normal(0, 1, 25).cumsum().tolist(), strict=True)
    )
    still: dict[str, dict[int, float | None]] = {
        state: {year: place + draw.normal(0, 0.05) for year in years}
        for place, state in ((9.0, "JPN"), (12.0, "USA"), (11.0, "GBR"), (10.0, "DEU"))
    }

    found = ceiling_of_votes(points(RUS=russia, **still), DYAD, GIVEN, ("GBR", "DEU"))

    assert found.verdict == "common movement only"
    assert {*found.own} == {"JPN–RUS", "RUS–USA", "GBR–RUS", "DEU–RUS"}
    assert all(value > 0.9 for value in found.own.values())


def test_of_a_state_that_never_moves_no_correlation_is_told() -> None:
    found = ceiling_of_votes(_planted(25), DYAD, GIVEN, ("GBR",))

    assert found.own == {}


def test_without_votes_too_little_is_known() -> None:
    found = ceiling_of_votes(points(), DYAD, GIVEN, ("GBR",))

    assert (found.verdict, found.periods, found.series) == ("too little to tell", 0, ())
    assert (found.since, found.until) == (None, None)


def _events() -> AtHand:
    rows = [
        event(f"2018-01-{day:02d}", actor, "RUS", value)
        for day in range(1, 32)
        for actor, value in (
            ("JPN", 1.0 + day % 3),
            ("USA", -1.0 + day % 4),
            ("GBR", day % 5 + 0.0),
        )
        if (actor, day) != ("USA", 7)
    ]
    return at_hand(Portion(None, {}, (SPAN,)), rows=[*rows, event("2018-01-01", "RUS", "JPN", 4.0)])


def test_of_events_the_means_of_each_period_are_compared() -> None:
    found = ceiling_of_events(_events(), DYAD, GIVEN, ("GBR",), "day")

    assert found.series[0].values == {"JPN–RUS": 3.0, "RUS–USA": 0.0, "GBR–RUS": 1.0}
    assert found.series[6].values["RUS–USA"] is None
    assert (found.periods, len(found.series), found.own) == (30, 31, {})


def test_of_volume_the_logarithm_is_compared_and_0_is_known() -> None:
    found = ceiling_of_events(_events(), DYAD, GIVEN, ("GBR",), "day", "volume")

    assert found.series[0].values["JPN–RUS"] == pytest.approx(np.log(3))
    assert found.series[6].values["RUS–USA"] == 0.0
    assert (found.verdict, found.reason) == ("too little to tell", "a series never moves")


def test_nothing_later_than_the_last_day_enters() -> None:
    later = [event(f"2018-01-{day}", "JPN", "RUS", -10.0) for day in range(25, 32)]
    known = _events()
    more = at_hand(
        Portion(None, {}, (SPAN,)), rows=[*known.answer(known.table).to_pylist(), *later]
    )
    until = date(2018, 1, 24)

    one = ceiling_of_events(known, DYAD, GIVEN, ("GBR",), "week", until=until)
    other = ceiling_of_events(more, DYAD, GIVEN, ("GBR",), "week", until=until)

    assert close(one, other)
    assert one.until == "2018-W04"


@pytest.mark.parametrize(
    "span",
    [(date(2019, 1, 1), None), (None, date(2017, 1, 1)), (date(2019, 1, 1), date(2018, 1, 1))],
)
def test_where_nothing_is_covered_there_is_no_series(span: tuple[date | None, date | None]) -> None:
    found = ceiling_of_events(_events(), DYAD, GIVEN, ("GBR",), since=span[0], until=span[1])

    assert (found.verdict, found.series, found.raw) == ("too little to tell", (), ())
    assert found.margin.value is None


@pytest.mark.parametrize("given", [("GBR", "USA"), ("RUS", "JPN"), ("JPN", "RUS")])
def test_two_dyads_that_share_none_or_both_are_refused(given: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="do not share one state"):
        shared_state(DYAD, given)
    with pytest.raises(ValueError, match="do not share one state"):
        ceiling_of_events(_events(), DYAD, given, ())
