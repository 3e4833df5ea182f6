"""What the record holds for a case: measured up to its date, and nothing that came later."""

from datetime import date, timedelta

import pytest

from detente.record.dyad import Dyad
from detente.study.at_hand import AtHand, Portion
from detente.study.kept import kept
from detente.study.kept_result import KeptResult, Use, nothing_kept
from detente.study.recorded import recorded
from detente.testing import two_issue_case
from tests.record.made import event
from tests.study.cases_of_states import case_of_states
from tests.study.made_record import close
from tests.study.test_at_hand import at_hand
from tests.study.test_yearly import points

FIRST = date(2018, 1, 1)


def _events(days: int = 90, keep: frozenset[str] | None = None) -> AtHand:
    """Return a source with an event on each of so many days."""
    rows = [
        event((FIRST + timedelta(days=n)).isoformat(), "JPN", "RUS", float(n % 4))
        for n in range(days)
    ]
    span = (FIRST, FIRST + timedelta(days=days - 1))
    return at_hand(Portion(keep, {}, (span,)), rows=rows, names={"f": "a.tab"})


def _use(as_of: str, events: AtHand) -> KeptResult:
    return kept(case_of_states(as_of), [events], [])


@pytest.mark.parametrize(
    ("as_of", "use"),
    [
        ("2017-12-31", "later"),
        ("2018-01-01", "used"),
        pytest.param("2019-03-30", "used", marks=pytest.mark.slow),
        ("2019-03-31", "earlier"),
    ],
)
def test_a_source_is_used_where_it_covers_a_day_of_the_twelve_months(as_of: str, use: Use) -> None:
    found = _use(as_of, _events())

    (source,) = found.sources
    assert (source.use, source.first, source.last) == (use, "2018-01-01", "2018-03-31")
    assert len(found.measured) == (use == "used")
    assert source.files == 1


def test_a_source_of_other_states_is_elsewhere() -> None:
    (source,) = _use("2018-02-01", _events(keep=frozenset({"CHN"}))).sources

    assert (source.use, source.first, source.last) == ("elsewhere", None, None)


def test_it_is_measured_by_quarter_up_to_the_case_s_date() -> None:
    (found,) = _use("2018-02-10", _events()).measured

    (quarter,) = found.periods
    assert (quarter.name, quarter.state, quarter.events) == ("2018 Q1", "partial", 41)
    assert (found.since, found.until, found.by) == ("2018-01-01", "2018-02-10", "quarter")
    assert (found.a, found.others) == ("JPN", ("RUS",))


@pytest.mark.slow
def test_later_events_change_nothing() -> None:
    until = "2018-02-10"
    found, known = _use(until, _events()), _use(until, _events(41))

    assert close(found.measured, known.measured)
    expected = recorded(
        _events(), Dyad("JPN", ("RUS",)), "quarter", until=date.fromisoformat(until)
    )
    assert close(found.measured[0], expected)


def test_yearly_facts_are_of_the_last_six_years_that_were_over() -> None:
    told = {year: float(year % 3) for year in range(2000, 2020)}
    case = case_of_states("2017-05-11")

    found = kept(case, [], [points(JPN=dict(told), RUS=dict.fromkeys(told, 0.5))])

    assert [one.year for one in found.yearly] == [*range(2011, 2017)]
    assert (found.sources, found.measured) == ((), ())


def test_a_case_without_two_states_asks_for_nothing() -> None:
    case = two_issue_case()

    assert kept(case, [_events()], []) == nothing_kept(case)


def test_every_source_stands_by_itself() -> None:
    later = at_hand(Portion(None, {}, ((date(2019, 1, 1), date(2019, 2, 1)),)), source="gdelt1")

    found = kept(case_of_states("2018-02-10"), [_events(), later], [])

    assert [(one.source, one.use) for one in found.sources] == [
        ("icews", "used"),
        ("gdelt1", "later"),
    ]
    assert [one.source for one in found.measured] == ["icews"]
