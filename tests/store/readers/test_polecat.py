from datetime import date
from pathlib import Path

import pytest

from detente.store.readers.polecat import COLUMNS, PAIRS, Polecat
from tests.store.readers.reading import polecat, read, told

HEADING = "\t".join(COLUMNS)


def _read(folder: Path, *lines: str, heading: str = HEADING) -> list[dict[str, object]]:
    return read(Polecat(), "\n".join([heading, *lines]) + "\n", folder)


def test_an_event(tmp_path: Path) -> None:
    (event,) = _read(tmp_path, polecat())

    assert told([event], "row", "event_id", "date", "actor", "target") == [
        (2, "20230101-x-1", date(2023, 1, 1), "JPN", "USA")
    ]
    assert told([event], "actor_name", "target_name", "actor_track", "target_track") == [
        ("Fumio Kishida", None, "leaders", None)
    ]
    assert told([event], "code", "kind", "quad", "given", "topic", "reason") == [
        ("visit", "consult", 1, 2.0, "diplomacy", None)
    ]
    assert isinstance(event["intensity"], float)


def test_an_event_of_several_states_is_one_row_a_pair(tmp_path: Path) -> None:
    rows = _read(
        tmp_path,
        polecat(Event_ID="a", Actor_Country="Japan; United States", Recipient_Country="Russia"),
        polecat(Event_ID="b", Recipient_Country="None"),
        polecat(Event_ID="c", Actor_Country="Japan;Russia", Recipient_Country="Japan;Russia"),
        polecat(Event_ID="d", Actor_Country="Japan", Recipient_Country="Japan"),
        polecat(Event_ID="e", Actor_Country="Japan", Recipient_Country="Japan|Russia"),
    )

    assert told(rows, "row", "event_id", "actor", "target") == [
        (2, "a#1", "JPN", "RUS"),
        (2, "a#2", "USA", "RUS"),
        (3, "b", "JPN", None),
        (4, "c#1", "JPN", "RUS"),
        (4, "c#2", "RUS", "JPN"),
        (5, "d", "JPN", "JPN"),
        (6, "e", "JPN", "RUS"),
    ]


def test_states_may_be_written_by_their_codes(tmp_path: Path) -> None:
    (event,) = _read(tmp_path, polecat(Actor_Country="JPN", Recipient_Country="Nowhere"))

    assert told([event], "actor", "target") == [("JPN", None)]


def test_an_unknown_type_is_kept(tmp_path: Path) -> None:
    (event,) = _read(tmp_path, polecat(Event_Type="DANCE", Event_Mode="None", Quad_Code=""))

    assert told([event], "code", "kind", "quad", "intensity", "reason") == [(None,) * 5]


def test_the_class_follows_from_the_type_where_the_source_has_none(tmp_path: Path) -> None:
    (event,) = _read(tmp_path, polecat(Event_Type="ASSAULT", Quad_Code=""))

    assert event["quad"] == 4


def test_a_heading_with_more_columns_than_its_lines(tmp_path: Path) -> None:
    names = HEADING.split("\t")
    more = "\t".join([*names[:35], "Headline", *names[35:]])
    (event,) = _read(tmp_path, polecat(), heading=more)

    assert told([event], "actor", "reason") == [("JPN", None)]


def test_a_heading_with_more_columns_and_lines_that_have_them(tmp_path: Path) -> None:
    def longer(line: str, cell: str) -> str:
        cells = line.split("\t")
        return "\t".join([cells[0], cell, *cells[1:]])

    (event,) = _read(tmp_path, longer(polecat(), "Abe flies"), heading=longer(HEADING, "Headline"))

    assert told([event], "actor", "date", "reason") == [("JPN", date(2023, 1, 1), None)]


@pytest.mark.parametrize("heading", [HEADING, HEADING + "\t\t"])
def test_empty_cells_beyond_the_last_column(tmp_path: Path, heading: str) -> None:
    rows = _read(
        tmp_path, polecat() + "\t\t", polecat(Version="") + "\t", polecat() + "\tx", heading=heading
    )

    assert told(rows, "row", "reason") == [(2, None), (3, None), (4, "columns")]


def test_the_intensity_may_have_another_name(tmp_path: Path) -> None:
    renamed = HEADING.replace("Intensity", "Event Intensity")

    assert told(_read(tmp_path, polecat(), heading=renamed), "given") == [2.0]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (polecat(Event_ID=""), "id"),
        (polecat(Event_Date="2023-13-01"), "date"),
        (polecat(Intensity="high"), "number"),
        ("x\ty", "columns"),
        (HEADING, "heading"),
    ],
)
def test_what_is_set_aside(tmp_path: Path, line: str, reason: str) -> None:
    several = polecat(Actor_Country="Japan;Russia")
    rows = _read(tmp_path, line, several)

    assert told(rows, "row", "reason") == [(2, reason), (3, None), (3, None)]
    assert rows[0]["text"] == line[:500]


def test_more_pairs_than_an_event_can_have(tmp_path: Path) -> None:
    from detente.base.state import STATES  # noqa: PLC0415

    many = ";".join(s for s in STATES if STATES[s].kind == "state")
    (event,) = _read(tmp_path, polecat(Actor_Country=many, Recipient_Country=many))

    assert event["reason"] == "states"
    assert len(many.split(";")) ** 2 > PAIRS
