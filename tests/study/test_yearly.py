"""Yearly facts: of years that were over, both directions as one, what is missing missing."""

from datetime import date
from typing import Any

import ibis
import pyarrow as pa
import pytest

from detente.record.schema import YEARLY
from detente.study.yearly import YearlyAtHand, distances, yearly_facts
from tests.record.made import TYPES

SCHEMA = pa.schema([(column.name, TYPES[column.kind]) for column in YEARLY])


def yearly(source: str, *rows: tuple[str, int, str, str | None, float | None]) -> YearlyAtHand:
    """Return made facts: variable, year, state, other, value."""
    told: list[dict[str, Any]] = [
        {
            **dict.fromkeys(SCHEMA.names),
            "source": source,
            "file": "f",
            "row": place,
            "variable": variable,
            "year": year,
            "state": state,
            "other": other,
            "value": value,
        }
        for place, (variable, year, state, other, value) in enumerate(rows, start=1)
    ]
    table = ibis.memtable(pa.Table.from_pylist(told, schema=SCHEMA))
    return YearlyAtHand(source, table, lambda asked: asked.to_pyarrow())


def points(**states: dict[int, float | None]) -> YearlyAtHand:
    return yearly(
        "ideal_points",
        *(
            ("ideal_point", year, state, None, value)
            for state, told in states.items()
            for year, value in told.items()
        ),
    )


POINTS = points(
    JPN={2014: 1.0, 2015: 1.5, 2016: None, 2017: 1.0},
    RUS={2014: -0.5, 2015: 1.75, 2016: 0.0, 2017: 0.0},
    USA={2014: 3.0},
)
ALLIANCES = yearly(
    "alliances",
    ("defense", 2015, "JPN", "USA", 1.0),
    ("defense", 2015, "USA", "JPN", 1.0),
    ("consultation", 2015, "JPN", "USA", 0.0),
    ("consultation", 2015, "USA", "JPN", 1.0),
    ("defense", 2016, "USA", "JPN", None),
    ("defense", 2015, "USA", "RUS", 0.0),
    ("defense", 2015, "JPN", "KOR", 1.0),
)
SANCTIONS = yearly(
    "sanctions",
    ("sanctions", 2015, "RUS", "EU", 1.0),
    ("sanctions", 2015, "RUS", "USA", 1.0),
    ("sanctions", 2015, "JPN", "EU", 0.0),
    ("sanctions", 2015, "IRN", "EU", 1.0),
)


def test_a_distance_needs_both_states_and_has_no_direction() -> None:
    found = distances(POINTS, "JPN", "RUS")

    assert found == {2014: 1.5, 2015: 0.25, 2017: 1.0}
    assert distances(POINTS, "RUS", "JPN") == found
    assert distances(POINTS, "JPN", "USA") == {2014: 2.0}
    assert distances(POINTS, "JPN", "GBR") == {}


@pytest.mark.parametrize(
    ("before", "years"),
    [
        (date(2017, 12, 30), [2014, 2015]),
        (date(2017, 12, 31), [2014, 2015, 2017]),
        (date(2018, 1, 1), [2014, 2015, 2017]),
        (date(2014, 12, 30), []),
    ],
)
def test_years_that_were_not_over_are_left_out(before: date, years: list[int]) -> None:
    assert [*distances(POINTS, "JPN", "RUS", before)] == years
    assert [one.year for one in yearly_facts([POINTS], "JPN", ["RUS"], before)] == years


def test_the_two_directions_of_a_pair_are_one_fact_the_larger() -> None:
    for a, other in (("JPN", "USA"), ("USA", "JPN")):
        found = yearly_facts([ALLIANCES], a, [other])

        assert {(one.variable, one.year): one.value for one in found} == {
            ("consultation", 2015): 1.0,
            ("defense", 2015): 1.0,
            ("defense", 2016): None,
        }
        assert {one.subject for one in found} == {f"{a}–{other}"}


def test_a_group_acts_against_each_of_the_two() -> None:
    found = yearly_facts([SANCTIONS], "JPN", ["RUS"])

    assert [(one.subject, one.value) for one in found] == [
        ("EU against JPN", 0.0),
        ("EU against RUS", 1.0),
    ]


def test_between_the_two_a_state_s_act_is_of_the_pair() -> None:
    found = yearly_facts([SANCTIONS], "USA", ["RUS"])

    assert [(one.subject, one.value) for one in found] == [
        ("EU against RUS", 1.0),
        ("USA–RUS", 1.0),
    ]


def test_several_others_stand_apart_and_tables_in_their_order() -> None:
    found = yearly_facts([POINTS, ALLIANCES], "USA", ["JPN", "RUS"])

    subjects = [*dict.fromkeys((one.source, one.subject) for one in found)]
    assert subjects == [
        ("ideal_points", "USA–JPN"),
        ("ideal_points", "USA–RUS"),
        ("alliances", "USA–JPN"),
        ("alliances", "USA–RUS"),
    ]


def test_of_a_fact_told_twice_the_first_counts() -> None:
    twice = yearly(
        "ideal_points",
        ("ideal_point", 2014, "JPN", None, 1.0),
        ("ideal_point", 2014, "JPN", None, 9.0),
        ("ideal_point", 2014, "RUS", None, 0.0),
    )

    assert distances(twice, "JPN", "RUS") == {2014: 1.0}


def test_nothing_kept_tells_nothing() -> None:
    assert yearly_facts([], "JPN", ["RUS"]) == ()
    assert yearly_facts([yearly("alliances")], "JPN", ["RUS"]) == ()
