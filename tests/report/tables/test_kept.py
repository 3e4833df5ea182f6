from typing import Any

import pytest

from detente.report.tables.kept import TITLE, kept_notes, kept_sheets
from detente.study.kept_result import KeptResult, KeptSource, Use
from tests.study.answered import PERIOD, fact, recorded_result


def _kept(**other: Any) -> KeptResult:
    told: dict[str, Any] = {
        "states": ("JPN", "RUS"),
        "since": "2016-05-12",
        "until": "2017-05-11",
        "sources": (),
        "measured": (),
        "yearly": (),
    }
    return KeptResult(**{**told, **other})


def _source(use: Use, first: str | None = "2018-10-04", last: str | None = "2018-12-31") -> Any:
    return KeptSource(source="icews", files=86, first=first, last=last, use=use)


NONE = (
    "No event file that is kept covers 12 May 2016 to 11 May 2017: nothing is measured for these "
    "dates."
)


def test_an_empty_record_says_that_nothing_is_measured() -> None:
    (sheet,) = kept_sheets(_kept())

    assert (sheet.title, sheet.notes, sheet.rows) == (TITLE, (NONE,), [])


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            _source("later"),
            "icews covers 4 October 2018 to 31 December 2018, after the case's date: it is not "
            "used.",
        ),
        (
            _source("earlier", "2015-01-01", "2015-12-31"),
            "icews covers 1 January 2015 to 31 December 2015, and no day of these dates: it is not "
            "used.",
        ),
        (
            _source("elsewhere", None, None),
            "icews covers no day of what these states did: it is not used.",
        ),
    ],
)
def test_why_a_source_is_not_used_is_said(source: KeptSource, said: str) -> None:
    assert list(kept_notes(_kept(sources=(source,)))) == [NONE, said]


@pytest.mark.parametrize(("events", "said"), [(1, "1 event of"), (1200, "1,200 events of")])
def test_what_is_measured_is_told_with_its_table(events: int, said: str) -> None:
    result = recorded_result(PERIOD.model_copy(update={"events": events}))
    kept = _kept(sources=(_source("used"),), measured=(result,))

    answer, periods = kept_sheets(kept)

    assert answer.notes[0].startswith(f"icews: {said} Japan and Russia, both directions, up to 11")
    assert NONE not in answer.notes
    assert periods.title == "By month"


def test_yearly_tables_say_up_to_which_year() -> None:
    answer, yearly = kept_sheets(_kept(yearly=(fact(2015, 1.0), fact(2016, 1.0))))

    assert answer.notes[-1] == "Yearly tables are read up to 2016: later years were not over."
    assert yearly.title == "By year"


def test_a_case_without_states_is_told_so() -> None:
    assert list(kept_notes(_kept(states=("A",)))) == [
        "The record is of states; this case has no two principals that are states."
    ]
