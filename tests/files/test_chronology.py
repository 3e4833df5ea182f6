from datetime import date

import pytest

from detente.base.event import Event
from detente.base.partial_date import PartialDate
from detente.files.chronology import COLUMNS, parse_chronology

HEAD = ",".join(COLUMNS) + "\n"
AS_OF = date(2017, 5, 11)


def row(
    day: str = "2017-04-27",
    kind: str = "meeting",
    summary: str = "They meet",
    confidence: str = "high",
) -> str:
    return f"{day},JPN,RUS,{kind},territory,{summary},https://example.org,{confidence}\n"


def read(text: str) -> tuple[list[Event], list[tuple[str, int]]]:
    events, problems = parse_chronology(text, "events.csv", AS_OF)
    assert all(problem.file == "events.csv" for problem in problems)
    return [*events], [(problem.code, problem.line) for problem in problems]


def test_an_event_keeps_every_cell_and_its_row() -> None:
    events, problems = read(HEAD + row())

    assert problems == []
    assert events == [
        Event(
            date=PartialDate(2017, 4, 27),
            actor="JPN",
            target="RUS",
            kind="meeting",
            topic="territory",
            summary="They meet",
            source="https://example.org",
            confidence="high",
            row=2,
        )
    ]


def test_crlf_is_read_as_any_line_end() -> None:
    text = (HEAD + row() + row("2017-05-12")).replace("\n", "\r\n")

    events, problems = read(text)

    assert len(events) == 2
    assert problems == [("E504", 3)]


def test_a_row_stands_on_its_first_line() -> None:
    text = HEAD + row(summary='"They meet,\nand meet\nagain"') + "\n\n" + row(kind="visit")

    events, problems = read(text)

    assert problems == []
    assert [event.row for event in events] == [2, 7]
    assert events[0].summary == "They meet,\nand meet\nagain"


@pytest.mark.parametrize(
    "header", ["", "\n", "date,actor\n", HEAD.replace("topic", "subject"), ";".join(COLUMNS) + "\n"]
)
def test_other_columns_are_refused(header: str) -> None:
    assert read(header + row()) == ([], [("E502", 1)]) or header in ("", "\n")
    assert read(header)[1] == [("E502", 1)]


def test_spaces_around_a_column_do_no_harm() -> None:
    assert read(HEAD.replace(",", ", ") + row())[1] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (row(day="2017-02-30"), "E503"),
        (row(day="11.05.2017"), "E503"),
        (row(day=""), "E503"),
        (row(kind=""), "E503"),
        (row(kind="  "), "E503"),
        (row(confidence="sure"), "E503"),
        (row(summary="a, b"), "E503"),
        ("2017-04-27,JPN\n", "E503"),
        (row(summary="x" * 4_001), "E503"),
        (row(summary='"' + "x" * 200_000 + '"'), "E503"),
        (row(summary="a\x07b"), "E503"),
        (row(summary="a\x00b"), "E503"),
        (row(summary="a\u202eb"), "E503"),
        (row(summary='"a"b'), "E503"),
        (row(day="2017-05-12"), "E504"),
        (row(day="2017-06"), "E504"),
        (row(day="2018"), "E504"),
        (row(summary="=1+1"), "E506"),
        (row(summary='"=HYPERLINK(""x"")"'), "E506"),
        (row(summary="+1"), "E506"),
        (row(summary="-1"), "E506"),
        (row(summary="@x"), "E506"),
        (row(summary="\t=1"), "E506"),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(text: str, code: str) -> None:
    events, problems = read(HEAD + row() + text + row(kind="visit"))

    assert problems == [(code, 3)]
    assert [event.kind for event in events if event.date.first <= AS_OF] == ["meeting", "visit"]


@pytest.mark.parametrize("day", ["2017-05-11", "2017-05", "2017", "2012-03"])
def test_what_can_have_happened_by_then_is_no_hindsight(day: str) -> None:
    assert read(HEAD + row(day=day))[1] == []


def test_a_quote_that_never_closes_is_told_where_it_opens() -> None:
    events, problems = read(HEAD + row() + row(summary='"They meet') + row())

    assert len(events) == 1
    assert problems == [("E503", 3)]


def test_each_bad_cell_of_a_row_is_told() -> None:
    _, problems = parse_chronology(HEAD + row(day="soon", summary="=1"), "events.csv", AS_OF)

    assert [p.code for p in problems] == ["E506", "E503"]
