from typing import Any

import pytest

from detente.report.tables.recorded import (
    LONGEST,
    coverage_text,
    pair_text,
    recorded_sheets,
    state_text,
    warming_text,
)
from detente.report.tables.sheet import Sheet
from detente.study.recorded_result import CoverageResult, PeriodResult
from tests.study.answered import (
    CHANGE,
    COVERAGE,
    EMPTY,
    MISSING,
    NOTHING,
    PARTIAL,
    PERIOD,
    TOPICS,
    WARMING,
    fact,
    recorded_result,
)


def _sheets(*periods: PeriodResult, **other: Any) -> list[Sheet]:
    return list(recorded_sheets(recorded_result(*periods, **other)))


def _notes(*periods: PeriodResult, **other: Any) -> str:
    return " ".join(_sheets(*periods, **other)[0].notes)


def test_what_is_missing_is_said_and_what_is_partial_is_marked() -> None:
    answer, periods = _sheets(PARTIAL, PERIOD, MISSING, EMPTY)

    rows = {row[0]: row for row in periods.rows}
    assert [*rows] == ["2018-10 (partial)", "2018-11", "2018-12", "2019-01"]
    assert rows["2018-12"] == ("2018-12", "missing", *[""] * 7)
    assert rows["2019-01"][1:5:2] == ("0", "0")
    assert rows["2018-11"][3:] == ("7", "5", "−1.25 (−2.00 to −0.50)", "50 %", "2 / 1", "3")
    assert answer.rows == []


def test_where_all_is_missing_no_number_of_events_is_told() -> None:
    sheets = _sheets(MISSING, MISSING)

    notes = " ".join(sheets[0].notes)
    assert len(sheets) == 1
    assert "how many events there were is missing, not 0" in notes
    assert "0 events" not in notes


@pytest.mark.parametrize(
    ("events", "files", "outside", "said"),
    [
        (1, 1, 1, ("1 event of Japan", "1 file.", "1 event stands on days")),
        (2, 2, 2, ("2 events of Japan", "2 files.", "2 events stand on days")),
        (1234, 3, 0, ("1,234 events of Japan",)),
    ],
)
def test_one_is_not_many(events: int, files: int, outside: int, said: tuple[str, ...]) -> None:
    period = PERIOD.model_copy(update={"events": events, "outside": outside})

    notes = _notes(period, files=files)

    assert all(part in notes for part in said)
    assert ("not covered" in notes) == (outside > 0)


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ({}, "Japan and Russia, both directions"),
        ({"direction": "from"}, "Japan towards Russia"),
        ({"direction": "to"}, "Russia towards Japan"),
        ({"others": ()}, "Japan and all states, both directions"),
        ({"others": ("RUS", "CHN"), "direction": "from"}, "Japan towards Russia and China"),
    ],
)
def test_whose_acts_are_measured(other: dict[str, Any], text: str) -> None:
    result = recorded_result(PERIOD, **other)

    assert pair_text(result) == text
    assert next(recorded_sheets(result)).title == f"What the record says: {text}"


def test_columns_name_the_two_or_the_others() -> None:
    one, several = _sheets(PERIOD)[1], _sheets(PERIOD, others=("RUS", "CHN"))[1]

    assert [column.title for column in one.columns][3:5] == ["JPN →", "RUS →"]
    assert [column.title for column in several.columns][3:5] == ["JPN →", "others →"]


def test_of_many_periods_the_last_are_shown() -> None:
    many = [PERIOD.model_copy(update={"name": f"day {n}"}) for n in range(LONGEST + 1)]

    sheet = _sheets(*many)[1]

    assert sheet.rows[0][0] == "day 1"
    assert sheet.notes[-1] == "The last 40 of 41 periods; --format json has all."


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((), "It covers 4 October 2018 to 31 December 2018. R."),
        (("06",), "31 December 2018, but for 6 October 2018. R."),
        (("06", "07"), "but for 6 October 2018 and 7 October 2018. R."),
        (("06", "07", "08", "09", "10"), "9 October 2018 and another. R."),
        (("06", "07", "08", "09", "10", "11"), "9 October 2018 and 2 more days. R."),
    ],
)
def test_gaps_are_named_up_to_four(days: tuple[str, ...], text: str) -> None:
    gaps = tuple(f"2018-10-{day}" for day in days)

    assert coverage_text(COVERAGE.model_copy(update={"gaps": gaps, "rule": "r."})).endswith(text)


