from datetime import date
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.store.readers.mapped import MappedReader
from detente.store.readers.mapping import read_pairs
from tests.store.readers.reading import Row, read, table, told

PLAIN = "date=Day,actor=By,target=To"


def _read(folder: Path, text: str, pairs: str = PLAIN, **settings: str) -> list[Row]:
    return read(MappedReader(read_pairs(pairs, **settings)), text, folder)


def test_names_of_states_and_no_codes(tmp_path: Path) -> None:
    text = table(["Day", "By", "To"], ["2018-01-02", "Japan", "Soviet Union"])
    (event,) = _read(tmp_path, text)

    assert told([event], "row", "date", "actor", "actor_name", "target", "target_name") == [
        (2, date(2018, 1, 2), "JPN", "Japan", None, "Soviet Union")
    ]
    assert told([event], "code", "kind", "quad", "intensity", "topic", "reason") == [(None,) * 6]


def test_cameo_codes(tmp_path: Path) -> None:
    text = table(["Day", "By", "To", "Act"], ["20180102", "JPN", "RUS", "43"])
    (event,) = _read(tmp_path, text, f"{PLAIN},code=Act", states="iso3", ontology="cameo")

    assert told([event], "code", "kind", "quad", "topic") == [("043", "consult", 1, "diplomacy")]
    assert event["intensity"] is not None


def test_plover_types(tmp_path: Path) -> None:
    text = table(["Day", "By", "To", "Type"], ["20180102", "740", "365", "ASSAULT"])
    (event,) = _read(tmp_path, text, f"{PLAIN},kind=Type", states="cow", ontology="plover")

    assert told([event], "actor", "target", "kind", "quad") == [("JPN", "RUS", "assault", 4)]
    assert event["intensity"] < 0


def test_a_direct_intensity_and_words_of_the_record(tmp_path: Path) -> None:
    columns = ["Day", "By", "To", "I", "T", "L", "K"]
    text = table(columns, ["20180102", "JPN", "RUS", "-3.5", "Economy", "leaders", "consult"])
    pairs = f"{PLAIN},intensity=I,topic=T,actor_track=L,kind=K"
    (event,) = _read(tmp_path, text, pairs, states="iso3")

    assert told([event], "intensity", "topic", "actor_track", "kind", "quad") == [
        (-3.5, "economy", "leaders", "consult", 1)
    ]


@pytest.mark.parametrize(
    ("form", "day"),
    [
        ("YYYY-MM-DD", "2018-03-04T10:00:00"),
        ("DD/MM/YYYY", "4/3/2018"),
        ("MM/DD/YYYY", "03/04/2018"),
        ("DD.MM.YYYY", "04.03.2018"),
    ],
)
def test_days_are_written_in_several_ways(tmp_path: Path, form: str, day: str) -> None:
    rows = _read(tmp_path, table(["Day", "By", "To"], [day, "Japan", "Russia"]), day=form)

    assert told(rows, "date", "reason") == [(date(2018, 3, 4), None)]


def test_what_is_set_aside(tmp_path: Path) -> None:
    text = (
        "Id;Day;By;To;I\n1;2018-01-02;Japan;Russia;1\n;2018-01-02;Japan;Russia;1\n"
        '3;2018-02-30;Japan;Russia;1\n4;2018-01-02;Japan;Russia;hot\n5;2018-01-02\n6;"a"b;;;\n\n'
    )
    rows = _read(tmp_path, text, f"event_id=Id,{PLAIN},intensity=I", delimiter=";")

    assert told(rows, "row", "reason") == [
        (2, None), (3, "id"), (4, "date"), (5, "number"), (6, "columns"), (7, "quotes"),
        (8, "empty line"),
    ]  # fmt: skip


def test_ids_are_made_where_there_are_none(tmp_path: Path) -> None:
    one, two = ["2018-01-02", "Japan", "Russia"], ["2018-01-03", "Japan", "Russia"]
    short = told(_read(tmp_path, table(["Day", "By", "To"], one, one)), "event_id")
    long = told(_read(tmp_path, table(["Day", "By", "To"], one, one, two)), "event_id")

    assert short == long[:2]
    assert len(set(long)) == 3


def test_a_tab_within_a_cell_is_a_space(tmp_path: Path) -> None:
    for cell in ("Japan\t", '"Jap\tan"'):
        (event,) = _read(tmp_path, f"Day,By,To\n2018-01-02,{cell},Russia\n")
        assert event["reason"] is None


def test_all_columns_that_the_table_lacks_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        _read(tmp_path, "day,By,Too\n")

    assert [p.code for p in error.value.problems] == ["R920", "R920"]
    assert not MappedReader(read_pairs(PLAIN)).recognises(b"Day,By,To\n")
