"""Events counted by quarter, kind and topic, and the two years before the case's date."""

from __future__ import annotations

import pytest

from detente.base.event import Event
from detente.base.partial_date import PartialDate
from detente.case.case import Case, Chronology
from detente.study.relation import RelationResult, relation
from detente.testing import two_issue_case

RULES = [
    {"kind": "visit", "counts": "cooperative"},
    {"kind": "protest", "counts": "conflictual"},
    {"kind": "note", "counts": "context"},
]


def _case(as_of: str = "2017-05-11") -> Case:
    chronology = Chronology.model_validate(
        {
            "file": "chronology.csv",
            "selection": "by hand",
            "rules": RULES,
            "names": {"visit": "visits", "econ": "economy"},
        }
    )
    case = Case.model_validate({**two_issue_case().model_dump(include={"detente"}), **_form(as_of)})
    return case.model_copy(update={"chronology": chronology})


def _form(as_of: str) -> dict[str, object]:
    case = two_issue_case()
    options = {"n": {"name": "n"}}
    return {
        "id": "dated",
        "title": "Dated",
        "as_of": as_of,
        "principals": {
            p: {"name": p, "weights": {"points": {"x": 100}, "reason": "worked"}}
            for p in case.principals
        },
        "issues": {"x": {"name": "x", "status_quo": "n", "options": options}},
    }


def _event(row: int, date: str, kind: str, topic: str = "econ") -> Event:
    return Event(PartialDate.parse(date), "A", "B", kind, topic, "s", "source", "high", row)


EVENTS = (
    _event(2, "2017-05-11", "visit"),
    _event(3, "2016-05-12", "protest", "islands"),
    _event(4, "2016-05-11", "visit"),
    _event(5, "2015-05-12", "visit"),
    _event(6, "2015-05-11", "protest"),
    _event(7, "2016-08", "visit"),
    _event(8, "2016", "visit"),
    _event(9, "2017-05-12", "visit"),
    _event(10, "2017-02-01", "note"),
)


def _result() -> RelationResult:
    found = relation(_case(), EVENTS, "abc")
    assert found is not None
    return found


def test_two_years_end_on_the_cases_date() -> None:
    found = _result()

    # (11 May 2016, 11 May 2017]: rows 2, 3 and 7; (11 May 2015, 11 May 2016]: rows 4 and 5.
    assert (found.latest.last, found.before.last) == ("2017-05-11", "2016-05-11")
    assert (found.latest.cooperative, found.latest.conflictual) == (2, 1)
    assert (found.before.cooperative, found.before.conflictual) == (2, 0)


def test_quarters_run_without_a_gap() -> None:
    found = _result()

    assert [tally.key for tally in found.by_quarter] == [
        *(f"2015Q{n}" for n in (2, 3, 4)),
        *(f"2016Q{n}" for n in (1, 2, 3, 4)),
        *(f"2017Q{n}" for n in (1, 2)),
    ]
    assert [tally.total for tally in found.by_quarter] == [2, 0, 0, 0, 2, 1, 0, 1, 2]
    assert found.undated == 1


def test_parts_add_up_to_all_events() -> None:
    found = _result()

    assert len(found.events) == len(EVENTS)
    for tallies in (found.by_kind, found.by_topic):
        assert sum(tally.total for tally in tallies) == len(EVENTS)
        assert [-t.total for t in tallies] == sorted(-t.total for t in tallies)
    assert sum(t.total for t in found.by_quarter) + found.undated == len(EVENTS)


def test_names_are_those_of_the_case() -> None:
    found = _result()

    assert {tally.key: tally.name for tally in found.by_kind} == {
        "visit": "visits",
        "protest": "protest",
        "note": "note",
    }


def test_events_are_told_in_order_of_their_dates() -> None:
    assert [event.row for event in _result().events] == [6, 5, 8, 4, 3, 7, 10, 2, 9]


def test_a_leap_day_has_a_year_before() -> None:
    found = relation(_case("2016-02-29"), EVENTS)

    assert found is not None
    assert (found.latest.last, found.before.last) == ("2016-02-29", "2015-02-28")


def test_without_a_chronology_there_is_no_relation() -> None:
    assert relation(two_issue_case(), EVENTS) is None


def test_an_empty_chronology_counts_nothing() -> None:
    found = relation(_case(), ())

    assert found is not None
    assert (found.by_quarter, found.undated, found.latest.cooperative) == ((), 0, 0)


def test_an_event_that_no_rule_counts_is_refused() -> None:
    with pytest.raises(ValueError, match="row 2"):
        relation(_case(), [_event(2, "2017-01-01", "speech")])