def test_no_coverage_is_said() -> None:
    none = CoverageResult(rule="nothing is declared", first=None, last=None, days=0, gaps=())

    assert coverage_text(none) == "It covers no day. Nothing is declared."


@pytest.mark.parametrize(
    ("verdict", "begin"),
    [
        ("warms", "It warms: warming index −1.50 (−2.00 to −1.00), 10 December 2018 to"),
        ("cools", "It cools: "),
        ("no clear change", "No clear change: "),
    ],
)
def test_warming_is_said_with_its_spans_and_ranges(verdict: str, begin: str) -> None:
    found = WARMING.model_copy(update={"verdict": verdict})

    text = warming_text(recorded_result(PERIOD, warming=found))

    assert text.startswith(begin)
    assert "Trend of mean intensity: −3.00 (−4.00 to −2.00) points a year." in text
    assert text.endswith("Both with 90 % ranges.")


def test_chosen_events_are_said_to_be_chosen() -> None:
    said = "Somebody chose these events: their number measures the choice as well."

    assert said in _notes(PERIOD, hand_selected=True)
    assert said not in _notes(PERIOD)


def test_too_little_to_tell_is_said() -> None:
    assert "Warming or cooling: too little to tell. Turns: none in events a day; " in _notes(PERIOD)
    halved = WARMING.model_copy(update={"index": NOTHING})
    assert "too little to tell" in warming_text(recorded_result(PERIOD, warming=halved))


def test_a_turn_is_told_with_what_happened_then() -> None:
    turns, then = _sheets(PERIOD, changes=(CHANGE,))[2:]

    assert turns.title == "Turns"
    assert turns.rows == [
        (
            "25 November 2018",
            "2018-11-24 and 2018-11-26",
            "mean intensity",
            "1.50 (1.00 to 2.00)",
            "−4.00 (−5.00 to −3.00)",
        )
    ]
    assert "2 series were looked at: by its rule" in turns.notes[0]
    assert then.title == "What happened from 25 November 2018: mean intensity"
    assert then.notes == ("In the seven days from then: use military force (2) and accuse (1).",)
    assert then.rows[0][-2:] == ("−10.0", "a.tab, 7")
    assert then.rows[1][-2:] == ("", "b.tab, 8")


def test_a_turn_after_which_nothing_happened_says_so() -> None:
    quiet = CHANGE.model_copy(update={"acts": (), "samples": ()})

    assert _sheets(PERIOD, changes=(quiet,))[3].notes == ("In the seven days from then: no event.",)
    assert "1 series was looked at" in _sheets(PERIOD, changes=(quiet,), looks=1)[2].notes[0]


def test_topics_say_what_moved_and_what_chance_shows() -> None:
    sheet = _sheets(PERIOD, topics=TOPICS)[2]

    assert sheet.notes[0].endswith("After: 10 December 2018 to 31 December 2018. Shifted.")
    assert "Distance 0.250 of 1 (Jensen–Shannon); chance alone shows 0.050" in sheet.notes[1]
    assert sheet.rows == [("security", "25 % (10 to 40)", "75 % (50 to 90)", "0.02", "moved")]


def test_yearly_facts_come_last() -> None:
    assert _sheets(PERIOD, yearly=(fact(2015, 1.0),))[-1].title == "By year"


def test_a_state_without_a_name_is_called_by_its_code() -> None:
    assert (state_text("USA"), state_text("EU")) == ("United States", "EU")
