"""Coupling from what is kept: who leads, and what many looks cost."""

from datetime import date, timedelta

import numpy as np
import pytest

from detente.study.at_hand import AtHand, Portion
from detente.study.coupling import CouplingResult, coupling
from tests.record.made import event
from tests.study.made_record import close
from tests.study.test_at_hand import at_hand

FIRST = date(2018, 1, 1)
DAYS = 120
LAST = FIRST + timedelta(days=DAYS - 1)
DYAD = ("JPN", "RUS")
OTHERS = (("USA", "RUS"), ("CHN", "RUS"), ("GBR", "RUS"))


def _events(later: float = 0.0) -> AtHand:
    """Return days on which the United States follow Japan two days behind, and China nobody."""
    draw = np.random.default_rng(3)
    japan = draw.normal(0, 1, DAYS + 2)
    tones = {
        "JPN": japan[2:],
        "USA": japan[:-2] + draw.normal(0, 0.3, DAYS),
        "CHN": draw.normal(0, 1, DAYS),
        "GBR": japan[2:] + draw.normal(0, 0.3, DAYS),
    }
    rows = [
        event(
            (FIRST + timedelta(days=n)).isoformat(),
            state,
            "RUS",
            float(values[n]) + (later if n >= 100 else 0.0),
        )
        for state, values in tones.items()
        for n in range(DAYS)
        if (state, n) != ("CHN", 50)
    ]
    return at_hand(Portion(None, {}, ((FIRST, LAST),)), rows=rows, input_hash="abc")


@pytest.fixture(scope="module")
def found() -> CouplingResult:
    return coupling(_events(), DYAD, OTHERS, most=4)


def test_who_follows_and_by_how_much(found: CouplingResult) -> None:
    usa, china, britain = found.coupled

    assert (usa.other, usa.verdict, usa.lag) == ("USA–RUS", "JPN–RUS leads", 2)
    assert (britain.verdict, britain.lag) == ("together", 0)
    assert (china.verdict, china.periods) == ("no clear coupling", DAYS - 1)
    assert [one.lag for one in usa.lags] == [*range(-4, 5)]
    assert (found.since, found.until) == (FIRST.isoformat(), LAST.isoformat())
    assert (found.provenance.input_hash, found.looks) == ("abc", 3)


def test_seen_from_the_other_side_the_other_one_leads() -> None:
    (turned,) = coupling(_events(), ("USA", "RUS"), [DYAD], most=4).coupled

    assert (turned.verdict, turned.lag) == ("JPN–RUS leads", -2)
    assert turned.warning is None
    assert turned.corrected == turned.p


def test_every_look_is_paid_for(found: CouplingResult) -> None:
    for one in found.coupled:
        assert one.p is not None
        assert one.corrected is not None
        assert one.p <= one.corrected <= 1
        assert one.warning is not None
        assert one.warning.startswith("One of 3 looks: p = ")
    usa = found.coupled[0]
    assert usa.corrected == pytest.approx(3 * (usa.p or 0))


@pytest.mark.slow
def test_one_that_is_firm_alone_and_not_among_all_is_called_unclear() -> None:
    rng = np.random.default_rng(6)
    japan = rng.normal(0, 1, DAYS)
    rows = []
    for n in range(DAYS):
        day = (FIRST + timedelta(days=n)).isoformat()
        rows.append(event(day, "JPN", "RUS", float(japan[n])))
        rows.append(event(day, "USA", "RUS", float(0.24 * japan[n] + rng.normal(0, 1))))
        rows += [event(day, other, "RUS", float(rng.normal(0, 1))) for other in STATES]
    events = at_hand(Portion(None, {}, ((FIRST, LAST),)), rows=rows)

    (alone,) = coupling(events, DYAD, [("USA", "RUS")], most=2).coupled
    among = coupling(events, DYAD, [(s, "RUS") for s in ("USA", *STATES)], most=2)

    usa = among.coupled[0]
    assert alone.verdict == "together"
    assert alone.p == usa.p
    assert (usa.p or 1) <= 0.05 < (usa.corrected or 0)
    assert usa.verdict == "no clear coupling"
    assert "is to be expected by chance" in (usa.warning or "")


STATES = ("CHN", "GBR", "DEU", "FRA", "ITA", "ESP", "POL", "SWE")


def test_nothing_later_than_the_last_day_enters() -> None:
    until = FIRST + timedelta(days=99)

    one = coupling(_events(), DYAD, OTHERS[:1], most=2, until=until)

    assert close(one, coupling(_events(-9.0), DYAD, OTHERS[:1], most=2, until=until))
    assert one.until == until.isoformat()


def test_of_volume_days_without_events_are_known() -> None:
    china = coupling(_events(), DYAD, [("CHN", "RUS")], on="volume", most=0).coupled[0]

    assert china.periods == DAYS
    assert (china.verdict, china.lag) == ("too little to tell", None)


def test_a_document_is_read_back_as_it_was(found: CouplingResult) -> None:
    assert CouplingResult.model_validate_json(found.model_dump_json()) == found


def test_where_nothing_is_covered_too_little_is_known() -> None:
    found = coupling(_events(), DYAD, OTHERS, since=date(2019, 1, 1))

    assert (found.since, found.until) == (None, None)
    assert {one.verdict for one in found.coupled} == {"too little to tell"}
    for one in found.coupled:
        assert (one.lag, one.correlation, one.p, one.corrected) == (None, None, None, None)
        assert (one.periods, one.warning, one.lags) == (0, None, ())
